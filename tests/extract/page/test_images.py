"""Pictures: the address behind lazy loading, the size that is worth its bytes, what is none."""

from __future__ import annotations

import pytest

from mirrorpress.extract.page.images import (
    background_of,
    candidates_of,
    delayed_of,
    may_be_one,
    picture_key,
    picture_of,
)
from mirrorpress.extract.page.measure import measure
from mirrorpress.model import Image
from pace import within
from trees import first, tree_of

BASE = "https://a.example/news/x"
HOST = "https://a.example"


def address(markup: str, base: str | None = BASE) -> str | None:
    root = tree_of(markup)
    image = picture_of(first(root, "picture" if root.has("picture") else "img"), base)
    return image.url if image else None


def pictures(markup: str) -> list[Image]:
    found = (picture_of(img, BASE) for img in tree_of(markup).find("img"))
    return [image for image in found if image is not None]


@pytest.mark.parametrize(
    ("markup", "url"),
    [
        ("<img src=/port.jpg>", f"{HOST}/port.jpg"),
        ("<img src=port.jpg>", f"{HOST}/news/port.jpg"),
        ("<img src=//b.example/port.jpg>", "https://b.example/port.jpg"),
        ("<img src=/港.jpg>", f"{HOST}/%E6%B8%AF.jpg"),
        ("<img src=/blank.gif data-src=/port.jpg>", f"{HOST}/port.jpg"),
        ("<img src='data:image/gif;base64,R0' data-original=/port.jpg>", f"{HOST}/port.jpg"),
        ("<img src='data:image/gif;base64,R0' data-srcset='/port.jpg 800w'>", f"{HOST}/port.jpg"),
        (
            "<img src=/lazy.svg data-td-src-property=//b.example/port.jpg>",
            "https://b.example/port.jpg",
        ),
        ("<img src data-dejavu-src=/img/port.webp?w=3>", f"{HOST}/img/port.webp?w=3"),
        ("<img src=none.gif file=data/port.jpg>", f"{HOST}/news/data/port.jpg"),
        ("<img src=/blank.gif pagespeed_lazy_src=//b.example/7?x>", "https://b.example/7?x"),
        ("<img src='data:x' data-cfsrc=https://b.example/7>", "https://b.example/7"),
        ("<img data-delay=img/port.jpg>", f"{HOST}/news/img/port.jpg"),
        ("<img src data-srcs='{&quot;https://b.example/7&quot;:{}}'>", "https://b.example/7"),
        ("<img src=/port.jpg data-delay=/img/other.jpg>", f"{HOST}/port.jpg"),
        ("<img data-error-image=/a/b.jpg data-delay=/img/port.jpg>", f"{HOST}/img/port.jpg"),
        ("<img data-src='{{url}}' src=/port.jpg>", f"{HOST}/port.jpg"),
        ("<img data-src='javascript:x' src=/port.jpg>", f"{HOST}/port.jpg"),
        ('<img data-src="if(this.src!=this.alt) x" src=/port.jpg>', f"{HOST}/port.jpg"),
        ("<img data-src='window.image(3)' src=/port.jpg>", f"{HOST}/port.jpg"),
        ("<img src='/if(this).jpg'>", f"{HOST}/if(this).jpg"),
        ("<img src='this.jpg'>", f"{HOST}/news/this.jpg"),
        ("<img src='window.min.jpg'>", f"{HOST}/news/window.min.jpg"),
        ("<img src=/quay.gif>", f"{HOST}/quay.gif"),
        ("<img src=/print.gif alt='The print shop'>", f"{HOST}/print.gif"),
        ("<img src=/s.jpg srcset='/a.jpg 400w, /m.jpg 1200w, /c.jpg 4000w'>", f"{HOST}/m.jpg"),
        ("<img src=/port.jpg srcset='/a.jpg 400w'>", f"{HOST}/port.jpg"),
        ("<img srcset='/a.jpg 400w, /m.jpg 2000w'>", f"{HOST}/m.jpg"),
        ("<img srcset='/a.jpg 1300w, /m.jpg 2000w'>", f"{HOST}/a.jpg"),
        ("<img srcset='/a.jpg, /m.jpg 2x'>", f"{HOST}/m.jpg"),
        ("<img srcset='/a.jpg 400w, /m.jpg 9000w'>", f"{HOST}/a.jpg"),
        ("<img srcset='/a.jpg 9000w'>", f"{HOST}/a.jpg"),
        (
            "<picture><source srcset='/a.webp 900w'><img src=/port.jpg></picture>",
            f"{HOST}/a.webp",
        ),
        (
            "<picture><source srcset='/a.avif 900w'><source srcset='/a.jpg 900w'><img></picture>",
            f"{HOST}/a.jpg",
        ),
        ("<a href=/full/port.jpg><img src=/small/port.jpg></a>", f"{HOST}/full/port.jpg"),
        ("<a href=/full/other.jpg><img src=/small/port.jpg></a>", f"{HOST}/small/port.jpg"),
        ("<a href=/port><img src=/port.jpg></a>", f"{HOST}/port.jpg"),
        ("<a href='javascript:/port.jpg'><img src=/port.jpg></a>", f"{HOST}/port.jpg"),
        ("<a href=/f/port.jpg><i><b><img src=/port.jpg></b></i></a>", f"{HOST}/port.jpg"),
        ("<img src=/logistics.jpg>", f"{HOST}/logistics.jpg"),
        ("<img src=/iconic.jpg>", f"{HOST}/iconic.jpg"),
        ("<img src=/port.jpg?file=logo>", f"{HOST}/port.jpg?file=logo"),
        ("<img src=/pixels-of-light.jpg>", f"{HOST}/pixels-of-light.jpg"),
        ("<img src=https://static.b.example/port.jpg>", "https://static.b.example/port.jpg"),
        ("<img src=https://stats.b.example/port.png>", "https://stats.b.example/port.png"),
        ("<img src=/white-house.jpg>", f"{HOST}/white-house.jpg"),
        ("<img src=/s-bahn.jpg>", f"{HOST}/s-bahn.jpg"),
        ("<img src=/b-52.jpg>", f"{HOST}/b-52.jpg"),
        ("<img src=/empty-streets-2.jpg>", f"{HOST}/empty-streets-2.jpg"),
        ("<img src=/t_share/port.jpg>", f"{HOST}/t_share/port.jpg"),
        ("<img src=/share-of-renters.png>", f"{HOST}/share-of-renters.png"),
        ("<img src=/twitter-lite.jpg>", f"{HOST}/twitter-lite.jpg"),
        ("<img src=/keeper-facebook-home.jpg>", f"{HOST}/keeper-facebook-home.jpg"),
        ("<img src=/badge-of-honour.jpg>", f"{HOST}/badge-of-honour.jpg"),
        ("<img src=/harbour-shows-its-new-logo.jpg>", f"{HOST}/harbour-shows-its-new-logo.jpg"),
        ("<div class=logo><img src=/port.jpg></div>", f"{HOST}/port.jpg"),
        ("<a class=logo href=/harbour><img src=/port.jpg></a>", f"{HOST}/port.jpg"),
        ("<img src=/port.jpg width=640 height=0>", f"{HOST}/port.jpg"),
        ("<img src=/port.jpg width=49 height=48>", f"{HOST}/port.jpg"),
        ("<img src=/port.jpg width=49 height=13>", f"{HOST}/port.jpg"),
        ("<img src=/port.jpg width=16 height=9>", f"{HOST}/port.jpg"),
        ("<img src=/Facebook-1024.jpg width=250 height=188>", f"{HOST}/Facebook-1024.jpg"),
        ("<img src=/twitter.webp width=640>", f"{HOST}/twitter.webp"),
        ("<figure><a href=/1><img src=/twitter.jpg></a></figure>", f"{HOST}/twitter.jpg"),
        ("<img src=/port.jpg width=40>", f"{HOST}/port.jpg"),
        ("<img src=/port.jpg class=iconic>", f"{HOST}/port.jpg"),
    ],
)
def test_addresses(markup: str, url: str) -> None:
    assert address(markup) == url


