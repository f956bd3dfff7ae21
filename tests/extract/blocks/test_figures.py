"""Figures: pictures, their captions and credits, in the languages of the press."""

from __future__ import annotations

import re

import pytest

from mirrorpress.extract.blocks.figures import (
    _AT_END,
    _LABELLED,
    _SIGNS,
    bare_credit,
    caption_of,
    figure_of,
    is_announced,
    split_credit,
)
from mirrorpress.extract.words.credits import ANY_CREDIT
from mirrorpress.model.blocks import Embed, Figure
from mirrorpress.model.plain import inline_text
from pace import within
from trees import SENTENCE, first, tree_of

BASE = "https://a.example/x"
IMG = "<img src=/port.jpg>"


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("The quay. (Photo: A. Kern)", "The quay.", "Photo: A. Kern"),
        ("The quay [Credit: A. Kern].", "The quay", "Credit: A. Kern"),
        ("The quay. Photo: A. Kern", "The quay.", "Photo: A. Kern"),
        ("The quay | Foto: A. Kern", "The quay", "Foto: A. Kern"),
        ("부두의 새벽. 사진=김민수 기자", "부두의 새벽.", "사진=김민수 기자"),
        ("부두의 새벽 [사진=항구신문]", "부두의 새벽", "사진=항구신문"),
        ("부두의 새벽 /사진제공=항구신문", "부두의 새벽", "사진제공=항구신문"),
        ("朝の埠頭（李安撮影）", "朝の埠頭", "李安撮影"),
        ("朝の埠頭＝港湾日報提供", "朝の埠頭", "港湾日報提供"),
        ("x=1 사진 y", "x=1 사진 y", None),
        ("埠頭の開通式＝１３日、林徳松", "埠頭の開通式＝１３日、林徳松", None),
        ("The quay. © Harbour Ledger", "The quay.", "© Harbour Ledger"),
        ("Le quai. Crédit photo : A. Kern", "Le quai.", "Crédit photo : A. Kern"),
        ("The quay. Image source: A. Kern", "The quay.", "Image source: A. Kern"),
        ("The quay. Photoby: A. Kern", "The quay. Photoby: A. Kern", None),
        ("Причал. Фото: А. Керн", "Причал.", "Фото: А. Керн"),
        ("رصيف الميناء. الصورة: سامي حداد", "رصيف الميناء.", "الصورة: سامي حداد"),
        ("اسکله بندر. عکس: رضا کریمی", "اسکله بندر.", "عکس: رضا کریمی"),
        ("图为码头。(记者 李安 摄)", "图为码头。", "记者 李安 摄"),
        ("图为码头。（图片来源：港口日报）", "图为码头。", "图片来源：港口日报"),
        ("Photo: A. Kern", "", "Photo: A. Kern"),
        ("摄影：李安", "", "摄影：李安"),
        ("The quay.", "The quay.", None),
        ("The quay (in winter)", "The quay (in winter)", None),
        ("The photo shows the quay: wet.", "The photo shows the quay: wet.", None),
        ("A source said: no.", "A source said: no.", None),
        ("The viaduct (via Marrin)", "The viaduct", "via Marrin"),
        ("Photo:", "Photo:", None),
        ("", "", None),
        ("(Photo: A. Kern)", "(Photo: A. Kern)", None),
        ("The quay. Photo: " + "x" * 80, "The quay. Photo: " + "x" * 80, None),
        ("The quay. Photo: A. Kern. Styling: Bo Li", "The quay.", "Photo: A. Kern. Styling: Bo Li"),
        (
            "Der Kai im Nebel Foto: Hafenpresse/A. Kern",
            "Der Kai im Nebel",
            "Foto: Hafenpresse/A. Kern",
        ),
        (
            "The exhibition “Photo: a history” opens",
            "The exhibition “Photo: a history” opens",
            None,
        ),
        ("Das Foto: Es zeigt den Kai.", "Das Foto: Es zeigt den Kai.", None),
        ("부두의 모습. [사진 출처 = 항구일보]", "부두의 모습.", "사진 출처 = 항구일보"),
        ("Krantinė / A. Kernas / HRT nuotr.", "Krantinė", "A. Kernas / HRT nuotr."),
        ("桟橋を歩く人々＝ＡＰ", "桟橋を歩く人々", "ＡＰ"),
        ("桟橋を歩く人々＝ロイター・共同", "桟橋を歩く人々", "ロイター・共同"),
        ("桟橋を歩く人々＝３日、港町", "桟橋を歩く人々＝３日、港町", None),
        ("© Foto: A. Kern", "", "Foto: A. Kern"),
        ("Image Credits: A. Kern", "", "Image Credits: A. Kern"),
    ],
)
def test_credits_in_one_run(text: str, caption: str, credit: str | None) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize("word", re.split(r"[|?()\[\]]+", ANY_CREDIT))
def test_each_text_with_a_credit_has_one_of_the_signs(word: str) -> None:
    forms = ["The quay ({} A. Kern)", "The quay. {}: A. Kern", "The quay ({})", "{}/A. Kern"]
    for text in (form.format(word) for form in forms):
        assert _SIGNS.search(text) or not (_AT_END.match(text) or _LABELLED.match(text))


