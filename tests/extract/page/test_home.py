"""Links to the front page of a site."""

from __future__ import annotations

import pytest

from mirrorpress.extract.page.home import leads_home


@pytest.mark.parametrize(
    ("address", "home"),
    [
        ("/", True),
        ("https://ledger.example", True),
        ("https://ledger.example/index.html", True),
        ("https://archive.example/web/20310504/https://ledger.example/", True),
        ("/news", False),
        ("/?p=7", False),
        ("#top", False),
        ("", False),
        ("https://[", False),
    ],
)
def test_links_to_the_front_page(address: str, home: bool) -> None:
    assert leads_home(address) is home
