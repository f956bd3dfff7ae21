"""Reporters whom the first line of a report in Chinese or Korean names."""

from __future__ import annotations

import pytest

from mirrorpress.extract.fields.reporters import reporters_of
from mirrorpress.extract.page.measure import measure
from trees import tree_of

REST = (
    "奥斯特马克港务委员会周一晚间投票决定关闭东码头两年，"
    "以便潜水员修复其地基，渔民们早就担心会有这样的决定。"
)


def reporters(*lines: str) -> tuple[str, ...]:
    root = tree_of("<body>" + "".join(f"<p>{line}</p>" for line in lines))
    measure(root, 3.0)
    return reporters_of(root.walk())


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("新华社奥斯特马克5月4日电（记者王敏 李静）", ("王敏", "李静")),
        ("本报讯（记者 王敏）", ("王敏",)),
        ("海岸晚报讯（记者王敏 通讯员 张波）", ("王敏",)),
        ("中新社奥斯特马克5月4日电 (王敏)", ("王敏",)),
        ("〔記者王小敏／台北報導〕", ("王小敏",)),
        ("記者王小敏、李大明／綜合報導", ("王小敏", "李大明")),
        ("（中央社記者王小敏台北4日電）", ("王小敏",)),
        ("（中央社記者王小敏、李大明台北4日電）", ("王小敏", "李大明")),
        ("（中央社記者李敏台北4日電）", ("李敏",)),
        ("（文/海岸网 王敏）", ("王敏",)),
        ("新华社北京5月4日电", ()),
        ("（中央社台北4日綜合外電報導）", ()),
        ("港务长对记者王敏说，", ()),
        ("记者王敏北京报道", ()),
        ("（图片编辑）", ()),
        ("[오스터마르크=해안뉴스] 김민수 기자 = ", ("김민수",)),
        ("(오스터마르크=해안) 김민수·이서연 기자 = ", ("김민수", "이서연")),
        ("김민수 특파원 = ", ("김민수",)),
        ("김민수 기자는 ", ()),
    ],
)
def test_reporters(line: str, names: tuple[str, ...]) -> None:
    assert reporters(line + REST) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（中央社記者王小敏台北4日電）", ("王小敏",)),
        ("〔記者王小敏／台北報導〕", ("王小敏",)),
        ("記者王小敏說", ()),
        ("（東碼頭工程關閉兩年時間）", ()),
    ],
)
def test_a_short_line_that_is_all_in_brackets_may_name_them(
    line: str, names: tuple[str, ...]
) -> None:
    assert reporters(line, REST) == names


def test_a_line_further_down_may_name_them_but_not_far() -> None:
    named = "本报讯（记者 王敏）" + REST
    assert reporters(REST, named, REST) == ("王敏",)
    assert reporters(*[REST] * 8, named) == ()
