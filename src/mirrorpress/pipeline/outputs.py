"""What an edition consists of: each subject (an article, a page of a list) renders its files."""

from __future__ import annotations

from collections.abc import Iterable

from mirrorpress.model import Output
from mirrorpress.publish import checksums
from mirrorpress.store import Store

ARTICLE, LIST, MANIFEST = "article:", "list:", "manifest:"  # how names of subjects begin
STATIC = "static"


class Outputs:
    """Stores the files of one edition, and knows what was rendered."""

    def __init__(self, store: Store, edition: str) -> None:
        self._store = store
        self._edition = edition
        self.changed = 0  # files, without those of the manifest
        self._rendered = set[str]()  # subjects, articles apart
        self._left_alone = set[str]()  # keys of lists that stay as they were

    def keep(self, subject: str, outputs: Iterable[Output]) -> int:
        """Store what a subject renders now; how many files changed. A former file of it goes."""
        if not subject.startswith(ARTICLE):
            self._rendered.add(subject)
        changed = self._store_outputs(subject, tuple(outputs))
        self.changed += changed
        return changed

    def keep_manifest(self, subject: str, path: str, content: bytes | None) -> None:
        """Store a file of the manifest; None: there is none."""
        outputs = () if content is None else (Output(path=path, content=content),)
        self._store_outputs(MANIFEST + subject, outputs)

    def is_current(self, subject: str) -> None:
        """Note that a subject would render what stands there."""
        self._rendered.add(subject)

    def leave_alone(self, list_key: str) -> None:
        """Note that the pages of a list stay, whatever they are."""
        self._left_alone.add(list_key)

    def remove_leftovers(self) -> None:
        """After the whole edition was rendered: remove files of lists that it has no more."""
        for subject in self._store.editions.subjects(self._edition):
            key = subject.removeprefix(LIST).partition("#")[0]
            known = subject in self._rendered or key in self._left_alone
            if not known and not subject.startswith(MANIFEST):
                self.keep(subject, ())

    def _store_outputs(self, subject: str, outputs: tuple[Output, ...]) -> int:
        listed = {output.path: checksums.listed_in(output.path) for output in outputs}
        return self._store.editions.store_outputs(self._edition, subject, outputs, listed)