@pytest.mark.parametrize(
    "markup",
    [
        "<img>",
        "<img src>",
        "<img src='#'>",
        "<img src='javascript:alert(1)'>",
        "<img src='data:image/png;base64,iVBORw0KGgo='>",
        "<img src='blob:https://a.example/1'>",
        "<img src='https://[x/port.jpg'>",
        "<img src=/blank.gif>",
        "<img src=/blank.gif data-name=port.jpg>",
        "<img src=/blank.gif data-title='/a quay.jpg'>",
        "<img src=/blank.gif data-more='/a quay/port.jpg'>",
        "<img src=/blank.gif data-page=/port.html>",
        "<img src=/blank.gif data-page=https://b.example/7>",
        "<img src=/blank.gif original=true data-lazy-id=port>",
        "<img src=/blank.gif data-set='{&quot;7&quot;:{}}'>",
        "<img src=/blank.gif data-poster-avatar=/img/port.jpg>",
        "<img src=/blank.gif data-delay='javascript:/port.jpg'>",
        "<img src=/placeholder-16x9.png>",
        "<img src=/assets/icons/port.png>",
        "<img src=/site-logo.png>",
        "<h1 class=logo><img src=/port.png></h1>",
        "<a class=site-logo href=/><img src=/port.png></a>",
        "<img src=/logo_v2_600x60.png>",
        "<img src=/share-button-white.png>",
        "<img src=/facebook.png>",
        "<img src=/facebook.jpg>",
        "<img src=/facebook.jpg width=250 height=60>",
        "<img src=/facebook.png width=250 height=188>",
        "<img src=/facebook-logo.jpg width=250 height=188>",
        "<figure><img src=/share.jpg width=120 height=40></figure>",
        "<img src=/badges/port.png>",
        "<img src=https://stats.wp.com/g.gif>",
        "<img src=https://secure.gravatar.com/avatar/5f>",
        "<img src=/grey-placeholder.png>",
        "<img src=/lazyload.5f3e1c9d.gif>",
        "<img src=/s.gif>",
        "<img src=/1x1.png>",
        "<img src=/port.jpg width=0>",
        "<img src=/port.jpg width=0 height=0>",
        "<img src=/avatar/12.jpg>",
        "<img src=https://pixel.b.example/x.gif>",
        "<img src=https://ads.b.example/x.gif>",
        "<img src=https://adserver2.b.example/quay.jpg>",
        "<img src=/drawing.SVG>",
        "<img src=null>",
        "<img data-src=undefined>",
        "<img src=/images/btn_print.gif>",
        "<img src=/i/ledger_print_190.gif>",
        "<img src=/img/postCommentIcon.gif>",
        "<img src=https://meter-svc.b.example/x.gif>",
        "<img src=/img/bttn_close.gif>",
        "<img src=/wp-content/plugins/player/play_audio.png>",
        "<img src=/images/ewm.png>",
        "<img src=/assets/ornament-78dc6d.gif>",
        "<img src=/web-app-manifest-192x192.png>",
        "<img src=/port.jpg width=1 height=1>",
        "<img src=/port.jpg width=48px height=48>",
        "<img src=/port.jpg height=3>",
        "<img src=/port.jpg width=300 height=12>",
        "<img src=/port.jpg width=15 height=9>",
        "<img src=/port.jpg width=728 height=90>",
        "<img src=/ads/port-970x250.jpg>",
        "<img src=/port.jpg class='user avatar'>",
        "<picture><source srcset='data:x 900w'></picture>",
        "<img src='/" + "x" * 20_000 + ".jpg'>",
    ],
)
def test_what_is_no_picture(markup: str) -> None:
    assert address(markup) is None


