"""A small fictional newsroom: outlets with real sites' shapes and faults, and the truth of each."""

from mirrorpress.demo.model import HttpResponse, Outlet, Truth, TruthEmbed, TruthImage
from mirrorpress.demo.newsroom import Newsroom
from mirrorpress.demo.server import NewsroomServer

__all__ = [
    "HttpResponse",
    "Newsroom",
    "NewsroomServer",
    "Outlet",
    "Truth",
    "TruthEmbed",
    "TruthImage",
]
