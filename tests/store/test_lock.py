"""One run at a time, and a lock that dies with its holder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mirrorpress.errors import BusyError, StoreError
from mirrorpress.store import hold

HOLDS = """
import sys, time
from pathlib import Path
from mirrorpress.store import hold
with hold(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_process_is_told_who_is_at_work_until_it_is_killed(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    try:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BusyError, match=rf"process {holder.pid}\b.*{folder}"), hold(folder):
            pass
    finally:
        holder.kill()  # SIGKILL: it gets no chance to tidy up
        holder.communicate()
    with hold(folder):
        assert (folder / "lock").read_text() == f"{os.getpid()}\n"


def test_it_is_free_again_afterwards_and_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), hold(tmp_path):
        raise RuntimeError
    with hold(tmp_path):
        with pytest.raises(BusyError, match=str(os.getpid())), hold(tmp_path):
            pass
        with pytest.raises(BusyError), hold(tmp_path):  # the refused one took nothing away
            pass


def test_a_longer_process_number_leaves_no_digits_behind(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text("99999999999999\n")
    with hold(tmp_path):
        assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"


def test_a_folder_that_cannot_be_had_is_named(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    said = r"state cannot be written .*mirror\.toml"
    with pytest.raises(StoreError, match=said), hold(tmp_path / "state"):
        pass
