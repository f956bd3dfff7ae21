"""Site memory: what other pages of a site say of one.

page → PageRecord      the lines of its body, as hashes (`page_lines`, `learn`)
records → SiteProfile  the newest pages of a site (`learn`)
page + SiteProfile     lines that other pages have, too, are the template's (`mask`, `use`)
"""

from mirrorpress.extract.memory.learn import learn
from mirrorpress.extract.memory.use import use_profile

__all__ = ["learn", "use_profile"]
