"""A small HTTP/2 server on loopback, whose answers may be endless or cut off."""

from __future__ import annotations

import asyncio
import ssl
from types import TracebackType
from typing import Self

import h2.config
import h2.connection
import h2.events
import h2.exceptions


class Http2Server:
    """Answers by path: /endless never ends, /reset resets the stream, /short says less than it
    promised, /goaway ends the connection; any other path gets "two"."""

    def __init__(self, tls: ssl.SSLContext) -> None:
        tls.set_alpn_protocols(["h2"])
        self._tls = tls
        self.connections = 0
        self.paths: list[str] = []
        self._server: asyncio.Server | None = None

    @property
    def place(self) -> str:
        """Address and port."""
        assert self._server is not None
        return f"127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0, ssl=self._tls)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._server is not None
        self._server.close()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        config = h2.config.H2Configuration(client_side=False)
        connection = h2.connection.H2Connection(config)
        connection.initiate_connection()
        writer.write(connection.data_to_send())
        endless: set[int] = set()
        try:
            while data := await reader.read(65536):
                for event in connection.receive_data(data):
                    if isinstance(event, h2.events.RequestReceived):
                        self._answer(connection, event, endless)
                for stream in endless:
                    room = min(connection.local_flow_control_window(stream), 16384)
                    while room > 0:
                        connection.send_data(stream, b"x" * room)
                        room = min(connection.local_flow_control_window(stream), 16384)
                writer.write(connection.data_to_send())
                await writer.drain()
        except (OSError, h2.exceptions.ProtocolError):
            pass
        finally:
            writer.close()

    def _answer(
        self,
        connection: h2.connection.H2Connection,
        event: h2.events.RequestReceived,
        endless: set[int],
    ) -> None:
        headers = {bytes(name): bytes(value) for name, value in event.headers or []}
        path = headers[b":path"].decode()
        self.paths.append(path)
        stream = event.stream_id
        assert stream is not None
        answer = [(":status", "200"), ("content-type", "text/html")]
        match path:
            case "/endless":
                connection.send_headers(stream, answer)
                endless.add(stream)
            case "/reset":
                connection.send_headers(stream, answer)
                connection.reset_stream(stream)
            case "/short":
                connection.send_headers(stream, [*answer, ("content-length", "100")])
                connection.send_data(stream, b"two", end_stream=True)
            case "/goaway":
                connection.close_connection()
            case _:
                connection.send_headers(stream, answer)
                connection.send_data(stream, b"two", end_stream=True)
