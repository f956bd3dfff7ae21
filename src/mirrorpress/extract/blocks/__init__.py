"""What the elements of the body say, as typed blocks, and which blocks are not of the article.

`make` makes the blocks, with `inlines` (whose links have `link_targets`), `styled`, `figures`,
`lists`, `tables` and `embeds` (of the hosts that `embed_hosts` lists; `posts` have words);
`lead_media` those of the picture or film at the head of the article, `typed_lists` lists of lines
that begin with a mark, and `place_line` puts the place of a report ahead of its first paragraph.
Then `trim` leaves out what is known by its words or its form (`noise`, `appeals`, `listed_others`,
`author_notes`, `portraits`), and `witness` the end that the page's own data do not have;
`media_once` shows once what a page has twice.
"""
