"""What the names of regions say that pages give to screen readers (`aria-label`).

    <section aria-label="Related articles">     <div aria-label="Newsletter sign-up">

They are the same in pages whose classes say nothing, and are written in words of the page's
language. Such a region holds no text of the article.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from mirrorpress.extract.words.site_labels import (
    SITE_LABELS,
    announces_others,
    heads_comments,
    plain_label,
)
from mirrorpress.extract.words.vocabulary import in_one_case

LONGEST: Final = 60  # characters; a longer name is of what is shown
# What other labels name seldom: parts of a page, not kinds of articles.
_REGION = re.compile(
    r"\bnews ?letters?\b|infolettre|\bboletim\b|\bbolet[íi]n(?:es)?\b(?! oficial)|рассылк|розсилк|"
    r"nieuwsbrief|nyhetsbrev|nyhedsbrev|biuletyn|النشرة البريدية|خبرنامه|"
    r"电子报|電子報|メルマガ|뉴스레터|"
    r"\bbread ?crumbs?\b|brotkr[üu]mel|fil d.ariane|migas de pan|хлебные крошки|"
    r"パンくず|面包屑|麵包屑|\bside ?bar\b|\bseitenleiste\b|barre latérale|barra lateral|"
    r"\bsearch (?:form|results|box|bar)\b|suchformular|"
    r"\bsocial(?: media)? (?:sharing|share|links|icons|buttons)\b|"
    r"\bshar(?:e|ing) (?:buttons|options|tools|links|menu|this)\b|\bcookies?\b|"
    r"\b(?:article|post|reader|user) comments\b|\bcomments? (?:section|form|list|area)\b|"
    r"\bleser?kommentare\b|\badvert(?:isement|ising|s)?\b|\bsponsored\b|\bwerbung\b|\bpublicit[ée]\b|"
    r"\bpublicidade?\b|\bреклама\b|广告|廣告|広告|"
    r"^(?:top|latest|featured|other|similar|popular|recent|recommended|suggested|trending) "
    r"(?:posts|stories|articles|news|headlines|content|reads|topics|videos)\b|"
    r"^(?:weitere|andere|neueste|ähnliche) (?:inhalte|artikel|themen|meldungen|beiträge)\b|"
    r"^schlagzeilen$|^(?:autres|derniers) articles|^contenidos? relacionados?$|"
    r"^(?:otras|últimas) noticias|^(?:outras|últimas) notícias|^(?:altri|ultimi) articoli"
)


@lru_cache(maxsize=512)
def names_region_of_site(label: str) -> bool:
    """Whether a name says that a region is the site's, or of others: "Most read", "Newsletter"."""
    if not label or len(label) > LONGEST:
        return False
    return (
        announces_others(label)
        or heads_comments(label)
        or plain_label(label) in SITE_LABELS
        or _REGION.search(in_one_case(label.strip())) is not None
    )
