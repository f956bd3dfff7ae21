"""Step 5, group: which articles report the same event.

Pure and online: articles come in order of publication, with the window of earlier ones they are
compared with; out comes the story of each. The method is a simple one for now (docs/grouping.md).
"""

from mirrorpress.group.features import VERSION
from mirrorpress.group.stories import WINDOW, assign
from mirrorpress.group.window import features_of
from mirrorpress.model import GroupCandidate

__all__ = ["VERSION", "WINDOW", "GroupCandidate", "assign", "features_of"]
