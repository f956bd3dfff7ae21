"""Corrections: what the present extractor reads in stored pages, stored over what was read before.

A correction is no change by the outlet, so it makes no revision. The number of the current one, the
time it was fetched, a withdrawal, its pages and its place in lists stay; only the article is
another. Pages show a time of change only where the outlet states one.

A picture that is in the store keeps the address under which it is there, for other addresses of it
may lead nowhere by now. What an article shows besides is fetched by the next round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from mirrorpress import urls
from mirrorpress.config import Settings
from mirrorpress.errors import ItemError, contained
from mirrorpress.model import Article, Image, Revision
from mirrorpress.model.blocks import Figure
from mirrorpress.model.plain import plain_text
from mirrorpress.model.walk import images, with_addresses
from mirrorpress.pipeline import decide
from mirrorpress.pipeline.image_fetcher import MAX_PICTURES
from mirrorpress.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Another reading of the pages of a revision."""

    before: Revision  # the current one of its article
    after: Article
    published: datetime  # aware: that of `before`, unless the pages say another time now


class CorrectionWriter:
    """Writes corrections to the store of a mirror that this process holds."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._keep_pictures = settings.pictures.keep

    def keep(self, corrections: Sequence[Correction]) -> dict[str, ItemError]:
        """Store corrections in one transaction; those that failed, by id of their article.

        Raises:
            StoreError: none of them can be stored.
        """
        failed = dict[str, ItemError]()
        if not corrections:
            return failed
        with self._store.transaction():
            for one in corrections:
                try:
                    with self._store.savepoint():
                        self._keep(one)
                except Exception as error:
                    failed[one.before.id] = contained(error, url=one.before.url)
        return failed

    def _keep(self, correction: Correction) -> None:
        before, article = correction.before, self._with_known_pictures(correction)
        self._store.articles.correct(
            replace(before, article=article, published=correction.published),
            summary=decide.summary(plain_text(article)),
            sha256=decide.fingerprint(article),
        )
        if self._keep_pictures:
            self._await_pictures(before, article)

    def _with_known_pictures(self, correction: Correction) -> Article:
        """The article, whose pictures have the addresses under which they are in the store."""
        before, after = correction.before.article, correction.after
        former = former_addresses(before, after)
        known = self._store.pictures.of(former.values())
        kept = {url: address for url, address in former.items() if address in known}
        return with_addresses(after, kept)

    def _await_pictures(self, before: Revision, article: Article) -> None:
        """Let the next round fetch the pictures of an article that nobody has asked for."""
        for image in images(article)[:MAX_PICTURES]:
            if urls.safe(image.url) is not None:
                self._store.pictures.await_fetch(image.url, source=before.source, article=before.id)


def former_addresses(before: Article, after: Article) -> dict[str, str]:
    """By address of a picture in `after`: that of the same picture in `before`. Pure.

    Addresses that differ in host and query only are of one picture (see `decide.fingerprint`),
    unless an article shows several of them (`image?id=1`, `image?id=2`).
    """
    former, now = _by_picture(before), _by_picture(after)
    return {
        addresses[0]: former[picture][0]
        for picture, addresses in now.items()
        if len(addresses) == len(former.get(picture, ())) == 1
    }


def _by_picture(article: Article) -> dict[str, list[str]]:
    """The addresses of an article's pictures, those of one picture together."""
    found = defaultdict[str, list[str]](list)
    for image in images(article):
        bare = Article(title="", blocks=(Figure((Image(url=image.url),)),))
        found[decide.fingerprint(bare)].append(image.url)
    return found
