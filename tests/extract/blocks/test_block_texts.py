"""A block with its text, and the links in it."""

from __future__ import annotations

from extract.written import a, items, links, p
from mirrorpress.extract.blocks.block_texts import link_share, linked, links_in, with_text
from mirrorpress.model.blocks import Emphasis, Paragraph, Rule, Strong, Text


def test_characters_in_links_count_at_any_depth() -> None:
    assert linked((Text("no "), a("four"), Emphasis((Strong((a("six"),)), Text("no"))))) == 7


def test_only_links_directly_in_a_line_are_counted() -> None:
    assert links_in((a("one"), Text("no"), Strong((a("two"),)), a("three"))) == 2


def test_the_share_of_links_in_a_line_and_in_a_list() -> None:
    half = Paragraph((a("four"), Text("text")))
    assert link_share(half) == 0.5
    assert link_share(links("one", "two")) == 1
    assert link_share(items(half, p("text"))) == 0.25
    assert link_share(Rule()) == 0


def test_the_text_of_a_block_at_its_ends_and_in_one_case() -> None:
    part = with_text(p(" The QUAY "))
    assert (part.whole, part.text, part.beginning) == (" The QUAY ", "The QUAY", "the quay")
    assert part.weight() == 10