@pytest.mark.parametrize(
    ("style", "url"),
    [
        ("background-image: url('/port.jpg')", f"{HOST}/port.jpg"),
        ("color:red; BACKGROUND:#eee url(port.jpg) no-repeat", f"{HOST}/news/port.jpg"),
        ("background-image:linear-gradient(#000,#fff)", None),
        ("background-image:url(data:image/gif;base64,R0)", None),
        ("background-image:url()", None),
        ("background-image:url(/icons/arrow.svg)", None),
        ("mask-image:url(/port.jpg)", None),
        ("--background:url(/port.jpg)", None),
        ("background:" * 400 + "url(/port.jpg)", None),
        ("", None),
    ],
)
def test_backgrounds(style: str, url: str | None) -> None:
    image = background_of(first(tree_of(f'<i aria-label=" The quay " style="{style}">'), "i"), BASE)
    assert (image.url if image else None) == url
    assert image is None or image.alt == "The quay"


@pytest.mark.parametrize(
    ("attribute", "url"),
    [
        ("data-bg=/port.jpg", f"{HOST}/port.jpg"),
        ("data-background-image=port.jpg", f"{HOST}/news/port.jpg"),
        ("data-bg='url(/port.jpg)'", f"{HOST}/port.jpg"),
        ("data-bg=dark", None),
        ("data-bg=javascript:x", None),
        ("data-bg", None),
    ],
)
def test_backgrounds_that_a_script_puts_in(attribute: str, url: str | None) -> None:
    image = background_of(first(tree_of(f"<i {attribute}>"), "i"), BASE)
    assert (image.url if image else None) == url


