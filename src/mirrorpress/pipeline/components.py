"""The concrete components that a press was made of, as the steps are given them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from mirrorpress.config import Settings
from mirrorpress.pipeline.store_writer import StoreWriter
from mirrorpress.progress import Reporter
from mirrorpress.protocols import Check, Fetcher, Layout, SourceKind, TargetKind
from mirrorpress.publish.keys import SigningKey
from mirrorpress.publish.succession import Statement
from mirrorpress.store import Store
from mirrorpress.workers import Pool, Runner


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """What the seven steps work with."""

    settings: Settings
    store: Store
    readers: Mapping[str, SourceKind]  # by kind
    layouts: Mapping[str, Layout]  # by edition name
    targets: Mapping[str, TargetKind]  # by target name
    key: SigningKey | None  # None: editions are not signed
    statements: tuple[Statement, ...] = ()  # of former keys, which lead to this one
    clock: Callable[[], datetime]  # UTC
    reporter: Reporter
    force: bool = False  # replace whatever stands at the targets
    check: Check = Check.CHANGES  # how far targets look for damage
    adopt: bool = False  # take over what the targets hold and the store does not know


@dataclass(frozen=True, slots=True, kw_only=True)
class RunResources:
    """What the first four steps work with besides, for as long as one round lasts."""

    fetcher: Fetcher
    workers: Pool
    writer: StoreWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceResources:
    """The same for one source: what it uses is counted, and bounded (see `budget`)."""

    fetcher: Fetcher
    workers: Runner
