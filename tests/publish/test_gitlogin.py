from pathlib import Path

import pytest

from mirrorpress.errors import PublishError
from mirrorpress.model import PublishResult, Target
from mirrorpress.protocols import TargetState
from mirrorpress.publish.git import GitTarget
from mirrorpress.publish.gitlogin import Login, login
from publish.edition import MemoryEdition, first_edition, next_edition
from publish.places import files_at, git
from servers.githost import GitHost, git_host

SECRET = "hunter2 ü%/'\"$(x)"
QUOTED = "hunter2%20%C3%BC%25%2F%27%22%24%28x%29"


def publish(
    root: Path, url: str, edition: MemoryEdition, since: PublishResult | None = None
) -> PublishResult:
    to = Target(name="host", kind="git", url=url, editions=("git",))
    delivered = {"git": TargetState(edition.sequence - 1, since.revision)} if since else {}
    return GitTarget(to, root, root / "state").publish((edition,), delivered)


@pytest.fixture
def host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    git(tmp_path, "init", "--quiet", "--bare", "-b", "main", str(tmp_path / "remote.git"))
    home = tmp_path / "home"
    home.mkdir()
    # A helper of the user's, which is not to learn the password.
    (home / ".gitconfig").write_text(
        f'[credential]\n helper = "!f() {{ cat >> {tmp_path}/told; }}; f"\n'
    )
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_SSL_CAINFO", str(tmp_path / "ca.pem"))
    with git_host(tmp_path, "wen", SECRET) as running:
        yield running


def address(host: GitHost, login: str) -> str:
    return f"https://{login}@localhost:{host.server_port}/remote.git"


def test_a_password_is_in_no_process_list_and_no_file(tmp_path: Path, host: GitHost) -> None:
    edition, url = first_edition(), address(host, f"wen:{QUOTED}")
    first = publish(tmp_path, url, edition)
    publish(tmp_path, url, next_edition(edition), since=first)
    assert files_at(tmp_path / "remote.git") == edition.contents
    assert host.let_in >= 4
    assert any("remote-https" in line for line in host.seen)
    assert not [line for line in host.seen if "hunter2" in line or "wen@" in line]
    files = [*(tmp_path / "state").rglob("*"), tmp_path / "told"]
    assert not [file for file in files if file.is_file() and b"hunter2" in file.read_bytes()]


def test_a_wrong_password_is_told_without_it(tmp_path: Path, host: GitHost) -> None:
    with pytest.raises(PublishError, match="denied access") as caught:
        publish(tmp_path, address(host, "wen:hunter3"), first_edition())
    assert "hunter3" not in str(caught.value)
    assert host.let_in == 0


def test_the_password_is_for_its_own_site_only() -> None:
    with login("https://wen:x@host.example:8443/a").piped() as (options, descriptors):
        assert options[1] == "credential.https://host.example:8443.helper="
        assert f"/dev/fd/{descriptors[0]}" in options[3]


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://host.example/news.git?token=hunter2", "takes no"),
        ("https://wen:hunter2%0a@host.example/news.git", "control character"),
        ("ssh://wen:hunter2@host.example/news.git", "takes no password"),
        (f"https://wen:hunter2{'x' * 5000}@host.example/a.git", "longer than"),
    ],
)
def test_addresses_that_cannot_be_kept_secret_are_refused(
    tmp_path: Path, url: str, why: str
) -> None:
    with pytest.raises(PublishError, match=why) as caught:
        publish(tmp_path, url, first_edition())
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "taken_apart"),
    [
        ("https://h.example/a", Login("https://h.example/a", "https://h.example")),
        ("https://w@h.example:8/a", Login("https://h.example:8/a", "https://h.example:8", "w")),
        ("https://w:p@[::1]:8/a", Login("https://[::1]:8/a", "https://[::1]:8", "w", "p")),
        ("ssh://git@h.example/a", Login("ssh://git@h.example/a")),
        ("git@h.example:a", Login("git@h.example:a")),
    ],
)
def test_addresses_are_taken_apart(url: str, taken_apart: Login) -> None:
    assert login(url) == taken_apart
