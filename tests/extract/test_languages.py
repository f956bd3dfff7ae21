"""Pages in seventy-nine languages, without a class or a meta element that says what is what.

`labels_by_language.tsv` has a language, a name, lines with that name as newsrooms print them, and
labels of the day of publication and of the day of a change. `site_labels_by_language.tsv` has the
labels of `words/site_labels`, in its order, and `jobs_by_language.tsv` has jobs of writers.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from mirrorpress.extract import extract
from mirrorpress.model.plain import plain_text
from tsv import each, rows

HERE = Path(__file__).parent
ROWS = rows(HERE / "labels_by_language.tsv")
DATES = {
    language: dates for language, *dates in rows(HERE.parent / "text" / "dates_by_language.tsv")
}
SITE_ROWS = rows(HERE / "site_labels_by_language.tsv")
JOBS = rows(HERE / "jobs_by_language.tsv")
BYLINES = {language: (name, each(lines)[0]) for language, name, lines, *_ in ROWS}
SAMPLES = dict(rows(HERE / "fields" / "samples_by_language.tsv"))
MAY, SEPTEMBER = 4, 8  # places of dates: 8 May and 12 September 2031
TEXT = [
    f"Somebody opened quay {number} on Monday, and hundreds of workers came back to it. " * 3
    for number in range(1, 6)
]


OTHER = '<a href="/2031/ferry">The ferry is late again this year</a>'
OTHERS = f'<ul><li>{OTHER}</li><li><a href="/2031/bridge">The old bridge was closed</a></li></ul>'
WRITTEN = "<div><p>Somebody</p><p>I saw it and it was good to see the workers there again</p></div>"


def page(language: str, lines: str, *, within: str = "", below: str = "") -> str:
    first, *others = [f"<p>{paragraph}</p>" for paragraph in TEXT]
    return (
        f'<html lang="{language}"><head><title>Harbour open again after the storm</title></head>'
        "<body><div><h1>Harbour open again after the storm</h1>"
        f"{lines}{first}{within}{''.join(others)}{below}</div></body></html>"
    )


def dates_of(language: str) -> tuple[str, str]:
    dates = DATES.get(language, DATES["en"])
    return dates[MAY], dates[SEPTEMBER]


def pairs(row: list[str]) -> list[tuple[str, str]]:
    """The date of a change and that of the publication, with each pair of their labels."""
    published, changed = dates_of(row[0])
    return [
        (f"{change} {changed}", f"{label} {published}")
        for label in each(row[3])
        for change in each(row[4])
    ]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_the_day_of_publication_is_told_from_that_of_a_change(row: list[str]) -> None:
    for changed, published in pairs(row):
        for lines in (
            f"<p>{published}</p><p>{changed}</p>",
            f"<p>{changed}</p><p>{published}</p>",
            f"<div>{changed} | {published}</div>",
        ):
            article = extract(page(row[0], lines), "https://outlet.example/2031/harbour")
            assert str(article.published)[:10] == "2031-05-08", lines
            assert plain_text(article).split("\n") == [part.strip() for part in TEXT], lines


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_line_names_who_wrote(row: list[str]) -> None:
    date = dates_of(row[0])[0]
    for line in each(row[2]):
        for lines in (
            f"<p>{line}</p><p>{date}</p>",
            f"<div>{date} | {line}</div>",
            f"<div>{line}<br>{date}</div>",
        ):
            article = extract(page(row[0], lines), "https://outlet.example/2031/harbour")
            assert article.bylines == (row[1],), lines
            assert str(article.published)[:10] == "2031-05-08", lines
            assert plain_text(article).split("\n") == [part.strip() for part in TEXT], lines


@pytest.mark.parametrize("row", SITE_ROWS, ids=lambda row: row[0])
def test_labels_of_a_site_are_no_text(row: list[str]) -> None:
    also, share, advert, comments, rights, tags, most_read, more = (
        each(column) for column in row[1:]
    )
    pages = [
        *({"within": f"<p>{label}: {OTHER}</p>"} for label in also),
        *({"within": f"<p>{label}</p><p>{OTHER}</p>"} for label in also),
        *({"below": f"<h3>{label}</h3>{OTHERS}"} for label in (*also, *most_read)),
        *({"within": f"<p>{label}</p>"} for label in (*share, *advert)),
        *({"below": f"<h3>{label} (1)</h3>{WRITTEN}"} for label in comments),
        *({"below": f"<p>{label}.</p>"} for label in rights),
        *({"below": f"<p>{label}: harbour, storm</p>"} for label in tags),
        *({"within": f'<p><a href="/2031/ferry">{label}</a></p>'} for label in more),
    ]
    for parts in pages:
        article = extract(page(row[0], "", **parts), "https://outlet.example/2031/harbour")
        assert plain_text(article).split("\n") == [part.strip() for part in TEXT], parts


@pytest.mark.parametrize("row", JOBS, ids=lambda row: row[0])
def test_a_job_is_no_name(row: list[str]) -> None:
    name, line = BYLINES[row[0]]
    has_small_letters = name[0].isupper()
    for job in each(row[1]):
        for lines in (
            f"<p>{line}, {job}</p>",
            f"<p>{line}<br>{job}</p>",
            f"<div class=author><span>{name}</span><span>{job}</span></div>",
            *([f"<div><b>{name}</b><br>{job.capitalize()}</div>"] if has_small_letters else []),
        ):
            article = extract(page(row[0], lines), "https://outlet.example/2031/harbour")
            assert article.bylines == (name,), lines


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] in SAMPLES], ids=lambda row: row[0])
def test_a_template_may_say_another_language(row: list[str]) -> None:
    language, name, lines, published, _ = row
    text = "".join(f"<p>{SAMPLES[language]} {number}</p>" for number in range(4))
    title = " ".join(SAMPLES[language].split()[:6])
    for line in each(lines):
        article = extract(
            f'<html lang="en"><head><title>{title}</title></head><body><div><h1>{title}</h1>'
            f"<div>{line} | {each(published)[0]} {dates_of(language)[0]}</div>{text}</div>",
            "https://outlet.example/2031/harbour",
        )
        assert article.language == language
        assert article.bylines == (name,), line
        assert str(article.published)[:10] == "2031-05-08"
