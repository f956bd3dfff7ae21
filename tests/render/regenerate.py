"""Print the sample edition anew into tests/render/golden/; a person reads the difference.

python tests/render/regenerate.py
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

TESTS = Path(__file__).parent.parent
sys.path.insert(0, str(TESTS))

from mirrorpress.protocols import Layout  # noqa: E402
from mirrorpress.render.almanac import Almanac  # noqa: E402
from mirrorpress.render.archive import Archive  # noqa: E402
from mirrorpress.render.web import WebSite  # noqa: E402
from render import samples  # noqa: E402

GOLDEN = TESTS / "render" / "golden"


def printed() -> dict[str, bytes]:
    """Every page of the golden folders by its path: each layout, and each in an RTL language."""
    persian = samples.in_words_of("fa")
    layouts: tuple[tuple[str, Layout], ...] = (
        ("almanac", Almanac()),
        ("archive", Archive()),
        ("channels", samples.channels()),
        ("site", WebSite()),
    )
    files = {}
    for name, layout in layouts:
        for output in samples.edition(layout):
            if output.content is not None:
                files[f"{name}/{output.path}"] = output.content
        page = layout.article(samples.at(layout, samples.REVISED[0]), persian)
        shown = samples.lists_in(layout)
        story = next(one for one in shown if one.article_list.story == samples.STORY)
        front, told = (
            layout.list_page(samples.at(layout, one), persian) for one in (shown[0], story)
        )
        for output in (*page, *front, *told):
            assert output.content is not None
            files[f"{name}-fa/{output.path}"] = output.content
    return files


def main() -> None:
    """Write the golden folders."""
    shutil.rmtree(GOLDEN, ignore_errors=True)
    for path, content in printed().items():
        file = GOLDEN / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


if __name__ == "__main__":
    main()
