"""mirrorpress keeps news readable where it is blocked, and keeps it true.

    from mirrorpress import extract

    article = extract(html, "https://news.example/2026/03/04/bridge-opens.html")

Public: `extract` (a page in, an `Article` out; pure) and `__version__`. The command line is
`mirrorpress --help`.
"""

from mirrorpress.extract import extract

__all__ = ["__version__", "extract"]

__version__ = "0.1.0"
