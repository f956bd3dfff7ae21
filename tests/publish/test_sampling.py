import random
from collections.abc import Callable
from pathlib import Path

import pytest

from mirrorpress.publish import checksums, manifest
from mirrorpress.publish.sampling import Sample, Ways
from mirrorpress.publish.verify import FolderCopy, RemoteCopy, Trust, verify
from publish.edition import KEY, digest, first_edition, sealed
from publish.places import write_files

PAGES = {f"d{number % 7}/e{number % 3}/{number}.md": b"# %d\n" % number for number in range(100)}
CHOOSERS: list[Callable[[int], int]] = [
    lambda below: 0,
    lambda below: below - 1,
    random.Random(5).randrange,
]


def test_the_ways_lead_to_each_file_once() -> None:
    tree = {"a/SHA256SUMS": ("a/1", "a/b/SHA256SUMS"), "a/b/SHA256SUMS": (), "c/SHA256SUMS": ()}
    for choose in CHOOSERS:
        read = list[str]()

        def opened(path: str, digest: str, read: list[str] = read) -> dict[str, str]:
            read.append(path)
            return dict.fromkeys(tree[path], digest)

        ways = Ways(dict.fromkeys(("a/SHA256SUMS", "c/SHA256SUMS", "r"), "h"), opened, choose)
        assert sorted(filter(None, (ways.next() for _ in range(5)))) == [("a/1", "h"), ("r", "h")]
        assert len(read) == len(set(read)), "each checksum file is read once"


@pytest.mark.parametrize("choose", CHOOSERS, ids=["first", "last", "random"])
@pytest.mark.parametrize("count", [1, 10, 1000])
def test_a_sample_of_a_true_copy(choose: Callable[[int], int], count: int) -> None:
    files = sealed(PAGES)
    asked = list[str]()

    def read(path: str) -> bytes | None:
        asked.append(path)
        return files.get(path)

    report = verify(RemoteCopy(read), KEY.public, sample=Sample(count=count, choose=choose))
    assert report.ok
    assert report.trust is Trust.GOOD
    assert not report.listed
    assert report.descriptor is not None
    assert report.sampled is not None
    done, named = report.sampled
    assert done == min(count, 101)  # the pages and mirror.pub
    assert done <= named <= 101
    pages = [path for path in asked if path in PAGES]
    assert len(pages) == len(set(pages))
    if count == 1:
        assert len(asked) < 10


def test_a_sample_of_everything_finds_every_damage() -> None:
    for damaged in ("d0/e0/0.md", "d0/e0/SHA256SUMS", "d0/SHA256SUMS", manifest.DESCRIPTOR):
        for body in (b"fake", None):
            files = {**sealed(PAGES), damaged: body}
            sample = Sample(count=1000, choose=random.Random(1).randrange)
            report = verify(RemoteCopy(files.get), KEY.public, sample=sample)
            assert not report.ok
            assert damaged in (report.missing if body is None else report.changed)


def test_mirror_json_is_always_in_the_sample() -> None:
    files = {**sealed(PAGES), manifest.DESCRIPTOR: b"fake"}
    sample = Sample(count=1, choose=lambda below: 0)
    assert verify(RemoteCopy(files.get), KEY.public, sample=sample).changed == (
        manifest.DESCRIPTOR,
    )


def test_a_sample_of_a_folder_looks_for_no_additions(tmp_path: Path) -> None:
    write_files(tmp_path, {**first_edition().contents, "fake.md": b"fake"})
    sample = Sample(count=2, choose=lambda below: 0)
    report = verify(FolderCopy(tmp_path), KEY.public, sample=sample)
    assert report.ok
    assert (report.added, report.listed) == ((), False)


def test_a_sample_of_a_hostile_copy_ends() -> None:
    sums = b""
    by_depth = dict[str, bytes]()
    for depth in range(30, 0, -1):
        by_depth[str(depth)] = sums
        hashed = digest(sums)
        sums = f"{hashed}  a/SHA256SUMS\n{hashed}  b/SHA256SUMS\n".encode()
    comment = "mirror:m edition:e sequence:1 time:2026-03-09T05:05:06Z"
    root = {checksums.FILE: sums, checksums.SIGNATURE: KEY.sign(sums, comment)}

    def read(path: str) -> bytes | None:
        return root.get(path) or by_depth.get(str(path.count("/")))

    sample = Sample(count=5, choose=random.Random(2).randrange)
    report = verify(RemoteCopy(read), KEY.public, sample=sample, most=500)
    assert not report.ok
    assert "the rest is left" in report.problems[0]
    assert report.sampled == (0, 0)
