import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirrorpress.redact import without_secrets


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://wen:hunter2@host.example/a.git", "https://host.example/a.git"),
        ("https://token@host.example/a.git", "https://host.example/a.git"),
        ("HTTPS://a:b@h/x and ssh://git:pw@h2/y", "HTTPS://h/x and ssh://h2/y"),
        ("git@host.example:me/news.git", "git@host.example:me/news.git"),
        ("https://host.example/@wen/news.git", "https://host.example/@wen/news.git"),
        ("https://h/feed?token=abc&page=2", "https://h/feed?token=…&page=2"),
        (
            "at https://h/f?a=1&access_token=a.b-c failed",
            "at https://h/f?a=1&access_token=… failed",
        ),
        ("https://h/f?API_KEY=x", "https://h/f?API_KEY=…"),
        ("https://h/f?page=2&sort=new", "https://h/f?page=2&sort=new"),
        ("https://wen:p@ss@host.example/a.git", "https://host.example/a.git"),
    ],
)
def test_credentials_are_taken_out(text: str, shown: str) -> None:
    assert without_secrets(text) == shown


@given(st.text())
def test_redaction_is_idempotent(text: str) -> None:
    once = without_secrets(text)
    assert without_secrets(once) == once
