"""Step 3 for one page, fetched or stored, with what is known of its source and site."""

from __future__ import annotations

from dataclasses import replace

from mirrorpress.model import Article, FeedEntry, Page, Source
from mirrorpress.model.site_profile import PageRecord
from mirrorpress.pipeline import decide
from mirrorpress.pipeline.jobs import EXTRACT
from mirrorpress.pipeline.site_memory import SiteMemory
from mirrorpress.workers import Runner


async def extract_page(
    workers: Runner, memory: SiteMemory, source: Source, page: Page, entry: FeedEntry
) -> tuple[Article, PageRecord]:
    """The article of a page and the page's record.

    Args:
        workers: where it is extracted.
        memory: what was learned of sites, and their rules.
        source: whose page it is; its language is that of an article that names none.
        page: the page.
        entry: what the index says of the article; of its further pages, nothing. The full text that
            it carries is used for pages of the source's own site only: a feed could put words
            into the article of another outlet.

    Raises:
        ExtractError: the page gives no article.
    """
    if not decide.speaks_for(source, page.url):
        entry = replace(entry, content=None, content_html=None)
    article, record = await workers.run(
        EXTRACT,
        page.body,
        page.url,
        charset=page.charset,
        entry=entry,
        profile=memory.profile(source, page.url),
        rules=memory.rules_for(page.url),
    )
    if article.language is None and source.language is not None:
        article = replace(article, language=source.language)
    return article, record
