"""Lines that say who took a picture, and lines that only look like them."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.credit_lines import LONGEST, is_credit_line
from pace import within


@pytest.mark.parametrize(
    "line",
    [
        "Getty Images",
        "STR/AFP via Getty Images",
        "AP Photo/Ada Stone",
        "REUTERS/Ada Stone",
        "Ada Stone / AFP",
        "Photo: Ada Stone",
        "Photo by Ada Stone",
        "Image credit: Submitted by Ashley",
        "Photo by Ada Stone on Unsplash",
        "Image by Ada Stone from Pixabay",
        "Photo courtesy of the harbour board",
        "Courtesy of the harbour board",
        "Submitted photo",
        "File photo: The Ledger",
        "Ada Stone, Staff photographer",
        "Ada Stone/Contributed",
        "(Ada Stone | The Ledger)",
        "© Ada Stone",
        "Foto von Ada Stone",
        "Bild von Ada Stone auf Pixabay",
        "Symbolbild",
        "Symbolfoto: Ada Stone",
        "Archivbild",
        "Foto di Leonora Prima",
        "Immagine di Freepik",
        "Foto Ansa",
        "Foto d'archivio",
        "Photo d’Ada Stone",
        "Photo d'illustration",
        "Foto de Ada Stone",
        "Imagen de Ada Stone en Pixabay",
        "Foto de archivo",
        "Zdjęcie autorstwa Ady Stone",
        "Фото Ады Стоун",
        "Фото из архива",
        "صورة أرشيفية",
        "عکس آرشیوی",
        "李安 摄",
        "（记者 李安 摄）",
        "港口日报供图",
        "資料照片",
        "자료사진",
    ],
)
def test_credits(line: str) -> None:
    assert is_credit_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Photo",
        "Photo by photo, the town was lost.",
        "Photographs of the flood",
        "Image is everything in this town",
        "Foto di gruppo davanti al molo",
        "Bild für Bild kam der Hafen zurück",
        "Reuters reported it first.",
        "The boat, said Reuters, sank",
        "AP Møller",
        "The file, said the mayor, was gone.",
        "Courtesy costs nothing, the pilot said.",
        "© 2031 The Ledger",
        "© The Ledger, all rights reserved",
        "Archivbilder zeigen den alten Hafen",
        "这段视频由乘客拍摄",
        "他说，照片是李安摄，不是别人。",
        "Фото и видео запрещены",
        "Photo by Ada Stone. She was there for nine days.",
        "Photo: " + "x" * LONGEST,
    ],
)
def test_lines_of_a_text(line: str) -> None:
    assert not is_credit_line(line)


def test_a_long_line_is_read_in_linear_time() -> None:
    with within(3):
        for piece in ("a/", "photo:", "via ", "| ", "–", " ", "(", "A ", "Photo by A ", "摄", "©"):
            for _ in range(100):
                is_credit_line((piece * LONGEST)[:LONGEST])
