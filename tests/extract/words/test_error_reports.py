"""Lines that ask readers to report a mistake."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.error_reports import TABLE
from mirrorpress.extract.words.small_print import is_small_print
from mirrorpress.extract.words.vocabulary import in_one_case
from mirrorpress.text.tables import labels_in, rows_of

ROWS = rows_of(TABLE)
LABELS = [(row[0], label) for row in ROWS for label in labels_in(row[3])]
QUESTIONS = [(row[0], label) for row in ROWS for label in labels_in(row[1])]


def test_the_table() -> None:
    assert all(len(row) == 4 and all(map(labels_in, row[1:])) for row in ROWS)
    languages = [row[0] for row in ROWS]
    assert languages == sorted(set(languages))


@pytest.mark.parametrize(("language", "label"), LABELS)
def test_whole_lines(language: str, label: str) -> None:
    assert is_small_print(in_one_case(label.capitalize()))
    assert is_small_print(in_one_case(f"{label.capitalize()} »"))


@pytest.mark.parametrize(("language", "question"), QUESTIONS)
def test_questions(language: str, question: str) -> None:
    asked = next(labels_in(row[2])[0] for row in ROWS if row[0] == language)
    assert is_small_print(in_one_case(f"{question.capitalize()}? {asked.capitalize()}."))
    assert is_small_print(in_one_case(f"{question.capitalize()}?"))


@pytest.mark.parametrize(
    "line",
    [
        "Found a mistake in this article? Let us know at desk@ledger.example, please.",
        "See an error in the story? Click here to report it.",
        "If you spot an error, please let us know.",
        "Haben Sie einen Fehler im Artikel gefunden? Dann klicken Sie hier",
        "Wenn Sie einen Fehler gefunden haben, schreiben Sie uns bitte.",
        "Une erreur s’est glissée dans l’article ? Signalez-la à la rédaction.",
        "Une coquille ?",
        "¿Has visto un error? Avísanos",
        "Pokud jste v článku našli chybu nebo překlep, dejte nám, prosím, vědět.",
        "Если вы заметили ошибку, пожалуйста, выделите её и нажмите Ctrl+Enter",
        "Hai trovato un errore nell’articolo? Segnalalo",
        "Hittade du ett fel i artikeln? Tipsa oss",
        "发现错误？请告诉我们",
        "【纠错】",
        "هل وجدت خطأ؟ أخبرنا",
    ],
)
def test_lines_of_pages(line: str) -> None:
    assert is_small_print(in_one_case(line))


@pytest.mark.parametrize(
    "line",
    [
        "Found an error in the accounts of the harbour board? The auditors did, twice.",
        "“Found a mistake? Let us know,” the sign at the museum says.",
        "An error in the timetable sent eleven ferries to the wrong pier.",
        "Une erreur judiciaire a-t-elle envoyé le pilote en prison ?",
        "Report an error to the port, and it is fixed within a day, the manual promises.",
        "Fehler im Artikel über die Fähre nannte der Rat am Montag unverzeihlich.",
        "Encontrou um erro na fatura da água? O banco explica como contestar.",
        "Нашли ошибку инженеры, которые проверяли причал в мае.",
        "发现错误的是一名十岁的男孩，港务局说。",
    ],
)
def test_sentences_of_articles(line: str) -> None:
    assert not is_small_print(in_one_case(line))
