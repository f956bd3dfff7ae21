"""Sites learned from the stored pages, so that a mirror need not wait for new ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mirrorpress import urls
from mirrorpress.config import Settings
from mirrorpress.errors import ExtractError, contained
from mirrorpress.extract.site_rules import rules_for
from mirrorpress.model.site_profile import MAX_DAYS, MAX_PAGES
from mirrorpress.model.site_rules import SiteRules
from mirrorpress.pipeline.jobs import EXTRACT
from mirrorpress.pipeline.page_packer import unpacked
from mirrorpress.pipeline.site_memory import day_of
from mirrorpress.pipeline.site_rules import read_mirror_rules
from mirrorpress.pipeline.tasks import side_by_side
from mirrorpress.progress import Failure, Reporter
from mirrorpress.store import Store
from mirrorpress.store.pages import FirstPage
from mirrorpress.workers import Runner

LEARN = "learn"  # name of the step as reporters hear it
SIDE_BY_SIDE = 16  # pages in work, so that no worker waits


@dataclass(slots=True)
class Learning:
    """What was learned."""

    pages: Counter[str] = field(default_factory=Counter)  # by site
    refused: int = 0  # pages that give no article now
    failed: list[Failure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)  # what an operator should know


async def learn_sites(
    store: Store,
    settings: Settings,
    workers: Runner,
    reporter: Reporter,
    now: datetime,
    *,
    source: str | None = None,
) -> Learning:
    """Read the newest stored pages of each site again, and keep what is to be remembered of them.

    Args:
        now: pages that were fetched more than 30 days before teach nothing.
        source: of whose articles; None: of all.
    """
    chosen = list(_chosen(store, settings, now, source))
    rules = read_mirror_rules(settings.extract.rules)
    reporter.start(LEARN, len(chosen))
    learning = Learning(notes=[*rules.notes])

    async def one(page: FirstPage) -> None:
        try:
            await _learn(store, workers, page, rules.by_host)
            learning.pages[urls.site(page.url)] += 1
        except ExtractError:
            learning.refused += 1
        except Exception as error:
            name = store.articles.origin(page.article)[0]
            known = contained(error, url=page.url)
            learning.failed.append(Failure(source=name, url=page.url, error=str(known)))
        reporter.advance(LEARN)

    await side_by_side(one, chosen, SIDE_BY_SIDE)
    learning.failed.sort(key=lambda failure: failure.url)
    reporter.finish(LEARN)
    return learning


def _chosen(
    store: Store, settings: Settings, now: datetime, source: str | None
) -> Iterator[FirstPage]:
    """The newest pages of each site, as many as a profile holds."""
    without = {one.name for one in settings.sources if not one.site_memory}
    oldest = now - timedelta(days=MAX_DAYS)
    taken: Counter[str] = Counter()
    before: int | None = None
    while pages := store.pages.newest(before=before):
        before = pages[-1].stored
        for page in pages:
            site = urls.site(page.url)
            if page.fetched < oldest or not site or taken[site] >= MAX_PAGES:
                continue
            name = store.articles.origin(page.article)[0]
            if name in without or (source is not None and name != source):
                continue
            taken[site] += 1
            yield page


async def _learn(
    store: Store, workers: Runner, first: FirstPage, rules: Mapping[str, SiteRules]
) -> None:
    packed = store.pages.of(first.article)
    if not packed:
        return
    page, entry = await unpacked(packed[0])
    _, record = await workers.run(
        EXTRACT,
        page.body,
        page.url,
        charset=page.charset,
        entry=entry,
        rules=rules_for(page.url, rules),
    )
    with store.transaction():
        store.site_profiles.add(urls.site(page.url), record, day_of(first.fetched))
