"""The command line: the commands and their exit statuses.

Results go to standard output, everything else to standard error. Exit status:

    0    done
    1    done, with item errors listed
    2    could not run: settings, store, key
    3    `verify` found a difference
    4    done, but mirrorpress failed on an item, which is quarantined; or it stopped because of a
         bug
    130  stopped by Ctrl-C
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

import click

from mirrorpress import __version__
from mirrorpress.cli import (
    extraction,
    grouping,
    history,
    hits,
    imports,
    keys,
    mirror,
    reextract,
    serve,
    setup,
    site_rules,
    sources,
    status,
    stories,
    tools,
    verification,
)
from mirrorpress.cli.output import FAULT, complain
from mirrorpress.errors import RunError, VerifyError

UNABLE = 2
STOPPED = 130  # as shells report a process that SIGINT ended


class InOrder(click.Group):
    """Lists its commands in the order in which they were added: that of a newcomer's steps."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=InOrder,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `mirrorpress demo`; then `mirrorpress init my-mirror`.",
)
@click.version_option(__version__, prog_name="mirrorpress")
@click.option(
    "-C",
    "directory",
    type=click.Path(path_type=Path),
    help="Folder with mirror.toml; may follow the command, too.",
)
def cli(directory: Path | None) -> None:
    """Keep news readable where it is blocked.

    mirrorpress follows news sources, extracts each article, stores its pictures, renders
    pages for git hosts and a web site, and publishes signed copies to many places.
    """


for command in (
    setup.demo,
    setup.init,
    mirror.run,
    mirror.add,
    imports.import_mirror,
    mirror.build,
    mirror.publish,
    status.status,
    hits.hits,
    history.history,
    stories.explain_story,
    reextract.reextract,
    sources.sources,
    verification.verify,
    keys.keys,
    serve.serve,
    extraction.extract,
    site_rules.rules,
    tools.feed,
    grouping.group,
):
    cli.add_command(command)


def main() -> None:
    """Run the command line; never returns."""
    signal.signal(signal.SIGTERM, _stop)
    if sys.stdout is None:  # closed by whoever started us
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    try:
        status = cli(standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (RunError, VerifyError) as error:
        complain(str(error))
        status = UNABLE
    except (KeyboardInterrupt, click.Abort):
        complain("stopped; nothing is lost, run again to go on")
        status = STOPPED
    except BrokenPipeError:  # the reader of a pipe went away, as `head` does
        _drop_output()
        status = 0
    except OSError as error:
        status = _os_error(error)
    except Exception:
        status = _fault()
    sys.exit(status)


def _os_error(error: OSError) -> int:
    """The output cannot be written, or a path cannot be used: one sentence."""
    if error.errno is None:
        return _fault()
    _drop_output()
    where = f"{error.filename}: " if error.filename else "the output could not be written: "
    complain(f"{where}{error.strerror}")
    return UNABLE


def _fault() -> int:
    traceback.print_exc()
    complain("this is a bug in mirrorpress; nothing is lost. Please report it")
    return FAULT


def _drop_output() -> None:
    """Let nothing more be written: Python would try again when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _stop(_signal: int, _frame: FrameType | None) -> Any:
    raise KeyboardInterrupt
