"""A small web server on 127.0.0.1 that shows a rendered edition, as a careful host would."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import unquote, urlsplit

from mirrorpress.errors import RunError

INDEX = ("index.html", "README.md")  # what is shown for a folder


class _Server:
    """Serves until it is left. `url` is where."""

    def __init__(self, handler: Callable[..., BaseHTTPRequestHandler], port: int) -> None:
        """Take the port; 0 takes any free one.

        Raises:
            RunError: the port is taken.
        """
        try:
            self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        except (OSError, OverflowError) as error:
            raise RunError(
                f"port {port} cannot be used ({error}); give another with --port"
            ) from error
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/"
        self._thread = Thread(target=self._server.serve_forever, daemon=True)

    def __enter__(self) -> Self:
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


class Preview(_Server):
    """Serves a folder."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        super().__init__(partial(_Handler, directory=str(folder)), port)


class FilesPreview(_Server):
    """Serves files that a function reads by their path: None where there is no such file."""

    def __init__(self, read: Callable[[str], bytes | None], port: int = 0) -> None:
        super().__init__(partial(_FilesHandler, read=read), port)


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


class _FilesHandler(_Handler):
    """The same for files that are in no folder."""

    def __init__(self, *args: Any, read: Callable[[str], bytes | None], **kwargs: Any) -> None:
        self._read = read
        super().__init__(*args, **kwargs)

    def send_head(self) -> BytesIO | None:
        """Answer with a file, or with 404."""
        path = unquote(urlsplit(self.path).path).lstrip("/")
        folder = not path or path.endswith("/")
        for name in [path + index for index in INDEX] if folder else [path]:
            content = self._read(name)
            if content is not None:
                self.send_response(200)
                self.send_header("Content-Type", self.guess_type(name))
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                return BytesIO(content)
        self.send_error(404)
        return None
