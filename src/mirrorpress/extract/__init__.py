"""Pages in, articles out: typed metadata and typed blocks, no markup of the source.

    decode → repair → metadata → body → blocks → refuse

1. `decode`: bytes become text, in the order browsers decide on the encoding.
2. `repair`: what minifiers broke and lazy loading hid is put right; depth and size are bounded.
3. `metadata`: title, bylines, dates, language and the like, from JSON-LD, meta and the page.
4. `body`: the containers that hold the article, without the boilerplate around and inside, and
   without what other pages of the site have, too (`memory`).
5. `blocks`: their elements become paragraphs, headings, lists, figures, embeds, tables; what the
   text that the page gives to machines shows to be boilerplate goes (`witness`).
6. `refuse`: what is no article is reported as a typed error with its evidence.

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
