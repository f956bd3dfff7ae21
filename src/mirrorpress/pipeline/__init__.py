"""The seven steps, and the one place where they meet.

    1 discover ─┐
    2 fetch     ├─ gather.py     each source at its own pace, side by side
    3 extract   │
    4 store    ─┘
    5 group     ── group.py      stories, and the path of each article
    6 render    ── render.py     pages that changed, and the manifest over them
    7 publish   ── publish.py    what changed, to every target (adopt.py: what targets hold)

`decide.py` holds the decisions, as pure functions; `components.py` the components that the steps
are given; `take_over.py` brings the pages of an existing mirror into the store, once. Every step
picks up where a killed run left it, because what is to be done stands in the store.
"""

from mirrorpress.pipeline.adopt import adopt
from mirrorpress.pipeline.components import Components, RunResources
from mirrorpress.pipeline.gather import add, gather
from mirrorpress.pipeline.group import group_articles
from mirrorpress.pipeline.publish import publish_editions
from mirrorpress.pipeline.render import render_editions
from mirrorpress.pipeline.robots_cache import RobotsCache
from mirrorpress.pipeline.store_writer import StoreWriter

__all__ = [
    "Components",
    "RobotsCache",
    "RunResources",
    "StoreWriter",
    "add",
    "adopt",
    "gather",
    "group_articles",
    "publish_editions",
    "render_editions",
]
