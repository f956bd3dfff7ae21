"""Step 5, group: which articles report the same event.

Pure and online: articles come in order of publication, with the window of earlier ones they are
compared with; out comes the story of each, and what changes of earlier ones (docs/grouping.md).
"""

from mirrorpress.group.explanation import (
    Outline,
    Reason,
    ReportText,
    StoryExplanation,
    explain,
    outline,
)
from mirrorpress.group.features import VERSION
from mirrorpress.group.near_duplicates import near_duplicates
from mirrorpress.group.stories import WINDOW, OpenStories, assign
from mirrorpress.group.window import Window, features_of
from mirrorpress.model import GroupCandidate

__all__ = [
    "VERSION",
    "WINDOW",
    "GroupCandidate",
    "OpenStories",
    "Outline",
    "Reason",
    "ReportText",
    "StoryExplanation",
    "Window",
    "assign",
    "explain",
    "features_of",
    "near_duplicates",
    "outline",
]
