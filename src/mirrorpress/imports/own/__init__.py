"""Pages of our own Markdown editions, read back.

page        the parts of a page, and the article that they make
origin      the line with outlet, authors and times
body        its blocks
figures     pictures with their captions, as figures
inline      what is inside a line
table       tables in HTML
"""
