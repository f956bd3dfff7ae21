"""Names of regions for screen readers."""

from __future__ import annotations

import pytest

from mirrorpress.extract.words.region_labels import LONGEST, names_region_of_site
from pace import within


@pytest.mark.parametrize(
    "label",
    [
        "Related articles",
        "Recommended for you",
        "Most read",
        "Trending now",
        "Top stories",
        "Newsletter",
        "Newsletter Anmeldung",
        "Sign up for our newsletter",
        "Breadcrumb",
        "Sidebar",
        "Blog side bar",
        "Search results",
        "Share this article",
        "Share buttons",
        "Social media links",
        "Comments",
        "Comments (3)",
        "Article comments",
        "Advertisement",
        "Cookie banner",
        "Weitere Inhalte",
        "Schlagzeilen",
        "Meistgelesen",
        "Verwandte Artikel",
        "Mehr aus dem Ressort",
        "Teilen",
        "Anzeige",
        "À lire aussi",
        "Fil d'Ariane",
        "Contenido relacionado",
        "Lo más leído",
        "Leia também",
        "Articoli correlati",
        "Nieuwsbrief",
        "Czytaj także",
        "Читайте также",
        "Комментарии",
        "相关阅读",
        "广告",
        "関連記事",
        "관련 기사",
        "مقالات ذات صلة",
    ],
)
def test_regions_of_the_site(label: str) -> None:
    assert names_region_of_site(label)


@pytest.mark.parametrize(
    "label",
    [
        "",
        "Article",
        "Article content",
        "Main content",
        "Inhalt",
        "Media",
        "Image caption",
        "Video player",
        "Transcript",
        "Quotes",
        "Key points",
        "Live updates",
        "Gallery",
        "Ferry timetable",
        "What the council said about the search",
        "Comment by the mayor",
        "Fakta om fødselsdepresjon",
        "Boletín oficial de la provincia",
        "Authors",
        "Tags",
        "Related articles " * LONGEST,
    ],
)
def test_regions_of_an_article(label: str) -> None:
    assert not names_region_of_site(label)


def test_a_label_is_read_in_linear_time() -> None:
    with within(3):
        for piece in ("share ", "top ", "a", " ", "comment ", "bread"):
            for number in range(300):
                names_region_of_site((piece * LONGEST)[: LONGEST - number % 7])
