"""init: settings that can be used as they are, and a key that nobody else can read."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import textwrap
from dataclasses import dataclass
from pathlib import Path

import pytest

from cli.commands import run
from mirrorpress import config
from mirrorpress.cli.setup import COMPANIONS
from mirrorpress.errors import RunError
from mirrorpress.options import as_options, options_in
from mirrorpress.publish.gitoptions import GitOptions
from mirrorpress.publish.keys import load_key
from mirrorpress.render.channels import front
from mirrorpress.render.channels.operator import read_links
from mirrorpress.render.channels.options import ChannelsOptions
from servers.githost import git_host


def test_what_init_writes_can_be_used_as_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "mirror"
    result = run("init", str(folder))
    assert result.status == 0
    assert b"mirror.toml" in result.output
    settings = config.load(folder)
    assert settings.name == "My mirror"
    assert [source.name for source in settings.sources] == ["example"]
    assert [edition.name for edition in settings.editions] == ["markdown", "web"]
    assert load_key(settings.key).public.line


def test_the_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    run("init", str(tmp_path))
    assert stat.S_IMODE((tmp_path / "mirror.key").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("Harbour mirror", "Harbour mirror"),
        ("港口镜像 مرآة", "港口镜像 مرآة"),
        ('The "Harbour" mirror', "The 'Harbour' mirror"),
        ("back\\slash {name} %s", "backslash {name} %s"),
        ("it's # no comment", "it's # no comment"),
    ],
)
def test_whatever_the_mirror_is_called(tmp_path: Path, given: str, name: str) -> None:
    run("init", str(tmp_path), "--name", given)
    assert config.load(tmp_path).name == name


def test_settings_that_are_there_are_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mirror.toml").write_text("# mine")
    with pytest.raises(RunError, match="is there already; it was not touched"):
        run("init", str(tmp_path))
    assert (tmp_path / "mirror.toml").read_text() == "# mine"
    assert not (tmp_path / "mirror.key").exists()


def test_a_key_that_is_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "mirror.key").write_text("mine")
    result = run("init", str(tmp_path))
    assert result.status == 0
    assert (tmp_path / "mirror.key").read_text() == "mine"
    assert "never written over" in " ".join(result.said.split())
    assert config.load(tmp_path).name


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RunError, match="cannot be written"):
        run("init", str(tmp_path / "file" / "mirror"))


def test_the_template_offers_an_edition_and_a_target_that_can_be_used(tmp_path: Path) -> None:
    """What stands there as a comment is right once its marks are taken away."""
    run("init", str(tmp_path))
    file = tmp_path / "mirror.toml"
    head, mark, tail = file.read_text("utf-8").partition("# [[edition]]")
    offered = "\n".join(line.removeprefix("#").lstrip() for line in (mark + tail).splitlines())
    file.write_text(head + offered, "utf-8")
    settings = config.load(tmp_path)
    assert [(target.kind, target.editions) for target in settings.targets] == [("git", ("git",))]


# Layouts


@pytest.mark.parametrize(
    ("layout", "editions"),
    [
        ("almanac", ["almanac", "site"]),
        ("archive", ["archive"]),
        ("channels", ["channels"]),
    ],
)
def test_a_mirror_of_each_layout(tmp_path: Path, layout: str, editions: list[str]) -> None:
    result = run("init", "--layout", layout, str(tmp_path))
    written = ["mirror.key", "mirror.toml", *COMPANIONS[layout]]
    found = (path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert sorted(str(path) for path in found) == sorted(written)
    assert [name for name in written if name not in result.output.decode()] == []
    settings = config.load(tmp_path)
    assert [edition.layout for edition in settings.editions] == editions
    assert run("build", "-C", str(tmp_path), "--quiet").status == 0


def test_settings_of_channels_offer_every_option(tmp_path: Path) -> None:
    run("init", "--layout", "channels", str(tmp_path))
    text = (tmp_path / "mirror.toml").read_text("utf-8")
    offered = re.findall(r"^(?:# )?(\w+) = ", text, re.M)
    names = [option.name for option in options_in(ChannelsOptions)]
    assert [name for name in names if name not in offered] == []
    (channel,) = config.load(tmp_path).channels
    assert channel.name == "world"


@pytest.mark.parametrize("layout", ["archive", "channels"])
def test_what_is_offered_as_a_comment_can_be_used(tmp_path: Path, layout: str) -> None:
    """Each commented key and table of the edition and the target is right without its mark."""
    run("init", "--layout", layout, str(tmp_path))
    file = tmp_path / "mirror.toml"
    head, mark, tail = file.read_text("utf-8").partition("[[edition]]")
    offered = re.sub(r"^# ?(?=\[\[|\w+ = |$)", "", tail, flags=re.M)
    assert len(re.findall(r"^\[\[target\]\]", offered, re.M)) == 1
    file.write_text(head + mark + offered, "utf-8")
    settings = config.load(tmp_path)
    (target,) = settings.targets
    assert (target.kind, target.editions) == ("git", (layout,))
    extras = as_options(target.options, GitOptions).extras
    assert extras == ((".github/",) if layout == "channels" else ())
    assert settings.editions[0].pictures is False


@pytest.mark.parametrize("name", ["picks.csv", "sticky.csv", "links.csv"])
def test_the_operators_files_explain_themselves_and_are_empty(tmp_path: Path, name: str) -> None:
    run("init", "--layout", "channels", str(tmp_path))
    content = (tmp_path / name).read_bytes()
    assert content.startswith(b"# ")
    assert b"url,title" in content
    assert read_links(name, content) == read_links(name, b"")


def test_the_template_of_the_front_page_is_our_own_and_shows_no_comment(tmp_path: Path) -> None:
    run("init", "--layout", "channels", str(tmp_path))
    text = (tmp_path / "front.md").read_text("utf-8")
    comment, _, _ = text.partition("-->")
    assert front.without_comments(text).strip() == front.DEFAULT
    assert "{{" not in comment, "nothing in it is filled in"
    assert [name for name in front.NAMES.split(", ") if name not in comment] == []


@pytest.mark.parametrize("name", COMPANIONS["channels"])
def test_a_file_that_exists_is_left_alone_and_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "forks").mkdir()
    (tmp_path / name).write_text("# mine\n")
    result = run("init", "--layout", "channels", str(tmp_path))
    assert result.status == 0
    assert f"{name} is there already; it was not touched" in " ".join(result.said.split())
    assert (tmp_path / name).read_text() == "# mine\n"
    assert [other for other in COMPANIONS["channels"] if not (tmp_path / other).exists()] == []


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "picks.csv").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RunError, match=r"picks\.csv"):
        run("init", "--layout", "channels", str(tmp_path))
    assert not (tmp_path / "elsewhere").exists()


# The workflow of forks: its script, run by bash on repositories on disk

TOKEN = "token-that-nobody-may-see"


def script_of(folder: Path) -> str:
    """The script of the workflow that init writes into a folder."""
    run("init", "--layout", "channels", str(folder))
    text = (folder / "forks/pull.yml").read_text("utf-8")
    (block,) = re.findall(r"^ {8}run: \|\n((?: {10}.*\n|\n)+)", text, re.M)
    assert text.endswith(block)
    return textwrap.dedent(block)


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, without the settings of whoever runs the tests."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_NAME": "Tester" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "tester@host.example" for who in ("AUTHOR", "COMMITTER")},
    }
    done = subprocess.run(
        ("git", *arguments), cwd=folder, env=environment, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


@dataclass(frozen=True)
class Network:
    """A mirror's repository and a fork of it, and the script that keeps the fork up to date."""

    folder: Path
    script: str

    def commit(self, repository: str, text: str, name: str = "README.md") -> str:
        """A new commit in the branch of a repository."""
        tree = self.folder / f"{repository}.tree"
        if not tree.exists():
            git(self.folder, "clone", "-q", str(self.folder / repository), str(tree))
        (tree / name).write_text(text)
        git(tree, "add", name)
        git(tree, "commit", "-q", "-m", text)
        git(tree, "push", "-q", "origin", "main")
        return self.head(repository)

    def head(self, repository: str) -> str:
        """What the branch of a repository points to."""
        return git(self.folder / repository, "rev-parse", "main")

    def pull(
        self, event: str = "workflow_dispatch", mirror: str = "me/news.git", **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the script as the host runs it for the fork; `sleep` only says how long."""
        environment = {
            "PATH": f"{self.folder / 'tools'}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GITHUB_SERVER_URL": f"file://{self.folder}",
            "GITHUB_REPOSITORY": "you/news.git",
            "GITHUB_REF_NAME": "main",
            "GITHUB_EVENT_NAME": event,
            "MIRROR": f"file://{self.folder}/{mirror}",
            "SPREAD": "1200",
            "TOKEN": TOKEN,
            **more,
        }
        done = subprocess.run(
            ("bash", "--noprofile", "--norc", "-c", self.script),
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert TOKEN not in done.stdout + done.stderr
        return done


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Network:
    """The fork has what the mirror has; the hosts send parts of a repository, as GitHub does."""
    folder = tmp_path_factory.mktemp("network")
    made = Network(folder, script_of(folder / "mirror"))
    for repository in ("me/news.git", "you/news.git"):
        (folder / repository).mkdir(parents=True)
        git(folder / repository, "init", "-q", "--bare", "-b", "main", "--template=")
        git(folder / repository, "config", "uploadpack.allowFilter", "true")
        git(folder / repository, "config", "http.receivepack", "true")
    made.commit("me/news.git", "first")
    git(folder / "me/news.git", "push", "-q", str(folder / "you/news.git"), "main")
    shutil.rmtree(folder / "me/news.git.tree")
    (folder / "tools").mkdir()
    (folder / "tools/sleep").write_text('#!/bin/sh\necho "sleeps $1"\n')
    (folder / "tools/sleep").chmod(0o755)
    return made


@pytest.fixture
def network(beginning: Network, tmp_path: Path) -> Network:
    """A copy of the two repositories."""
    shutil.copytree(beginning.folder, tmp_path / "network")
    return Network(tmp_path / "network", beginning.script)


def test_a_fork_gets_the_news(network: Network) -> None:
    network.commit("me/news.git", "second" * 1000, "page.md")
    newest = network.commit("me/news.git", "third")
    done = network.pull()
    assert done.returncode == 0, done.stdout + done.stderr
    assert network.head("you/news.git") == newest, "the mirror's own commit, no other"
    git(network.folder / "you/news.git", "fsck", "--strict", "--full", "--connectivity-only")
    assert git(network.folder / "you/news.git", "show", "main:page.md") == "second" * 1000


def test_a_fork_at_a_host_that_sends_repositories_only_whole(network: Network) -> None:
    git(network.folder / "you/news.git", "config", "uploadpack.allowFilter", "false")
    newest = network.commit("me/news.git", "second")
    assert network.pull().returncode == 0
    assert network.head("you/news.git") == newest


def test_the_token_opens_the_fork_and_is_in_no_process_list(network: Network) -> None:
    newest = network.commit("me/news.git", "second")
    with git_host(network.folder, "x-access-token", TOKEN) as host:
        url = f"https://localhost:{host.server_port}"
        authority = str(network.folder / "ca.pem")
        done = network.pull(GITHUB_SERVER_URL=url, GIT_SSL_CAINFO=authority)
        assert done.returncode == 0, done.stdout + done.stderr
        assert network.head("you/news.git") == newest
        assert any("remote-http" in line for line in host.seen)
        assert [line for line in host.seen if TOKEN in line] == []


def test_without_news_nothing_happens(network: Network) -> None:
    before = network.head("you/news.git")
    done = network.pull()
    assert (done.returncode, done.stdout) == (0, "Nothing is new.\n")
    assert network.head("you/news.git") == before


def test_a_fork_with_commits_of_its_own_is_not_changed(network: Network) -> None:
    own = network.commit("you/news.git", "mine", "notes.md")
    done = network.pull()
    assert done.returncode == 0, "so far the mirror has nothing new"
    assert "commits of its own" in done.stdout
    network.commit("me/news.git", "second")
    done = network.pull()
    assert done.returncode == 1
    assert "::error::This fork has commits that the mirror lacks" in done.stdout
    assert network.head("you/news.git") == own


def test_a_push_that_the_host_refuses_fails_with_a_sentence(network: Network) -> None:
    before = network.head("you/news.git")
    hook = network.folder / "you/news.git/hooks/pre-receive"
    hook.parent.mkdir()
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    network.commit("me/news.git", "second")
    done = network.pull()
    assert done.returncode == 1
    assert "::error::The host refused the new commits." in done.stdout
    assert network.head("you/news.git") == before


@pytest.mark.parametrize("mirror", ["me/none.git", "empty.git"])
def test_a_mirror_that_cannot_be_read_fails_with_a_sentence(network: Network, mirror: str) -> None:
    (network.folder / "empty.git").mkdir()
    git(network.folder / "empty.git", "init", "-q", "--bare")
    done = network.pull(mirror=mirror)
    assert done.returncode == 1
    assert "::error::The mirror could not be read, or has no branch main." in done.stdout


def test_the_mirror_itself_does_nothing(network: Network) -> None:
    done = network.pull("schedule", GITHUB_REPOSITORY="Me/News")
    assert (done.returncode, done.stdout) == (0, "This repository is the mirror itself.\n")


def test_on_schedule_each_fork_waits_its_own_time(network: Network) -> None:
    names = ("a/news", "b/news", "c/news", "a/news")
    said = [network.pull("schedule", GITHUB_REPOSITORY=name).stdout for name in names]
    waits = [int(line.splitlines()[0].removeprefix("sleeps ")) for line in said]
    assert len(set(waits)) == 3
    assert waits[0] == waits[3]
    assert all(0 <= wait < 1200 for wait in waits)
    assert "sleeps" not in network.pull().stdout


def test_the_workflow_asks_for_one_permission_and_runs_no_other_code(tmp_path: Path) -> None:
    script_of(tmp_path)
    text = (tmp_path / "forks/pull.yml").read_text("utf-8")
    assert "\t" not in text
    assert re.findall(r"^permissions:\n((?:  .*\n)+)", text, re.M) == [
        "  contents: write # to this repository, nothing else\n"
    ]
    assert "uses:" not in text
    (cron,) = re.findall(r'cron: "(\d+) ', text)
    assert int(cron) % 2 == 1
    script = text.partition("run: |")[2]
    assert "${{" not in script, "values reach the script through its environment"
    assert [
        word for word in ("--force", "commit ", "+refs/theirs", "set -x") if word in script
    ] == []
