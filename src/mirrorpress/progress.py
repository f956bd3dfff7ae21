"""What a run reports while it is active, and the summary it ends with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from mirrorpress.model import PublishResult
from mirrorpress.redact import without_secrets


class Reporter(Protocol):
    """Hears how far a run is. Implementations draw bars, print lines or are silent."""

    def start(self, step: str, total: int) -> None:
        """A step begins with so many items known; others may run beside it."""

    def expect(self, step: str, count: int) -> None:
        """So many more items of the step were found."""

    def advance(self, step: str, count: int = 1) -> None:
        """So many items of the step are done."""

    def finish(self, step: str) -> None:
        """The step is over."""

    def note(self, text: str) -> None:
        """A sentence for those who asked for details."""


class Silent:
    """Hears and says nothing."""

    def start(self, step: str, total: int) -> None:
        pass

    def expect(self, step: str, count: int) -> None:
        pass

    def advance(self, step: str, count: int = 1) -> None:
        pass

    def finish(self, step: str) -> None:
        pass

    def note(self, text: str) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that was lost, with its address and cause. Neither shows a password or token."""

    source: str
    url: str
    error: str

    def __post_init__(self) -> None:
        for name in ("url", "error"):
            object.__setattr__(self, name, without_secrets(getattr(self, name)))


@dataclass(slots=True)
class Summary:
    """What a round did. Grows while the round runs."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0
    failed: list[Failure] = field(default_factory=list)
    quarantined: list[Failure] = field(default_factory=list)  # of those: left alone from now on
    again: int = 0  # pictures that failed again, as an earlier round reported
    faults: int = 0  # failures that are faults of mirrorpress itself
    notes: list[str] = field(default_factory=list)  # what an operator should know, a sentence each
    targets: list[PublishResult] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def clean(self) -> bool:
        """Whether nothing failed, no item and no target."""
        return not self.failed and all(result.error is None for result in self.targets)

    def counts(self) -> dict[str, float]:
        """The summary in numbers, as the store remembers it."""
        return {
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "withdrawn": self.withdrawn,
            "failed": len(self.failed),
            "quarantined": len(self.quarantined),
            "seconds": round(self.seconds, 3),
        }

    def to_json(self) -> dict[str, object]:
        """The object that `run --json` prints."""
        return {
            "new": self.new,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "withdrawn": self.withdrawn,
            "failed": [
                {"source": item.source, "url": item.url, "error": item.error}
                for item in self.failed
            ],
            "targets": [
                {
                    "target": result.target,
                    "added": result.added,
                    "changed": result.changed,
                    "removed": result.removed,
                    "revision": result.revision,
                    "error": result.error,
                }
                for result in self.targets
            ],
            "seconds": round(self.seconds, 3),
        }
