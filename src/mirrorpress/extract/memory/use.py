"""The profile of a site, used on one of its pages."""

from __future__ import annotations

from collections.abc import Sequence

from mirrorpress.extract.fields.metadata import Metadata
from mirrorpress.extract.memory.container import share_at, voted_container
from mirrorpress.extract.memory.element_paths import text_paths
from mirrorpress.extract.memory.field_places import with_remembered_fields
from mirrorpress.extract.memory.learn import others_in
from mirrorpress.extract.memory.mask import lines_of_the_template
from mirrorpress.extract.memory.page_lines import PageLine
from mirrorpress.extract.page.tree import Element
from mirrorpress.model.site_profile import PageRecord, SiteProfile


class OtherPages:
    """What the other pages in the profile of a site say of one.

    Args:
        profile: of the site.
        record: of the page.
    """

    def __init__(self, profile: SiteProfile, record: PageRecord) -> None:
        self._pages = others_in(profile, record)
        self._text = text_paths([page.lines for page in self._pages])

    def container(self, root: Element, lines: Sequence[PageLine]) -> Element | None:
        """The container of the text, where they say that the body is not in it; else None.

        Args:
            root: of the page.
            lines: of the body as found without a profile.
        """
        return voted_container(root, lines, self._text)

    def share_of_text(self, lines: Sequence[PageLine]) -> float | None:
        """The share of a body that stands where they have their text; None if that is not known."""
        return share_at(self._text, lines) if self._text else None

    def with_fields(self, meta: Metadata, elements: Sequence[Element]) -> Metadata:
        """The metadata with what the page prints where they print it."""
        return with_remembered_fields(meta, elements, self._pages)

    def exclude_template(self, lines: Sequence[PageLine]) -> None:
        """Mark excluded the lines of a body that they have, too."""
        for line in lines_of_the_template(lines, self._pages):
            _exclude(line.element)


def _exclude(element: Element) -> None:
    """Mark a line excluded; where blocks stand in its element, only its own text goes."""
    blocks = [child for child in element.elements() if not child.inline]
    if blocks:
        element.children = [*blocks]
    else:
        element.excluded = True
