"""What the address of a picture says of it."""

from __future__ import annotations

import pytest

from mirrorpress.extract.page.picture_names import (
    is_button,
    is_ornament,
    is_real,
    parts_of,
    shows_nothing,
)

HOST = "https://a.example"


@pytest.mark.parametrize(
    ("name", "nothing"),
    [
        ("logo.png", True),
        ("og-default.jpg", True),
        ("fallback_share-1200x630.png", True),
        ("placeholder.svg", True),
        ("blank.gif", True),
        ("ledger_profile_lg.gif", True),
        ("ledger_128x128.png", True),
        ("apple-touch-icon.png", True),
        ("fb_primary_img.png", True),
        ("harbourLogo.jpg", True),
        ("ledger_logo_1200x800_en01.jpg", True),
        ("harbour_logo_large_rgb_72dpi.jpg", True),
        ("fb_landscape_share.png", True),
        ("og_image.jpg", True),
        ("ogp.jpg", True),
        ("facebook.jpg", False),
        ("image.jpg", False),
        ("thumb_1.jpg", False),
        ("social", False),
        ("quay-og.jpg", False),
        ("quay_400x400.jpg", False),
        ("quay-128x96.jpg", False),
        ("dialogo.jpg", False),
        ("maxresdefault.jpg", False),
        ("union-will-default-on-its-debts.jpg", False),
        ("port.jpg", False),
        ("", False),
    ],
)
def test_names_that_stand_for_any_article(name: str, nothing: bool) -> None:
    assert shows_nothing(f"{HOST}/logos/{name}") is nothing


@pytest.mark.parametrize(
    ("url", "ornament"),
    [
        ("https://pixel.b.example/x.jpg", True),
        ("https://ads2.b.example/x.jpg", True),
        (f"{HOST}/Social-Facebook-34.png", True),
        (f"{HOST}/social-print.png", True),
        (f"{HOST}/line.png", True),
        (f"{HOST}/kakaotalk-share.png", True),
        (f"{HOST}/line-of-boats.png", False),
        (f"{HOST}/social-media-trial.png", False),
        (f"{HOST}/icons/port.jpg", True),
        (f"{HOST}/port-728x90.jpg", True),
        (f"{HOST}/port.svg", True),
        (f"{HOST}/share-button.png", True),
        (f"{HOST}/harbourLogo.png", True),
        (f"{HOST}/the-logo-of-the-harbour-ledger.png", False),
        (f"{HOST}/share-prices.jpg", False),
        ("https://addressed.b.example/port.jpg", False),
    ],
)
def test_ornaments(url: str, ornament: bool) -> None:
    assert is_ornament(url) is ornament


@pytest.mark.parametrize("url", ["", "null", "#", "data:x", "{{url}}", "blank.gif", "this.src=x"])
def test_what_stands_for_a_picture(url: str) -> None:
    assert not is_real(url)


def test_a_real_address() -> None:
    assert is_real("/port.jpg")
    assert is_real("nullarbor.jpg")


def test_gifs_named_like_buttons() -> None:
    assert is_button(f"{HOST}/ledger_print_190.gif")
    assert not is_button(f"{HOST}/ledger_print_190.jpg")
    assert not is_button(f"{HOST}/quay.gif")


def test_parts_of_an_address() -> None:
    assert parts_of("https://a.example:8080/b/c.jpg?d=e#f") == ("a.example:8080", "/b/c.jpg", "d=e")
