"""The seven steps, and the one place where they meet.

    1 discover ─┐
    2 fetch     ├─ gather.py     each source at its own pace, side by side
    3 extract   │
    4 store    ─┘
    5 group     ── stories.py    stories, and the place of each article
    6 render    ── printing.py   pages that changed, and the seal over them
    7 publish   ── delivery.py   what changed, to every target (adopt.py: what targets hold)

`decide.py` holds the decisions, as pure functions; `parts.py` the parts that the steps are given.
Every step picks up where a killed run left it, because what is to be done stands in the store.
"""

from mirrorpress.pipeline.adopt import adopt
from mirrorpress.pipeline.delivery import deliver
from mirrorpress.pipeline.gather import add, gather
from mirrorpress.pipeline.parts import Hands, Parts
from mirrorpress.pipeline.printing import build
from mirrorpress.pipeline.stories import settle

__all__ = ["Hands", "Parts", "add", "adopt", "build", "deliver", "gather", "settle"]
