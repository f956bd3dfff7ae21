import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mirrorpress.errors import PublishError, TargetAhead
from mirrorpress.model import PublishResult, Target
from mirrorpress.protocols import TargetState
from mirrorpress.publish.git import GitTarget, blob_id
from mirrorpress.publish.gitoptions import GitOptions
from publish.edition import (
    KEY,
    STRANGER,
    MemoryEdition,
    digest,
    first_edition,
    next_edition,
    sealed,
)
from publish.places import files_at, git, push_foreign, write_files


def target(url: str = "remote.git", branch: str = "main") -> Target:
    return Target(
        name="host", kind="git", url=url, editions=("git",), options=GitOptions(branch=branch)
    )


def publish(
    root: Path,
    *editions: MemoryEdition,
    since: dict[str, TargetState] | None = None,
    to: Target | None = None,
) -> PublishResult:
    return GitTarget(to or target(), root, root / "state").publish(editions, since or {})


def delivered(result: PublishResult, *editions: MemoryEdition) -> dict[str, TargetState]:
    return {
        item.edition: TargetState(sequence=item.sequence, revision=result.revision)
        for item in editions
    }


def test_a_first_edition_makes_the_repository_and_a_commit(tmp_path: Path) -> None:
    edition = first_edition()
    result = publish(tmp_path, edition)
    remote = tmp_path / "remote.git"
    assert files_at(remote) == edition.contents
    assert git(remote, "symbolic-ref", "HEAD") == "refs/heads/main"
    assert git(remote, "rev-parse", "main") == result.revision
    assert (result.added, result.changed, result.removed) == (5, 0, 0)
    assert git(remote, "fsck", "--strict") == ""


def test_head_of_a_new_repository_is_the_targets_branch(tmp_path: Path) -> None:
    publish(tmp_path, first_edition(), to=target(branch="pages/today"))
    assert git(tmp_path / "remote.git", "symbolic-ref", "HEAD") == "refs/heads/pages/today"
    assert git(tmp_path / "remote.git", "log", "--format=%s").startswith("Edition 1 of 2026-03-09")


def test_a_round_is_one_commit_that_tells_nothing_of_the_machine(tmp_path: Path) -> None:
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    result = publish(tmp_path, next_edition(edition), since=since)
    remote = tmp_path / "remote.git"
    assert (result.added, result.changed, result.removed) == (3, 2, 1)
    assert files_at(remote) == edition.contents
    assert git(remote, "log", "--format=%an|%ae|%aI|%cn|%ce|%cI|%s").splitlines() == [
        "mirrorpress|mirror@invalid|2026-03-09T06:05:06+00:00|"
        "mirrorpress|mirror@invalid|2026-03-09T06:05:06+00:00|"
        "Edition 2 of 2026-03-09: 3 added, 2 changed, 1 removed",
        "mirrorpress|mirror@invalid|2026-03-09T05:05:06+00:00|"
        "mirrorpress|mirror@invalid|2026-03-09T05:05:06+00:00|"
        "Edition 1 of 2026-03-09: 5 added",
    ]


def test_the_same_editions_give_the_same_commits(tmp_path: Path) -> None:
    commits = []
    for name in ("here", "there"):
        root = tmp_path / name
        edition = first_edition()
        since = delivered(publish(root, edition), edition)
        if name == "there":
            shutil.rmtree(root / "state")  # another machine
        commits.append(publish(root, next_edition(edition), since=since).revision)
    assert commits[0] == commits[1]


@pytest.mark.parametrize("known", [True, False])
def test_nothing_new_makes_no_commit(tmp_path: Path, known: bool) -> None:
    edition = first_edition()
    first = publish(tmp_path, edition)
    again = publish(tmp_path, edition, since=delivered(first, edition) if known else {})
    assert again == PublishResult(target="host", revision=first.revision)
    assert git(tmp_path / "remote.git", "rev-list", "--count", "main") == "1"


