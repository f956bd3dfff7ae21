"""What outlets say to their readers below and between paragraphs."""

from __future__ import annotations

import re

import pytest

from mirrorpress.extract.words.promotions import is_asking
from mirrorpress.extract.words.reader_calls import CALLS


@pytest.mark.parametrize(
    "text",
    [
        "Subscribe today for unlimited access.",
        "Start your free trial.",
        "This story is for subscribers only.",
        "To continue reading, subscribe now.",
        "You've reached your limit of free articles.",
        "Support quality journalism. Subscribe.",
        "Get breaking news and top stories straight to your phone.",
        "Want to read more stories like this? Become a member today.",
        "What do you think? Let us know in the comments.",
        "Share your thoughts in the comments below.",
        "Thanks for reading!",
        "Thank you for reading the Ledger.",
        "If you enjoyed this article, please share it.",
        "Click here for more news.",
        "For more stories, visit our homepage.",
        "Follow our live coverage here.",
        "This article contains affiliate links.",
        "Melden Sie sich für unseren Newsletter an.",
        "Jetzt Hafenblatt-Plus testen",
        "Mehr Nachrichten aus der Region finden Sie hier.",
        "Diskutieren Sie mit in den Kommentaren.",
        "Cliquez ici pour lire la suite",
        "Regístrese gratis para seguir leyendo.",
        "¿Qué opinas? Cuéntanos en los comentarios.",
        "Больше новостей — в нашем Telegram-канале.",
        "Присылайте свои новости на почту.",
        "更多精彩内容，请关注我们的公众号。",
        "长按二维码关注",
        "لمتابعة آخر الأخبار، تابعونا على تلغرام.",
        "続きは会員登録後に読めます。",
    ],
)
def test_calls(text: str) -> None:
    assert is_asking(text)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for reading my mind, the keeper said, and went home.",
        "You have reached your port when the bell rings, sailors say.",
        "Subscribe to a belief, and it will rule you, the poet wrote.",
        "If you like this port, you will like the island more.",
        "For more information, visit the council’s page.",
        "Click here to get more information or download this game.",
        "See Our Full Guide: Best Boats for the Bay",
        "We need your support as much as you need ours, the mayor told the crew.",
        "Jetzt testen die Häfen neue Kräne.",
        "Mehr Nachrichten als sonst kamen am Sonntag aus dem Hafen.",
        "Больше новостей о порте в этом году не было.",
        "Лодка больше не нужна, и присылать её не надо.",
        "更多居民来到岸边，请愿书有一千人签名。",
        # It begins like a call, and goes on.
        "Thanks for reading! That is what the sign says at the end of the trail, and the keeper of "
        "the lighthouse wrote it by hand in the summer of the storm, for the few who came by.",
    ],
)
def test_lines_of_articles(text: str) -> None:
    assert not is_asking(text)


def test_calls_are_written_in_one_case() -> None:
    letters = re.sub(r"\\.", "", CALLS)
    assert letters == letters.lower()
