import base64
import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.errors import KeyFileError
from mirrorpress.publish.keys import (
    BadSignature,
    PublicKey,
    SigningKey,
    StrangersSignature,
    key_from_environment,
    load_key,
    new_key,
)
from publish.edition import KEY, STRANGER

MESSAGE = b"a root checksum file\n"
needs_minisign = pytest.mark.skipif(shutil.which("minisign") is None, reason="needs minisign")


def minisign(*arguments: str, folder: Path, given: str = "") -> str:
    done = subprocess.run(
        ["minisign", *arguments],
        cwd=folder,
        check=True,
        capture_output=True,
        input=given,
        text=True,
    )
    return done.stdout


def test_a_new_key_is_read_back_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "mirror.key"
    key = new_key(path)
    assert load_key(path, {}) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(path.parent) == ["mirror.key"]  # noqa: PTH208


def test_two_new_keys_differ(tmp_path: Path) -> None:
    assert new_key(tmp_path / "a").public != new_key(tmp_path / "b").public


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "mirror.key"
    path.write_text("something else")
    with pytest.raises(KeyFileError, match="never written over"):
        new_key(path)
    assert path.read_text() == "something else"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_key_cannot_be_written_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(KeyFileError, match="cannot be written"):
        new_key(tmp_path / "file" / "mirror.key")


def test_a_locked_key_opens_with_its_passphrase_only(tmp_path: Path) -> None:
    path = tmp_path / "mirror.key"
    path.touch(0o600)
    path.write_bytes(KEY.stored_under("open sesame", salt=bytes(32), cost=10))
    assert load_key(path, {"MIRRORPRESS_PASSPHRASE": "open sesame"}) == KEY
    with pytest.raises(KeyFileError, match="does not open"):
        load_key(path, {"MIRRORPRESS_PASSPHRASE": "open barley"})
    with pytest.raises(KeyFileError, match="MIRRORPRESS_PASSPHRASE"):
        load_key(path, {})


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not a minisign secret key"),
        (b"hello\n", "not a minisign secret key"),
        (KEY.public.file(), "not a minisign secret key"),
        (b"\xff" * 100, "holds no signing key"),
        (b"x" * 100_000, "too long"),
        (KEY.stored().replace(b"RWQ", b"RWR", 1), "of a form that is known"),
        (KEY.stored()[:-9] + b"B" + KEY.stored()[-8:], "checksum"),
        (KEY.stored().replace(b"HB0eHwOh", b"HB0fHwOh"), "checksum"),
    ],
)
def test_what_is_no_key_is_told(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "mirror.key"
    path.touch(0o600)
    path.write_bytes(content)
    with pytest.raises(KeyFileError, match=why):
        load_key(path, {})


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620, 0o602, 0o611])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "mirror.key"
    new_key(path)
    path.chmod(mode)
    with pytest.raises(KeyFileError, match=f"mode {mode:04o}.*chmod 600 .*mirror.key"):
        load_key(path, {})
    path.chmod(0o400)
    assert load_key(path, {}).public.line


def test_a_missing_key_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="mirrorpress keys new"):
        load_key(tmp_path / "mirror.key", {})


def test_the_key_of_a_ci_job_is_in_its_environment() -> None:
    whole = KEY.stored().decode()
    assert key_from_environment({"MIRRORPRESS_KEY": whole}) == KEY
    assert key_from_environment({"MIRRORPRESS_KEY": whole.splitlines()[1]}) == KEY
    assert key_from_environment({}) is None
    assert key_from_environment({"MIRRORPRESS_KEY": "  "}) is None
    with pytest.raises(KeyFileError, match="MIRRORPRESS_KEY"):
        key_from_environment({"MIRRORPRESS_KEY": "hunter2"})


def test_no_secret_shows_in_messages() -> None:
    assert KEY.seed.hex() not in repr(KEY)
    assert repr(KEY.seed) not in repr(KEY)
    with pytest.raises(KeyFileError) as caught:
        key_from_environment({"MIRRORPRESS_KEY": "hunter2"})
    assert "hunter2" not in str(caught.value)


def test_a_key_that_wants_gigabytes_is_refused() -> None:
    blob = bytearray(SigningKey.parse(KEY.stored()).stored_under("x", salt=bytes(32), cost=10))
    raw = bytearray(base64.b64decode(bytes(blob).split(b"\n")[1]))
    raw[38:54] = b"\xff" * 7 + b"\0" + b"\xff" * 7 + b"\0"
    with pytest.raises(ValueError, match="more work"):
        SigningKey.parse(base64.b64encode(raw), "x")


def test_a_signature_is_checked_with_its_comment() -> None:
    signature = KEY.sign(MESSAGE, "mirror:港口 sequence:7")
    assert KEY.public.verify(MESSAGE, signature) == "mirror:港口 sequence:7"
    assert KEY.sign(MESSAGE, "mirror:港口 sequence:7") == signature


