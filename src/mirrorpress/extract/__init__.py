"""Pages in, articles out: typed metadata and typed blocks, no markup of the source.

    decode → page → body → fields → blocks → refuse

1. `decode`: bytes become text, in the order browsers decide on the encoding.
2. `page`: what minifiers broke and lazy loading hid is put right; depth and size are bounded; the
   markup becomes a tree.
3. `body`: the containers that hold the article, without the boilerplate around and inside, and
   without what other pages of the site have, too (`memory`).
4. `fields`: title, bylines, dates, language and the like, from JSON-LD, meta and the page.
5. `blocks`: the elements of the body become paragraphs, headings, lists, figures, embeds, tables;
   what their words or the page's own data show to be boilerplate goes.
6. `refuse`: what is no article is reported as a typed error with its evidence.

`article` takes a page through these steps; `explain` tells what each of them did. `full_text`
completes a page that shows a part of its article, from its feed, its JSON-LD or the data from which
its scripts would draw it (`app_state`); `join` puts several pages together. `confidence` measures
how sure it is that a text is the article's.

Pure: no socket, file, clock or random number. The same page gives the same article.
"""

from mirrorpress.extract.article import extract, extract_and_record, extract_entry
from mirrorpress.extract.explain import ExplainedRule, Explanation, explain
from mirrorpress.extract.join import join
from mirrorpress.extract.memory import learn

__all__ = [
    "ExplainedRule",
    "Explanation",
    "explain",
    "extract",
    "extract_and_record",
    "extract_entry",
    "join",
    "learn",
]
