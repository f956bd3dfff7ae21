"""What the scripts of a page hold: the data from which they would draw it.

    scripts       the values in the scripts of a page: JSON, literals of JavaScript, data attributes
    literals      strings, lists and objects in a script, whatever stands between them
    encoded       values that stand in strings: JSON in JSON, base64 and the like
    json_text     JSON as pages write it
    objects       what an object says of an article: title and date
    continuation  whether there is more of a text than the page shows
    references    values that are written once and named elsewhere, put where they are named

News sites send what a page is drawn from along with it: `__NEXT_DATA__`, `window.__NUXT__`,
`__APOLLO_STATE__`, `__next_f.push`, `__INITIAL_STATE__` and names of their own. Of those whose
servers draw nothing it is all there is of an article or a list of articles.

Nothing here runs a script, and nothing is fetched.
"""
