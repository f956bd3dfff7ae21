"""Links to shops, as they stand below a product: buttons, though they are lines of the page.

    $380 at REI (Regular)      Preorder at Amazon      Jetzt bei Klarmobil bestellen

They are asked for in a line that is nothing but a link: in a sentence the same words are text.
"""

from __future__ import annotations

import re
from typing import Final

LONGEST: Final = 60  # characters
_PRICE = r"[$£€¥]\s?\d[\d.,]*"
_SHOP_LINK = re.compile(
    rf"(?:(?:(?:{_PRICE} )?(?:now )?{_PRICE}|"
    r"(?:buy|shop|order|pre-?order|get|see|view|find)(?: it| now)?|"
    r"check (?:the )?price|available)(?: now)? (?:at|on|from) \S.{1,40}|"
    r"check (?:the )?price(?: here| [-–] \S.{1,30})?|"
    r"(?:buy|shop|order|pre-?order) now|"
    r"(?:see|check|view|get) (?:the |this )?(?:latest |best )?(?:prices?|deals?|offers?)\b.{0,30}|"
    r"(?:jetzt |hier )?(?:bei|auf) .{2,30} (?:kaufen|bestellen|ansehen|abschließen|sichern|"
    r"anschauen|holen)|zum (?:angebot|deal|shop|produkt)\b.{0,25}|"
    r"jetzt (?:kaufen|bestellen|sichern)|"
    r"(?:acheter|commander|voir(?: le prix)?) (?:sur|chez) .{2,30}|"
    r"voir (?:l['’]offre|le prix).{0,25}|"
    r"(?:comprar?|cómpral[oa]|ver(?: (?:precio|oferta))?) en .{2,30}|ver (?:oferta|precio).{0,25}|"
    r"(?:acquista|compra|vedi(?: l['’]offerta)?) su .{2,30}|vedi (?:l['’])?offerta.{0,25}|"
    r"(?:compre|comprar|ver(?: oferta)?) (?:na|no|em) .{2,30}|"
    r"(?:koop|bekijk|bestel)(?: nu)? (?:bij|op) .{2,30}|"
    r"(?:kup|zobacz)(?: teraz)? (?:w|na) .{2,30}|купить (?:в|на) .{2,30})"
    r"(?: ?\([^()]{1,30}\))?",
    re.IGNORECASE,
)


def is_shop_link(text: str) -> bool:
    """Whether a line that is a link leads to where something is sold."""
    return len(text) <= LONGEST and _SHOP_LINK.fullmatch(text.strip()) is not None
