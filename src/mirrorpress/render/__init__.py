"""Prints editions: sheets and shelves in, files out. Pure; the same values give the same bytes.

`almanac` prints Markdown for git hosts, `web` a static site. Both take addresses from `places`,
words from `words`, and long lists in the pages of `paging`.
"""
