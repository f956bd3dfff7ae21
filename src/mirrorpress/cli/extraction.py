"""`mirrorpress extract`: saved pages in, articles out. Needs no mirror."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import click

from mirrorpress.cli.explanation import explanation_page, print_explanation
from mirrorpress.cli.inputs import (
    Unreadable,
    content_of,
    decoded,
    file_content,
    lines_of,
    moment_of,
    print_json,
    text_of,
)
from mirrorpress.cli.site_batch import Extracted, SiteBatch, arrivals
from mirrorpress.cli.site_rules import print_problems
from mirrorpress.errors import ItemError, RunError
from mirrorpress.extract import explain as explained
from mirrorpress.extract import extract as extracted
from mirrorpress.extract import extract_and_record
from mirrorpress.extract.site_rules import rules_for
from mirrorpress.model import FeedEntry
from mirrorpress.model.site_profile import SiteProfile
from mirrorpress.model.site_rules import SiteRules
from mirrorpress.press import read_rules_folder
from mirrorpress.publish.printable import printable
from mirrorpress.render.export import article_to_json

EMPTY: dict[str, Any] = {
    "url": None,
    "title": None,
    "subtitle": None,
    "bylines": [],
    "published": None,
    "modified": None,
    "language": None,
    "publisher": None,
    "section": None,
    "lead": None,
    "text": "",
    "html": "",
    "blocks": [],
    "images": [],
    "embeds": [],
    "confidence": None,
}  # what `extract --jsonl` says of a page that gave no article, but for its error


@click.command()
@click.argument("path", nargs=-1)
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read lines {"id", "html" or "path", "url"?, "feed"?}, from a file or standard input.',
)
@click.option(
    "--site-memory",
    is_flag=True,
    help="Let pages of one site in the batch improve each other (with --jsonl; reads all of the "
    "batch first).",
)
@click.option(
    "--rules",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder with rules of sites, used for pages with an address.",
)
@click.option("--url", help="Address of the page, if there is only one.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "html", "text"]),
    default="json",
    show_default=True,
    help="Format of the output.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Print the lines of the page instead, and why each was kept or dropped.",
)
@click.option(
    "--explain-html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the same beside the article to this HTML file (of one page).",
)
def extract(
    path: tuple[str, ...],
    jsonl: bool,
    site_memory: bool,
    rules: Path | None,
    url: str | None,
    form: str,
    explain: bool,
    explain_html: Path | None,
) -> int:
    """Extract articles from saved pages.

    PATH is a saved page (.gz too); - or nothing is standard input. Prints one JSON line each.
    """
    if site_memory and not jsonl:
        raise click.UsageError("--site-memory needs --jsonl: sites are known by their addresses")
    if (explain or explain_html) and jsonl:
        raise click.UsageError("--explain is for single pages; leave out --jsonl")
    if explain_html is not None and len(path) > 1:
        raise click.UsageError("--explain-html is for one page")
    if explain_html is not None and explain_html.resolve() in {Path(p).resolve() for p in path}:
        raise click.UsageError(f"--explain-html would overwrite the page {explain_html}")
    by_host = _read_rules(rules) if rules is not None else {}
    if explain or explain_html:
        of_site = rules_for(url, by_host)
        return _explain(path or ("-",), url, of_site, printed=explain, file=explain_html)
    if jsonl:
        return _print_batch(path or ("-",), by_host, site_memory=site_memory)
    failed = 0
    for name in path or ("-",):
        try:
            answer = _page_extracted(
                {"id": name, "url": url}, content_of(name), None, by_host, remember=False
            ).answer
        except Unreadable as error:
            answer = {"id": name, **EMPTY, "url": url, "error": str(error)}
        failed += answer["error"] is not None
        if answer["error"] is not None:
            click.echo(f"{name}: {answer['error']}", err=True)
        if form == "json":
            print_json(answer)
        elif answer["error"] is None:
            click.echo(answer[form])
    return 1 if failed else 0


def _explain(
    names: tuple[str, ...],
    url: str | None,
    rules: SiteRules | None,
    *,
    printed: bool,
    file: Path | None,
) -> int:
    failed = 0
    for name in names:
        try:
            explanation = explained(content_of(name), url, rules=rules)
        except Unreadable as error:
            click.echo(f"{name}: {error}", err=True)
            failed += 1
            continue
        if len(names) > 1:
            click.echo(f"{printable(name)}:")
        if printed:
            print_explanation(explanation)
        if file is not None:
            _write(file, explanation_page(explanation))
        if rules is not None and not explanation.rules:
            click.echo(
                f"{name}: no article with the rules of its site; read without them", err=True
            )
        if isinstance(explanation.result, ItemError):
            click.echo(f"{name}: {explanation.result}", err=True)
            failed += 1
    return 1 if failed else 0


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        raise RunError(f"{file} cannot be written ({error.strerror})") from error


def _read_rules(folder: Path) -> dict[str, SiteRules]:
    """The rules in a folder, by host; mistakes in them are reported."""
    found = read_rules_folder(folder)
    print_problems(found.problems)
    return found.rules


def _print_batch(
    names: tuple[str, ...], by_host: Mapping[str, SiteRules], *, site_memory: bool
) -> int:
    failed = 0
    answers = _learned if site_memory else _one_by_one
    for answer in answers(names, by_host):
        failed += answer["error"] is not None
        print_json(answer)
    return 1 if failed else 0


def _one_by_one(
    names: tuple[str, ...], by_host: Mapping[str, SiteRules]
) -> Iterator[dict[str, Any]]:
    for name in names:
        for line in lines_of(name):
            yield _line_extracted(line, None, by_host=by_host, remember=False).answer


def _learned(names: tuple[str, ...], by_host: Mapping[str, SiteRules]) -> Iterator[dict[str, Any]]:
    with closing(SiteBatch(partial(_line_extracted, by_host=by_host))) as batch:
        for name in names:
            for line in arrivals(name):
                if line is None:
                    yield from batch.answers()
                else:
                    batch.add(line)
        yield from batch.answers()


def _line_extracted(
    line: bytes,
    profile: SiteProfile | None,
    *,
    by_host: Mapping[str, SiteRules],
    remember: bool = True,
) -> Extracted:
    """One line of `extract --jsonl`, answered; never raises.

    Without `remember` there is no record of the page, which takes a tenth of the time.
    """
    try:
        item = decoded(line)
        if not isinstance(item, dict):
            raise ValueError("it is not an object")
    except ValueError as error:
        return Extracted({"id": None, **EMPTY, "error": f"the line cannot be used: {error}"})
    try:
        return _page_extracted(item, _html(item), profile, by_host, remember=remember)
    except Unreadable as error:
        return _refused(item, str(error))
    except Exception as error:  # a bug fails only its page, not the batch
        return _refused(item, f"mirrorpress failed at this page: {error!r}; please report it")


def _refused(item: dict[str, Any], error: str) -> Extracted:
    url = text_of(item.get("url"))
    return Extracted({"id": item.get("id"), **EMPTY, "url": url, "error": error})


def _html(item: dict[str, Any]) -> str | bytes:
    """The page of a line. Raises Unreadable."""
    html, path = item.get("html"), item.get("path")
    if isinstance(html, str):
        return html
    if html is not None or not isinstance(path, str):
        raise Unreadable("the line has no text in html, and no path")
    return file_content(path)


def _page_extracted(
    item: dict[str, Any],
    html: str | bytes,
    profile: SiteProfile | None,
    by_host: Mapping[str, SiteRules],
    *,
    remember: bool,
) -> Extracted:
    url, record = text_of(item.get("url")), None
    entry, rules = _entry(item.get("feed")), rules_for(text_of(item.get("url")), by_host)
    try:
        if remember or profile is not None:
            article, record = extract_and_record(
                html, url, entry=entry, profile=profile, rules=rules
            )
        else:
            article = extracted(html, url, entry=entry, rules=rules)
    except ItemError as error:
        return _refused(item, str(error))
    answer = {
        "id": item.get("id"),
        **article_to_json(article),
        "confidence": article.confidence,
        "error": None,
    }
    return Extracted(answer, url, record)


def _entry(said: object) -> FeedEntry | None:
    """The line's "feed" as an entry; what is of the wrong type is left out."""
    if not isinstance(said, dict):
        return None
    author = text_of(said.get("author"))
    return FeedEntry(
        title=text_of(said.get("title")),
        summary=text_of(said.get("summary")),
        authors=(author,) if author else (),
        published=moment_of(said.get("published")),
    )
