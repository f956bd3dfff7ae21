"""The small web server, with files that are in no folder."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from mirrorpress.preview import FilesPreview, Preview

FILES = {
    "index.html": b"<p>front</p>",
    "articles/2031/a.html": b"<p>an article</p>",
    "pictures/海.webp": b"RIFF",
    "text/README.md": b"# Markdown",
}


@pytest.fixture
def preview() -> Iterator[FilesPreview]:
    with FilesPreview(FILES.get) as preview:
        yield preview


@pytest.mark.parametrize(
    ("path", "name", "kind"),
    [
        ("", "index.html", "text/html; charset=utf-8"),
        ("articles/2031/a.html?x=1", "articles/2031/a.html", "text/html; charset=utf-8"),
        ("pictures/%E6%B5%B7.webp", "pictures/海.webp", "image/webp"),
        ("text/", "text/README.md", "text/plain; charset=utf-8"),
    ],
)
def test_files_are_served_with_the_headers_of_a_careful_host(
    preview: FilesPreview, path: str, name: str, kind: str
) -> None:
    with urlopen(preview.url + path) as answer:
        assert answer.read() == FILES[name]
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["nothing", "articles/", "../index.html", "%2e%2e/x", "a%00b"])
def test_what_is_not_there_is_not_found(preview: FilesPreview, path: str) -> None:
    with pytest.raises(HTTPError) as error:
        urlopen(preview.url + path)
    assert error.value.code == 404


def test_it_listens_on_this_machine_alone(preview: Preview) -> None:
    assert preview.url.startswith("http://127.0.0.1:")
