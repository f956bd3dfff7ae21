"""An edition in memory, sealed as the press does it: the double of what targets are given."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from mirrorpress.model import OutputInfo
from mirrorpress.protocols import Check
from mirrorpress.publish import checksums, manifest
from mirrorpress.publish.minisign import SigningKey

KEY = SigningKey(bytes.fromhex("0102030405060708"), bytes(range(32)))
STRANGER = SigningKey(bytes.fromhex("a1a2a3a4a5a6a7a8"), bytes(range(32, 64)))
START = datetime(2026, 3, 9, 4, 5, 6, tzinfo=UTC)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def sealed(
    files: Mapping[str, bytes],
    *,
    edition: str = "git",
    sequence: int = 1,
    key: SigningKey | None = KEY,
    previous: str | None = None,
) -> dict[str, bytes]:
    """Files with their signed manifest."""
    descriptor = manifest.Descriptor(
        mirror="Harbour mirror 港口",
        edition=edition,
        sequence=sequence,
        time=START + timedelta(hours=sequence),
        key=key.public.line if key else None,
        addresses=("https://mirror.example/",),
        previous=previous,
    )
    whole = {**files, manifest.DESCRIPTOR: manifest.descriptor(descriptor)}
    if key:
        whole[manifest.PUBLIC_KEY] = key.public.file()
    whole |= dict(checksums.written_all((path, digest(content)) for path, content in whole.items()))
    if key:
        comment = manifest.trusted_comment(descriptor)
        whole[checksums.SIGNATURE] = key.sign(whole[checksums.FILE], comment)
    return whole


@dataclass
class MemoryEdition:
    """A `SealedEdition` that remembers when each file changed or went."""

    edition: str = "git"
    prefix: str = ""
    key: SigningKey | None = KEY
    sequence: int = 0
    forced: bool = False
    check: Check = Check.CHANGES
    contents: dict[str, bytes] = field(default_factory=dict)
    _since: dict[str, int] = field(default_factory=dict)
    _gone: dict[str, int] = field(default_factory=dict)

    @property
    def sealed(self) -> datetime:
        return START + timedelta(hours=self.sequence)

    def pages(self) -> dict[str, bytes]:
        """The files that are not the manifest's."""
        return {path: body for path, body in self.contents.items() if not manifest.is_own(path)}

    def change(
        self, put: Mapping[str, bytes] | None = None, remove: tuple[str, ...] = ()
    ) -> MemoryEdition:
        """The next state of the edition: files put and removed, sealed anew."""
        pages = {**self.pages(), **(put or {})}
        for path in remove:
            del pages[path]
        before, self.sequence = self.contents, self.sequence + 1
        sums = before.get(checksums.FILE)
        self.contents = sealed(
            pages,
            edition=self.edition,
            sequence=self.sequence,
            key=self.key,
            previous=digest(sums) if sums else None,
        )
        for path in self.contents.keys() | before.keys():
            if path not in self.contents:
                self._gone[path] = self.sequence
            elif self.contents[path] != before.get(path):
                self._since[path] = self.sequence
                self._gone.pop(path, None)
        return self

    def files(self) -> Iterator[OutputInfo]:
        for path in sorted(self.contents, key=str.encode):
            content = self.contents[path]
            yield OutputInfo(path=path, sha256=digest(content), size=len(content))

    def changed_since(self, sequence: int) -> Iterator[OutputInfo]:
        return (info for info in self.files() if self._since[info.path] > sequence)

    def removed_since(self, sequence: int) -> Iterator[str]:
        return (path for path, gone in sorted(self._gone.items()) if gone > sequence)

    def content(self, path: str) -> bytes:
        return self.contents[path]


def first_edition(edition: str = "git", prefix: str = "") -> MemoryEdition:
    """A small edition with folders, pictures, lists and names that are not ASCII."""
    return MemoryEdition(edition=edition, prefix=prefix).change(
        {
            "README.md": b"# Harbour mirror\n\n- [Tide](articles/2026/03/09/port-a.md)\n",
            "articles/2026/03/08/port-b.md": b"# Cranes stand still\n",
            "articles/2026/03/09/port-a.md": "# Tide comes in · 涨潮\n".encode(),
            "indexes/要闻.md": "- 涨潮\n".encode(),
            "pictures/2026/03/09/0123456789abcdef.webp": bytes(range(256)) * 40,
        }
    )


def next_edition(edition: MemoryEdition) -> MemoryEdition:
    """Three files more, two changed, one (and with it a folder) less."""
    return edition.change(
        {
            "README.md": b"# Harbour mirror\n\n- [Fog](articles/2026/03/10/port-c.md)\n",
            "articles/2026/03/09/port-a.md": "# Tide comes in again · 涨潮\n".encode(),
            "articles/2026/03/10/port-c.md": b"# Fog over the harbour\n",
            "articles/2026/03/10/port d.md": b"# A name with a space\n",
            'articles/2026/03/10/"quoted".md': b"# A name with quotes\n",
        },
        remove=("articles/2026/03/08/port-b.md",),
    )
