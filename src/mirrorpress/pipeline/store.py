"""Step 4: what became of one entry, kept in the store.

Each function here runs in the writer's transaction, and may run twice (see `StoreWriter.keep`): it
changes nothing but the store, and says what the round is to count and to report.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from mirrorpress import urls
from mirrorpress.compare import change
from mirrorpress.errors import (
    HttpStatus,
    InternalError,
    ItemError,
    Postponed,
    SuspiciousRevision,
    WorkerFailed,
)
from mirrorpress.model import Article, FeedEntry, NewAsset, Page, Revision, Source, Validators
from mirrorpress.model.plain import plain_text
from mirrorpress.pipeline import decide, recheck, retry
from mirrorpress.pipeline.components import Components
from mirrorpress.pipeline.decide import Step
from mirrorpress.pipeline.discover import Found
from mirrorpress.pipeline.page_letters import kinds_on_pages
from mirrorpress.pipeline.quarantine import quarantine
from mirrorpress.store import DueEntry, Kept
from mirrorpress.store.entries import Answers
from mirrorpress.store.evidence import Finding, FindingKind
from mirrorpress.store.pages import unpack
from mirrorpress.store.quarantine import Kind
from mirrorpress.store.retries import ItemKind, Retry
from mirrorpress.store.usage import Used

Pictures = dict[str, NewAsset | ItemError]  # by address: what became of each
Failed = tuple[tuple[str, ItemError], ...]  # address and cause of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a round counts and reports of one entry, once it is committed."""

    step: Step | None = None  # None: nothing was kept
    article: str | None = None  # id
    displaced: bool = False  # it was another source's before
    withdrawn: bool = False
    unconfirmed: Answers | None = None  # of its source: too many articles of it seem to be gone
    failed: Failed = ()
    held: Failed = ()  # of those: quarantined from now on
    again: int = 0  # pictures that failed as they did before
    postponed: str | None = None  # why the entry is left for a later round
    note: str | None = None  # why a scheduled check gave nothing: no failure of the item