IN_NOSCRIPT = "<noscript><img src=/port.jpg></noscript>"


@pytest.mark.parametrize(
    "markup",
    [
        f"<img class=lazy src=/p.gif>{IN_NOSCRIPT}",
        f"{IN_NOSCRIPT} <img class=lazy src=/p.gif>",
        f"<a href=/port><span><img src=/p.gif></span></a>{IN_NOSCRIPT}",
    ],
)
def test_what_stands_for_the_picture_in_a_noscript_is_none(markup: str) -> None:
    assert [image.url for image in pictures(f"<div>{markup}</div>")] == [f"{HOST}/port.jpg"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<img src=/a.jpg><p>It sails.</p>{IN_NOSCRIPT}",  # not beside it
        f"<img src=/p.gif data-src=/a.jpg>{IN_NOSCRIPT}",  # a script shows this one
        f"<img src=/port-300x200.jpg>{IN_NOSCRIPT}",  # the same
        "<img src=/a.jpg><noscript><img src=https://stats.wp.com/g.gif></noscript>",
        "<img src=/a.jpg><noscript><img src=/b.jpg width=1 height=1></noscript>",
        "<img src=/a.jpg><noscript>Turn scripts on.</noscript>",
        f"<img src=/a.jpg>{IN_NOSCRIPT}" + "<img src=/b.jpg>" * 200,
    ],
)
def test_a_picture_beside_a_noscript_stays(markup: str) -> None:
    assert picture_of(first(tree_of(f"<div>{markup}</div>"), "img"), BASE) is not None


def test_a_relative_address_without_a_base_is_none() -> None:
    assert address("<img src=port.jpg>", None) is None


@pytest.mark.parametrize(
    ("width", "pixels"),
    [("640", 640), (" 640px ", 640), ("640.5", 640), ("100%", None), ("auto", None), ("", None),
     ("-640", None), ("640em", None), ("9" * 6, None), ("9" * 5000, None)],
)  # fmt: skip
def test_sizes(width: str, pixels: int | None) -> None:
    image = picture_of(first(tree_of(f"<img src=/port.jpg width='{width}' alt>"), "img"), BASE)
    assert image is not None
    assert image.width == pixels


