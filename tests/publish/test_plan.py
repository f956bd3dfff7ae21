from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.model import OutputInfo
from mirrorpress.publish import checksums
from mirrorpress.publish.plan import Counts, Plan, Put, Remove, Replace, Settle, State, make_plan
from publish.edition import MemoryEdition, digest, first_edition, next_edition


def planned(before: dict[str, bytes], after: dict[str, bytes]) -> Plan:
    def state(info: OutputInfo) -> State:
        if info.path not in before:
            return State.ABSENT
        return State.SAME if digest(before[info.path]) == info.sha256 else State.OTHER

    wanted = [
        OutputInfo(path=path, sha256=digest(body), size=len(body))
        for path, body in sorted(after.items())
    ]
    return make_plan(wanted, before.keys() - after.keys(), state, before.__contains__)


def shown(plan: Plan) -> list[str]:
    lines = []
    for step in plan.steps():
        match step:
            case Put(info):
                lines.append(f"+{info.path}")
            case Replace(info):
                lines.append(f"={info.path}")
            case Remove(path):
                lines.append(f"-{path}")
            case Settle():
                lines.append(".")
    return lines


def test_new_then_changed_then_removed_then_the_seal() -> None:
    edition = first_edition()
    before = edition.contents
    assert shown(planned(before, next_edition(edition).contents)) == [
        '+articles/2026/03/10/"quoted".md',
        "+articles/2026/03/10/port d.md",
        "+articles/2026/03/10/port-c.md",
        ".",
        "=README.md",
        "=articles/2026/03/09/port-a.md",
        "-articles/2026/03/08/SHA256SUMS",
        "-articles/2026/03/08/port-b.md",
        "+articles/2026/03/09/SHA256SUMS",
        "+articles/2026/03/10/SHA256SUMS",
        "+articles/2026/03/SHA256SUMS",
        "+articles/2026/SHA256SUMS",
        "+articles/SHA256SUMS",
        "+SHA256SUMS.minisig",
        "+mirror.json",
        ".",
        "=SHA256SUMS",
        ".",
    ]


def test_what_stands_in_the_way_goes_first() -> None:
    before = MemoryEdition().change({"a": b"", "b/c": b"", "d": b""}).pages()
    after = MemoryEdition().change({"a/x": b"", "b": b""}).pages()
    assert shown(planned(before, after)) == ["-a", "-b/c", "+a/x", "+b", ".", "-d", ".", "."]


def test_the_seals_own_files_are_not_counted() -> None:
    edition = first_edition()
    before = edition.contents
    assert planned(before, next_edition(edition).contents).counts == Counts(3, 2, 1)
    assert planned({}, before).counts == Counts(added=5)
    assert not planned(before, before)


names = st.sampled_from(["a", "b", "c", "mirror.json"])
trees = st.dictionaries(
    st.lists(names, min_size=1, max_size=3).map("/".join), st.binary(max_size=2), max_size=8
).map(
    lambda files: {
        path: body
        for path, body in files.items()
        if not any(other.startswith(f"{path}/") for other in files)
    }
)


@given(trees, trees)
def test_the_steps_lead_from_any_tree_to_any_other(
    before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    found = dict(before)
    for step in planned(before, after).steps():
        match step:
            case Put(info) | Replace(info):
                folders = checksums.folders_above(info.path)
                assert not found.keys() & set(folders), "a file stands where a folder is needed"
                assert not any(path.startswith(f"{info.path}/") for path in found)
                found[info.path] = after[info.path]
            case Remove(path):
                del found[path]
    assert found == after