def test_a_changed_seal_alone_is_a_commit_too(tmp_path: Path) -> None:
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    result = publish(tmp_path, edition.change(), since=since)
    assert (result.added, result.changed, result.removed) == (0, 0, 0)
    subject = git(tmp_path / "remote.git", "log", "-1", "--format=%s", "main")
    assert subject == "Edition 2 of 2026-03-09: signature renewed"


def test_others_commits_stay_and_ours_goes_on_top(tmp_path: Path) -> None:
    edition, remote = first_edition(), tmp_path / "remote.git"
    since = delivered(publish(tmp_path, edition), edition)
    own = {"CNAME": b"mirror.example\n", "articles/2026/03/08/note.txt": b"mine\n"}
    foreign = push_foreign(remote, tmp_path / "clone", {**own, "README.md": b"# Defaced\n"})
    result = publish(tmp_path, next_edition(edition), since=since)
    assert files_at(remote) == {**edition.contents, **own}
    assert git(remote, "rev-parse", "main^") == foreign
    assert (result.added, result.changed, result.removed) == (3, 2, 1)


def test_a_branch_that_was_rewritten_is_built_upon(tmp_path: Path) -> None:
    edition, remote = first_edition(), tmp_path / "remote.git"
    since = delivered(publish(tmp_path, edition), edition)
    other = tmp_path / "other"
    git(tmp_path, "init", "--quiet", "-b", "main", str(other))
    write_files(other, {"index.html": b"something else\n"})
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message", "Begin anew")
    git(other, "push", "--quiet", "--force", str(remote), "main")
    result = publish(tmp_path, edition, since=since)
    assert result.added == 5
    assert files_at(remote) == {**edition.contents, "index.html": b"something else\n"}
    assert git(remote, "rev-list", "--count", "main") == "2"


def test_a_branch_that_was_deleted_is_begun_again(tmp_path: Path) -> None:
    edition, remote = first_edition(), tmp_path / "remote.git"
    first = publish(tmp_path, edition)
    git(remote, "update-ref", "-d", "refs/heads/main")
    again = publish(tmp_path, edition, since=delivered(first, edition))
    assert again.revision == first.revision


@pytest.mark.parametrize("form", ["{}", "file://{}"])
@pytest.mark.parametrize("cold", [True, False])
def test_a_store_that_was_lost_changes_nothing_unless_forced(
    tmp_path: Path, form: str, cold: bool
) -> None:
    remote, own = tmp_path / "remote.git", {"CNAME": b"mirror.example\n", "articles/n.txt": b"n\n"}
    publish(tmp_path, next_edition(first_edition()))
    foreign = push_foreign(remote, tmp_path / "clone", own)
    if cold:
        shutil.rmtree(tmp_path / "state")
    anew, to = MemoryEdition().change({"README.md": b"# Begun anew\n"}), target(form.format(remote))
    with pytest.raises(TargetAhead, match=r"holds number 2 .* --force"):
        publish(tmp_path, anew, to=to)
    assert git(remote, "rev-parse", "main") == foreign
    anew.forced = True
    result = publish(tmp_path, anew, to=to)
    assert files_at(remote) == {**anew.contents, **own}
    assert (result.added, result.changed, result.removed) == (0, 1, 6)


def test_a_store_older_than_its_delivery_changes_nothing(tmp_path: Path) -> None:
    newer = next_edition(first_edition())
    since = delivered(publish(tmp_path, newer), newer)
    with pytest.raises(TargetAhead, match="the store only 1"):
        publish(tmp_path, first_edition(), since=since)
    assert files_at(tmp_path / "remote.git") == newer.contents


@pytest.mark.parametrize("known", [True, False])
def test_a_branch_whose_seal_cannot_be_had_is_left_as_it_is(tmp_path: Path, known: bool) -> None:
    newer, remote = next_edition(first_edition()), tmp_path / "remote.git"
    since = delivered(publish(tmp_path, newer), newer)
    tip = push_foreign(remote, tmp_path / "clone", {"CNAME": b"mirror.example\n"})
    shutil.rmtree(tmp_path / "state")
    lost = blob_id(newer.contents["mirror.json"])
    for pack in list((remote / "objects/pack").glob("*.pack")):
        content = pack.read_bytes()
        for file in (remote / "objects/pack").glob(f"{pack.stem}.*"):
            file.unlink()
        subprocess.run(
            ["git", "-C", str(remote), "unpack-objects", "-q"], input=content, check=True
        )
    (remote / "objects" / lost[:2] / lost[2:]).unlink()
    with pytest.raises(PublishError, match="cannot be read"):
        publish(tmp_path, first_edition(), since=since if known else None)
    assert git(remote, "rev-parse", "main") == tip