def test_a_ratio_is_no_size() -> None:
    image = picture_of(first(tree_of("<img src=/port.jpg width=3 height=2>"), "img"), BASE)
    assert image is not None
    assert (image.width, image.height) == (None, None)


def test_the_alternative_text_is_one_line() -> None:
    image = picture_of(
        first(tree_of("<img src=/p.jpg alt=' The\n  quay &amp; sea '>"), "img"), BASE
    )
    assert image is not None
    assert image.alt == "The quay & sea"


@pytest.mark.parametrize(
    ("srcset", "found"),
    [
        ("a.jpg 400w, b.jpg 800w", [("a.jpg", 400), ("b.jpg", 800)]),
        ("a.jpg, b.jpg 2x", [("a.jpg", 0), ("b.jpg", 1400)]),
        ("a.jpg 1.5x", [("a.jpg", 1050)]),
        ("/w_400,h_300/a.jpg 400w,/w_800,h_600/b.jpg 800w", [
            ("/w_400,h_300/a.jpg", 400), ("/w_800,h_600/b.jpg", 800)]),
        ("https://a.example/a.jpg 1w,https://a.example/b.jpg 2w", [
            ("https://a.example/a.jpg", 1), ("https://a.example/b.jpg", 2)]),
        ("a.jpg 400w 300h", [("a.jpg", 0)]),
        ("a.jpg wide", [("a.jpg", 0)]),
        ("", []),
        (" , ,", []),
    ],
)  # fmt: skip
def test_candidates(srcset: str, found: list[tuple[str, float]]) -> None:
    assert list(candidates_of(srcset)) == found


def test_a_flood_of_candidates_is_cut() -> None:
    assert len(list(candidates_of("a.jpg 1w, " * 100_000))) <= 2_001


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/port-800x600.jpg", "/port-1200x900.jpg", True),
        ("/port-1200w.jpg", "/port.webp", True),
        ("/port_large.jpg?w=800", "/port.jpg", True),
        ("/2031/PORT@2x.jpg", "https://cdn.example/x/port.jpg", True),
        ("/%E6%B8%AF%E5%8F%A3%E7%A0%81%E5%A4%B4.jpg", "/港口码头.jpg", True),
        ("/port-1.jpg", "/port-2.jpg", False),
        ("/port-quay.jpg", "/port-tower.jpg", False),
        ("/a/image.jpg", "/b/image.jpg", False),
        ("/get?id=1", "/get?id=2", False),
        ("/a/600", "/b/600", False),
        ("/a/1.jpg", "/b/1.jpg", False),
        ("/a/image.jpg", "/a/image.jpg", True),
        ("/quay.jpg/size=320x180.jpg", "/tower.jpg/size=320x180.jpg", False),
        ("/quay.jpg/size=320x180.jpg", "/quay.jpg/size=708x398.jpg", True),
        ("/photos/18636689/15/gallery_medium.jpg", "/photos/18636687/15/gallery_medium.jpg", False),
        ("/photos/18636689/15/rawImage.jpg", "/photos/18636689/15/920x920.jpg", True),
        (
            "/photos/6629a8/16:9/w_800%2Ch_450%2Cc_limit/undefined",
            "/photos/6629a8/1:1/pass/undefined",
            True,
        ),
        ("/photos/6629a8/16:9/undefined", "/photos/662982/16:9/undefined", False),
        ("/l/3700055/jpg/200x200", "/l/3700042/jpg/200x200", False),
        (
            "/ref/1368047/width%7C110,maxHeight%7C75/",
            "/ref/1064895/width%7C110,maxHeight%7C75/",
            False,
        ),
        ("/a/teaser.jpg", "/b/teaser.jpg", False),
        ("/dims?image_uri=a", "/dims?image_uri=b", False),
        ("/920x920.jpg", "/920x920.jpg", True),
    ],
)
def test_which_pictures_are_one(one: str, other: str, same: bool) -> None:
    assert (picture_key(HOST + one if one[0] == "/" else one)
            == picture_key(HOST + other if other[0] == "/" else other)) is same  # fmt: skip


