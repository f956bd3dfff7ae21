"""Reads the outlets' data files and says what each outlet has published in a round."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any
from urllib.parse import quote

from mirrorpress.demo.markup import make_picture, parse_pages
from mirrorpress.demo.model import DemoArticle, Outlet

ROUNDS = (1, 2)


def outlets_root() -> Traversable:
    """The folder of the outlets, one folder each."""
    return files("mirrorpress.demo") / "outlets"


@cache
def load_outlets() -> tuple[Outlet, ...]:
    """All outlets, by name."""
    folders = sorted((f for f in outlets_root().iterdir() if f.is_dir()), key=lambda f: f.name)
    return tuple(_load_outlet(f) for f in folders if (f / "outlet.toml").is_file())


def _load_outlet(folder: Traversable) -> Outlet:
    return Outlet(**tomllib.loads((folder / "outlet.toml").read_text("utf-8")))


@cache
def load_template(name: str) -> str:
    """The text of a template: `shared/...`, or one of an outlet's own as `outlet/...`."""
    root = files("mirrorpress.demo") if name.startswith("shared/") else outlets_root()
    return (root / name).read_text("utf-8")


@cache
def load_reports(outlet: Outlet, round_number: int) -> tuple[DemoArticle, ...]:
    """What the outlet has published in this round, newest first.

    Raises:
        ValueError: if there is no such round.
    """
    if round_number not in ROUNDS:
        raise ValueError(f"the newsroom has rounds 1 and 2, not {round_number}")
    reports = [
        _make_report(outlet, data, round_number)
        for data in _load_articles(outlet)
        if data.get("new_in", 1) <= round_number < data.get("withdrawn_in", len(ROUNDS) + 1)
    ]
    return tuple(sorted(reports, key=lambda report: report.published, reverse=True))


@cache
def withdrawn_urls(outlet: Outlet, round_number: int) -> frozenset[str]:
    """Addresses that the outlet once served and has taken back."""
    return frozenset(
        _url(outlet, data)
        for data in _load_articles(outlet)
        if data.get("withdrawn_in", len(ROUNDS) + 1) <= round_number
    )


@cache
def _load_articles(outlet: Outlet) -> tuple[dict[str, Any], ...]:
    folder = outlets_root() / outlet.name
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".toml"))
    return tuple(
        tomllib.loads((folder / name).read_text("utf-8")) for name in names if name != "outlet.toml"
    )


def _url(outlet: Outlet, data: dict[str, Any]) -> str:
    path = outlet.path.format(slug=data["slug"], published=data["published"])
    return f"http://{outlet.host}{quote(path)}"


def _make_report(outlet: Outlet, data: dict[str, Any], round_number: int) -> DemoArticle:
    report = DemoArticle(
        outlet=outlet,
        slug=data["slug"],
        url=_url(outlet, data),
        title=data["title"],
        subtitle=data.get("subtitle", ""),
        bylines=tuple(data.get("bylines", ())),
        published=data["published"],
        modified=data.get("modified"),
        section=data["section"],
        tags=tuple(data.get("tags", ())),
        event=data.get("event"),
        copy_of=data.get("copy_of"),
        link=data.get("link", "plain"),
        steady=not {"new_in", "withdrawn_in", "round2"} & data.keys(),
        lead=make_picture(data["lead"]) if "lead" in data else None,
        pages=parse_pages(data["body"]),
    )
    edit = data.get("round2")
    return _edited(report, edit) if edit and round_number >= 2 else report


def _edited(report: DemoArticle, edit: dict[str, Any]) -> DemoArticle:
    """The report with a new headline and one more paragraph, as the desk left it for round 2."""
    place: int = edit["after"]
    first, *others = report.pages
    added = parse_pages(edit["extra"])[0]
    return replace(
        report,
        title=edit["title"],
        modified=edit["modified"],
        pages=((*first[:place], *added, *first[place:]), *others),
    )
