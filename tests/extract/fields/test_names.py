"""Names without the labels, roles and dates around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.extract.fields import names as _names
from mirrorpress.extract.fields.names import (
    is_full_name,
    is_person,
    is_team,
    names_of,
    signed_names,
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Anna Kern and Bo Li", ("Anna Kern", "Bo Li")),
        ("by: Anna Kern, Harbour correspondent", ("Anna Kern",)),
        ("Written by Anna Kern | 4 May 2031", ("Anna Kern",)),
        ("Par Jeanne Morel avec AFP", ("Jeanne Morel", "AFP")),
        ("Von Jörg Tamm und Ute Wiese", ("Jörg Tamm", "Ute Wiese")),
        ("记者 李安 责任编辑：王平", ("李安",)),
        ("作者：李安、王平", ("李安", "王平")),
        ("本报记者 李安", ("李安",)),
        ("بقلم: سامي حداد", ("سامي حداد",)),
        ("Автор: Вера Лиманская", ("Вера Лиманская",)),
        ("Anna Kern (Lisquay)", ("Anna Kern",)),
        ("Par ANNE COSTE, JO MOREL Envoyées spéciales à Marrin", ("ANNE COSTE", "JO MOREL")),
        ("Por Ana Costa enviada especial a Marrin", ("Ana Costa",)),
        ("Bluesky, WhatsApp & TikTok", ()),
        ("Polub Ledger.pl", ()),
        ("Comments", ()),
        ("Follow Anna Kern", ()),
        ("Likele Anders", ("Likele Anders",)),
        ("Anna Kern; anna kern", ("Anna Kern",)),
        ("By\nAnna Kern\nFounder at Quayside", ("Anna Kern",)),
        ("Anna Kern\nHARBOUR LEDGER\nDec 16, 2031", ("Anna Kern",)),
        ("Anna Kern,\nBo Li", ("Anna Kern", "Bo Li")),
        ("Anna Kern\nand\nBo Li", ("Anna Kern", "Bo Li")),
        ("Anna Kern, MD", ("Anna Kern",)),
        ("Anna Kern, M.S., RDN", ("Anna Kern",)),
        ("Anna Kern, Chief Technology Officer", ("Anna Kern",)),
        ("Anna Kern Publié le 3 mai", ("Anna Kern",)),
        ("Anna Kern 5 days ago", ("Anna Kern",)),
        ("聯合報 記者李安／即時報導", ("李安",)),
        ("聯合報 記者\n李安\n／即時報導", ("李安",)),
        ("采写：港口报记者 李安", ("李安",)),
        ("作者｜李安 编辑｜王平", ("李安",)),
        ("撰文 | 李安 编辑 | 王平", ("李安",)),
        ("Reported by Anna Kern for Coast Cantonese", ("Anna Kern",)),
        ("Por Ana Costa para El Puerto", ("Ana Costa",)),
        ("Анна Керн для «Порта»", ("Анна Керн",)),
        ("Doctors for Peace", ("Doctors for Peace",)),
        ("Anna Kern, Special to the Ledger", ("Anna Kern",)),
        ("Anna Kern, as told to Bo Li", ("Anna Kern",)),
        ("Text: Anna Kern; Photos: Bo Li", ("Anna Kern",)),
        ("Kovács Anna | Közzétéve: 2031. május 4.", ("Kovács Anna",)),
        ("Anna Kern Zveřejněno 4. května 2031", ("Anna Kern",)),
        ("Anna Kern, Last updated", ("Anna Kern",)),
        ("Von Anna Kern Aktualisiert am 04.05.2031 - 18:50 Uhr Lesedauer: 4 Min.", ("Anna Kern",)),
        ("By Anna Kern 5/4/2031 05:03 AM EST", ("Anna Kern",)),
        ("Por Anna Kern akern@ledger.example", ("Anna Kern",)),
        ("By Anna Kern 16 min read", ("Anna Kern",)),
        ("Author of the article: Anna Kern", ("Anna Kern",)),
        ("See Full Bio", ()),
        ("Text: Anna Kern Photos: Bo Li", ("Anna Kern",)),
        ("Anna Kern, photographs by Bo Li", ("Anna Kern",)),
        ("Reporting by Anna Kern; Editing by Bo Li", ("Anna Kern",)),
        ("Anna Kern Europe Editor", ("Anna Kern",)),
        ("our harbour correspondent", ()),
        ("Our Foreign Staff", ("Our Foreign Staff",)),
        ("By the Harbour Agency", ("Harbour Agency",)),
        ("Anna Kern Jr.", ("Anna Kern Jr.",)),
        ("Anna Kern, Ph.D.", ("Anna Kern",)),
        ("Anna Kern, Lisquay", ("Anna Kern",)),
        ("Anna Kern, Bo Li, Lisquay", ("Anna Kern", "Bo Li")),
        ("Анна Белова, Лисквей", ("Анна Белова",)),
        ("Anna Kern, AFP", ("Anna Kern", "AFP")),
        ("Anna, Bruno", ("Anna", "Bruno")),
        ("Aus Bad Lisquay berichtet Anna Kern", ("Anna Kern",)),
        ("dal nostro inviato Anna Riva", ("Anna Riva",)),
        ("记者 李安 报道", ("李安",)),
        ("特约撰稿人 李安", ("李安",)),
        ("李安 发自海港", ("李安",)),
        ("李安／海港報導", ("李安",)),
        ("取材・文＝佐々木一郎", ("佐々木一郎",)),
        ("佐々木一郎記者", ("佐々木一郎",)),
        ("Autor*in: Anna Kern", ("Anna Kern",)),
        ("Autor:in Anna Kern", ("Anna Kern",)),
        ("Autor*in", ()),
        ("Artikel", ()),
        ("View all posts by Anna Kern", ("Anna Kern",)),
        ("Contributors: Anna Kern", ("Anna Kern",)),
        ("执笔/李安、王平", ("李安", "王平")),
        ("Anna Kern am 4.5.2031", ("Anna Kern",)),
        ("R. R.", ("R. R.",)),
        ("Anna K. and B.", ("Anna K.",)),
        ("Anna Kern.", ("Anna Kern",)),
        ("Publiziert am", ()),
        ("Авторы", ()),
        ("Autores", ()),
        ("Autor", ()),
        ("Quelle: dpa", ()),
        ("Written by", ()),
        ("admin", ()),
        ("User Admin", ()),
        ("Contributors to Wikimedia projects", ()),
        ("wp-admin", ()),
        ("Admin Aas", ("Admin Aas",)),
        ("https://a.example/staff/kern", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_names(text: str | None, names: tuple[str, ...]) -> None:
    assert names_of(text) == names


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    assert all(1 < len(name) <= 60 for name in names_of(text))


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Anna Kern", True),
        ("Anna von der Heide", True),
        ("李安", True),
        ("سامي حداد", True),
        ("deinen Freunden", False),
        ("Anna geht heim", False),
        ("Anna 2", False),
        ("", False),
        ("One Two Three Four Five Six", False),
    ],
)
def test_persons(name: str, person: bool) -> None:
    assert is_person(name) is person


def test_full_names() -> None:
    assert is_full_name("Anna Kern")
    assert is_full_name("Anna von der Heide")
    assert not is_full_name("Anna")
    assert not is_full_name("The Harbour Ledger")
    assert not is_full_name("Harbour News Desk")


def test_teams() -> None:
    assert is_team("Harbour Newsroom")
    assert is_team("ledger.com")
    assert is_team("Agence du Port")
    assert is_team("Liman Ajansı")
    assert not is_team("Anna Kern")


@pytest.mark.parametrize(
    ("strings", "names"),
    [
        (["作者：李安、王平"], ("李安", "王平")),
        (["记者：李安"], ("李安",)),
        (["整合 港口日报记者 李安"], ("李安",)),
        (["渡轮今天复航。（记者 李安）"], ("李安",)),
        (["渡轮今天复航。（本台记者 李安）"], ("李安",)),
        (["（李安）"], ("李安",)),
        (["（附图）"], ()),
        (["橋は来年完成する。（佐々木一郎）"], ("佐々木一郎",)),
        (["橋は来年完成する。（編集委員・鷲尾克彦）"], ("鷲尾克彦",)),
        (["橋は来年完成する。（文中敬称略）"], ()),
        (["橋は来年完成する（佐々木一郎）"], ()),
        (["责任编辑：王平", "作者：李安"], ("李安",)),
        (["（责任编辑：王平）"], ("王平",)),
        (["记者获悉，渡轮复航。"], ()),
        (["Ferry"], ()),
        (["（文・鳴海由布子、写真・鷲尾克）"], ("鳴海由布子",)),
        (["渡し船が終わった。（文＝堂前さくら）"], ("堂前さくら",)),
        (["取材・文＝鷲尾克"], ("鷲尾克",)),
        (["文・写真　鳴海由布子"], ()),
        (["（文・写真＝鳴海由布子）"], ("鳴海由布子",)),
        (["人文・社会学部は"], ()),
        (["文・社会学部は新しい校舎に移る"], ()),
        (["（写真・鷲尾克）"], ()),
    ],
)
def test_signatures(strings: list[str], names: tuple[str, ...]) -> None:
    assert signed_names(strings) == names


PIECES = st.sampled_from(
    [
        *(
            "Ada",
            "Stone",
            "van",
            "|",
            "@",
            " - ",
            "-",
            ",",
            ".",
            ":",
            "4",
            "2031",
            "May",
            "in",
            "on",
        ),
        *(
            "Reporters",
            "senior",
            "editor",
            "staff writer",
            "photo by",
            "for the",
            "le",
            "am",
            "says",
        ),
        *(
            "updated",
            "Published",
            "last",
            "reviewed by",
            "5 min",
            "3 hours ago",
            "enviada especial",
        ),
        *("graphics:", "Foto", "videos", "min", "K", "ſays", "10:30", "Jan. 4", "LESEZEIT"),
    ]
)


@given(st.lists(st.tuples(PIECES, st.sampled_from(["", " ", "  "]))))
def test_the_quick_tests_fail_only_where_nothing_is_to_be_found(
    pieces: list[tuple[str, str]],
) -> None:
    text = "".join(f"{piece}{space}" for piece, space in pieces)
    assert _names._may_have_tail(text) or not _names._TAIL.search(text)


@pytest.mark.parametrize(
    "label", ["Published:", "last updated", "Posted", "Aktualisiert", "Publicado", "(modified)"]
)
def test_a_label_of_a_date_ends_a_name(label: str) -> None:
    assert names_of(f"Ada Stone {label}") == ("Ada Stone",)
