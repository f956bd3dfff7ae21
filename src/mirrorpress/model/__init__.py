"""The values that flow through the press. Frozen, whole when made, free of behaviour."""

from mirrorpress.model.article import Article, Revision, RevisionChange
from mirrorpress.model.asset import Asset, NewAsset
from mirrorpress.model.blocks import Block, Image, Inline
from mirrorpress.model.edition import (
    ArticlePage,
    Edition,
    Output,
    OutputInfo,
    PathCounter,
    Picture,
    Problem,
    PublishResult,
    Site,
    Target,
)
from mirrorpress.model.group_candidate import GroupCandidate
from mirrorpress.model.lists import (
    ArticleList,
    ArticleSummary,
    Count,
    ListPage,
    PageRef,
    TrackedList,
)
from mirrorpress.model.page import NotModified, Page, Purpose, Request, RobotsFile, Validators
from mirrorpress.model.source import (
    PICKS,
    RECOMMENDED,
    Channel,
    FeedEntry,
    Index,
    Media,
    Source,
)

__all__ = [
    "PICKS",
    "RECOMMENDED",
    "Article",
    "ArticleList",
    "ArticlePage",
    "ArticleSummary",
    "Asset",
    "Block",
    "Channel",
    "Count",
    "Edition",
    "FeedEntry",
    "GroupCandidate",
    "Image",
    "Index",
    "Inline",
    "ListPage",
    "Media",
    "NewAsset",
    "NotModified",
    "Output",
    "OutputInfo",
    "Page",
    "PageRef",
    "PathCounter",
    "Picture",
    "Problem",
    "PublishResult",
    "Purpose",
    "Request",
    "Revision",
    "RevisionChange",
    "RobotsFile",
    "Site",
    "Source",
    "Target",
    "TrackedList",
    "Validators",
]