def test_a_push_whose_delivery_was_not_noted_is_caught_up(tmp_path: Path) -> None:
    edition = first_edition()
    publish(tmp_path, edition)
    publish(tmp_path, next_edition(edition))
    assert files_at(tmp_path / "remote.git") == edition.contents


@pytest.mark.parametrize("moved_on", [True, False])
def test_a_branch_put_back_to_an_older_commit_is_caught_up(tmp_path: Path, moved_on: bool) -> None:
    edition, remote = first_edition(), tmp_path / "remote.git"
    first = publish(tmp_path, edition)
    since = delivered(first, edition)
    for number in range(3):
        edition.change({"more.md": b"%d" % number})
        since = delivered(publish(tmp_path, edition, since=since), edition)
    git(remote, "update-ref", "refs/heads/main", first.revision or "")
    if moved_on:
        push_foreign(remote, tmp_path / "clone", {"CNAME": b"mirror.example\n"})
    publish(tmp_path, edition, since=since)
    own = {"CNAME": b"mirror.example\n"} if moved_on else {}
    assert files_at(remote) == {**edition.contents, **own}


def test_the_branch_of_another_mirror_is_left_as_it_is(tmp_path: Path) -> None:
    publish(tmp_path, first_edition())
    remote = tmp_path / "remote.git"
    theirs = sealed({"a.md": b"a"}, key=STRANGER, edition="other")
    foreign = push_foreign(remote, tmp_path / "clone", theirs)
    with pytest.raises(PublishError, match=r"edition 'other' of the mirror .*another place"):
        publish(tmp_path, first_edition())
    assert git(remote, "rev-parse", "main") == foreign


def test_checksums_of_somebody_else_are_no_list_of_ours(tmp_path: Path) -> None:
    publish(tmp_path, MemoryEdition().change({"README.md": b"# Page\n"}))
    remote = tmp_path / "remote.git"
    theirs = {"disk.iso": b"an image\n", "mirror.json": b"{}\n"}
    theirs["SHA256SUMS"] = f"{digest(theirs['disk.iso'])}  disk.iso\n".encode()
    push_foreign(remote, tmp_path / "clone", theirs)
    publish(tmp_path, first_edition())
    assert files_at(remote)["disk.iso"] == b"an image\n"


def test_several_editions_are_one_commit(tmp_path: Path) -> None:
    both = first_edition("git", "pages/"), first_edition("web", "site/")
    remote = tmp_path / "remote.git"
    since = delivered(publish(tmp_path, *both), *both)
    next_edition(both[1])
    result = publish(tmp_path, *both, since=since)
    assert (result.added, result.changed, result.removed) == (3, 2, 1)
    wanted = {item.prefix + path: body for item in both for path, body in item.contents.items()}
    assert files_at(remote) == wanted
    subjects = git(remote, "log", "--format=%s", "main").splitlines()
    assert subjects == [
        "Editions git 1, web 2 of 2026-03-09: 3 added, 2 changed, 1 removed",
        "Editions git 1, web 1 of 2026-03-09: 10 added",
    ]


def test_an_edition_that_joins_later_is_added_whole(tmp_path: Path) -> None:
    pages, site = first_edition("git", "pages/"), first_edition("web", "site/")
    since = delivered(publish(tmp_path, pages), pages)
    result = publish(tmp_path, pages, site, since=since)
    assert (result.added, result.changed) == (5, 0)


def test_an_edition_that_moved_is_added_whole(tmp_path: Path) -> None:
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    edition.prefix = "pages/"
    result = publish(tmp_path, next_edition(edition), since=since)
    assert result.added == len(edition.pages())


