"""Commands run in this process, with real streams of bytes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from click.testing import CliRunner

from mirrorpress.cli import cli


@dataclass(frozen=True)
class Result:
    """How a command ended."""

    status: int
    output: bytes
    said: str  # on standard error

    @property
    def lines(self) -> list[Any]:
        """Standard output as JSON lines."""
        return [json.loads(line) for line in self.output.splitlines()]


def run(*arguments: str, given: bytes | str = b"") -> Result:
    """Run a command with something on standard input.

    Raises whatever the command raises; `mirrorpress.cli.main` makes an exit status of it.
    """
    result = CliRunner(catch_exceptions=False).invoke(
        cli, arguments, input=given, standalone_mode=False
    )
    return Result(result.return_value, result.stdout_bytes, result.stderr)


def batch(*items: Any) -> str:
    """JSON lines; a text is a line as it is."""
    return "".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in items)
