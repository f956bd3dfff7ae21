"""The values that flow through the press. Frozen, whole when made, free of behaviour."""

from mirrorpress.model.article import Article, Revision
from mirrorpress.model.asset import Asset, NewAsset
from mirrorpress.model.blocks import Block, Image, Inline
from mirrorpress.model.edition import (
    Edition,
    Head,
    Masthead,
    Output,
    OutputInfo,
    Picture,
    Receipt,
    Sheet,
    Shelf,
    ShelfKey,
    ShelfLink,
    Target,
)
from mirrorpress.model.page import NotModified, Page, Purpose, Request, RobotsFile, Validators
from mirrorpress.model.report import Report
from mirrorpress.model.source import FeedEntry, Index, Media, Source

__all__ = [
    "Article",
    "Asset",
    "Block",
    "Edition",
    "FeedEntry",
    "Head",
    "Image",
    "Index",
    "Inline",
    "Masthead",
    "Media",
    "NewAsset",
    "NotModified",
    "Output",
    "OutputInfo",
    "Page",
    "Picture",
    "Purpose",
    "Receipt",
    "Report",
    "Request",
    "Revision",
    "RobotsFile",
    "Sheet",
    "Shelf",
    "ShelfKey",
    "ShelfLink",
    "Source",
    "Target",
    "Validators",
]