@pytest.mark.parametrize("form", ["{}", "file://{}"])
def test_from_an_empty_machine_only_folders_are_fetched(tmp_path: Path, form: str) -> None:
    edition, remote = first_edition(), tmp_path / "remote.git"
    to = target(form.format(remote))
    since = delivered(publish(tmp_path, edition), edition)
    shutil.rmtree(tmp_path / "state")
    publish(tmp_path, next_edition(edition), since=since, to=to)
    assert files_at(remote) == edition.contents
    picture = blob_id(edition.contents["pictures/2026/03/09/0123456789abcdef.webp"])
    objects = git(
        tmp_path / "state/host.git",
        *("cat-file", "--batch-all-objects", "--batch-check=%(objectname)"),
    )
    assert picture not in objects.split()


def test_a_remote_that_cannot_leave_files_out_will_do(tmp_path: Path) -> None:
    edition, remote = first_edition(), tmp_path / "remote.git"
    since = delivered(publish(tmp_path, edition), edition)
    git(remote, "config", "uploadpack.allowFilter", "false")
    shutil.rmtree(tmp_path / "state")
    publish(tmp_path, next_edition(edition), since=since, to=target(f"file://{remote}"))
    assert files_at(remote) == edition.contents


@pytest.mark.parametrize("damage", ["HEAD", "objects", "refs", "shallow"])
def test_a_damaged_local_repository_is_made_anew(tmp_path: Path, damage: str) -> None:
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    place = tmp_path / "state/host.git" / damage
    if place.is_dir():
        shutil.rmtree(place)
        place.mkdir()
    else:
        place.write_text("not what git expects\n")
    publish(tmp_path, next_edition(edition), since=since)
    assert files_at(tmp_path / "remote.git") == edition.contents


def test_locks_that_a_killed_git_left_do_not_hold_us_up(tmp_path: Path) -> None:
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    for lock in ("shallow.lock", "config.lock", "refs/mirrorpress/tip.lock", "HEAD.lock"):
        (tmp_path / "state/host.git" / lock).touch()
    publish(tmp_path, next_edition(edition), since=since)
    assert files_at(tmp_path / "remote.git") == edition.contents


def _hook(remote: Path, name: str, script: str) -> None:
    hook = remote / "hooks" / name
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\n{script}\n")
    hook.chmod(0o755)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Target:
    """remote.git as a server has it, where hooks run; ssh is a shell that stays here."""
    ssh = tmp_path / "bin" / "ssh"
    ssh.parent.mkdir()
    ssh.write_text('#!/bin/sh\nfor command; do :; done\nexec sh -c "$command"\n')
    ssh.chmod(0o755)
    monkeypatch.setenv("GIT_SSH_COMMAND", str(ssh))
    return target(f"ssh://server.example{tmp_path}/remote.git")


def test_a_push_that_the_remote_refuses_is_told(tmp_path: Path, server: Target) -> None:
    edition, remote = first_edition(), tmp_path / "remote.git"
    since = delivered(publish(tmp_path, edition), edition)
    _hook(remote, "pre-receive", 'printf "no pictures \\033[31mhere" >&2; exit 1')
    with pytest.raises(PublishError, match="a rule of the remote refused the commit") as caught:
        publish(tmp_path, next_edition(edition), since=since, to=server)
    assert "no pictures here" in str(caught.value)
    assert "\033" not in str(caught.value)
    assert caught.value.target == "host"
    assert git(remote, "rev-parse", "main") == since["git"].revision


def test_a_raced_push_is_tried_once_more(tmp_path: Path, server: Target) -> None:
    edition, remote = first_edition(), tmp_path / "remote.git"
    since = delivered(publish(tmp_path, edition), edition)
    # The commit of somebody else is there, and becomes the tip just as our push arrives.
    foreign = push_foreign(remote, tmp_path / "clone", {"CNAME": b"mirror.example\n"})
    git(remote, "update-ref", "refs/heads/main", since["git"].revision or "")
    _hook(
        remote,
        "pre-receive",
        f"test -e {remote}/raced && exit 0; touch {remote}/raced; unset GIT_QUARANTINE_PATH; "
        f"git -C {remote} update-ref refs/heads/main {foreign}",
    )
    publish(tmp_path, next_edition(edition), since=since, to=server)
    assert (remote / "raced").exists()
    assert git(remote, "rev-parse", "main^") == foreign
    assert files_at(remote) == {**edition.contents, "CNAME": b"mirror.example\n"}


