"""Pages of one site, each with a text of its own and a line that all of them have."""

from __future__ import annotations

PROMO = "Our morning letter brings the news of the county to your desk before breakfast."


def site_page(place: str, promo: str = PROMO) -> str:
    """The page about the clock of a place."""
    sentences = (
        f"The clock of the {place} was repaired on Monday, nine years after it had stopped.",
        f"Two watchmakers needed a month, as no drawing of the {place} clock could be found.",
        f"Whoever walks past the {place} at noon will hear four strokes and then twelve.",
        promo,
    )
    text = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return f"<article><h1>Clock of the {place} runs again</h1><div>{text}</div></article>"
