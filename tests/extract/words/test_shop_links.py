"""Links to shops below a product."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.shop_links import LONGEST, is_shop_link
from pace import within


@pytest.mark.parametrize(
    "text",
    [
        "$380 at Harbour Stores (Regular)",
        "$49 $39 at Quayside",
        "€ 12,99 on Amazon",
        "Preorder at Amazon",
        "$349 Now $325 on Amazon",
        "Now $71 on Quayside",
        "Check Price - Walmart",
        "Check price here",
        "Buy it on eBay",
        "Buy now",
        "Check price at Quayside",
        "See the best deals here",
        "Jetzt bei Hafenfunk abschließen",
        "Zum Angebot",
        "Acheter sur Amazon",
        "Voir l'offre",
        "Comprar en Amazon",
        "Acquista su Amazon",
        "Compre na Amazon",
        "Koop bij Kade",
        "Kup w sklepie",
        "Купить на рынке",
    ],
)
def test_links_to_shops(text: str) -> None:
    assert is_shop_link(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "$380",
        "The port sold its crane for $380",
        "See the map of the harbour",
        "Order in the court",
        "Shops at the quay open again",
        "Bei Nebel fährt die Fähre nicht",
        "Compra la barca il sindaco",
        "Find out more",
        "Buy at " + "x" * LONGEST,
    ],
)
def test_other_links(text: str) -> None:
    assert not is_shop_link(text)


def test_a_line_is_read_in_linear_time() -> None:
    with within(2):
        for piece in ("$1 ", "buy ", "bei ", "at ", "("):
            for _ in range(300):
                is_shop_link((piece * LONGEST)[:LONGEST])