def test_a_push_that_is_raced_every_time_is_given_up(tmp_path: Path, server: Target) -> None:
    edition, remote = first_edition(), tmp_path / "remote.git"
    since = delivered(publish(tmp_path, edition), edition)
    _hook(
        remote,
        "pre-receive",
        f"unset GIT_QUARANTINE_PATH; cd {remote}; tip=$(git rev-parse main); "
        "next=$(git -c user.name=W -c user.email=w@x commit-tree -p $tip -m x $tip^{tree}); "
        "unset GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES; "
        "next=$(git -c user.name=W -c user.email=w@x commit-tree -p $tip -m x $tip^{tree}); "
        "git update-ref refs/heads/main $next",
    )
    with pytest.raises(PublishError, match="others keep pushing"):
        publish(tmp_path, next_edition(edition), since=since, to=server)


HOOKS = (
    *("pre-receive", "update", "post-receive", "post-update", "reference-transaction"),
    *("proc-receive", "push-to-checkout", "pre-auto-gc", "post-checkout"),
)


def _hostile(remote: Path, setting: str, marker: str) -> None:
    """A repository that runs a command of its own wherever git lets it."""
    places = {"hooks": remote / "hooks", "core.hooksPath": remote / "others"}
    for name in HOOKS if setting in places else ():
        hook = places[setting] / name
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(f"#!/bin/sh\n{marker}\n")
        hook.chmod(0o755)
    command = remote / "command"
    command.write_text(f"#!/bin/sh\n{marker}\n")
    command.chmod(0o755)
    if setting != "hooks":
        value = str(places.get(setting, command))
        git(remote, "config", setting, value)
    git(remote, "config", "gc.auto", "1")
    other = remote.parent / "alternate.git"
    git(remote.parent, "clone", "--quiet", "--bare", str(remote), str(other))
    (remote / "objects/info").mkdir(exist_ok=True)
    (remote / "objects/info/alternates").write_text(f"{other}/objects\n")


@pytest.mark.parametrize("form", ["{}", "file://{}"])
@pytest.mark.parametrize("setting", ["hooks", "core.hooksPath", "core.alternateRefsCommand"])
def test_a_repository_on_this_machine_runs_no_command_of_its_own(
    tmp_path: Path, setting: str, form: str
) -> None:
    edition, remote = first_edition(), tmp_path / "remote.git"
    to = target(form.format(remote))
    since = delivered(publish(tmp_path, edition), edition)
    _hostile(remote, setting, f"echo $0 >> {tmp_path}/ran")
    shutil.rmtree(tmp_path / "state")  # so that the tip is fetched as well
    publish(tmp_path, next_edition(edition), since=since, to=to)
    assert files_at(remote) == edition.contents
    assert not (tmp_path / "ran").exists()


def test_a_repository_on_this_machine_that_wants_its_own_program_refuses(tmp_path: Path) -> None:
    edition, remote = first_edition(), tmp_path / "remote.git"
    since = delivered(publish(tmp_path, edition), edition)
    _hostile(remote, "hooks", f"echo $0 >> {tmp_path}/ran")
    git(remote, "config", "receive.procReceiveRefs", "refs/heads")
    with pytest.raises(PublishError, match="cannot find hook 'proc-receive'"):
        publish(tmp_path, next_edition(edition), since=since)
    assert not (tmp_path / "ran").exists()


