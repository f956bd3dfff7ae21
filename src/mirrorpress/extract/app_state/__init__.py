"""The data from which a page's scripts would draw it: the article of a page that has no markup.

    scripts       the values in the scripts of a page: JSON, literals of JavaScript, data attributes
    literals      strings, lists and objects in a script, whatever stands between them
    encoded       values that stand in strings: JSON in JSON, base64 and the like
    references    values that are written once and named elsewhere, put where they are named
    blocks        what an object is, and how much text it holds
    texts         where the text in a value begins and ends, and what it says
    choose        the value that is the article's text: beside the title of the page (`titled`), or
                  with a title of its own (`own_title`)
    markup        that value as HTML; `media` has its pictures and players
    fields        who wrote the article and when, as the objects around the text say it
    article_text  all of this in order

News sites send what a page is drawn from along with it: `__NEXT_DATA__`, `window.__NUXT__`,
`__APOLLO_STATE__`, `__next_f.push`, `__INITIAL_STATE__` and names of their own. Of those whose
servers draw nothing it is all there is of the article.

Nothing here runs a script, and nothing is fetched.
"""
