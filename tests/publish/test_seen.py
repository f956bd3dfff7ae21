import dataclasses
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.errors import VerifyError
from mirrorpress.publish import manifest, memory, seen, succession
from mirrorpress.publish.minisign import PublicKey, SigningKey
from mirrorpress.publish.verify import RemoteCopy, VerifyResult, verify
from publish.edition import KEY, START, STRANGER, sealed

NAME = f"{KEY.public.line} git"


def report(
    number: int, expected: PublicKey | None = KEY.public, signer: SigningKey | None = KEY
) -> VerifyResult:
    files = sealed({"README.md": b"# Page\n"}, sequence=number, key=signer)
    return verify(RemoteCopy(files.get), expected)


@pytest.mark.parametrize(
    ("number", "numbers", "since", "why"),
    [
        (7, {}, 0, None),
        (7, {NAME: 7}, 7, None),
        (7, {NAME: 6}, 0, None),
        (7, {NAME: 8}, 0, "seen before (number 8 of edition git)"),
        (7, {}, 8, "number 8, which --since"),
        (7, {f"{KEY.public.line} web": 8, f"{STRANGER.public.line} git": 8}, 0, None),
    ],
)
def test_older_copies(number: int, numbers: dict[str, int], since: int, why: str | None) -> None:
    for key in (KEY.public, None):
        found = seen.older(report(number, key), numbers, since)
        assert (found is None) is (why is None)
        assert (why or "") in (found or "")


def test_what_no_signature_proves_has_no_name() -> None:
    assert seen.name_of(report(7)) == seen.name_of(report(7, None)) == NAME
    assert seen.name_of(report(7, STRANGER.public)) is None
    assert seen.name_of(report(7, None, None)) is None


def test_a_successor_counts_for_the_expected_key_too() -> None:
    said = succession.written([succession.stated(KEY, STRANGER.public, START)])
    files = sealed({manifest.SUCCESSOR: said}, sequence=7, key=STRANGER)
    new = verify(RemoteCopy(files.get), KEY.public)
    assert seen.names_of(new) == (f"{STRANGER.public.line} git", NAME)
    assert "number 7" in (seen.older(report(6), dict.fromkeys(seen.names_of(new), 7)) or "")
    assert seen.names_of(report(7, STRANGER.public)) == ()


def test_a_copy_older_than_seen_is_not_ok() -> None:
    whole = report(7)
    assert whole.ok
    assert not dataclasses.replace(whole, older="older than number 8").ok


names = st.sampled_from([f"{KEY.public.line} {edition}" for edition in ("git", "web", "a-1")])
numbers = st.integers(0, 10**18 - 1)


@given(st.lists(st.tuples(names, numbers), max_size=20))
def test_the_highest_number_stays_in_any_order(copies: list[tuple[str, int]]) -> None:
    known: dict[str, int] = {}
    for name, number in copies:
        known = seen.parse(seen.written(seen.remembered(known, name, number)))
    assert known == {
        name: max(number for other, number in copies if other == name) for name, _ in copies
    }


def test_the_longest_unseen_is_forgotten_at_the_bound() -> None:
    known: dict[str, int] = {}
    for number in range(seen.MAX_ENTRIES + 5):
        known = seen.remembered(known, f"{KEY.public.line} e{number}", 1)
        known = seen.remembered(known, NAME, 3)
    assert len(known) == seen.MAX_ENTRIES
    assert known[NAME] == 3
    assert f"{KEY.public.line} e0" not in known
    assert len(seen.written(known)) < seen.MAX_BYTES


DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"[" * 100_000,
    b'{"format": "other", "seen": {}}',
    json.dumps({"format": seen.FORMAT, "seen": {"x": 1}}).encode(),
    json.dumps({"format": seen.FORMAT, "seen": {NAME: -1}}).encode(),
    json.dumps({"format": seen.FORMAT, "seen": {NAME: True}}).encode(),
    json.dumps({"format": seen.FORMAT, "seen": {NAME: 10**18}}).encode(),
    seen.written({}) + b" " * seen.MAX_BYTES,
    b"\xff\xfe",
]


@pytest.mark.parametrize("content", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_memory_is_told_with_its_fix(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "seen.json"
    path.write_bytes(content)
    with pytest.raises(VerifyError, match=r"seen\.json.*remove it.*--no-memory"):
        memory.Memory(path)
    assert path.read_bytes() == content


def test_numbers_are_kept_in_a_file_of_the_owner(tmp_path: Path) -> None:
    path = tmp_path / "state" / "mirrorpress" / "seen.json"
    first, second = memory.Memory(path), memory.Memory(path)
    assert not path.parent.exists(), "reading makes nothing"
    first.remember(NAME, 7)
    second.remember(f"{KEY.public.line} web", 2)
    second.remember(NAME, 5)
    assert memory.Memory(path).numbers == {NAME: 7, f"{KEY.public.line} web": 2}
    assert path.stat().st_mode & 0o077 == 0
    assert sorted(one.name for one in path.parent.iterdir()) == ["seen.json", "seen.lock"]


def test_processes_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "seen.json"
    program = (
        "import sys; from pathlib import Path; from mirrorpress.publish.memory import Memory\n"
        "memory = Memory(Path(sys.argv[1]))\n"
        "for i in range(20): memory.remember(f'{sys.argv[2]} e{sys.argv[3]}-{i}', i)"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(path), KEY.public.line, str(number)])
        for number in range(3)
    ]
    assert [one.wait() for one in running] == [0, 0, 0]
    assert len(memory.Memory(path).numbers) == 60


@pytest.mark.parametrize("state", ["", "relative", None])
def test_the_place_of_the_file(state: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/wen")
    environment = {} if state is None else {"XDG_STATE_HOME": state}
    found = memory.place(environment)
    assert found == Path("/home/wen/.local/state/mirrorpress/seen.json")
    assert memory.place({"XDG_STATE_HOME": "/s"}) == Path("/s/mirrorpress/seen.json")
    assert os.environ["XDG_STATE_HOME"] != "/s"
