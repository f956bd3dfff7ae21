"""Bylines: which names on the page are those of the writers."""

from __future__ import annotations

import pytest

from extract.heads import read


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("<meta name=author content='Anna Kern'>", ("Anna Kern",)),
        ("<meta name=author content='Anna Kern'><meta name=author content='Bo Li'>",
         ("Anna Kern", "Bo Li")),
        ("<meta property=article:author content='https://a.example/kern'>"
         "<a rel=author href=/k>Anna Kern</a>", ("Anna Kern",)),
        ("<span itemprop=author><span itemprop=name>Anna Kern</span>, desk</span>",
         ("Anna Kern",)),
        ("<div class=byline>By Anna Kern</div>", ("Anna Kern",)),
        ("<div class=author-name>李安</div>", ("李安",)),
        ("<div class=authority>Anna Kern</div>", ()),
        ("<p>By Anna Kern</p>", ("Anna Kern",)),
        ("<p>Von Anna Kern</p>", ("Anna Kern",)),
        ("<p>Par Jeanne Morel</p>", ("Jeanne Morel",)),
        ("<p>Author: Anna Kern</p>", ("Anna Kern",)),
        ("<p>作者：李安</p>", ("李安",)),
        ("<p>记者李安</p>", ("李安",)),
        ("<p>بقلم سامي حداد</p>", ("سامي حداد",)),
        ("<p>By the sea it rained.</p>", ()),
        ("<p>Paris</p>", ()),
        ("<span>Portugal</span>", ()),
        ("<span>Bypass opens</span>", ()),
        ("<h4>Vonovia AG</h4>", ()),
        ("<div>Porto</div>", ()),
        ("<nav><p>By Anna Kern</p></nav>", ()),
        ("<td>By Anna Kern</td>", ()),
        (f"<p>By {'x' * 80}</p>", ()),
        ("", ()),
    ],
)  # fmt: skip
def test_bylines(markup: str, names: tuple[str, ...]) -> None:
    assert read(markup).bylines == names


def test_a_person_is_believed_before_the_name_of_the_site() -> None:
    site = "<meta property=og:site_name content='Harbour Ledger'>"
    meta = "<meta name=author content='Harbour Ledger'>"
    assert read(site + meta + "<p>By Anna Kern</p>").bylines == ("Anna Kern",)
    assert read(site + meta).bylines == ("Harbour Ledger",)
    assert read(meta, {"author": {"name": "Bo Li"}}).bylines == ("Bo Li",)
