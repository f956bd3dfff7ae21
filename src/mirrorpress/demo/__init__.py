"""A small fictional newsroom: outlets with real sites' shapes and faults, and the truth of each."""

from mirrorpress.demo.model import Answer, Outlet, Truth, TruthEmbed, TruthImage
from mirrorpress.demo.newsroom import Newsroom
from mirrorpress.demo.server import NewsroomServer

__all__ = [
    "Answer",
    "Newsroom",
    "NewsroomServer",
    "Outlet",
    "Truth",
    "TruthEmbed",
    "TruthImage",
]
