"""A small web server on 127.0.0.1 that shows a printed edition, as a careful host would."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any

from mirrorpress.errors import RunError


class Preview:
    """Serves a folder until it is left. `url` is where."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        """Take the port; 0 takes any free one.

        Raises:
            RunError: the port is taken.
        """
        try:
            self._server = ThreadingHTTPServer(
                ("127.0.0.1", port), partial(_Handler, directory=str(folder))
            )
        except (OSError, OverflowError) as error:
            raise RunError(
                f"port {port} cannot be used ({error}); give another with --port"
            ) from error
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        self._thread = Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Preview:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def wait(self) -> None:
        """Serve until Ctrl-C."""
        try:
            self._thread.join()
        except KeyboardInterrupt:
            return


class _Handler(SimpleHTTPRequestHandler):
    """Files with the headers that a mirror's host should send."""

    extensions_map = {  # noqa: RUF012 - the base class's own name
        **SimpleHTTPRequestHandler.extensions_map,
        ".md": "text/plain; charset=utf-8",
        ".html": "text/html; charset=utf-8",
        ".webp": "image/webp",
        "": "text/plain; charset=utf-8",
    }

    def end_headers(self) -> None:
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        self.send_error(404)

    def log_message(self, format: str, *args: Any) -> None:
        """A server for readers keeps no log of them."""
