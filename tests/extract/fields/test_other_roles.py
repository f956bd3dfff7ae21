"""Names of those who did something else for an article than write it."""

from __future__ import annotations

import pytest

from extract.heads import read
from mirrorpress.extract.fields.other_roles import has_other_role
from trees import SENTENCE, named, tree_of


def is_other(before: str) -> bool:
    return has_other_role(named(tree_of(f"<div>{before}<a id=x href=/x>Anna Kern</a></div>"), "x"))


@pytest.mark.parametrize(
    "before",
    [
        "Fact-checked by ",
        "Medically reviewed by",
        "<b>Edited by</b> ",
        "<span>Reviewed</span> <span>by</span>",
        "By <a href=/bo>Bo Li</a>, edited by ",
        "Photos by ",
        "PHOTO: ",
        "Geprüft von ",
        "Fotos: ",
        "Relu par ",
        "Revisado por ",
        "Foto di ",
        "Zdjęcia: ",
        "Фото: ",
        "Перевела ",
        "责任编辑：",
        "撮影：",
        "ترجمة: ",
    ],
)
def test_other_roles(before: str) -> None:
    assert is_other(before)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "By ",
        "Written by ",
        "Words and photos by ",
        "Text und Fotos: ",
        "Reviewed on 4 May by ",
        "Review by ",
        "Von ",
        "记者 ",
        "Unedited by ",
        "<p>Photos by Bo Li</p><p>Written by</p>",
        f"<p>{SENTENCE * 3}</p>Photos by ",
    ],
)
def test_writers(before: str) -> None:
    assert not is_other(before)


def test_the_role_in_an_element_beside_that_of_the_name() -> None:
    root = tree_of("<div><div>Reviewed by</div><div><b id=x>Anna Kern</b></div></div>")
    assert has_other_role(named(root, "x"))


def test_bylines_are_of_writers() -> None:
    checked = "<p>Fact-checked by <a href=/people/bo-li>Bo Li</a></p>"
    assert read(f"<h1>Ferry</h1>{checked}<p>By <a href=/people/kern>Anna Kern</a></p>").bylines == (
        "Anna Kern",
    )
    assert read(f"<h1>Ferry</h1>{checked}").bylines == ()
