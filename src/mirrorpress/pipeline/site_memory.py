"""What is known of a site when a page of it is extracted.

What earlier days taught (see `extract.memory`), and the rules that the operator wrote (see
`extract.site_rules`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from mirrorpress import urls
from mirrorpress.extract.site_rules import rules_for
from mirrorpress.model import Source
from mirrorpress.model.site_profile import PageRecord, SiteProfile
from mirrorpress.model.site_rules import SiteRules
from mirrorpress.store.site_profiles import SiteProfiles

_FIRST_DAY = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is to be remembered of a page."""

    site: str
    day: int
    record: PageRecord


@dataclass(frozen=True, slots=True)
class SiteMemory:
    """The profiles as they were at the beginning of a day, and the operator's rules."""

    profiles: SiteProfiles
    day: int  # since 1970-01-01, UTC
    rules: Mapping[str, SiteRules] = field(default_factory=dict)  # by host

    def rules_for(self, url: str) -> SiteRules | None:
        """The rules of the site of an address; None where there are none."""
        return rules_for(url, self.rules)

    def profile(self, source: Source, url: str) -> SiteProfile | None:
        """What was learned of the site of an address; None where the source wants none of it."""
        return self.profiles.profile(urls.site(url), self.day) if source.site_memory else None

    def remembered(self, source: Source, url: str, record: PageRecord) -> Remembered | None:
        """What is to be remembered of a page, if the source wants that."""
        return Remembered(urls.site(url), self.day, record) if source.site_memory else None


def day_of(moment: datetime) -> int:
    """The day of a time in UTC, counted from 1970-01-01."""
    return moment.astimezone(UTC).date().toordinal() - _FIRST_DAY