@pytest.mark.parametrize("comment", ["two\nlines", "a\rb", "a\u2028b", "\x1b[2J"])
def test_a_comment_is_one_line(comment: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        KEY.sign(MESSAGE, comment)


def test_changed_bytes_and_changed_comments_are_found() -> None:
    signature = KEY.sign(MESSAGE, "sequence:7")
    with pytest.raises(BadSignature, match="does not fit"):
        KEY.public.verify(MESSAGE + b" ", signature)
    with pytest.raises(BadSignature, match="does not fit"):
        KEY.public.verify(MESSAGE, signature.replace(b"sequence:7", b"sequence:8"))


def test_a_stranger_is_told_by_name() -> None:
    with pytest.raises(StrangersSignature) as caught:
        KEY.public.verify(MESSAGE, STRANGER.sign(MESSAGE, "x"))
    assert caught.value.key_id == STRANGER.public.name


def test_a_stranger_under_our_name_is_found() -> None:
    impostor = SigningKey(KEY.id, STRANGER.seed)
    with pytest.raises(BadSignature, match="does not fit"):
        KEY.public.verify(MESSAGE, impostor.sign(MESSAGE, "x"))


@given(st.binary(max_size=300) | st.text(max_size=300))
def test_anything_may_stand_in_the_place_of_a_signature(text: str | bytes) -> None:
    with pytest.raises(BadSignature):
        KEY.public.verify(MESSAGE, text)


@given(st.integers(0, 1000), st.integers(1, 255))
def test_no_byte_of_a_signature_can_be_changed_unseen(position: int, difference: int) -> None:
    signature = bytearray(KEY.sign(MESSAGE, "sequence:7"))
    start = signature.index(b"\n") + 1  # the first line is free by design
    signature[start + position % (len(signature) - start)] ^= difference
    try:
        comment = KEY.public.verify(MESSAGE, bytes(signature))
    except BadSignature:
        return
    assert comment == "sequence:7"  # base64's unused bits, line ends


def test_public_keys_there_and_back() -> None:
    public = KEY.public
    assert PublicKey.parse(public.line) == public
    assert PublicKey.parse(public.file()) == public
    assert PublicKey.parse(public.file().replace(b"\n", b"\r\n")) == public
    assert public.line.startswith("RW")
    assert public.name == "0807060504030201"


@given(st.binary(max_size=120) | st.text(max_size=120))
def test_anything_may_stand_in_the_place_of_a_public_key(text: str | bytes) -> None:
    with pytest.raises(ValueError):
        PublicKey.parse(text)


@needs_minisign
def test_minisign_checks_our_signatures(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_bytes(MESSAGE)
    (tmp_path / "SHA256SUMS.minisig").write_bytes(KEY.sign(MESSAGE, "mirror:港口"))
    (tmp_path / "mirror.pub").write_bytes(KEY.public.file())
    said = minisign("-V", "-m", "SHA256SUMS", "-p", "mirror.pub", folder=tmp_path)
    assert "mirror:港口" in said


@needs_minisign
@pytest.mark.parametrize("passphrase", [None, "open sesame"])
def test_minisign_signs_with_our_keys(tmp_path: Path, passphrase: str | None) -> None:
    key = KEY.stored()
    if passphrase is not None:
        key = KEY.stored_under(passphrase, salt=bytes(range(32)), cost=12)
    (tmp_path / "mirror.key").write_bytes(key)
    (tmp_path / "page").write_bytes(MESSAGE)
    arguments = ["-S", "-m", "page", "-s", "mirror.key", "-t", "by minisign"]
    minisign(*arguments, folder=tmp_path, given=f"{passphrase or ''}\n")
    signature = (tmp_path / "page.minisig").read_bytes()
    assert KEY.public.verify(MESSAGE, signature) == "by minisign"


@needs_minisign
def test_we_sign_with_minisigns_keys(tmp_path: Path) -> None:
    minisign("-G", "-W", "-p", "their.pub", "-s", "their.key", folder=tmp_path)
    key = load_key(tmp_path / "their.key", {})
    assert key.public == PublicKey.parse((tmp_path / "their.pub").read_text())
    (tmp_path / "page").write_bytes(MESSAGE)
    (tmp_path / "page.minisig").write_bytes(key.sign(MESSAGE, "by us"))
    assert "by us" in minisign("-V", "-m", "page", "-p", "their.pub", folder=tmp_path)


@needs_minisign
def test_minisigns_older_form_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mirror.key").write_bytes(KEY.stored())
    (tmp_path / "page").write_bytes(MESSAGE)
    minisign("-S", "-l", "-m", "page", "-s", "mirror.key", folder=tmp_path)
    with pytest.raises(BadSignature, match="prehashed"):
        KEY.public.verify(MESSAGE, (tmp_path / "page.minisig").read_bytes())
