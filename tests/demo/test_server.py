"""The newsroom over a socket: one loopback port, hosts told apart by their name."""

from collections.abc import Iterator
from http.client import HTTPConnection
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from mirrorpress.demo import Newsroom, NewsroomServer


@pytest.fixture
def server(first: Newsroom) -> Iterator[NewsroomServer]:
    with NewsroomServer(first) as serving:
        yield serving


def ask(server: NewsroomServer, host: str, path: str, **headers: str) -> Request:
    address, port = server.address
    sent = {"Host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return Request(f"http://{address}:{port}{path}", headers=sent)


def test_urllib_reads_a_page(server: NewsroomServer) -> None:
    with urlopen(ask(server, "sarelwire.example", "/rss/all.xml"), timeout=5) as answer:
        assert answer.status == 200
        assert b"<rss" in answer.read()
        etag = answer.headers["ETag"]
    with pytest.raises(HTTPError) as error:
        request = ask(server, "sarelwire.example", "/rss/all.xml", If_None_Match=etag)
        urlopen(request, timeout=5)
    assert error.value.code == 304
    assert server.requests["sarelwire.example/rss/all.xml"] == 2


def test_one_connection_serves_many_requests(server: NewsroomServer, first: Newsroom) -> None:
    connection = HTTPConnection(*server.address, timeout=5)
    connection.connect()
    socket = connection.sock
    for outlet in first.outlets:
        for method in ("HEAD", "GET"):
            connection.request(method, "/", headers={"Host": outlet.host})
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200 and answer.version == 11
            length = int(answer.headers["Content-Length"])
            assert len(body) == (length if method == "GET" else 0) and length > 200
    assert connection.sock is socket
    connection.close()


def test_the_next_round_may_come_while_serving(
    server: NewsroomServer, first: Newsroom, second: Newsroom
) -> None:
    path = "/story/skarne-ferry-night-sailings"
    with urlopen(ask(server, "sarelwire.example", path), timeout=5) as answer:
        assert answer.status == 200
    server.newsroom = second
    with pytest.raises(HTTPError) as error:
        urlopen(ask(server, "sarelwire.example", path), timeout=5)
    assert error.value.code == 410


def test_it_listens_on_loopback_and_prints_nothing(
    server: NewsroomServer, capfd: pytest.CaptureFixture[str]
) -> None:
    assert server.address[0] == "127.0.0.1"
    with pytest.raises(HTTPError):
        urlopen(ask(server, "elsewhere.example", "/"), timeout=5)
    assert capfd.readouterr() == ("", "")
