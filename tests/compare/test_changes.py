from __future__ import annotations

import pytest

from mirrorpress.compare.changes import MOST_SHOWN, Change, change
from mirrorpress.model.article import Article
from mirrorpress.model.blocks import Paragraph, Text

LONG = "The council of Port Ellin met on the quay and spoke about the ferry for two hours."
HAN = "岛上的居民说，他们每天都要坐渡轮去对岸上班，船票已经涨了两次价。"


def article(*paragraphs: str, title: str = "Ferry") -> Article:
    return Article(title=title, blocks=tuple(Paragraph((Text(text),)) for text in paragraphs))


def changed(before: str, after: str) -> Change:
    return change(article(LONG, before), article(LONG, after))


@pytest.mark.parametrize(
    ("before", "after", "kinds"),
    [
        ("The storm hurt 12 people at the old pier.", "The storm hurt 14 people at the old pier.",
         {"numbers"}),
        ("风暴造成12人受伤，渡轮停航。", "风暴造成14人受伤，渡轮停航。", {"numbers"}),
        ("The plan for the pier was approved.", "The plan for the pier was not approved.",
         {"wording"}),
        ("市长同意港口扩建方案。", "市长不同意港口扩建方案。", {"wording"}),
        ("The plan was drawn up by Ida Tolk for the port.",
         "The plan was drawn up by Oren Vass for the port.", {"names"}),
        ("The mayor said “we will pay for it all” on the pier in the rain.",
         "The mayor said “we will wait and see” on the pier in the rain.", {"quotes"}),
        ("Updated figures show 12 dead.", "Updated figures show 14 dead.", {"numbers"}),
        ("The ferry company wants to buy ships from the yard.",
         "The ferry company has given up the idea of ships from the yard.", {"wording"}),
    ],
)  # fmt: skip
def test_meaningful(before: str, after: str, kinds: set[str]) -> None:
    found = changed(before, after)
    assert found.is_meaningful
    assert kinds <= found.kinds
    assert len(found.edited) == 1
    assert (found.edited[0].before, found.edited[0].after) == (before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The “ferry” sank – at noon.", 'The  "ferry" sank - at noon.'),
        ("渡轮沉没，无人受伤。", "渡轮沉没,无人受伤"),
        ("The Ferry sank at noon.", "The ferry sank at noon."),
        ("They recieved help at noon.", "They received help at noon."),
        ("渡轮在早辰靠岸，码头关闭。", "渡轮在早晨靠岸，码头关闭。"),
        ("Updated at 10:32", "Updated at 11:40"),
        ("更新时间：10:32", "更新时间：11:40"),
        ("1,024 views", "2,048 views"),
        ("阅读 1万", "阅读 2万"),
        ("评论(35)", "评论(36)"),
        ("Related: the old pier", "Related: the new bridge"),
        ("相关阅读：旧码头", "相关阅读：新大桥"),
        ("11,400 people came.", "11400 people came."),
    ],
)
def test_noise(before: str, after: str) -> None:
    assert not changed(before, after).is_meaningful


def test_moved_paragraphs_and_equal_articles_are_no_change() -> None:
    found = change(article(LONG, HAN), article(HAN, LONG))
    assert (found.edited, found.added, found.cut, found.kinds) == ((), (), (), frozenset())


def test_added_and_cut_paragraphs() -> None:
    found = change(article(LONG, HAN), article(LONG, "Nobody knows when ships sail again."))
    assert found.cut == (HAN,)
    assert found.added == ("Nobody knows when ships sail again.",)
    assert found.kinds >= {"added", "cut"}


def test_a_name_that_is_still_elsewhere_did_not_change() -> None:
    known = "It was the engineer Ida Tolk who built the pier."
    before = article(known, LONG, "A friend of Ida Tolk left the port in a boat.")
    assert not change(before, article(known, LONG)).names


def test_german_nouns_are_no_names() -> None:
    before = Article(title="x", language="de", blocks=(Paragraph((Text("am alten Hafen"),)),))
    after = Article(title="x", language="de", blocks=(Paragraph((Text("am alten Kai"),)),))
    assert not change(before, after).names


def test_headline() -> None:
    found = change(article(LONG, title="Ferry sinks"), article(LONG, title="Ferry saved"))
    assert found.headline == ("Ferry sinks", "Ferry saved")
    assert found.kinds == {"headline"}
    assert change(article(title="The Ferry"), article(title="The “ferry”")).headline is None


def test_what_was_exchanged() -> None:
    found = changed("约1.14万名观众到场观看了比赛。", "约1.2万名观众到场观看了比赛。")
    assert (found.figures.cut, found.figures.added) == (("1.14万名",), ("1.2万名",))


def test_numbers_that_change_places_are_told() -> None:
    found = changed("3 died and 14 were hurt on the pier.", "14 died and 3 were hurt on the pier.")
    assert "numbers" in found.kinds and found.is_meaningful


def test_some_other_words_of_a_long_paragraph_mean_little() -> None:
    found = changed(HAN + LONG, HAN + LONG.replace("spoke about", "spoke a lot on"))
    assert found.kinds == {"wording"}
    assert not found.is_meaningful


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("他说，事故造成多人死亡，", "他说，事故造成多人受伤，"),
        ("市长昨天来到码头，", "前市长昨天来到码头，"),
        ("The legal sale of land ", "The illegal sale of land "),
        ("Three were killed there ", "Three were injured there "),
    ],
)
def test_another_word_in_a_long_paragraph_is_told(before: str, after: str) -> None:
    assert changed(before + HAN + LONG, after + HAN + LONG).is_meaningful


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("他己经回到码头，", "他已经回到码头，"),
        ("船慢慢的靠岸，", "船慢慢地靠岸，"),
        ("他说也会来，", "他说会来，"),
        ("They recieved it ", "They received it "),
    ],
)
def test_a_typo_of_a_long_paragraph_is_not(before: str, after: str) -> None:
    found = changed(before + HAN + LONG, after + HAN + LONG)
    assert (found.kinds, found.is_meaningful) == (frozenset(), False)


def test_hostile_articles_are_bounded() -> None:
    many = article(*["The same line of text again."] * 10_000)
    assert change(many, article("The same line of text again.")).cut[MOST_SHOWN:] == ()
    old = article(*[f"line {number} of the long text" for number in range(5000)])
    new = article(*[f"line x{number} of the long text" for number in range(5000)])
    found = change(old, new)
    assert len(found.edited) <= MOST_SHOWN
    assert len(found.added) == MOST_SHOWN


def test_a_long_paragraph_is_not_compared_word_by_word() -> None:
    found = change(article("a b " * 250_000), article("b a " * 250_000))
    assert found.edited == ()
    assert (len(found.cut), len(found.added)) == (1, 1)
