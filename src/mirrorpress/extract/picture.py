"""Pictures made our own: decoded, turned upright, scaled and encoded anew."""

from __future__ import annotations

from mirrorpress.model import NewAsset


def press_picture(content: bytes, *, max_side: int = 1200, max_bytes: int = 60_000) -> NewAsset:
    """A picture of the web as a WebP of ours, without metadata; the same bytes for the same input.

    Raises:
        PictureError: it is of a refused kind or size, broken, or a tracking pixel.
    """
    raise NotImplementedError