@pytest.mark.parametrize(
    "piece",
    ["(photo: ", " Foto: A b. C: d", " / a nuotr", "(", "。(摄", "x. ©", " | Photo: ", "a " * 3],
)
def test_floods_of_brackets_take_bounded_time(piece: str) -> None:
    with within(5):
        split_credit(piece * 3_000)


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        (" | A.  Kern ", "A. Kern"),
        ("(A. Kern)", "A. Kern"),
        ("—（李安）", "李安"),
        ("A-B", "A-B"),
        ("Bo Li (Ledger)", "Bo Li (Ledger)"),
        ("Bo Li)", "Bo Li"),
        ("[Bo Li", "Bo Li"),
        ("02:12 - Source: Ledger TV", "Source: Ledger TV"),
    ],
)
def test_bare_credits(text: str, credit: str) -> None:
    assert bare_credit(text) == credit


@pytest.mark.parametrize(
    ("inside", "caption", "credit"),
    [
        ("<figcaption>The quay</figcaption>", "The quay", None),
        ("<figcaption>The quay <span class=credit>A. Kern</span></figcaption>", "The quay",
         "A. Kern"),
        ("<figcaption>The quay <small>A. Kern</small></figcaption>", "The quay", "A. Kern"),
        ("<small>Ada Kern / Harbour Press Agency</small>", "", "Ada Kern / Harbour Press Agency"),
        ("<small>Image credit: Sent by Ashley</small>", "", "Image credit: Sent by Ashley"),
        (
            "<small>The old quay on Sunday morning, in the fog</small>",
            "The old quay on Sunday morning, in the fog",
            None,
        ),
        ("<figcaption><p>The quay.</p><p>A. Kern</p></figcaption>", "The quay.", "A. Kern"),
        ("<figcaption><p>The quay</p><p>A. Kern</p></figcaption>", "The quay A. Kern", None),
        ("<figcaption><p>The quay.</p><p>The ferry sails.</p></figcaption>",
         "The quay. The ferry sails.", None),
        ("<figcaption>码头。<em>李安</em></figcaption>", "码头。", "李安"),
        ("<figcaption>The quay</figcaption><div class=copyright>A. Kern</div>", "The quay",
         "A. Kern"),
        ("<div class=wp-caption-text>The quay</div>", "The quay", None),
        ("<div class=text>The quay</div>", "The quay", None),
        ("<div>The quay</div><div class=copyright>A. Kern</div>", "The quay", "A. Kern"),
        ("<br>The <b>quay</b> (Photo: A. Kern)", "The quay", "Photo: A. Kern"),
        ("<span class=photographer>A. Kern</span>", "", "A. Kern"),
        ("<span class=photographer>" + "x" * 121 + "</span>", "x" * 121, None),
        ("<a class=source href=/y>Read on</a>", "", None),
        ("<figcaption><button>Enlarge</button>The quay</figcaption>", "The quay", None),
        ("<figcaption>Old</figcaption><figcaption>The quay</figcaption>", "The quay", None),
        ("<figcaption>The quay</figcaption><figcaption>Photo: A. Kern</figcaption>", "The quay",
         "Photo: A. Kern"),
        ("<figcaption>The quay</figcaption><figcaption></figcaption>", "The quay", None),
        ("<figcaption>The quay <span hidden>(enlarge)</span></figcaption>", "The quay", None),
        ("<figcaption></figcaption>", "", None),
        ("<figcaption><span>Media caption</span>The <b>quay</b></figcaption>", "The quay", None),
        ("<figcaption>Image caption, <b>The quay</b></figcaption>", "The quay", None),
        ("<figcaption><span>Legende:</span> Der Kai</figcaption>", "Der Kai", None),
        ("<figcaption>Legende des Kais</figcaption>", "Legende des Kais", None),
        ("<div class=caption>View 6 Images</div>", "", None),
        ("<figcaption><span class=figcaption--text>The quay</span> "
         "<span class=figcaption--author>A. Kern</span></figcaption>", "The quay", "A. Kern"),
        ("<div class=c-caption><i>The quay</i> - <span class=c-caption__copyright>Copyright</span> "
         "<span class=c-caption__credit>A. Kern</span></div>", "The quay", "Copyright A. Kern"),
        ("<figcaption class=credit-caption>The quay</figcaption>", "The quay", None),
        ("<figcaption>The media caption of the quay</figcaption>", "The media caption of the quay",
         None),
        ("<div class=caption><p>Video Loading</p><p>Click to play</p></div>",
         "", None),
        ("<div class=player__caption>Media playback is unsupported on your device</div>", "", None),
        ("<figcaption><a href=https://pins.example>Pin</a> Print</figcaption>", "", None),
        ("<div class=resource>The quay</div>", "The quay", None),  # is no source
        ("", "", None),
    ],
)  # fmt: skip
def test_captions(inside: str, caption: str, credit: str | None) -> None:
    found = caption_of(first(tree_of(f"<figure>{IMG}{inside}</figure>"), "figure"), BASE)
    assert (inline_text(found[0]), found[1]) == (caption, credit)