class StoreStep:
    """Writes what became of entries, pictures and indexes."""

    def __init__(self, components: Components) -> None:
        self._components = components
        self._store = components.store

    def keep(
        self,
        source: Source,
        due: DueEntry,
        found: Found,
        pictures: Pictures,
        *,
        accept: bool = False,
    ) -> Outcome:
        """An article that was found: new, changed or as it was.

        `accept`: somebody asked for this version, however different it is.

        Raises:
            SuspiciousRevision: it is not what the outlet can have meant to publish.
        """
        store, article = self._store, found.article
        url = article.url or urls.normal(found.url)
        article_id = due.article or self._id(source, found, url)
        known = store.articles.known(article_id)
        displaced = False
        if known is not None and known.source != source.name:
            if self._takes_over(source, known, url):
                store.articles.move(article_id, source.name)
            elif known.grouped or not self._before(source, known.source):
                same = self._same(due, article_id, found.validators, self._good(found))
                return self._keep_pictures(source, article_id, pictures, same)
            else:
                store.articles.forget(article_id)  # the other source was quicker, that is all
                displaced, known = True, None
        sha256 = decide.fingerprint(article)
        step = decide.step(known.sha256 if known else None, sha256)
        if known is not None:
            self._note_good(article_id, self._good(found), changed=step is Step.CHANGED)
        if step is Step.SAME:
            step = Step.CHANGED if store.articles.restore(article_id) else Step.SAME
        else:
            before = None if known is None else self._current(article_id)
            if before is not None and not accept:
                _check(before, article, url)
            kinds = None if before is None else self._kinds(before, found, article_id)
            self._keep_revision(source, due, article, known, article_id, url, sha256, kinds)
        store.pages.keep(article_id, found.pages, limit=self._components.settings.store.pages)
        if (page := found.remembered) is not None:
            store.site_profiles.add(page.site, page.record, page.day)
        self._entry_kept(due, article_id, found.validators, check=not found.quoted)
        shown = _unless_counted(due, step)
        outcome = Outcome(step=shown, article=article_id, displaced=displaced)
        return self._keep_pictures(source, article_id, pictures, outcome)

    def _id(self, source: Source, found: Found, url: str) -> str:
        """A source speaks for its own site: its word for another one's page is filed apart."""
        if found.quoted and not decide.own(source, url):
            return urls.quoted_id(source.name, url)
        return urls.article_id(url)

    def _takes_over(self, source: Source, known: Kept, url: str) -> bool:
        """Whether an article is the outlet's own, and was found through another source before."""
        others = (one for one in self._components.settings.sources if one.name == known.source)
        other = next(others, None)
        return decide.own(source, url) and other is not None and not decide.own(other, url)

    def _kinds(self, before: Article, found: Found, article_id: str) -> frozenset[str]:
        """What its outlet changed of what an article says; nothing where it says the same."""
        difference = change(before, found.article)
        if not difference.is_meaningful:
            return frozenset()
        try:
            pages = [unpack(one)[0] for one in self._store.pages.of(article_id)]
            now = [unpack(one)[0] for one in found.pages]
        except Exception:  # a damaged row
            return difference.kinds
        return kinds_on_pages(difference, pages, now)

    def _current(self, article_id: str) -> Article | None:
        """The article as it is kept; None where its row is damaged: anything is better."""
        try:
            return self._store.articles.revision(article_id).article
        except Exception:
            return None

    def _keep_revision(
        self,
        source: Source,
        due: DueEntry,
        article: Article,
        known: Kept | None,
        article_id: str,
        url: str,
        sha256: str,
        kinds: frozenset[str] | None,
    ) -> None:
        now = self._components.clock()
        known_time = known.published if known else None
        published = decide.published(article, due.entry, source, now, known_time)
        revision = Revision(
            id=article_id,
            number=known.revision + 1 if known else 1,
            source=source.name,
            url=url,
            fetched=now,
            published=published,
            article=article,
        )
        self._store.articles.keep(
            revision,
            day=decide.day(published, self._components.settings.timezone),
            summary=decide.summary(plain_text(article)),
            sha256=sha256,
            kinds=kinds,
        )

    def unchanged(self, due: DueEntry) -> Outcome:
        """The page says that it is as it was when its article was kept."""
        good = self._finding("back", status=304, url=due.url)
        return self._same(due, str(due.article), due.validators, good)

    def late_picture(
        self, source: Source, article: str, url: str, picture: NewAsset | ItemError
    ) -> Outcome:
        """A picture that an earlier round could not fetch."""
        return self._keep_pictures(source, article, {url: picture}, Outcome())

    def failed(
        self, source: Source, due: DueEntry, error: ItemError, page: Page | None = None
    ) -> Outcome:
        """The entry gave no article; `page` is what came instead, if anything did."""
        store, now = self._store, self._components.clock()
        known = store.articles.known(due.article) if due.article else None
        first_sign = store.evidence.first_sign(known.id) if known else None
        sign = self._note_sign(due, known, error, page)
        if due.scheduled:
            return self._check_failed(source, due, known, error, signs=(first_sign, sign))
        if due.article is not None and decide.withdrawn(error, recheck=due.recheck):
            doubt = self._doubt(source, error, first_sign or now)
            if doubt is None:
                return self._withdraw(source, due, due.article)
            given_up = self._retry("entry", source.name, due.key, final=False)[0]
            store.entries.failed(due, str(error), final=given_up)
            return Outcome(unconfirmed=doubt)
        if sign is not None:
            store.entries.check_at(due, now + recheck.CONFIRM_AFTER)
        given_up = self._retry("entry", source.name, due.key, final=decide.final(error))[0]
        store.entries.failed(due, str(error), final=given_up)
        if isinstance(error, SuspiciousRevision):  # looked at again, for the outlet may repair it
            held = self.quarantine("revision", source, str(due.article), due.url, error)
        else:
            held = self.quarantine("entry", source, due.key, due.url, error)
        failed = ((due.url, error),)
        return Outcome(failed=failed, held=failed if held else ())

    def _note_sign(
        self, due: DueEntry, known: Kept | None, error: ItemError, page: Page | None
    ) -> FindingKind | None:
        """Keep the evidence where an error says that an article is gone; of which kind it is."""
        if known is None:
            return None
        final = page.url if page else None
        kind = decide.sign(error, due.url, final, self._store.articles.origin(known.id)[1])
        if kind is not None:
            finding = self._finding(
                kind,
                status=error.status if isinstance(error, HttpStatus) else 200,
                url=final or error.url or due.url,
                sha256=hashlib.sha256(page.body).hexdigest() if page else None,
                detail=str(error),
            )
            self._store.evidence.add(known.id, finding)
            if not known.withdrawn:
                gone = not decide.says_gone(error)
                self._store.entries.answered(due, self._components.clock(), gone=gone)
        return kind

    def _doubt(self, source: Source, error: ItemError, first_sign: datetime) -> Answers | None:
        """How the articles of a source answer whose site may not work; None: it does."""
        now = self._components.clock()
        if decide.says_gone(error):
            return None
        answers = self._store.entries.answers(
            source.name,
            gone_since=recheck.signs_since(first_sign, now),
            good_since=recheck.good_since(first_sign),
        )
        doubtful = recheck.doubtful(first_sign, now, gone=answers.gone, good=answers.good)
        return answers if doubtful else None

    def _check_failed(
        self,
        source: Source,
        due: DueEntry,
        known: Kept | None,
        error: ItemError,
        *,
        signs: tuple[datetime | None, FindingKind | None],
    ) -> Outcome:
        """A scheduled check brought no good answer: the article stays, unless that is confirmed.

        `signs` are the time of the first sign that it is gone, before this one, and this one.
        """
        store, now = self._store, self._components.clock()
        first_sign, sign = signs
        gone = known is not None and known.withdrawn
        doubt = None
        if known and not gone and sign and first_sign and recheck.confirmed(first_sign, now):
            doubt = self._doubt(source, error, first_sign)
            if doubt is None:
                return self._withdraw(source, due, known.id)
            next_check: datetime | None = recheck.next_check_unconfirmed(known.published, now)
        elif sign and not gone:
            next_check = now + recheck.CONFIRM_AFTER
        elif first_sign and not gone:
            next_check = self._next_try(source.name, due)
        else:
            next_check = self._next_check(source.name, str(due.article))
        store.entries.check_at(due, next_check)
        if isinstance(error, SuspiciousRevision) and not gone:
            self.quarantine("revision", source, str(due.article), due.url, error)
        elif self.quarantine("entry", source, due.key, due.url, error):
            return Outcome(failed=((due.url, error),), held=((due.url, error),))
        note = f"the check of a stored article gave nothing: {error}"
        return Outcome(note=note, unconfirmed=doubt)

    def _next_try(self, source: str, due: DueEntry) -> datetime | None:
        """When a check that was to confirm a sign, and failed, comes again."""
        given_up, failures = self._retry("entry", source, due.key, final=False)
        if given_up:
            return self._next_check(source, str(due.article))
        return retry.next_try(failures, self._components.clock())

    def _withdraw(self, source: Source, due: DueEntry, article: str) -> Outcome:
        now = self._components.clock()
        withdrawn = self._store.articles.withdraw(article, now)
        self._store.entries.gone(due, self._next_check(source.name, article))
        self._store.retries.clear("entry", source.name, due.key)
        return Outcome(withdrawn=withdrawn)

    def _next_check(self, source: str, article: str) -> datetime | None:
        """When an article is checked again by schedule; its own source does that."""
        known, now = self._store.articles.known(article), self._components.clock()
        if known is None or known.source != source:
            return None
        withdrawn = self._store.articles.summary(article).withdrawn
        if withdrawn is not None:
            return recheck.next_check_withdrawn(withdrawn, now)
        return recheck.next_check(known.published, now)

    def _finding(
        self,
        kind: FindingKind,
        *,
        status: int | None,
        url: str,
        sha256: str | None = None,
        detail: str = "",
    ) -> Finding:
        now = self._components.clock()
        return Finding(time=now, kind=kind, status=status, url=url, sha256=sha256, detail=detail)

    def _good(self, found: Found) -> Finding:
        status = None if found.quoted else 200
        return self._finding("back", status=status, url=found.url, sha256=found.sha256)

    def _note_good(self, article: str, good: Finding, *, changed: bool) -> None:
        """Keep the evidence of a good answer, where the article is another or was taken for gone.

        Called before the article is restored.
        """
        evidence, known = self._store.evidence, self._store.articles.known(article)
        if changed:
            evidence.add(article, replace(good, kind="changed"))
        if evidence.first_sign(article) is not None or (known is not None and known.withdrawn):
            evidence.add(article, good)

    def listed(
        self, source: Source, address: str, entries: list[FeedEntry], page: Page, digest: str
    ) -> int:
        """Queue what an index lists; how many of its entries are kept and as they were."""
        now = self._components.clock()
        listed = self._store.entries.listed(source.name, entries, now)
        self._store.entries.source_read(source.name, page.validators, digest, now)
        self._store.retries.clear("index", source.name, address)
        return listed.same

    def used(self, source: str, used: Used) -> None:
        """What a source took of the network and of the processor."""
        self._store.usage.add(source, used, self._components.clock())

    def index_worked(self, source: Source, address: str) -> None:
        """The index could be read, and says nothing new."""
        self._store.entries.source_worked(source.name, self._components.clock())
        self._store.retries.clear("index", source.name, address)

    def index_failed(self, source: Source, address: str, error: ItemError) -> None:
        """The index could not be fetched or read."""
        self._store.entries.source_failed(source.name, str(error), self._components.clock())
        self._retry("index", source.name, address, final=False)

    def _retry(self, kind: ItemKind, source: str, subject: str, *, final: bool) -> tuple[bool, int]:
        """Count a failure; whether the item is given up, and how often it failed in a row."""
        retries, now = self._store.retries, self._components.clock()
        before = retries.get(kind, source, subject)
        failures, since = (before.failures + 1, before.since) if before else (1, now)
        if final or retry.given_up(kind, since, now):
            retries.clear(kind, source, subject)
            return True, failures
        again = Retry(failures=failures, since=since, next_try=retry.next_try(failures, now))
        retries.put(kind, source, subject, again)
        return False, failures

    def quarantine(
        self, kind: Kind, source: Source, subject: str, url: str, error: ItemError
    ) -> bool:
        """Count an error that is a fault of ours or of the item's size; whether it is held now."""
        if not isinstance(error, InternalError | WorkerFailed | SuspiciousRevision):
            return False
        return quarantine(self._components, kind, source.name, subject, url, error)

    def _before(self, source: Source, other: str) -> bool:
        """Whether a source comes before another in the settings.

        Where two list one article it belongs to the first of them, not to the one whose page came
        in sooner: chance in the network must not decide where it is filed.
        """
        names = [one.name for one in self._components.settings.sources]
        return other not in names or (
            source.name in names and names.index(source.name) < names.index(other)
        )

    def _same(self, due: DueEntry, article: str, validators: Validators, good: Finding) -> Outcome:
        self._note_good(article, good, changed=False)
        back = self._store.articles.restore(article)
        self._entry_kept(due, article, validators)
        return Outcome(step=_unless_counted(due, Step.CHANGED if back else Step.SAME))

    def _entry_kept(
        self, due: DueEntry, article: str, validators: Validators, *, check: bool = True
    ) -> None:
        next_check = self._next_check(due.source, article) if check else None
        self._store.entries.kept(due, article, validators, next_check)
        if due.article is not None and check:
            self._store.entries.answered(due, self._components.clock(), gone=False)
        if due.failed or due.scheduled:
            self._store.quarantine.clear("entry", due.source, due.key)
            self._store.quarantine.clear("revision", due.source, article)
            self._store.retries.clear("entry", due.source, due.key)

    def _keep_pictures(
        self, source: Source, article: str, pictures: Pictures, outcome: Outcome
    ) -> Outcome:
        """Store what became of an article's pictures; the outcome with those that failed."""
        failed, held, again = [], [], 0
        for url, picture in pictures.items():
            if isinstance(picture, NewAsset):
                self._store.pictures.keep(url, picture, source=source.name, article=article)
                self._store.quarantine.clear("picture", source.name, url)
                self._store.retries.clear("picture", source.name, url)
                continue
            failures = self._picture_failed(source, article, url, picture)
            if failures > 1:
                again += 1
            elif failures:
                failed.append((url, picture))
            if failures and self.quarantine("picture", source, url, url, picture):
                held.append((url, picture))
        return replace(outcome, failed=tuple(failed), held=tuple(held), again=again)

    def _picture_failed(self, source: Source, article: str, url: str, error: ItemError) -> int:
        """Note a picture that is not there; how often it failed in a row, 0 where not tried."""
        given_up, failures = False, 0
        if not isinstance(error, Postponed):
            final = decide.final(error)
            given_up, failures = self._retry("picture", source.name, url, final=final)
        self._store.pictures.failed(
            url, str(error), final=given_up, source=source.name, article=article
        )
        return failures


def _unless_counted(due: DueEntry, step: Step) -> Step | None:
    """What a round counts: an article that was only checked is among the unchanged already."""
    return None if due.scheduled and step is Step.SAME else step


def _check(before: Article, article: Article, url: str) -> None:
    """Raises SuspiciousRevision: a version cannot be what the outlet meant to publish."""
    why = decide.suspicious(plain_text(before), plain_text(article))
    if why is not None:
        raise SuspiciousRevision(why, url=url)
