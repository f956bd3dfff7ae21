"""The profile of a site, used on one of its pages."""

from __future__ import annotations

from collections.abc import Sequence

from mirrorpress.extract.memory.learn import others_in, record_of
from mirrorpress.extract.memory.mask import lines_of_the_template
from mirrorpress.extract.memory.page_lines import lines_of
from mirrorpress.extract.page.tree import Element
from mirrorpress.model.site_profile import PageRecord, SiteProfile


def use_profile(
    parts: Sequence[Element], profile: SiteProfile | None, url: str | None, title: str
) -> PageRecord:
    """Mark excluded in a body what other pages of the site have, too; the page's own record.

    The record tells what was found without the profile, so that what is removed now is known
    for what it is on later pages as well.

    Args:
        parts: the elements that hold the body, in document order.
        profile: of the site.
        url: address of the page.
        title: of its article.
    """
    lines = lines_of(parts)
    record = record_of(url, title, lines)
    if profile is not None:
        for line in lines_of_the_template(lines, others_in(profile, record)):
            _exclude(line.element)
    return record


def _exclude(element: Element) -> None:
    """Mark a line excluded; where blocks stand in its element, only its own text goes."""
    blocks = [child for child in element.elements() if not child.inline]
    if blocks:
        element.children = [*blocks]
    else:
        element.excluded = True