@pytest.mark.parametrize(
    ("line", "announced"),
    [
        ("图为码头。", True),
        ("▲ The quay", True),
        ("（资料图）", True),
        ("The quay. (Photo: A. Kern)", True),
        ("码头。（记者 李安 摄）", True),
        ("图像来源：李安", True),
        ("圖像來源：李安", True),
        ("The keeper lit the lamp.", False),
        ("图书馆开放。", False),
        ("▲ " + "x" * 300, False),
        ("", False),
    ],
)
def test_lines_that_belong_to_a_picture(line: str, announced: bool) -> None:
    assert is_announced(line) is announced


def shown(markup: str) -> list[Figure | Embed]:
    blocks = figure_of(first(tree_of(markup), "figure"), BASE)
    assert all(isinstance(block, (Figure, Embed)) for block in blocks)
    return [block for block in blocks if isinstance(block, (Figure, Embed))]


def test_one_picture_has_its_caption_itself() -> None:
    (figure,) = shown(f"<figure>{IMG}<figcaption>The quay. Photo: A. Kern</figcaption></figure>")
    assert isinstance(figure, Figure)
    assert inline_text(figure.images[0].caption) == "The quay."
    assert figure.images[0].credit == "Photo: A. Kern"
    assert figure.caption == ()


@pytest.mark.parametrize(
    ("below", "caption"), [("", ""), ("<figcaption>The coast.</figcaption>", "The coast.")]
)
def test_captions_of_single_pictures_are_not_of_the_gallery(below: str, caption: str) -> None:
    one = "<figure><img src=/1.jpg><figcaption>The quay.</figcaption></figure>"
    two = "<div><figure><img src=/2.jpg><p class=caption>The pier.</p></figure></div>"
    (figure,) = shown(f"<figure>{one}{two}{below}</figure>")
    assert isinstance(figure, Figure)
    assert inline_text(figure.caption) == caption
    assert [inline_text(image.caption) for image in figure.images] == ["The quay.", "The pier."]


