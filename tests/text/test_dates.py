"""Dates of feeds and of pages: one line for each form. To add a form, add a line first.

The columns are the text, the language of its document, and what is meant. A date that no program
reads out of running text is in FIELDS.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tsv
from mirrorpress.text.dates import LONGEST_FIELD, LONGEST_TEXT, find_date, parse_date
from pace import within

# Whole fields, which both functions read, and read alike.
BOTH = """
2031-05-04T09:30:00Z                      |       | 2031-05-04T09:30:00+00:00
2031-05-04T09:30:00+08:00                 |       | 2031-05-04T09:30:00+08:00
2031-05-04T09:30:00.123456789Z            |       | 2031-05-04T09:30:00+00:00
2031-05-04T09:30:00,5+05:30               |       | 2031-05-04T09:30:00+05:30
2031-05-04T09:30-03:00                    |       | 2031-05-04T09:30:00-03:00
2031-05-04T09:30:15                       |       | 2031-05-04T09:30:15
2031-05-04T24:00:00Z                      |       | 2031-05-05T00:00:00+00:00
2031-12-31T24:00:00+08:00                 |       | 2032-01-01T00:00:00+08:00
2031-05-04T23:59:60Z                      |       | 2031-05-04T23:59:59+00:00
2031-05-04 09:30:15                       |       | 2031-05-04T09:30:15
2031-05-04 09:30:00 +0800                 |       | 2031-05-04T09:30:00+08:00
2031-05-04 09:30:00 UTC                   |       | 2031-05-04T09:30:00+00:00
2031-05-04 09:30 −03:00                   |       | 2031-05-04T09:30:00-03:00
2031-05-04_09:30                          |       | 2031-05-04T09:30:00
2031-05-04                                |       | 2031-05-04T00:00:00
2031-5-4 9:05                             |       | 2031-05-04T09:05:00
2031/05/04 09:30:06                       |       | 2031-05-04T09:30:06
2031.05.04 09:30                          |       | 2031-05-04T09:30:00
20310504                                  |       | 2031-05-04T00:00:00
20310504T093000Z                          |       | 2031-05-04T09:30:00+00:00
20310504T093000+0800                      |       | 2031-05-04T09:30:00+08:00
20310504093000                            |       | 2031-05-04T09:30:00
1935998400                                |       | 2031-05-08T09:20:00+00:00
1935998400000                             |       | 2031-05-08T09:20:00+00:00
Sun, 04 May 2031 09:30:00 GMT             |       | 2031-05-04T09:30:00+00:00
Sun, 04 May 2031 09:30:00 Z               |       | 2031-05-04T09:30:00+00:00
Sun, 04 May 2031 09:30:00 -0000           |       | 2031-05-04T09:30:00+00:00
Sun, 04 May 2031 09:30:00 +0800           |       | 2031-05-04T09:30:00+08:00
Sun, 4 May 2031 09:30:00 +08:00           |       | 2031-05-04T09:30:00+08:00
Sun, 4 May 2031 09:30:00 GMT+8            |       | 2031-05-04T09:30:00+08:00
Sun, 4 May 2031 09:30:00 GMT-0330         |       | 2031-05-04T09:30:00-03:30
Sun, 4 May 2031 09:30:00 UTC +3           |       | 2031-05-04T09:30:00+03:00
Sun,04 May 2031 09:30:00 +0000            |       | 2031-05-04T09:30:00+00:00
Mon, 04 May 2031 09:30:00 GMT             |       | 2031-05-04T09:30:00+00:00
Sun, 04 May 2031 09:30 EST                |       | 2031-05-04T09:30:00-05:00
Sun, 04 May 2031 09:30:00 PDT             |       | 2031-05-04T09:30:00-07:00
Sun, 04 May 2031 09:30:00 +0200 (CEST)    |       | 2031-05-04T09:30:00+02:00
Sun, 04 May 2031 09:30:00 NOWHERE         |       | 2031-05-04T09:30:00
Sun, 04 May 2031 09:30:00                 |       | 2031-05-04T09:30:00
Sun, 04 May 2031 24:00:00 GMT             |       | 2031-05-05T00:00:00+00:00
Sun, 04 May 2031 23:59:60 GMT             |       | 2031-05-04T23:59:59+00:00
Sun, 04 May 2031                          |       | 2031-05-04T00:00:00
04 May 2031 09:30:00 +0100                |       | 2031-05-04T09:30:00+01:00
4-May-2031 09:30                          |       | 2031-05-04T09:30:00
04/May/2031:09:30:00 +0000                |       | 2031-05-04T09:30:00+00:00
Sun May  4 09:30:00 2031                  |       | 2031-05-04T09:30:00
Sun May 04 09:30:00 GMT 2031              |       | 2031-05-04T09:30:00+00:00
Sun May 04 09:30:00 +0800 2031            |       | 2031-05-04T09:30:00+08:00
Sun May 04 2031 09:30:00 GMT+0800 (China) |       | 2031-05-04T09:30:00+08:00
May 4, 2031 9:30 PM EST                   | en    | 2031-05-04T21:30:00-05:00
May 4, 2031 9:30 p.m.                     | en    | 2031-05-04T21:30:00
May 4, 2031, 12:30 am                     | en    | 2031-05-04T00:30:00
May 4, 2031 - 12:30 pm                    | en    | 2031-05-04T12:30:00
May. 4th, 2031                            | en    | 2031-05-04T00:00:00
4th May 2031 at 12:05 am                  | en    | 2031-05-04T00:05:00
4 May 2031, 3pm                           | en    | 2031-05-04T15:00:00
4 May 2031, 09:30 GMT+3                   | en    | 2031-05-04T09:30:00+03:00
4 May 2031 (09:30 UTC)                    | en    | 2031-05-04T00:00:00
09:30, 4 May 2031                         | en    | 2031-05-04T09:30:00
9:30 p.m. GMT, 4 May 2031                 | en    | 2031-05-04T21:30:00+00:00
Sunday 4 May 2031, 09:30                  | en    | 2031-05-04T09:30:00
4 May 2031, Sunday, 09:30                 | en    | 2031-05-04T09:30:00
04/05/2031                                |       | 2031-05-04T00:00:00
04/05/2031                                | en-GB | 2031-05-04T00:00:00
04/05/2031                                | en-US | 2031-04-05T00:00:00
04/05/2031                                | en_us | 2031-04-05T00:00:00
04.05.2031                                | en-US | 2031-05-04T00:00:00
25/12/2030                                | en-US | 2030-12-25T00:00:00
12/25/2030                                |       | 2030-12-25T00:00:00
25/12/2030                                |       | 2030-12-25T00:00:00
4 May 2031 09:30 CST                      |       | 2031-05-04T09:30:00-06:00
4 May 2031 09:30 CST                      | en-US | 2031-05-04T09:30:00-06:00
4 May 2031 09:30 CST                      | zh-CN | 2031-05-04T09:30:00+08:00
Sun May 04 09:30:00 CST 2031              | zh    | 2031-05-04T09:30:00+08:00
2031年5月4日 09:30 CST                     |       | 2031-05-04T09:30:00+08:00
2031年5月4日 09:30 CST                     | en    | 2031-05-04T09:30:00-06:00
4 may 2031 9:30 pm est                    | en    | 2031-05-04T21:30:00-05:00
4 May 2031 09:30 ET                       | en    | 2031-05-04T09:30:00-04:00
4 January 2031 09:30 ET                   | en    | 2031-01-04T09:30:00-05:00
4 January 2031 09:30 PT                   | en    | 2031-01-04T09:30:00-08:00
4 May 2031 09:30 PKT                      | en-PK | 2031-05-04T09:30:00+05:00
4 May 2031 09:30 IST                      | en-IN | 2031-05-04T09:30:00+05:30
4 Mei 2031 15:20 WIB                      | id    | 2031-05-04T15:20:00+07:00
4 Agustus 2031 pukul 15.20 WIB            | id    | 2031-08-04T15:20:00+07:00
4 Mayıs 2031 15:20                        | tr    | 2031-05-04T15:20:00
04 MAYIS 2031 Pazar, 15:20 TRT            | tr    | 2031-05-04T15:20:00+03:00
4 HAZİRAN 2031                            | tr    | 2031-06-04T00:00:00
4 Şubat 2031                              | tr    | 2031-02-04T00:00:00
4 Ağu 2031 saat 15:20                     | tr    | 2031-08-04T15:20:00
4 mars 2031 09:30                         | fr    | 2031-03-04T09:30:00
mercredi 4 février 2031 à 10h05           | fr    | 2031-02-04T10:05:00
4 mai 2031 à 9h30                         | fr    | 2031-05-04T09:30:00
4 mai 2031 à 9h                           | fr    | 2031-05-04T09:00:00
4 mai 2031 - 9 h 30                       | fr    | 2031-05-04T09:30:00
1er août 2031                             | fr    | 2031-08-01T00:00:00
1er aou\u0302t 2031                       | fr    | 2031-08-01T00:00:00
4 de mayo de 2031                         | es    | 2031-05-04T00:00:00
4 de mayo del 2031 a las 9:30             | es    | 2031-05-04T09:30:00
1º de março de 2031                       | pt    | 2031-03-01T00:00:00
4 de maio de 2031 às 9h30                 | pt    | 2031-05-04T09:30:00
4 maggio 2031 alle ore 9:30               | it    | 2031-05-04T09:30:00
4. Mai 2031, 9:30 Uhr                     | de    | 2031-05-04T09:30:00
4. Mai 2031, 9.30 Uhr MESZ                | de    | 2031-05-04T09:30:00+02:00
4. März 2031 um 10:00                     | de    | 2031-03-04T10:00:00
04.05.2031 - 9:30                         | de    | 2031-05-04T09:30:00
04.05.2031 09:30                          | de    | 2031-05-04T09:30:00
4 mei 2031 om 09:30                       | nl    | 2031-05-04T09:30:00
4 maj 2031 kl. 09.30                      | sv    | 2031-05-04T09:30:00
4 мая 2031 09:30                          | ru    | 2031-05-04T09:30:00
4 мая 2031 г.                             | ru    | 2031-05-04T00:00:00
4 мая 2031 г., 09:30                      | ru    | 2031-05-04T09:30:00
4 мая 2031 года в 09:30                   | ru    | 2031-05-04T09:30:00
4 мая 2031, 09:30 МСК                     | ru    | 2031-05-04T09:30:00+03:00
4 мая 2031, 09:30 (мск)                   | ru    | 2031-05-04T09:30:00+03:00
Κυρ, 04 Μαΐ 2031 10:00:00 +0200           | el    | 2031-05-04T10:00:00+02:00
4 Μαρτίου 2031                            | el    | 2031-03-04T00:00:00
2031年5月4日                               | zh    | 2031-05-04T00:00:00
2031年05月04日 09:30                       | zh    | 2031-05-04T09:30:00
2031年05月04日09:30                        | zh    | 2031-05-04T09:30:00
2031年05月04日09时30分                     | zh    | 2031-05-04T09:30:00
2031年5月4日 星期日 10时05分06秒            | zh    | 2031-05-04T10:05:06
2031年5月4日 下午3:20                      | zh    | 2031-05-04T15:20:00
2031/05/04 下午 3:20                      | zh    | 2031-05-04T15:20:00
2031年5月4日 下午3点                       | zh    | 2031-05-04T15:00:00
2031年5月4日 上午9:05                      | zh    | 2031-05-04T09:05:00
2031年5月4日 凌晨12:05                     | zh    | 2031-05-04T00:05:00
2031年5月4日 中午12:05                     | zh    | 2031-05-04T12:05:00
2031年5月4日 中午1:05                      | zh    | 2031-05-04T13:05:00
2031年5月4日 中午11:35                     | zh    | 2031-05-04T11:35:00
2031年5月4日 晚上8:05                      | zh    | 2031-05-04T20:05:00
2031年5月4日 晚上12:05                     | zh    | 2031-05-05T00:05:00
2031年5月4日 15:20 北京时间                 | zh    | 2031-05-04T15:20:00+08:00
2031年5月4日 15:20（北京時間）              | zh    | 2031-05-04T15:20:00+08:00
北京时间2031年5月4日15:20                   | zh    | 2031-05-04T15:20:00+08:00
２０３１年５月４日　１５：２０               | zh    | 2031-05-04T15:20:00
2031年5月4日(日) 15時20分                  | ja    | 2031-05-04T15:20:00
2031年5月4日 午後3時20分                   | ja    | 2031-05-04T15:20:00
2031年5月4日 午前0時20分                   | ja    | 2031-05-04T00:20:00
2031년 5월 4일 10:05                      | ko    | 2031-05-04T10:05:00
2031년 5월 4일 오후 3시 20분               | ko    | 2031-05-04T15:20:00
2031.05.04. 오전 9:20                     | ko    | 2031-05-04T09:20:00
٤ مايو ٢٠٣١                                | ar    | 2031-05-04T00:00:00
٤ مايو، ٢٠٣١                               | ar    | 2031-05-04T00:00:00
٤ أيار ٢٠٣١ ٠٩:٣٠                          | ar    | 2031-05-04T09:30:00
4 ابريل 2031 الساعة 9:30 مساءً             | ar    | 2031-04-04T21:30:00
4 كانون الثاني 2031                        | ar    | 2031-01-04T00:00:00
\u200f٤ مايو ٢٠٣١ ٠٩:٣٠ PKT                 | ar    | 2031-05-04T09:30:00+05:00
٢٠٣١/٠٥/٠٤ ٠٩:٣٠                           | ar    | 2031-05-04T09:30:00
۴ مه ۲۰۳۱                                  | fa    | 2031-05-04T00:00:00
۱۴ اردیبهشت ۱۴۱۰                           | fa    | 2031-05-04T00:00:00
۱۴ اردیبهشت ماه ۱۴۱۰ ساعت ۰۹:۳۰            | fa    | 2031-05-04T09:30:00
۱۴ ارديبهشت ۱۴۱۰                           | fa    | 2031-05-04T00:00:00
۱ فروردین ۱۴۰۰                             | fa    | 2021-03-21T00:00:00
۳۰ اسفند ۱۳۹۹                              | fa    | 2021-03-20T00:00:00
31 February 2031                          |       |
2031-02-30T00:00:00Z                      |       |
2031-13-01                                |       |
99/99/2031                                |       |
۳۰ اسفند ۱۴۰۰                              | fa    |
Sun, 04 Abc 2031 10:00:00 GMT             |       |
Sun, 04 May 0031 10:00:00 GMT             |       |
0001-01-01T00:00:00Z                      |       |
1753-01-01                                |       |
9999-12-31T23:59:59Z                      |       |
9999-12-31T24:00:00Z                      |       |
yesterday                                 |       |
12                                        |       |
12:30                                     |       |
4000 words                                |       |
Room 2031                                 |       |
٤ مارس                                     |       |
4 أيار/مايو 2031                          | ar    | 2031-05-04T00:00:00
الأحد، 04 تشرين الأول/أكتوبر 2031         | ar    | 2031-10-04T00:00:00
"""

# Fields that running text does not hold: short years, parts of a date, other years.
FIELDS = """
Sunday, 04-May-31 09:30:00 GMT            |       | 2031-05-04T09:30:00+00:00
4 May 31 09:30:00 CET                     |       | 2031-05-04T09:30:00+01:00
04 Mar 99 10:00 GMT                       |       | 1999-03-04T10:00:00+00:00
May 4, 31                                 |       | 2031-05-04T00:00:00
2031-05                                   |       | 2031-05-01T00:00:00
2031年5月                                  |       | 2031-05-01T00:00:00
2031                                      |       | 2031-01-01T00:00:00
2031-063                                  |       | 2031-03-04T00:00:00
Fri, 04 Jan 1980 10:00:00 GMT             |       | 1980-01-04T10:00:00+00:00
4 May 2150                                |       | 2150-05-04T00:00:00
"""

# Lines of pages, of which a date is a part.
LINES = """
Updated Sunday 4 May 2031, 09:30          | en    | 2031-05-04T09:30:00
By Ada Stone | May 4, 2031 | 5 min read   | en    | 2031-05-04T00:00:00
Founded 1753-01-01, updated 4 May 2031    | en    | 2031-05-04T00:00:00
4 May 2031, then 2031-05-05               | en    | 2031-05-04T00:00:00
2031-05-03, then 4 May 2031               | en    | 2031-05-03T00:00:00
9:30 p.m. EST, May 4, 2031 in Lisquay     | en    | 2031-05-04T21:30:00-05:00
On 4 May 2031 9:30 met the mayor his end  | en    | 2031-05-04T09:30:00
Le 4 mai 2031 9h30 est un dimanche ici    | fr    | 2031-05-04T09:30:00
On 4 May 2031: 3 dead in the harbour      | en    | 2031-05-04T00:00:00
On 4 May 2031, 9 hours after the storm    | en    | 2031-05-04T00:00:00
On 4 May 2031, 99:99 stood on the clock   | en    | 2031-05-04T00:00:00
On 4 May 2031, 10.05 million came to it   | en    | 2031-05-04T00:00:00
Publié le : 4 mai 2031 à 9h30             | fr    | 2031-05-04T09:30:00
le 1er février 2031, par Ada Stone        | fr    | 2031-02-01T00:00:00
Stand: Sonntag, 4. Mai 2031, 9:30 Uhr     | de    | 2031-05-04T09:30:00
发布时间：2031年5月4日 09:30 来源：港口报   | zh    | 2031-05-04T09:30:00
发布时间：2031年5月4日 下午3:20 作者：石    | zh    | 2031-05-04T15:20:00
نشر في ٤ مايو ٢٠٣١ الساعة ٠٩:٣٠ في الميناء  | ar    | 2031-05-04T09:30:00
Опубликовано: 4 мая 2031 г., 09:30 МСК    | ru    | 2031-05-04T09:30:00+03:00
So 04.05.31 | 9:30 Uhr | Von Ada Stone     | de    | 2031-05-04T09:30:00
2031-yil 4-may, 09:30                     | uz    | 2031-05-04T09:30:00
2031 жылғы 4 мамыр, 09:30                 | kk    | 2031-05-04T09:30:00
2031 оны 5-р сарын 4                      | mn    | 2031-05-04T00:00:00
၂၀၃၁ ခုနှစ် မေလ ၄ ရက်                        | my    | 2031-05-04T00:00:00
០៤ ឧសភា ២០៣១                              | km    | 2031-05-04T00:00:00
ថ្ងៃទី៤ ខែឧសភា ឆ្នាំ២០៣១                     | km    | 2031-05-04T00:00:00
Hochiqandi 4-nji maý 2031                 | tk    | 2031-05-04T00:00:00
2031ko maiatzaren 4a, 09:30               | eu    | 2031-05-04T09:30:00
Közzétéve: 2031. május 4. 9:30            | hu    | 2031-05-04T09:30:00
Objavljeno 4. maja 2031. u 9:30           | sr    | 2031-05-04T09:30:00
Objavljeno: 4. listopada 2031.            | hr    | 2031-10-04T00:00:00
Zveřejněno 4. května 2031 9:30            | cs    | 2031-05-04T09:30:00
פורסם ב-4 במאי 2031, 9:30                  | he    | 2031-05-04T09:30:00
تاريخ: ۱۴ ثور ۱۴۱۰                        | fa-AF | 2031-05-04T00:00:00
4 de maig del 2031                        | ca    | 2031-05-04T00:00:00
Ika-4 ng Mayo 2031                        | fil   | 2031-05-04T00:00:00
تاریخ انتشار: ۱۴۱۰/۰۲/۱۴ - ۰۹:۳۰           | fa    | 2031-05-04T09:30:00
1410-02-14 09:30                          | fa    | 2031-05-04T09:30:00
۱۴۱۰/۲/۱۴                                 |       | 2031-05-04T00:00:00
1410/02/14                                | en    |
1410/12/31                                | fa    |
The phone 17 Pro 2031 edition             | en    |
In 2031 May 4 people, 4 May 2030          | en    | 2031-05-04T00:00:00
© 2031, 4 May 2030                        | en    | 2030-05-04T00:00:00
In 2031 12 people walked                  | en    |
Release 04.05.31 is out                   | en    |
10.04.05.31 9:30 Uhr                      | de    |
31.02.31 9:30 Uhr                         | de    |
id=20310504, page 3                       |       | 2031-05-04T00:00:00
104 May 2031                              | en    |
The 2 des 2000 habitants                  | fr    |
120310504                                 |       |
31 February 2031, as they say             | en    |
"""


def rows(table: str) -> list[list[str]]:
    """The cells of each line; \\u escapes are read, so that invisible characters can be seen."""
    shown = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), table)
    return [[cell.strip() for cell in line.rsplit("|", 2)] for line in shown.strip().splitlines()]


def iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


@pytest.mark.parametrize(("written", "language", "meant"), rows(BOTH))
def test_fields(written: str, language: str, meant: str) -> None:
    assert iso(parse_date(written, language=language or None)) == meant


@pytest.mark.parametrize(("written", "language", "meant"), rows(BOTH + LINES.lstrip()))
def test_texts(written: str, language: str, meant: str) -> None:
    assert iso(find_date(written, language=language or None)) == meant


@pytest.mark.parametrize(("written", "language", "meant"), rows(FIELDS))
def test_running_text_holds_no_parts_of_dates(written: str, language: str, meant: str) -> None:
    assert iso(parse_date(written, language=language or None)) == meant
    assert find_date(written, language=language or None) is None


@pytest.mark.parametrize(("written", "language", "meant"), rows(LINES))
def test_a_field_holds_no_more_than_a_date(written: str, language: str, meant: str) -> None:
    found = parse_date(written, language=language or None)
    assert found is None or found.isoformat() == meant


# The language and a date of each month, with the day of the month's number and 3: the long form of
# Unicode CLDR (as in Babel 2.19).
BY_LANGUAGE = tsv.rows(Path(__file__).with_name("dates_by_language.tsv"))


@pytest.mark.parametrize("row", BY_LANGUAGE, ids=lambda row: row[0])
def test_dates_of_each_language(row: list[str]) -> None:
    language, *written = row
    meant = [datetime(2031, month, month + 3) for month in range(1, 13)]
    assert [find_date(text, language=language) for text in written] == meant
    assert [find_date(f"{text}, 19:05", language=language) for text in written] == [
        moment.replace(hour=19, minute=5) for moment in meant
    ]


@pytest.mark.parametrize("text", [None, "", " ", "\x00", "Wed, " * 20])
def test_nothing_is_no_date(text: str | None) -> None:
    assert parse_date(text) is None
    assert find_date(text) is None


def test_what_is_too_long_is_not_read() -> None:
    date = "4 May 2031"
    assert parse_date(date.ljust(LONGEST_FIELD)) == datetime(2031, 5, 4)
    assert parse_date(date.ljust(LONGEST_FIELD + 1)) is None
    assert find_date(date.rjust(LONGEST_TEXT)) == datetime(2031, 5, 4)
    assert find_date(date.rjust(LONGEST_TEXT + 1)) is None


def test_an_offset_that_no_place_has_is_left_out() -> None:
    assert parse_date("2031-05-04T09:30:00+23:00") == datetime(2031, 5, 4, 9, 30)
    assert find_date("Sun, 04 May 2031 09:30:00 +9900") == datetime(2031, 5, 4, 9, 30)
    assert find_date("Fri, 31 Dec 1999 23:59:59 " + "9" * 40) == datetime(1999, 12, 31, 23, 59, 59)


MOMENTS = st.datetimes(
    datetime(1991, 1, 1),
    datetime(2100, 1, 1),
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m))),
).map(lambda moment: moment.replace(microsecond=0))


@given(MOMENTS)
def test_there_and_back(moment: datetime) -> None:
    for written in (
        moment.isoformat(),
        moment.isoformat(sep=" "),
        format_datetime(moment),
        format_datetime(moment.astimezone(UTC), usegmt=True),
        moment.strftime("%a %b %d %H:%M:%S %z %Y"),
        moment.strftime("%B %d, %Y, %I:%M:%S %p %z"),
        moment.strftime("%Y年%m月%d日 %H时%M分%S秒 %z"),
    ):
        assert parse_date(written) == moment, written
        assert find_date(written) == moment, written


WORDS = "4 04 2031 1410 9999 May mai مايو خرداد ٤ 年 月 日 下午 9:30 24:00 3 : - / . , T Z +08:00"
SPACED = "gada ខែ ឆ្នាំ ko d’ maig -yil ta’ оны GMT CST am p.m. h at de Uhr ( ) st г."
PIECES = st.lists(st.sampled_from([*WORDS.split(), *SPACED.split(), " "]), max_size=14).map("".join)
ANY = st.text(max_size=120) | PIECES | st.from_regex(re.compile(r"[\dA-Za-z ,:+\-年月日]{0,60}"))


@given(ANY, st.none() | st.sampled_from(["zh", "en-US", "x", ""]))
def test_no_text_raises_and_both_agree(text: str, language: str | None) -> None:
    field, found = parse_date(text, language=language), find_date(text, language=language)
    assert found is None or 1990 <= found.year <= 2100
    assert field is None or 1970 <= field.year <= 2199
    assert field is None or found is None or field == found


REPEATED = """
at|a|t| |- |4 |4 May |4 May 2031 |4 May 2031, |2031-|a las |2031年5月|9:30 |9:30 p.m. |(|4. |٤ |下午
+08|é|9|2031-05-04 1:|4 May 2031 - - |4 May 2031 at at |Sunday |4 May 2031 Sunday |2031-05-04T
may 4 |2031 |2031 may |2031. |2031 m. |2031 - |ខែ|de |4 de |2031 оны |x|word
"""


@pytest.mark.parametrize("piece", REPEATED.strip("\n").replace("\n", "|").split("|"))
def test_no_text_takes_long(piece: str) -> None:
    with within(1):
        for text in ("4 May 2031" + piece * 2000, piece * 2000):
            for length in (LONGEST_FIELD, LONGEST_TEXT, len(text)):
                parse_date(text[:length])
                find_date(text[:length])
