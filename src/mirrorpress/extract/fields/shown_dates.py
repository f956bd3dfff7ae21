"""The dates that a page shows: marked up, in a line named like one, behind a label, or alone.

    <time datetime="2031-05-04">4 May</time>       marked up
    <span class="posted">4 May 2031</span>         named like one
    <p>Published on 4 May 2031</p>                 behind a label
    <div>4 May 2031, 10:15</div>                   plain

What stands beside the headline is believed before what stands elsewhere, and what other articles
have in their boxes is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import takewhile

from mirrorpress.extract.fields.cards import Cards
from mirrorpress.extract.fields.date_texts import found_date, is_day
from mirrorpress.extract.fields.dateline import (
    is_date_alone,
    is_label_of_date,
    is_labelled_date,
    without_other_fields,
)
from mirrorpress.extract.fields.rows import LONGEST_ROW, pieces_of
from mirrorpress.extract.page.tree import Element, squeezed
from mirrorpress.extract.words.field_labels import says_changed, says_published
from mirrorpress.text.dates import parse_date

_DATE_HINT = re.compile(
    r"date|time|publish|posted|pub_|datum|fecha|meta|info|source|shijian|laiyuan|byline|zeit|tarih"
)
_MARKED = frozenset(["datePublished", "dateCreated"])
_CHANGED_NAME = re.compile(r"(?:^|[\s_-])(?:updated?|modified|edited|lastmod)(?:$|[\s_-])")
# WordPress names a date "updated" that is that of the publication as well.
_PUBLISHED_TOO = re.compile(r"(?:^|\s)(?:published|(?:entry|post)-(?:meta-)?date)(?:$|\s)")
# http://microformats.org/wiki/hatom: <abbr class="published" title="2031-05-04T09:30:00Z">
_HATOM = re.compile(r"(?:^|\s)(?:published|updated)(?:$|\s)")
# Before a date in Chinese: of a line that says more than a date.
_DATE_LABEL = re.compile(
    r"(?:^|\s|发布|发表|更新|录入|發佈|發布|發表)(?:时间|時間|日期)\s{0,2}[:：]\s{0,4}(?=\d)"
)
_ARTICLE_DATE = re.compile(r"(?:article|publication|release|story)? ?date ?:", re.IGNORECASE)
_SHORT_YEAR = re.compile(
    r"(?<![\d./])((?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|[12]\d|3[01])\2)(\d\d)(?![\d./])"
)
_YEARS = re.compile(r"\d{4}")
_SENTENCE = re.compile(r"(?:\s[^\W\d_A-Z]{2,}){4}")  # four words in a row that begin small
_LONGEST_DATE, _LONGEST_LINE = 40, 120  # characters
_MOST_WORDS = 24  # of a line in which a label is looked for
_LONGEST_NOTE = 1_000  # of a note on the article: when it was posted, where it is filed
_BEFORE, _AFTER = 25, 60  # elements around the headline that are beside it
_RIGHT_BEFORE, _RIGHT_AFTER = 10, 25  # the same, at the headline itself
_RUNNING = 80.0  # weight of a line of running text
_OTHER_ARTICLES = frozenset(["article", "h3", "h4"])  # with which they may begin


class ShownDates:
    """The dates that the elements of a page show."""

    def __init__(
        self, elements: Sequence[Element], at: int, language: str | None, cards: Cards
    ) -> None:
        """Of measured elements in document order; the headline has the place `at`, 0 for none."""
        self._elements = elements
        self._at = at
        self._language = language
        self._cards = cards

    def first(self) -> datetime | None:
        """The date that is believed first.

        Beside the headline, an inline element that holds a date and no more is a line too.
        """
        found = self._beside() if self._at else None
        if found is not None and found.tzinfo is not None:
            return found
        marked = self._marked(self._elements)
        if found is None:
            named = marked or self._named(self._elements)
            return named or self._plain() or self._between_breaks() or self._in_note()
        return marked if marked is not None and _says_more(marked, found) else found

    def _beside(self) -> datetime | None:
        """The date beside the headline.

        Ahead of it can be the day of the visit, far behind it another article.
        """
        at, right = self._at, self._right_behind()
        behind, alone = self._in_rows(_above_text(right))
        if found := self._date_in(right[:behind] if alone else right):
            return found
        found = self._date_in(self._elements[max(0, at - _BEFORE) : at]) or self._date_in(
            self._elements[at : at + _AFTER + 1]
        )
        if alone is None or (found is not None and _says_more(found, alone)):
            return found
        plain = self._plain() if is_day(alone) else None
        return plain if plain is not None and _says_more(plain, alone) else alone

    def changed(self) -> datetime | None:
        """The date of a change that the page shows beside its headline, behind a label or a name.

        "Published 4 May 2031 | Updated 5 May 2031, 9:30"
        """
        right = [
            *self._elements[max(0, self._at - _RIGHT_BEFORE) : self._at],
            *_above_text(self._right_behind()),
        ]
        for element in right:
            marked = _marked_text(element)
            if marked and _says_changed(element):
                found = self._of(element, marked)
            elif 6 <= element.size <= _LONGEST_LINE:
                change = _behind_change(_pieces(element))
                found = self._own(element, found_date(change, language=self._language))
            else:
                continue
            if found is not None:
                return found
        return None

    def before(self, moment: datetime) -> datetime | None:
        """The day that the page shows at its headline, where it is before that in the data.

        Some pages give there when they were last brought out. Where the page shows the day of the
        data, too, the other is that of another article.
        """
        right = [
            *self._elements[max(0, self._at - _RIGHT_BEFORE) : self._at],
            *self._right_behind(),
        ]
        shown = self._marked(right) or self._named(right)
        if shown is None or (moment.date() - shown.date()).days < 2:
            return None  # a day may be that of the same moment in another zone
        if (shown.day, shown.month) == (moment.month, moment.day):
            return None  # the same day, its month read first
        texts = (
            _pieces(e) for e in beside(self._elements, self._at) if 6 <= e.size <= _LONGEST_LINE
        )
        days = (found_date(text, language=self._language) for text in texts)
        is_shown_too = any(abs((day.date() - moment.date()).days) < 2 for day in filter(None, days))
        return None if is_shown_too else shown

    def _right_behind(self) -> list[Element]:
        """The headline and what follows it at once, up to what can be another article."""
        headline, *behind = self._elements[self._at : self._at + _RIGHT_AFTER + 1]
        return [headline, *takewhile(lambda element: element.tag not in _OTHER_ARTICLES, behind)]

    def _date_in(self, elements: Sequence[Element]) -> datetime | None:
        """The date of a part of the page: marked up, in a line named like one, behind a label."""
        return self._marked(elements) or self._named(elements) or self._labelled(elements)

    def _in_rows(self, elements: Iterable[Element]) -> tuple[int, datetime | None]:
        """The first date alone in a short box or line, and the place behind that.

        That of a change where there is no other.
        """
        changed: tuple[int, datetime | None] = (0, None)
        for place, element in enumerate(elements):
            if not 6 <= element.size <= LONGEST_ROW or element.tag == "h1" or _marked_text(element):
                continue
            if element.links and any(map(self._cards.hold, element.find("a"))):
                continue
            before = ""
            for piece in pieces_of(element):
                found = self._of(element, piece) if is_date_alone(piece) else None
                if found is not None:
                    end = place + len(element.walk())
                    if not says_changed(f"{before} {piece}"):
                        return end, found
                    changed = changed if changed[1] else (end, found)
                before = piece if is_label_of_date(piece) else ""
        return changed

    def _marked(self, elements: Iterable[Element]) -> datetime | None:
        """The first date marked up as one; that of a change only where there is no other."""
        marked = ((element, _marked_text(element)) for element in elements)
        return _first((element, self._of(element, text)) for element, text in marked if text)

    def _named(self, elements: Iterable[Element]) -> datetime | None:
        """The first date in a short line named like one; of a change where there is no other."""
        named = (e for e in elements if 6 <= e.size <= _LONGEST_LINE and names_date(e))
        return _first((e, self._in_named(e)) for e in named)

    def _in_named(self, element: Element) -> datetime | None:
        """The date in a line named like one; its year may have two digits."""
        text = _pieces(element)
        found = self._of(element, _SHORT_YEAR.sub(r"\g<1>20\3", text))
        return found or self._own(element, parse_date(text, language=self._language))

    def _labelled(self, elements: Iterable[Element]) -> datetime | None:
        """The first date in a line that says it is of the publication: "Published on 4 May"."""
        for element in elements:
            if 6 <= element.size <= _LONGEST_LINE and says_published(text := element.text()):
                found = self._of(element, text)
                if found is not None:
                    return found
        return None

    def _plain(self) -> datetime | None:
        """The first date in a short line that is not named like one, or behind a label.

        Behind the headline before ahead of it, beside it before elsewhere; that of a change only
        where there is no other.
        """
        at = self._at
        first, behind = max(0, at - _BEFORE), at + _AFTER + 1
        elements = self._elements
        parts = (elements[at:behind], elements[first:at], elements) if at else (elements,)
        return _first(
            (element, self._in_line(element, beside=part is not elements))
            for part in parts
            for element in part
        )

    def _between_breaks(self) -> datetime | None:
        """The first date with a label in a string that is a line between two breaks."""
        for element in beside(self._elements, self._at):
            for child in element.children if element.size > _LONGEST_LINE else ():
                if isinstance(child, str) and 8 < len(child) < _LONGEST_LINE:
                    text = squeezed(child)
                    if not is_labelled_date(text) or says_changed(text):
                        continue
                    if says_published(text) or _ARTICLE_DATE.match(text):
                        found = self._of(element, text)
                        if found is not None:
                            return found
        return None

    def _in_note(self) -> datetime | None:
        """The date with which a note on the article begins: "This entry was posted on …"."""
        for element in self._elements:
            if element.tag != "p" or not _LONGEST_LINE < element.size <= _LONGEST_NOTE:
                continue
            if "meta" in element.hint and not says_changed(text := element.text()[:_LONGEST_LINE]):
                found = self._of(element, text)
                if found is not None:
                    return found
        return None

    def _in_line(self, element: Element, *, beside: bool) -> datetime | None:
        """The date of a line that is no sentence, or behind a label in a longer one."""
        if element.size > 80:
            return self._of(element, _behind_label(element) or _in_row(element))
        if element.size < 6 or names_date(element):
            return None
        if element.inline:
            return self._alone(element) if beside else None
        text = _pieces(element)
        if element.tag != "title" and _SENTENCE.search(text):
            return None
        return self._of(element, text)

    def _alone(self, element: Element) -> datetime | None:
        """The date of a short line that holds one and no more, a label before it apart."""
        text = element.text()
        if len(text) > _LONGEST_DATE:
            return None
        found = parse_date(text, language=self._language)
        if found is None and is_labelled_date(text):
            found = found_date(text, language=self._language)
        return self._own(element, found)

    def _of(self, element: Element, text: str | None) -> datetime | None:
        """The date that an element gives in a text, unless it is that of another article."""
        if text and len(_YEARS.findall(text)) > 1:
            text = _behind_publication(text)
        return self._own(element, found_date(text, language=self._language))

    def _own(self, element: Element, found: datetime | None) -> datetime | None:
        return None if found is None or self._cards.hold(element) else found


def _behind_change(text: str) -> str | None:
    """What a line says from the label of a change on."""
    if not any(map(str.isdecimal, text)):
        return None
    return next(filter(says_changed, _rests(text)), None)


def _behind_publication(text: str) -> str:
    """What a line that begins with the date of a change says of the publication, if it does.

    "Last updated: 6 May 2031 Published: 4 May 2031"
    """
    if not says_changed(text):
        return text
    return next(filter(says_published, _rests(text)), text)


def _rests(text: str) -> Iterator[str]:
    """A line from each of its words on."""
    words = text.split()[:_MOST_WORDS]
    return (" ".join(words[place:]) for place in range(len(words)))


def beside(elements: Sequence[Element], at: int) -> Sequence[Element]:
    """What stands beside the headline, at its place; without one, at the beginning of the page."""
    return elements[max(0, at - _BEFORE) : at + _AFTER + 1]


def _above_text(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements up to the second line of running text: the first can be the subtitle."""
    running = 0
    for element in elements:
        yield element
        running += element.marked and element.line >= _RUNNING
        if running > 1:
            break