def test_several_pictures_share_the_caption() -> None:
    (figure,) = shown(
        "<figure><img src=/quay.jpg><img src=/tower.jpg><img src=/quay-800x600.jpg>"
        "<figcaption>Quay and tower</figcaption></figure>"
    )
    assert isinstance(figure, Figure)
    assert [image.url[-9:] for image in figure.images] == ["/quay.jpg", "tower.jpg"]
    assert inline_text(figure.caption) == "Quay and tower"
    assert all(image.caption == () for image in figure.images)


@pytest.mark.parametrize(
    ("below", "caption"),
    [
        ("<figcaption>Quay and tower. Photos: A. Kern</figcaption>",
         "Quay and tower. (Photos: A. Kern)"),
        ("<figcaption>Quay <span class=credit>A. Kern</span></figcaption>", "Quay (A. Kern)"),
        ("<figcaption>Photos: A. Kern</figcaption>", "Photos: A. Kern"),
    ],
)  # fmt: skip
def test_a_shared_caption_keeps_its_credit(below: str, caption: str) -> None:
    (figure,) = shown(f"<figure><img src=/quay.jpg><img src=/tower.jpg>{below}</figure>")
    assert isinstance(figure, Figure)
    assert inline_text(figure.caption) == caption


def test_slides_of_a_gallery_have_their_own_captions() -> None:
    slides = "".join(
        f"<div class=slide><img src=/{name}.jpg><div class=slide__caption>{text}</div></div>"
        for name, text in (
            ("port", "The quay. (Photo: A. Kern)"),
            ("boats", ""),
            ("lamp", "A lamp"),
        )
    )
    gallery = tree_of(f"<div class=gallery><div>{slides}</div></div>").find("div")[0]
    (figure,) = figure_of(gallery, BASE)
    assert isinstance(figure, Figure)
    assert [(inline_text(i.caption), i.credit) for i in figure.images] == [
        ("The quay.", "Photo: A. Kern"),
        ("", None),
        ("A lamp", None),
    ]
    assert figure.caption == ()


def test_a_line_below_the_picture_of_a_slide_is_its_caption() -> None:
    slides = "".join(
        f"<div class=slide><img src=/{name}.jpg><div class=x>{text}</div></div>"
        for name, text in (("port", "The quay on Monday"), ("boats", "The boats"))
    )
    gallery = tree_of(f"<div class=gallery><div>{slides}</div></div>").find("div")[0]
    (figure,) = figure_of(gallery, BASE)
    assert isinstance(figure, Figure)
    assert [inline_text(i.caption) for i in figure.images] == ["The quay on Monday", "The boats"]


def test_a_gallery_of_many_pictures_takes_bounded_time() -> None:
    slide = "<div><div><div><div><img src=/port.jpg><i class=caption>x</i></div></div></div></div>"
    gallery = tree_of(f"<div class=gallery>{slide * 5_000}</div>").find("div")[0]
    with within(3):
        figure_of(gallery, BASE)


def test_credits_of_single_pictures_are_not_of_the_gallery() -> None:
    one = "<figure><img src=/1.jpg><figcaption>The quay. <small>A. Kern</small></figcaption>"
    two = "<figure><img src=/2.jpg><figcaption>The pier.</figcaption></figure>"
    (figure,) = shown(f"<figure>{one}</figure>{two}<figcaption>The coast</figcaption></figure>")
    assert isinstance(figure, Figure)
    assert inline_text(figure.caption) == "The coast"


