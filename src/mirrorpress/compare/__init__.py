"""How two texts differ: revisions of an article, reports of an event.

Pure: no socket, file, clock or random number. The same texts give the same result.
"""

from mirrorpress.compare.alignment import Piece
from mirrorpress.compare.changes import KINDS, Change, Difference, Edit, change
from mirrorpress.compare.figures import Figure, figures
from mirrorpress.compare.sentences import quotations, sentences

__all__ = [
    "KINDS",
    "Change",
    "Difference",
    "Edit",
    "Figure",
    "Piece",
    "change",
    "figures",
    "quotations",
    "sentences",
]
