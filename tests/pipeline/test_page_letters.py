"""What only our reading of a page changed is not shown as a change by its outlet."""

from __future__ import annotations

from mirrorpress.compare import change
from mirrorpress.model import Article, Page
from mirrorpress.model.blocks import Paragraph, Text
from mirrorpress.pipeline.page_letters import kinds_on_pages
from store.samples import NOON

FERRY = "The ferry sank in the harbour at dawn, and 12 people were saved."
CREDIT = "Reporting by the desk; sign up for our letter at the foot of the page."


def article(*paragraphs: str, title: str = "Ferry sinks") -> Article:
    return Article(title=title, blocks=tuple(Paragraph((Text(one),)) for one in paragraphs))


def page(*paragraphs: str, title: str = "Ferry sinks") -> Page:
    body = "".join(f"<p>{one.replace(' ', ' <b></b>', 1)}</p>" for one in paragraphs)
    content = f"<title>{title}</title><nav>Menu</nav>{body}".encode()
    return Page(url="https://a.example/1", requested="", body=content, fetched=NOON)


def test_a_line_that_is_still_on_the_page_was_not_cut() -> None:
    found = change(article(FERRY, CREDIT), article(FERRY))
    assert found.kinds == {"cut"}
    same = page(FERRY, CREDIT)
    assert kinds_on_pages(found, [same], [same]) == frozenset()
    assert kinds_on_pages(found, [same], [page(FERRY)]) == {"cut"}


def test_a_line_that_was_on_the_page_before_was_not_added() -> None:
    found = change(article(FERRY), article(FERRY, CREDIT))
    same = page(FERRY, CREDIT)
    assert kinds_on_pages(found, [same], [same]) == frozenset()
    assert kinds_on_pages(found, [page(FERRY)], [same]) == {"added"}


def test_what_the_outlet_changed_is_told_and_what_it_did_not_is_left_out() -> None:
    other = FERRY.replace("12", "14")
    found = change(article(FERRY, CREDIT), article(other))
    assert {"numbers", "cut"} <= found.kinds
    kinds = kinds_on_pages(found, [page(FERRY, CREDIT)], [page(other, CREDIT)])
    assert "numbers" in kinds and "cut" not in kinds


def test_a_headline_that_was_there_before_is_no_new_one() -> None:
    found = change(article(FERRY, title="Ferry sinks"), article(FERRY, title="Menu"))
    assert found.kinds == {"headline"}
    same = page(FERRY)
    assert kinds_on_pages(found, [same], [same]) == frozenset()
    renamed = page(FERRY, title="Ferry saved")
    found = change(article(FERRY), article(FERRY, title="Ferry saved"))
    assert kinds_on_pages(found, [same], [renamed]) == {"headline"}


def test_without_the_former_page_the_readings_are_believed() -> None:
    found = change(article(FERRY, CREDIT), article(FERRY))
    assert kinds_on_pages(found, [], [page(FERRY, CREDIT)]) == {"cut"}


def test_hostile_pages_are_read_in_one_pass() -> None:
    body = b"<" * 300_000 + b"&" * 300_000
    hostile = Page(url="https://a.example/1", requested="", body=body, fetched=NOON)
    found = change(article(FERRY, CREDIT), article(FERRY))
    assert kinds_on_pages(found, [hostile], [hostile]) == {"cut"}
