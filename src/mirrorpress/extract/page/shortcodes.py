"""Codes of WordPress that were not replaced, because what made them is no longer installed.

[ad_1]
[vc_row][vc_column]The quay is closed.[/vc_column][/vc_row]
[embed]https://www.youtube.com/watch?v=x[/embed]        a frame with that address

Pages with code in them may be about such codes, and keep them. "[/caption]" says which picture a
line belongs to and is read where captions are.
"""

from __future__ import annotations

import html
import re
from typing import Final

from mirrorpress.extract.page.players import frame_with

# By the prefixes of page builders and themes, and the names of plug-ins (wordpress.org/plugins).
_NAMES: Final = (
    r"ad_\d+|vc_\w+|et_pb_\w+|fusion_\w+|av_\w+|cs_\w+|tie_\w+|td_\w+|penci_\w+|su_\w+|wpsm_\w+|"
    r"adrotate|adinserter|quads|mc4wp_form|contact-form-7|wpforms|ninja_forms?|gravityforms?|"
    r"rev_slider\w*|newsletter(?:_\w+)?|convertkit|give_form|irp|ez-toc|toc|lwptoc|post-views|"
    r"addtoany|ssba(?:-buttons)?|print-me|wp_ulike|ratemypost|kkstarratings"
)
_CODE: Final = re.compile(rf"\[/?(?:{_NAMES})(?=[\s=\]])[^\[\]<>]{{0,1000}}\]")
_EMBED: Final = re.compile(
    r"\[(?:embed|embedyt|youtube|vimeo)(?:[ =][^\[\]<>]{0,200}?)?(?:\]\s*|[ =])"
    r"(?P<url>https?://[^\s\[\]<>\"']{5,500})\s*(?:\[/embed(?:yt)?\]|\])"
)
_ANY: Final = re.compile(rf"\[(?:{_NAMES}|embed|youtube|vimeo)")
_OF_CODE: Final = ("<code", "<pre", "<textarea")


def without_shortcodes(markup: str) -> str:
    """The page without such codes, with a frame for each that embeds an address."""
    if not _ANY.search(markup) or any(tag in markup for tag in _OF_CODE):
        return markup
    return _CODE.sub("", _EMBED.sub(_frame, markup))


def _frame(found: re.Match[str]) -> str:
    return frame_with(html.unescape(found["url"]))
