"""Which lines of a body are its site's, judged by the lines of other pages."""

from mirrorpress.extract.memory.learn import record_of
from mirrorpress.extract.memory.mask import lines_of_the_template
from mirrorpress.extract.memory.page_lines import PageLine, lines_of
from mirrorpress.extract.page.measure import measure, scale_of
from mirrorpress.extract.page.tree import parse
from mirrorpress.model.site_profile import PageRecord

_OWN = (
    "Paragraph {0} of the text numbered {0} tells of a bridge, a {1} and nothing else.",
    "Another one about the {1} follows, and the reader learns what the {1} did that day.",
    "The last one ends with the {1}, as every text in this little newspaper has to end.",
)


def lines(word: str, *, ahead: str = "", within: str = "", behind: str = "") -> list[PageLine]:
    first, second, third = (f"<p>{line.format(len(word), word)}</p>" for line in _OWN)
    root = parse(f"<div>{ahead}{first}{second}{within}{third}{behind}</div>")
    measure(root, scale_of(root))
    return lines_of([root])


def record(word: str, **parts: str) -> PageRecord:
    return record_of(f"https://varnhagen.example/{word}", word, lines(word, **parts))


def found(others: int = 1, **parts: str) -> list[str]:
    words = ("heron", "miller", "ferry", "organ", "stork")
    records = [record(word, **parts) for word in words[:others]]
    return [line.element.text() for line in lines_of_the_template(lines("goat", **parts), records)]


def test_repeated_lines_ahead_and_behind_are_of_the_site() -> None:
    ahead, behind = "<p>The morning paper</p>", "<p>Read us again tomorrow</p>"
    assert found(ahead=ahead, behind=behind) == ["The morning paper", "Read us again tomorrow"]


def test_a_repeated_heading_at_an_end_is_no_name_of_an_agency() -> None:
    for heading in ('<h3 class="more">Further Great Stories</h3>', "<h2>Key Takeaways</h2>"):
        assert len(found(behind=heading)) == len(found(ahead=heading)) == 1


def test_a_repeated_line_in_an_element_that_holds_nothing_else_is_of_the_site() -> None:
    assert found(within='<p class="ad">Advertisement</p>') == ["Advertisement"]


def test_a_short_line_among_paragraphs_of_their_kind_stays() -> None:
    assert found(4, within="<p>What happens next</p>") == []


def test_a_sentence_among_paragraphs_goes_once_two_others_have_it() -> None:
    sentence = (
        "Subscribe to our letter and never miss a single story about bridges or ferries again."
    )
    assert found(1, within=f"<p>{sentence}</p>") == []
    assert found(2, within=f"<p>{sentence}</p>") == [sentence]


def test_labels_of_tables_and_lists_and_headings_stay() -> None:
    for label in (
        '<h3 class="pros">Pros</h3>',
        '<table class="data"><tr><td class="key">Price</td><td>12</td></tr></table>',
        '<ul class="facts"><li class="fact">Height</li></ul>',
    ):
        assert found(3, within=label) == []


def test_a_label_that_stands_often_on_a_page_stays() -> None:
    assert found(3, within='<p class="speaker">Question</p>' * 4) == []


def test_nothing_is_known_without_other_pages_or_lines() -> None:
    assert found(0, behind="<p>Read us again tomorrow</p>") == []
    assert lines_of_the_template([], [record("heron")]) == []


def test_captions_corrections_and_credits_stay() -> None:
    for kept in (
        '<figure><img src="a.jpg"><figcaption class="c">Photo: Gazette</figcaption></figure>',
        '<p class="note">Correction: an earlier version gave another year.</p>',
        '<p class="note">更正：早前版本的年份有误。</p>',
        '<p class="note">声明：本文为云汀在线原创报道，转载请注明出处。</p>',
        '<p class="source">Sarel Wire</p>',
        '<p class="source">AFP</p>',
        "<p>Reporting by Ada Stone in Lisquay; editing by Ben Varga and Carla Muir</p>",
        "<p>Sous la conduite de la rédaction, édité par Ben Varga</p>",
    ):
        assert found(4, behind=kept) == []


def test_bylines_that_differ_go() -> None:
    """Three pages have a short line of their own in the same element at the head."""
    within = "".join(f"<p>{number} boats were out that day.</p>" for number in ("No", "Ten", "Two"))

    def parts(name: str) -> dict[str, str]:
        return {"ahead": f'<p class="by">By {name}</p>', "within": within * 2}

    records = [record(word, **parts(f"Mr {word}")) for word in ("heron", "miller", "ferry")]
    mine = lines("goat", **parts("Mrs Goat"))
    assert [line.element.text() for line in lines_of_the_template(mine, records)] == ["By Mrs Goat"]
    assert lines_of_the_template(mine, records[:1]) == []


def with_link(word: str, markup: str) -> list[PageLine]:
    return lines(word, within=markup.format(f"The {word} is back in town after nine weeks"))


def links_found(markup: str, *, others: int = 3, on_others: str = "") -> list[str]:
    words = ("heron", "miller", "ferry", "organ", "stork")[:others]
    records = [
        record_of(f"https://varnhagen.example/{word}", word, with_link(word, on_others or markup))
        for word in words
    ]
    return [
        line.element.text() for line in lines_of_the_template(with_link("goat", markup), records)
    ]


def test_links_that_stand_alone_where_each_page_has_one_are_of_the_site() -> None:
    markup = '<p class="more"><a href="/1">{}</a></p>'
    title = "The goat is back in town after nine weeks"
    assert links_found(markup) == [title]
    assert links_found(markup, others=2) == [title]  # with this page there are three
    assert links_found(markup, others=1) == []
    assert links_found('<p class="more">{}</p>') == []  # no link
    paragraph = "<p><a href=/1>{}</a></p>"
    text = _OWN[0].format(7, "mill") * 2
    long = f"<p>{text}</p>"
    assert links_found(paragraph, on_others=paragraph + long) == []  # where paragraphs stand
    assert links_found('<h3 class="more"><a href="/1">{}</a></h3>') == []
    told = f'<p class="more">{{}} {text}</p>'
    assert links_found(markup, on_others=told) == []  # text, on other pages
