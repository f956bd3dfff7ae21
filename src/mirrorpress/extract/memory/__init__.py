"""Site memory: what other pages of a site say of one.

page → PageRecord      the lines of its body, as hashes (`page_lines`, `learn`)
records → SiteProfile  the newest pages of a site (`learn`)
page + SiteProfile     the body is where theirs is (`container`, `use`); lines that they have, too,
                       are the template's (`mask`, `use`); what it prints where they print
                       writers and date is that (`field_places`, `use`)
"""

from mirrorpress.extract.memory.field_places import places_of
from mirrorpress.extract.memory.learn import learn, record_of
from mirrorpress.extract.memory.page_lines import PageLine, lines_of
from mirrorpress.extract.memory.use import OtherPages

__all__ = ["OtherPages", "PageLine", "learn", "lines_of", "places_of", "record_of"]
