"""Pictures of a mirror that is taken over: files beside its pages, encoded again in a worker.

A picture that its page names by a web address is not here: rounds fetch it. One that is a file of
the mirror gets an address that nobody can fetch, made of its bytes, so that a file of another
mirror with the same name is another picture.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from mirrorpress.config import PictureOptions
from mirrorpress.errors import ExtractError, ItemError, contained
from mirrorpress.images.encode import MAX_INPUT
from mirrorpress.model import Article, NewAsset
from mirrorpress.model.walk import images, with_addresses
from mirrorpress.pipeline.image_fetcher import MAX_PICTURES, encoded
from mirrorpress.pipeline.working_copy import WorkingCopy
from mirrorpress.publish.checksums import PathRefused, checked_path
from mirrorpress.workers import Runner

_ADDRESS = "urn:sha256:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """An article with the pictures that were files of its mirror."""

    article: Article  # whose pictures have the addresses of `assets`
    assets: dict[str, NewAsset]  # by address
    failed: dict[str, ItemError]  # by path of the file


@dataclass(frozen=True, slots=True)
class CopiedPictures:
    """Brings the pictures beside the pages of a working copy."""

    copy: WorkingCopy
    workers: Runner
    options: PictureOptions

    async def bring(self, article: Article) -> Brought:
        """The pictures of an article that are named by a path, relative to the mirror's root."""
        found, failed, addresses = dict[str, NewAsset](), dict[str, ItemError](), dict[str, str]()
        paths = [image.url for image in images(article) if is_path(image.url)]
        for path in paths[:MAX_PICTURES] if self.options.keep else ():
            try:
                content = self._read(path)
                addresses[path] = f"{_ADDRESS}{hashlib.sha256(content).hexdigest()}"
                found[addresses[path]] = await encoded(self.workers, content, self.options)
            except Exception as error:
                failed[path] = contained(error)
        return Brought(article=with_addresses(article, addresses), assets=found, failed=failed)

    def _read(self, path: str) -> bytes:
        try:
            content = self.copy.file(checked_path(path), MAX_INPUT + 1)
        except PathRefused as error:
            raise ExtractError(str(error)) from error
        if content is None:
            raise ExtractError("there is no such file, or it cannot be read")
        return content


def is_path(address: str) -> bool:
    """Whether a picture's address is the path of a file of the mirror."""
    return ":" not in address
