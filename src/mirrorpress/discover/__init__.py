"""Finds what there is to read: turns the bytes of an index into `FeedEntry` values. Pure.

feed       RSS, Atom, JSON Feed and CDF, chosen by content
listing    section pages: the links that look like articles
addresses  plain lists of addresses
describe   what an index says, in the shape the `feed` command prints
"""
