"""A picture of our own: decoded, scaled and encoded again, named by its content."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A re-encoded picture. `id` is the SHA-256 of its bytes, in hex."""

    id: str
    media_type: str  # image/webp | image/jpeg | image/png
    width: int  # pixels
    height: int
    size: int  # bytes

    @property
    def suffix(self) -> str:
        """File name ending, with the dot."""
        return "." + self.media_type.removeprefix("image/").replace("jpeg", "jpg")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAsset:
    """An `Asset` on its way to the store, with its bytes."""

    asset: Asset
    content: bytes
