"""Which rules are those of a page: by the host of its address.

news.example           news.example · www.news.example · m.news.example
sport.news.example     sport.news.example, before the rules of news.example
"""

from __future__ import annotations

from collections.abc import Mapping

from mirrorpress import urls
from mirrorpress.model.site_rules import SiteRules

_MOST_LABELS = 127  # of a host (RFC 1035)


def rules_for(url: str | None, by_host: Mapping[str, SiteRules]) -> SiteRules | None:
    """The rules of the site of an address; None where there are none.

    Args:
        url: of a page.
        by_host: rules by their host.
    """
    if not by_host or not (address := urls.safe(url)):
        return None
    labels = urls.host(address).partition(":")[0].split(".")[-_MOST_LABELS:]
    hosts = (".".join(labels[at:]) for at in range(len(labels)))
    return next((by_host[host] for host in hosts if host in by_host), None)