def test_a_checked_out_branch_is_not_pushed_to(tmp_path: Path) -> None:
    work = tmp_path / "work"
    git(tmp_path, "init", "--quiet", "-b", "main", str(work))
    write_files(work, {"a": b"a"})
    git(work, "add", "--all")
    git(work, "commit", "--quiet", "--message", "A work tree")
    with pytest.raises(PublishError, match="give a bare repository"):
        publish(tmp_path, first_edition(), to=target("work"))


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("file://{}/nowhere.git", "there is no such repository"),
        ("/nowhere/at/all.git", "there is no such repository"),
        ("../outside.git", "there is no such repository"),
        ("ext::sh -c touch% {}/pwned", "addresses of this kind are not used"),
        ("http://127.0.0.1:9/x.git", "addresses of this kind are not used"),
        ("git://127.0.0.1:9/x.git", "could not be reached"),
        ("ssh://-oProxyCommand=touch%20pwned/x", "fix that"),
        ("--upload-pack=touch pwned", "bare repository|no such repository|fix that"),
    ],
)
def test_bad_addresses_are_told(tmp_path: Path, url: str, why: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    if url.startswith("--"):
        (root / url).write_text("a file")
    with pytest.raises(PublishError, match=why):
        publish(root, first_edition(), to=target(url.format(root)))
    assert not list(tmp_path.rglob("pwned"))
    assert not (tmp_path / "outside.git").exists()


def test_credentials_do_not_show(tmp_path: Path) -> None:
    with pytest.raises(PublishError) as caught:
        publish(tmp_path, first_edition(), to=target("https://wen:hunter2@127.0.0.1:9/mirror.git"))
    assert "hunter2" not in str(caught.value)
    assert "wen" not in str(caught.value)
    assert "hunter2" not in repr(caught.value.__cause__)
    config = tmp_path / "state/host.git/config"
    assert config.stat().st_mode & 0o077 == 0


def test_a_branch_name_that_git_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="fix that"):
        publish(tmp_path, first_edition(), to=target(branch="a..b"))


def test_hooks_settings_and_environment_of_the_user_do_not_reach_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, edition = tmp_path / "home", first_edition()
    home.mkdir()
    for name in ("pre-push", "reference-transaction", "post-commit"):
        _hook(home, name, f"pwd >> {tmp_path}/ran")
    (home / ".gitconfig").write_text(
        f"[core]\n hooksPath = {home}/hooks\n[push]\n gpgSign = true\n followTags = true\n"
        f"[init]\n templateDir = {home}/hooks\n defaultBranch = other\n"
    )
    with monkeypatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
        patch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere"))
        publish(tmp_path, edition)
    assert files_at(tmp_path / "remote.git") == edition.contents
    assert not (tmp_path / "ran").exists()


def test_a_repository_around_the_local_one_is_not_touched(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "-b", "main")
    edition = first_edition()
    since = delivered(publish(tmp_path, edition), edition)
    shutil.rmtree(tmp_path / "state/host.git/objects")
    publish(tmp_path, next_edition(edition), since=since)
    assert git(tmp_path, "for-each-ref") == ""


def test_many_paths_are_compared_as_well_as_few(tmp_path: Path) -> None:
    edition = MemoryEdition().change({f"a/{n // 900}/{n}.md": b"%d" % n for n in range(2500)})
    since = delivered(publish(tmp_path, edition), edition)
    edition.change({f"a/{n // 900}/{n}.md": b"%d again" % n for n in range(1, 2500)})
    result = publish(tmp_path, edition, since=since)
    assert (result.added, result.changed, result.removed) == (0, 2499, 0)
    assert files_at_count(tmp_path / "remote.git") == len(edition.contents)


def files_at_count(repository: Path) -> int:
    return len(git(repository, "ls-tree", "-r", "--name-only", "main").splitlines())


def test_blob_ids_are_gits(tmp_path: Path) -> None:
    for content in (b"", b"a\0b\n", KEY.public.file()):
        assert git(tmp_path, "hash-object", "--stdin", given=content) == blob_id(content)


def test_two_publications_at_once_are_one_too_many(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    holder = (
        "import fcntl, sys; file = open(sys.argv[1], 'ab'); fcntl.lockf(file, fcntl.LOCK_EX); "
        "print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(tmp_path / "state/host.lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(PublishError, match="another publication"):
            publish(tmp_path, first_edition())
        process.communicate()
    assert publish(tmp_path, first_edition()).added == 5
