"""Boxes that ask readers to register, log in or pay."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Any

import pytest

from mirrorpress.extract.body.walls import _BEGINNING, _BEGINNINGS, _INVITATION, exclude_walls
from mirrorpress.extract.page.tree import Element
from pace import within
from trees import SENTENCE, named, tree_of

TEXT = f"<p>{SENTENCE * 3}</p>" * 4
SELL = "<ul><li>Every report, every day<li>Two puzzles</ul><a href=/offer>See the offers</a>"


def beginnings(pattern: Iterable[tuple[object, Any]]) -> set[str]:
    """The first characters of all that a parsed regular expression can match."""
    found = {""}
    for name, of in pattern:
        match str(name):
            case "LITERAL":
                after = {chr(of)}
            case "IN":
                after = {chr(code) for _, code in of}
            case "BRANCH":
                after = set().union(*map(beginnings, of[1]))
            case "SUBPATTERN":
                after = beginnings(of[3])
            case "MAX_REPEAT":
                after = beginnings(of[2]) | ({""} if of[0] == 0 else set())
            case "ANY":
                after = {"."}
            case _:
                raise AssertionError(name)
        found = {(first + rest)[:_BEGINNING] for first in found for rest in after}
        if all(len(first) == _BEGINNING for first in found):
            break
    return found


def test_the_beginnings_of_all_invitations_are_known() -> None:
    parsed = importlib.import_module("re._parser").parse(_INVITATION.pattern, _INVITATION.flags)
    found = {first.replace("ı", "i") for first in beginnings(parsed)}  # "I" is the capital of both
    assert {len(first) for first in found} == {_BEGINNING}
    assert {first for first in found if first.isascii()} == _BEGINNINGS


@pytest.mark.parametrize("line", ["<b>Create</b> an account", "Sign<b> in</b>", "\n Sign\n\nin"])
def test_an_invitation_may_be_parted(line: str) -> None:
    assert named(walled(f"<div id=box><p>{line} to continue</p>{SELL}</div>"), "box").excluded


def walled(inside: str) -> Element:
    root = tree_of(f"<main>{TEXT}{inside}{TEXT}</main>")
    exclude_walls(root.find("main")[0])
    return root


@pytest.mark.parametrize(
    "line",
    [
        "Register / sign in to unlock more reports",
        "Subscribe now to read the latest news in your valley.",
        "Create an account to continue reading",
        "This article is exclusively for our subscribers.",
        "Already a subscriber? Sign in",
        "Already have an account? Log in",
        "To read the rest of this story, subscribe to the Ledger.",
        "You have two free articles left this month.",
        "Il vous reste 41 % de cet article à lire. La suite est réservée aux abonnés.",
        "Déjà abonnée ? Connectez-vous",
        "Connectez-vous pour lire la suite",
        "Dieser Artikel ist exklusiv für Abonnentinnen und Abonnenten.",
        "Bereits Abonnent? Einloggen",
        "Jetzt anmelden und weiterlesen",
        "Regístrate para seguir leyendo",
        "Conteúdo exclusivo para assinantes",
        "Accedi per leggere il resto",
        "Dit artikel is alleen voor abonnees",
        "Logga in för att läsa vidare",
        "Artykuł dostępny tylko dla prenumeratorów",
        "Статья доступна только подписчикам",
        "Увійдіть, щоб читати далі",
        "Devamını okumak için giriş yapın",
        "سجّل الدخول لمتابعة القراءة",
        "برای خواندن ادامه این گزارش وارد شوید",
        "请登录后查看全文",
        "登入後閱讀全文",
        "この記事は会員限定です。",
        "残り 1,240 文字は有料会員の方だけに",
        "［有料会員限定］ この先は港湾日報の会員の方だけに",
        "이 기사는 유료 회원만 볼 수 있습니다",
    ],
)
def test_an_invitation_takes_its_box_with_it(line: str) -> None:
    root = walled(f"<div id=box><h3>{line}</h3>{SELL}</div>")
    assert named(root, "box").excluded
    assert not any(paragraph.excluded for paragraph in root.find("p"))
    assert walled(f"<p id=line><b>{line}</b></p>").find("p")[4].excluded


@pytest.mark.parametrize(
    "line",
    [
        "Already registered voters need no letter.",
        "Bereits registriert haben sich 300 Fischer.",
        "Déjà inscrits, les pêcheurs attendent.",
        "The subscribers of the ferry log in every morning, the clerk said.",
        "He asked the keeper to sign in to continue.",
        "Subscribe to a theory, and you will find proof of it.",
        "This story is for the members of the crew who did not come home.",
        "会员大会在周六举行，登录名单公布在门口。",
        f"Register to read this: {SENTENCE * 4}",  # too long for a label
    ],
)
def test_what_only_sounds_like_one(line: str) -> None:
    body = walled(f"<div id=box><p>{line}</p></div>").find("main")[0]
    assert not any(e.excluded for e in body.walk())


def test_a_line_in_the_midst_of_text_goes_alone() -> None:
    root = walled(f"<div id=part>{TEXT}<p id=line>Sign in to continue reading</p>{TEXT}</div>")
    assert named(root, "line").excluded
    assert not named(root, "part").excluded


def test_many_lines_take_bounded_work() -> None:
    near = "Register " + "here " * 40
    with within(3):
        walled(f"<div>{'<p>' + near + '</p>'}</div>" * 10_000)
        walled("<p>Sign in to continue</p>" * 20_000)


@pytest.mark.parametrize(
    "line",
    [
        "Register offices in the county will close on Fridays to keep costs low, the council said.",
        "To read the old letters visitors must register at the desk a day ahead, the library said.",
        "Der Text ist für viele Mitglieder des Rates zu lang, sagte die Sprecherin am Montag.",
    ],
)
def test_a_paragraph_of_the_text_that_begins_like_an_invitation_stays(line: str) -> None:
    root = tree_of(f"<main><p>{line}</p>{TEXT}</main>")
    exclude_walls(root.find("main")[0])
    assert not root.find("p")[0].excluded
    assert named(walled(f"<div id=box><p>{line}</p>{SELL}</div>"), "box").excluded


def test_a_paragraph_beside_the_box_stays() -> None:
    box = f"<div id=box><h3>Subscribe to continue reading</h3>{SELL}</div>"
    root = walled(f"<div id=part><p>{SENTENCE * 2}</p>{box}</div>")
    assert named(root, "box").excluded
    assert not named(root, "part").excluded


@pytest.mark.parametrize(
    "offer",
    [
        "Read all reports from the harbour for €9.99 a month, and end it whenever you like.",
        "Our reporters are on the quays every day, and we write down what they see and hear there.",
    ],
)
def test_a_paragraph_of_the_offer_goes_with_the_box(offer: str) -> None:
    head = "<div><h3>Subscribe to continue reading</h3><a href=/offer>Subscribe</a></div>"
    assert named(walled(f"<div id=box>{head}<p>{offer}</p></div>"), "box").excluded