UUID = "f9575e06-762d-4717-89f9-4773a460beff"


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("/quay-900x600.jpg", "/quay.jpg", True),
        (f"/clip/{UUID}_16-9_50p_0.jpg", f"/clip/{UUID}_watermarked_default_0.jpg", True),
        (f"/image-a.{UUID}.original", f"/media.{UUID.upper()}.16x9_700.jpg", True),
        (f"/{UUID}_wide.jpg", f"/{UUID.replace('f95', 'a95')}_wide.jpg", False),
        ("/quay.jpg", "/pier.jpg", False),
    ],
)
def test_addresses_that_may_be_of_one_picture(one: str, other: str, may_be: bool) -> None:
    assert may_be_one(HOST + one, HOST + other) is may_be
    assert may_be_one(HOST + other, HOST + one) is may_be


@pytest.mark.parametrize(
    ("before", "portrait"),
    [
        ("<div class=author-image>", True),
        ("<div class='byline'><a href=/kern><span>", True),
        ("<div class=story__author-card>", True),
        ("<div class=author-image><p><i><b>", False),
        ("<article class='post author-kern'>", False),
        ("<div class=image>", False),
        ("<a href=/authors/kern>", True),
        ("<a href=/authors/kern-large.jpg>", False),
        ("<a href=/kern>", False),
    ],
)
def test_portraits_of_authors_are_no_pictures(before: str, portrait: bool) -> None:
    assert (address(f"{before}<img src=/port.jpg>") is None) is portrait


@pytest.mark.parametrize(
    ("alt", "portrait"),
    [
        ("Author Photo", True),
        ("Reporter's headshot", True),
        ("Headshot of Ada Stone", True),
        ("Profile picture for user Ada Stone", True),
        ("Photograph of the author.", False),
        ("Autorenbild", True),
        ("Author photo of the harbour in fog", False),
        ("The author of the photo", False),
        ("A headshot of Ada Stone on the wall of the pub", False),
    ],
)
def test_pictures_that_say_only_that_they_show_the_author(alt: str, portrait: bool) -> None:
    assert (address(f'<img src=/port.jpg alt="{alt}">') is None) is portrait


@pytest.mark.parametrize(
    ("src", "portrait"),
    [
        ("/arc-authors/kern.png", True),
        ("/resize.php?src=https://s.example/authors/kern.png", True),
        ("/staff-photos/kern.jpg", True),
        ("/headshots/kern.jpg", True),
        ("/authors-meet-in-the-harbour.jpg", False),
        ("/news/coauthors.jpg", False),
    ],
)
def test_folders_of_portraits(src: str, portrait: bool) -> None:
    assert (address(f"<img src={src}>") is None) is portrait


@pytest.mark.parametrize(
    ("before", "cover"),
    [
        ("<div class=podcast-player>", True),
        ("<div class=x-sticky-player-y><div><p><i>", True),
        ("<div class=audioplayer>", True),
        ("<div class=video-player>", False),
        ("<div class=players>", False),
    ],
)
def test_covers_in_players_of_sound(before: str, cover: bool) -> None:
    assert (address(f"{before}<img src=/port.jpg>") is None) is cover


@pytest.mark.parametrize(
    ("markup", "path"),
    [
        ("<img src=/port.jpg data-url=/photos/list?id=1>", "/port.jpg"),
        ("<img src=/port.jpg data-url=/harbour.jpg>", "/harbour.jpg"),
        ("<img src=/blank.gif data-url=/photos/1>", "/photos/1"),
        ("<img src=/grey-placeholder.png data-url=/photos/1>", "/photos/1"),
    ],
)
def test_the_address_of_a_page_beside_that_of_a_picture(markup: str, path: str) -> None:
    assert address(markup) == f"{HOST}{path}"


