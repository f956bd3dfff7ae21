"""Reads how often pages were read from files that hosts provide anyway. Pure.

reading     `read_hits`: a file to its `HitsFile`, the format chosen by content or by name
accesslog   lines of access logs, Common and Combined
jsonlogs    JSON objects: a line each, or a list of them such as GitHub's traffic by path
tables      CSV: counts, rankings, views, and the export of GoatCounter
formats     which format a file is in
pieces      the bytes of a file, unpacked, as lines and CSV records of bounded length
tally       what was counted, and what was not and why
requests    which requests read a page; bots
paths       paths as an edition names them
days        times to days

Nothing about a reader is kept: no address, user agent or referrer is in a result or a message.
"""
