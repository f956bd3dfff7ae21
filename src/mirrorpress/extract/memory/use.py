"""The profile of a site, used on one of its pages."""

from __future__ import annotations

from collections.abc import Sequence

from mirrorpress.extract.fields.metadata import Metadata
from mirrorpress.extract.memory.container import share_at_text, voted_container
from mirrorpress.extract.memory.field_places import with_remembered_fields
from mirrorpress.extract.memory.learn import others_in
from mirrorpress.extract.memory.mask import lines_of_the_template
from mirrorpress.extract.memory.page_lines import PageLine
from mirrorpress.extract.page.tree import Element
from mirrorpress.model.site_profile import PageRecord, SiteProfile


def container_by_profile(
    root: Element, lines: Sequence[PageLine], profile: SiteProfile, record: PageRecord
) -> Element | None:
    """The container of the text, where other pages say that the body is not in it; else None.

    Args:
        root: of the page.
        lines: of the body as found without a profile.
        profile: of the site.
        record: of the page.
    """
    return voted_container(root, lines, others_in(profile, record))


def exclude_template(lines: Sequence[PageLine], profile: SiteProfile, record: PageRecord) -> None:
    """Mark excluded the lines of a body that other pages of the site have, too."""
    for line in lines_of_the_template(lines, others_in(profile, record)):
        _exclude(line.element)


def fields_by_profile(
    meta: Metadata, elements: Sequence[Element], profile: SiteProfile, record: PageRecord
) -> Metadata:
    """The metadata with what the page prints where other pages of the site print it."""
    return with_remembered_fields(meta, elements, others_in(profile, record))


def share_of_text(
    lines: Sequence[PageLine], profile: SiteProfile, record: PageRecord
) -> float | None:
    """The share of a body that stands where other pages have their text; None if not known."""
    return share_at_text(lines, others_in(profile, record))


def _exclude(element: Element) -> None:
    """Mark a line excluded; where blocks stand in its element, only its own text goes."""
    blocks = [child for child in element.elements() if not child.inline]
    if blocks:
        element.children = [*blocks]
    else:
        element.excluded = True
