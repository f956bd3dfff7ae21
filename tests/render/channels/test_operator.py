"""Files of the operator: what is read of them, what is reported, and the draw of links."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.render.channels.operator import MAX_LINES, OwnLink, drawn, read_links

FILE = '''\
\ufeffurl,title
https://gazette.example/a,Ferry runs again
# a note to myself
https://gazette.example/b,"Bread, salt and ""water"""

/pages/world/abc.md?x=1#y,In this mirror,fixed
https://gazette.example/a,The same again
  https://gazette.example/\u6e2f , \u6e2f\u53e3
'''


def test_links_are_read_in_their_order() -> None:
    found = read_links("links.csv", FILE.encode())
    assert found.problems == ()
    assert found.links == (
        OwnLink("https://gazette.example/a", "Ferry runs again"),
        OwnLink("https://gazette.example/b", 'Bread, salt and "water"'),
        OwnLink("/pages/world/abc.md", "In this mirror", fixed=True),
        OwnLink("https://gazette.example/%E6%B8%AF", "\u6e2f\u53e3"),
    )
    assert [link.inside for link in found.links] == [False, False, True, False]


def test_lines_that_cannot_be_used_are_reported_and_the_rest_is_read() -> None:
    content = (
        "javascript:alert(1),Run\n"
        "https://gazette.example/a\n"
        'https://gazette.example/b,"open\n'
        "https://gazette.example/c,a,b,c\n"
        "/../secret,Up\n"
        "https://gazette.example/d,Title,perhaps\n"
        "\x00\n"
        "https://gazette.example/e,Good\r\n"
    )
    found = read_links("picks.csv", content.encode())
    assert found.links == (OwnLink("https://gazette.example/e", "Good"),)
    assert [(one.file, one.line) for one in found.problems] == [
        ("picks.csv", line) for line in range(1, 8)
    ]
    causes = [one.cause for one in found.problems]
    assert "neither a web address nor a path" in causes[0]
    assert "has no title" in causes[1]
    assert "is not CSV" in causes[2]
    assert "put a title with commas into quotes" in causes[3]
    assert "write fixed, or nothing" in causes[5]


def test_a_pick_needs_no_title() -> None:
    found = read_links("picks.csv", b"https://gazette.example/a\n", titled=False)
    assert found.links == (OwnLink("https://gazette.example/a", ""),)


def test_files_in_other_encodings_are_read() -> None:
    content = "https://gazette.example/a,港口今天重新开放，渡轮恢复运行\n".encode("gb18030")
    assert read_links("picks.csv", content).links[0].title == "港口今天重新开放，渡轮恢复运行"


def test_a_file_has_a_bound() -> None:
    lines = "".join(f"https://gazette.example/{n},Title\n" for n in range(MAX_LINES + 9))
    found = read_links("links.csv", lines.encode())
    assert len(found.links) == MAX_LINES
    assert [one.line for one in found.problems] == [MAX_LINES + 1]


@given(st.binary(max_size=300))
def test_no_bytes_fail(content: bytes) -> None:
    for link in read_links("x.csv", content).links:
        assert link.url.startswith(("https://", "http://", "/"))
        assert "\n" not in link.title


LINKS = tuple(OwnLink(f"https://a.example/{n}", f"{n}") for n in range(20))
PAGES = [f"page{n}" for n in range(200)]


def test_the_draw_depends_on_the_page_alone_and_is_spread() -> None:
    assert drawn(LINKS, "page1", 3) == drawn(LINKS, "page1", 3)
    counts = {link: sum(link in drawn(LINKS, page, 3) for page in PAGES) for link in LINKS}
    assert min(counts.values()) > 10
    assert [len(drawn(LINKS, "page1", count)) for count in (0, 3, 20, 99)] == [0, 3, 20, 20]


def test_a_new_link_changes_only_pages_on_which_it_is_drawn() -> None:
    new = OwnLink("https://a.example/new", "new")
    for page in PAGES:
        before, after = drawn(LINKS, page, 3), drawn((new, *LINKS), page, 3)
        assert new in after or before == after
    changed = sum(drawn(LINKS, page, 3) != drawn((new, *LINKS), page, 3) for page in PAGES)
    assert 0 < changed < 60