def names_date(element: Element) -> bool:
    """Whether an element is named like a date, or like a line that holds one."""
    return bool(element.hint) and _names_dates(element.hint)


def _first(found: Iterable[tuple[Element, datetime | None]]) -> datetime | None:
    """The first date of some elements that is not of a change; else the first of all."""
    changed: datetime | None = None
    for element, date in found:
        if date is not None and not _says_changed(element):
            return date
        changed = changed or date
    return changed


def _marked_text(element: Element) -> str | None:
    """What an element says that is marked up as a date."""
    attrs = element.attrs
    if attrs and attrs.get("itemprop") in _MARKED:
        return element.get("content") or element.get("datetime") or element.text()
    if element.tag == "time":
        return element.get("datetime") or element.text()
    if attrs and "title" in attrs and _HATOM.search(element.hint):
        return element.get("title")
    return element.get("data-datetime") if attrs and "data-datetime" in attrs else None


def _says_more(marked: datetime, found: datetime) -> bool:
    """Whether a date is the other with its time of day, or its time zone."""
    if is_day(found):
        return marked.date() == found.date() and not is_day(marked)
    return marked.replace(second=0, tzinfo=None) == found.replace(second=0)


def _says_changed(element: Element) -> bool:
    """Whether a date is that of a change or of an end, by its name or by a label before it."""
    return (
        element.get("itemprop") == "dateModified"
        or (
            _CHANGED_NAME.search(element.hint) is not None
            and _PUBLISHED_TOO.search(element.hint) is None
        )
        or says_changed(element.text())
    )


def _pieces(element: Element) -> str:
    """The strings of an element with a space between each two."""
    children = element.children
    if len(children) == 1 and isinstance(children[0], str):  # as most have
        return children[0]
    return " ".join(element.strings())


def _in_row(element: Element) -> str | None:
    """A row of labelled fields without those that hold no date, if that is short."""
    if element.size > _LONGEST_LINE:
        return None
    text = squeezed(_pieces(element))
    row = without_other_fields(text)
    return row if row != text and len(row) <= _LONGEST_DATE else None


def _behind_label(element: Element) -> str | None:
    """What stands behind a label in a string of a longer element."""
    for child in element.children:
        if isinstance(child, str) and 10 < len(child) <= 120 and not child.isascii():
            label = _DATE_LABEL.search(child)
            if label is not None:
                return child[label.end() :]
    return None


@lru_cache(maxsize=4096)
def _names_dates(hint: str) -> bool:
    return _DATE_HINT.search(hint) is not None
