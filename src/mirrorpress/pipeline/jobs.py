"""What workers do for the pipeline, and how their answers come back.

The functions and encoders run in a worker. They are of the lower layers on purpose: a worker that
imported this package would import the store and the network with it.
"""

from __future__ import annotations

from collections.abc import Iterable

from mirrorpress.extract import extract_and_record, extract_entry
from mirrorpress.images.encode import encode_image
from mirrorpress.imports import read_page
from mirrorpress.imports.wire import imported_from_bytes, imported_to_bytes
from mirrorpress.model import Index, Page, Source
from mirrorpress.model.wire import (
    article_from_bytes,
    article_to_bytes,
    extracted_from_bytes,
    extracted_to_bytes,
    index_from_bytes,
    index_to_bytes,
    picture_from_bytes,
    picture_to_bytes,
)
from mirrorpress.options import options_type
from mirrorpress.protocols import SourceKind
from mirrorpress.workers import Job

EXTRACT = Job(extract_and_record, extracted_to_bytes, extracted_from_bytes)
EXTRACT_ENTRY = Job(extract_entry, article_to_bytes, article_from_bytes)
READ_PAGE = Job(read_page, imported_to_bytes, imported_from_bytes)
ENCODE_IMAGE = Job(encode_image, picture_to_bytes, picture_from_bytes)


def read_index(reader: SourceKind) -> Job[[Page, Source], Index]:
    """The reading of an index by a source kind."""
    return Job(reader, index_to_bytes, index_from_bytes)


def modules(readers: Iterable[SourceKind]) -> tuple[str, ...]:
    """The modules that workers must be able to read (see `Workers`), sorted."""
    kinds = tuple(readers)
    declared = {options.__module__ for kind in kinds if (options := options_type(kind))}
    return tuple(sorted(declared | {kind.__module__ for kind in kinds}))
