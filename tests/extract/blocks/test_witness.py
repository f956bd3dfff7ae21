"""The text that a page gives to machines: when it is trusted, and what it removes."""

from mirrorpress.extract.blocks.witness import without_unconfirmed_end
from mirrorpress.model import Image
from mirrorpress.model.blocks import Block, Figure, Heading, ListBlock, ListItem, Paragraph, Text
from mirrorpress.model.plain import block_text

DEK = "What the council decided on Tuesday, and what it left open."
FIRST = "The council of Varnhagen voted on Tuesday to close the old bridge for lorries."
SECOND = "Drivers will have to use the ring road until the repairs are finished in spring."
THIRD = "The mayor said that the costs will be known when the divers have seen the piers."
NEWSLETTER = "Our morning letter brings you the news of the county before breakfast."


def paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [block_text(block) for block in blocks if isinstance(block, Paragraph)]


def test_text_behind_the_last_paragraph_of_the_witness_goes() -> None:
    blocks = (*map(paragraph, (FIRST, SECOND, THIRD)), Heading(2, (Text("Stay informed"),)))
    blocks = (*blocks, paragraph(NEWSLETTER))
    assert texts(without_unconfirmed_end(blocks, " ".join((FIRST, SECOND, THIRD)))) == [
        FIRST,
        SECOND,
        THIRD,
    ]


def test_pictures_behind_it_stay() -> None:
    picture = Figure((Image(url="https://varnhagen.example/bridge.jpg"),))
    blocks = (*map(paragraph, (FIRST, SECOND, THIRD)), picture, paragraph(NEWSLETTER))
    kept = without_unconfirmed_end(blocks, " ".join((FIRST, SECOND, THIRD)))
    assert kept[-1] == picture
    assert len(kept) == 4


def test_markup_case_and_punctuation_of_the_witness_do_not_matter() -> None:
    said = f"<p>{FIRST.upper()}</p>\n<p>{SECOND}</p><p>{THIRD.replace(',', '')}</p>"
    blocks = tuple(map(paragraph, (FIRST, SECOND, THIRD, NEWSLETTER)))
    assert texts(without_unconfirmed_end(blocks, said)) == [FIRST, SECOND, THIRD]


def test_a_dek_and_paragraphs_within_the_text_that_it_lacks_stay() -> None:
    blocks = tuple(map(paragraph, (DEK, FIRST, SECOND, "A pull quote.", THIRD)))
    assert without_unconfirmed_end(blocks, " ".join((FIRST, SECOND, THIRD))) == blocks


def test_a_witness_that_breaks_off_removes_nothing() -> None:
    blocks = tuple(map(paragraph, (FIRST, SECOND, THIRD)))
    assert without_unconfirmed_end(blocks, f"{FIRST} {SECOND} The mayor said that") == blocks
    assert without_unconfirmed_end(blocks, f"{FIRST} {SECOND[:40]}…") == blocks


def test_a_witness_of_another_text_removes_nothing() -> None:
    blocks = tuple(map(paragraph, (FIRST, SECOND, NEWSLETTER)))
    assert without_unconfirmed_end(blocks, f"{THIRD} {DEK}") == blocks
    assert without_unconfirmed_end(blocks, f"{THIRD} {DEK} {FIRST}") == blocks


def test_a_witness_of_a_small_part_removes_nothing() -> None:
    blocks = tuple(map(paragraph, (FIRST, SECOND, THIRD, NEWSLETTER)))
    assert without_unconfirmed_end(blocks, FIRST) == blocks


def test_a_list_is_judged_by_its_items() -> None:
    items = ListBlock(False, tuple(ListItem((paragraph(text),)) for text in (SECOND, THIRD)))
    blocks = (paragraph(FIRST), items, paragraph(NEWSLETTER))
    assert without_unconfirmed_end(blocks, f"{FIRST} {SECOND} {THIRD}") == (paragraph(FIRST), items)


def test_no_witness_an_empty_one_and_one_too_long_remove_nothing() -> None:
    blocks = tuple(map(paragraph, (FIRST, SECOND)))
    for said in (None, "", " . ", "a" * 500_000, FIRST * 5_000):
        assert without_unconfirmed_end(blocks, said) == blocks
    assert without_unconfirmed_end((), FIRST) == ()


def test_a_body_of_very_many_lines_is_not_compared() -> None:
    blocks = tuple(paragraph(f"{FIRST} {number}") for number in range(1_001))
    said = " ".join(block_text(block) for block in blocks[:-100])
    assert without_unconfirmed_end(blocks, said) == blocks
    assert len(without_unconfirmed_end(blocks[:1_000], said)) == 901
