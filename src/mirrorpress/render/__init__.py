"""Renders editions: views and lists in, files out. Pure; the same values give the same bytes.

`almanac` renders Markdown for git hosts, `web` a static site. Both take paths from `paths`,
words from `words`, and long lists in the pages of `paging`.
"""
