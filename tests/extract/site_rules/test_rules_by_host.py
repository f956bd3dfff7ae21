"""Addresses and the rules that are theirs."""

import pytest

from mirrorpress.extract.site_rules import rules_for
from mirrorpress.model.site_rules import SiteRules

RULES = {host: SiteRules(host=host) for host in ("quay.example", "sport.quay.example")}


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://quay.example/a", "quay.example"),
        ("http://www.QUAY.example:8080/a", "quay.example"),
        ("https://a.b.quay.example/", "quay.example"),
        ("https://sport.quay.example/", "sport.quay.example"),
        ("https://www.sport.quay.example/", "sport.quay.example"),
    ],
)
def test_rules_cover_their_host_and_those_below(url: str, host: str) -> None:
    assert rules_for(url, RULES) == RULES[host]


@pytest.mark.parametrize(
    "url",
    [
        None, "", "quay.example", "javascript:quay.example", "https://example/",
        "https://aquay.example/", "https://quay.example.org/", "https://other.example/quay.example",
    ],
)  # fmt: skip
def test_other_addresses_have_no_rules(url: str | None) -> None:
    assert rules_for(url, RULES) is None


def test_without_rules_there_are_none() -> None:
    assert rules_for("https://quay.example/", {}) is None