@pytest.mark.parametrize(
    ("src", "kept"),
    [
        ("/choc/plus.gif", False),
        ("/arrow-play.png", False),
        ("/qr-img-hi.png", False),
        ("https://licensebuttons.net/l/by/4.0/88x31.jpg", False),
        ("https://i.creativecommons.org/l/by/4.0/88x31.jpg", False),
        ("/play-at-the-harbour.jpg", True),
        ("/plus-one-ferry.jpg", True),
    ],
)
def test_buttons_and_badges_are_no_pictures(src: str, kept: bool) -> None:
    assert (address(f"<img src={src}>") is not None) is kept


def test_a_long_name_of_sizes_takes_bounded_time() -> None:
    url = f"{HOST}/{'-100w' * 400}y.jpg"
    with within(1):
        assert {picture_key(url) for _ in range(100)} == {"-100w" * 400 + "y"}


def test_a_picture_of_many_sources_takes_bounded_time() -> None:
    sources = "<source srcset='/a.webp 1w'>" * 1_000
    root = tree_of(f"<picture>{sources}{'<img src=/port.jpg>' * 1_000}</picture>")
    with within(1):
        assert all(picture_of(img, BASE) for img in root.find("img"))


def test_pictures_in_a_box_of_many_names_take_bounded_time() -> None:
    root = tree_of(f"<div class='{'box-' * 4_000}'>{'<img src=/port.jpg>' * 4_000}</div>")
    with within(1):
        assert all(picture_of(img, BASE) for img in root.find("img"))


@pytest.mark.parametrize(
    ("attributes", "url"),
    [
        ("data-src=/quay.jpg", "https://a.example/quay.jpg"),
        ("data-src=/quay.webp?w=976 data-width=976", "https://a.example/quay.webp?w=976"),
        ("data-src=/quay", None),
        ("data-src=/quay.jpg data-width=20 data-height=20", None),
        ("data-src=https://tube.example/embed/quay", None),
        ("data-src=/icons/quay.png", None),
        ("src=/quay.jpg", None),
    ],
)
def test_pictures_of_empty_boxes(attributes: str, url: str | None) -> None:
    image = delayed_of(first(tree_of(f"<div {attributes}></div>"), "div"), "https://a.example/x")
    assert (image.url if image else None) == url


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://news.google.com/publications/CAAq", False),
        ("https://play.google.com/store/apps/details?id=a", False),
        ("https://t.me/quaynews", False),
        ("https://t.me/quaynews/12", True),
        ("https://whatsapp.com/channel/0029", False),
        ("https://www.patreon.com/quay", False),
        ("https://www.instagram.com/quay/", True),
        ("https://a.example/quay", True),
        ("/quay-large.jpg", True),
    ],
)
def test_a_picture_that_is_a_link_to_a_channel_or_an_app_is_none(href: str, kept: bool) -> None:
    img = "<img src=/follow-quay.jpg alt='Follow us'>"
    for markup in (f"<a href={href}>{img}</a>", f"<figure><a href={href}>{img}</a></figure>"):
        root = tree_of(f"<body>{markup}")
        assert (picture_of(first(root, "img"), BASE) is not None) is kept
    captioned = f"<figure><a href={href}>{img}</a><figcaption>The quay</figcaption></figure>"
    assert picture_of(first(tree_of(f"<body>{captioned}"), "img"), BASE) is not None


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<figure><img src=/ships.svg><figcaption>Ships by year</figcaption></figure>", True),
        (
            "<figure><a href=/x><img src=/ships.svg></a><figcaption>Ships</figcaption></figure>",
            True,
        ),
        ("<figure><img src=/ships.svg><figcaption> </figcaption></figure>", False),
        ("<figure><img src=/ships.svg></figure>", False),
        ("<p><img src=/ships.svg width=800 height=600></p>", False),
    ],
)
def test_a_drawing_with_a_caption_is_a_picture(markup: str, kept: bool) -> None:
    root = tree_of(markup)
    measure(root, 1.0)
    assert (picture_of(first(root, "img"), BASE) is not None) is kept
