"""A day named from the day of reading, with a time: "Today, 17:40", "Dnes 10:15", "昨日14:05".

A row of the table has a language, the words for today, yesterday and the day before, and what can
stand between them and the time. A day alone is none: "Today" can be a heading.

Source: Unicode CLDR (as in Babel 2.19), relative days, with what newsrooms use besides.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from mirrorpress.text.tables import any_of, folded, folded_labels, rows_of

TABLE: Final = """
af | vandag; gister; eergister | om
am | ዛሬ; ትናንት; ትላንት | ከ
ar | اليوم; أمس; امس; البارحة; أول أمس | الساعة; عند الساعة; في; في الساعة; على الساعة
az | bu gün; bugün; dünən | saat
be | сёння; сення; учора; пазаўчора | у; а; аб
bg | днес; вчера; завчера | в; във; от
bn | আজ; গতকাল | সময়; বেলা; রাত; সকাল; বিকেল; দুপুর
bs | danas; jučer; juče; prekjučer | u
ca | avui; ahir; abans-d'ahir | a les; a la
cs | dnes; včera; předevčírem | v; ve
da | i dag; i går; i forgårs | kl.; klokken
de | heute; gestern; vorgestern | um; ab; gegen
el | σήμερα; χθες; χτες; προχθές | στις; ώρα
en | today; yesterday | at; from; @
es | hoy; ayer; anteayer; antier | a las; a la; las
et | täna; eile; üleeile | kell; kl.
eu | gaur; atzo; herenegun | ordua
fa | امروز; دیروز; پریروز | ساعت; در ساعت
fi | tänään; eilen; toissapäivänä | klo; kello
fil | ngayon; kahapon; ngayong araw | ng
fr | aujourd'hui; hier; avant-hier | à; vers; dès
ga | inniu; inné | ag
gl | hoxe; onte; antonte | ás; á
gu | આજે; ગઈકાલે | વાગ્યે
he | היום; אתמול; שלשום | בשעה; ב-; ב
hi | आज; कल; बीते कल | बजे; शाम; सुबह; दोपहर; रात
hr | danas; jučer; prekjučer | u
hu | ma; tegnap; tegnapelőtt | délelőtt; délután; este; reggel
hy | այսօր; երեկ | ժամը
id | hari ini; kemarin | pukul; pkl; jam
is | í dag; í gær; í fyrradag | kl.; klukkan
it | oggi; ieri; l'altro ieri | alle; alle ore; ore; h
ja | 今日; 本日; きょう; 昨日; きのう; 一昨日; おととい | 午前; 午後
ka | დღეს; გუშინ | საათზე
kk | бүгін; кеше | сағат
km | ថ្ងៃនេះ; ម្សិលមិញ | ម៉ោង
ko | 오늘; 어제; 그제 | 오전; 오후
ky | бүгүн; кечээ | саат
lt | šiandien; vakar; užvakar | val.
lv | šodien; vakar; aizvakar | plkst.; plkst; pulksten
mk | денес; вчера; завчера | во
mn | өнөөдөр; өчигдөр | цаг
mr | आज; काल | वाजता
ms | hari ini; semalam; kelmarin | pukul; jam
my | ယနေ့; ဒီနေ့; မနေ့က | နာရီ
nb | i dag; i går; i forgårs | kl.; kl; klokken
ne | आज; हिजो | बजे
nl | vandaag; gisteren; eergisteren | om; vanaf
pa | ਅੱਜ; ਕੱਲ੍ਹ | ਵਜੇ
pl | dzisiaj; dziś; wczoraj; przedwczoraj | o; o godz.; godz.; o godzinie
ps | نن; پرون | په
pt | hoje; ontem; anteontem | às; as; à; pelas
ro | azi; astăzi; ieri; alaltăieri | la; la ora; ora; ora:
ru | сегодня; вчера; позавчера | в; во; около
si | අද; ඊයේ | ට
sk | dnes; včera; predvčerom | o; v
sl | danes; včeraj; predvčerajšnjim | ob
sq | sot; dje; pardje | në; në orën; ora
sr | danas; juče; jučer; prekjuče; данас; јуче; јучер; прекјуче | u; у
sv | idag; i dag; igår; i går; i förrgår | kl.; kl; klockan
sw | leo; jana; juzi | saa
ta | இன்று; நேற்று | மணி
te | ఈరోజు; నేడు; నిన్న | ఉదయం; సాయంత్రం
tg | имрӯз; дирӯз | соати; соат
th | วันนี้; เมื่อวาน; เมื่อวานนี้ | เวลา; เมื่อเวลา
tk | şu gün; düýn | sagat
tr | bugün; dün; evvelsi gün | saat; saat:
tt | бүген; кичә | сәгать
ug | بۈگۈن; تۈنۈگۈن | سائەت
uk | сьогодні; вчора; учора; позавчора | о; об; в; у
ur | آج; گزشتہ روز; کل | بجے; شام; صبح
uz | bugun; kecha; бугун; кеча | soat; соат
vi | hôm nay; hôm qua; hôm kia | lúc; lúc:
zh | 今天; 今日; 昨天; 昨日; 前天 | 上午; 下午; 晚上; 凌晨; 中午; 早上; 晚间
zh-Hant | 今天; 今日; 昨天; 昨日; 前天 | 上午; 下午; 晚上; 凌晨; 中午; 早上; 晚間
"""
_TIME = (
    r"(?:[01]?\d|2[0-4])(?:\s?[:.h時时点點시]\s?[0-5]\d(?::[0-5]\d)?\s?[分분]?|\s?(?=[ap]\.?m))"
    r"(?:\s?(?:uhr|h|hrs?|[ap]\.?\s?m\.?|ч|час(?:а|ов)?|год|hod(?:in)?|val|orakor|i|น|"
    r"gmt|utc|cet|cest|est|edt|msk|мск|ist|jst|kst))?"
)
_BETWEEN = r"[\s,.:|•·–—/،、-]{0,4}"
_LONGEST = 40  # characters


def says_recent_day(text: str) -> bool:
    """Whether a text is today or a day before it with a time of day, and no more."""
    if len(text) > _LONGEST:
        return False
    return _form().fullmatch(folded(text)) is not None


@cache
def _form() -> re.Pattern[str]:
    days: set[str] = set()
    between: set[str] = set()
    for _, named, ahead in rows_of(TABLE):
        days |= folded_labels(named)
        between |= folded_labels(ahead)
    return re.compile(
        rf"\s*(?:{any_of(days)}){_BETWEEN}(?:(?:{any_of(between)}){_BETWEEN})?{_TIME}[.\s]*"
    )
