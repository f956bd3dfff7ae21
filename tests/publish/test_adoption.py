from collections.abc import Iterable

import pytest

from mirrorpress.publish.adoption import proven
from publish.edition import KEY, STRANGER, digest, first_edition


def reader(files: dict[str, bytes]):
    def read(paths: Iterable[str]) -> dict[str, bytes]:
        return {path: files[path] for path in paths if path in files}

    return read


def test_a_whole_copy_is_proven() -> None:
    edition = first_edition()
    found = proven(reader(edition.contents), KEY.public)
    assert found is not None
    assert found.files == {path: digest(body) for path, body in edition.pages().items()}
    assert found.root == digest(edition.contents["SHA256SUMS"])
    assert found.descriptor.sequence == 1


def test_no_copy_is_none() -> None:
    assert proven(reader({"README.md": b"x"}), KEY.public) is None


@pytest.mark.parametrize(
    "damaged", ["SHA256SUMS", "SHA256SUMS.minisig", "mirror.json", "articles/2026/SHA256SUMS"]
)
@pytest.mark.parametrize("content", [b"", b"{}\n"])
def test_a_copy_that_is_not_whole_is_not(damaged: str, content: bytes) -> None:
    files = {**first_edition().contents, damaged: content}
    with pytest.raises(ValueError, match=r"signature|checksum file"):
        proven(reader(files), KEY.public)


def test_a_copy_by_another_key_is_not() -> None:
    with pytest.raises(ValueError, match="0807060504030201"):
        proven(reader(first_edition().contents), STRANGER.public)


def test_a_copy_by_a_former_key_is() -> None:
    files = first_edition().contents
    found = proven(reader(files), STRANGER.public, (KEY.public,))
    assert found is not None
    with pytest.raises(ValueError, match="fit"):
        proven(reader({**files, "SHA256SUMS": b""}), STRANGER.public, (KEY.public,))