def test_figures_inside_keep_their_own_captions() -> None:
    (figure,) = shown(
        "<figure><figure><img src=/quay.jpg><figcaption>Quay</figcaption></figure>"
        "<figure><img src=/tower.jpg><figcaption>Tower</figcaption></figure></figure>"
    )
    assert isinstance(figure, Figure)
    assert [inline_text(image.caption) for image in figure.images] == ["Quay", "Tower"]


def test_a_player_wins_over_its_picture() -> None:
    (embed,) = shown(
        f"<figure>{IMG}<iframe src=https://vimeo.com/1></iframe><figcaption>The quay"
        "</figcaption></figure>"
    )
    assert isinstance(embed, Embed)
    assert embed.poster is not None
    assert embed.poster.url == "https://a.example/port.jpg"
    assert embed.title == "The quay"


def test_the_title_of_a_player_is_one_line() -> None:
    (embed,) = shown(
        "<figure><iframe src=https://vimeo.com/1></iframe><figcaption>The quay<br>at dawn"
        "</figcaption></figure>"
    )
    assert isinstance(embed, Embed)
    assert embed.title == "The quay at dawn"


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<img src='javascript:alert(1)'>",
        "<img src='data:image/png;base64,AA'>",
        "<img src=/port.jpg width=1 height=1>",
        "<iframe src='javascript:alert(1)//youtube.com'></iframe>",
        f"<figcaption>{SENTENCE}</figcaption>",
        "<figure>" * 200,
    ],
)
def test_figures_that_show_nothing(inside: str) -> None:
    assert shown(f"<figure>{inside}</figure>") == []


@pytest.mark.parametrize("text", ["图{}。", "图 (photo{}("])
def test_ideographic_spaces_in_a_caption_take_bounded_time(text: str) -> None:
    text = text.format("\u3000" * 20_000)
    with within(1):
        assert split_credit(text) == (text, None)


@pytest.mark.parametrize(
    ("inside", "caption", "credit"),
    [
        # whole, and cut short with a button
        (
            "<div class=caption><div class=caption-full>The quay in the morning, on the day on "
            "which it opened.<a class=more-caption> less</a></div><div class=caption-truncated>The "
            "quay in the morning, on the day on which it<a class=more-caption> … more</a></div>"
            "<span class=credit>Photo: A. Kern</span></div>",
            "The quay in the morning, on the day on which it opened.",
            "Photo: A. Kern",
        ),
        # in a credit-caption, with buttons and a second credit
        (
            "<div class=credit-caption><div class=caption-wrap><div class=caption><p>The quay. "
            "<b class=credit>A. Kern</b> <b class=hide-caption><b>hide caption</b></b></p></div>"
            "<b class=toggle-caption><b>toggle caption</b></b></div><span class=credit>A. Kern"
            "</span></div>",
            "The quay.",
            "A. Kern",
        ),
        # two parts that say different things stay together
        (
            "<div class=caption><b class=caption-title>The quay</b> <span class=caption-text>"
            "opened in the morning.</span></div>",
            "The quay opened in the morning.",
            None,
        ),
    ],
)
def test_captions_in_captions(inside: str, caption: str, credit: str | None) -> None:
    root = tree_of(f"<div id=f>{IMG}{inside}</div>")
    found, named = caption_of(first(root, "div"), BASE)
    assert " ".join(inline_text(found).split()) == caption
    assert named == credit


def test_captions_in_captions_take_bounded_time() -> None:
    inside = f"<div class=caption>x {SENTENCE}" * 100 + "</div>" * 100
    root = tree_of(f"<div id=f>{IMG}{inside * 20}</div>")
    with within(2):
        caption_of(first(root, "div"), BASE)
