"""Figures: one line each, with the peer that was measured in the same run."""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Something measured."""

    name: str  # "pipeline.text.wall"
    value: float
    unit: str
    peer: float | None = None  # the same of the peer
    peer_name: str = "loop"
    less: bool = False  # less is better
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times better than the peer; below 1: how far it falls short."""
        if self.peer is None or not self.peer or not self.value:
            return None
        return self.peer / self.value if self.less else self.value / self.peer

    def line(self) -> str:
        """As people read it."""
        line = f"{self.name:34}{_shown(self.value):>9} {self.unit:15}"
        if self.peer is not None:
            line += f"{self.peer_name} {_shown(self.peer):>9}"
        if self.ratio is not None:
            line += f"   {self.ratio:7.2f} x"
        return f"{line}   {self.note}".rstrip()

    def data(self) -> dict[str, object]:
        """As programs read it."""
        return {**asdict(self), "ratio": self.ratio}


def _shown(value: float) -> str:
    if value == int(value):
        return f"{value:.0f}"
    return f"{value:.1f}" if abs(value) >= 20 else f"{value:.3g}"
