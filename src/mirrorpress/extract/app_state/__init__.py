"""The article in the data of a page that scripts would draw (`mirrorpress.page_data`).

blocks        what an object is, and how much text it holds
texts         where the text in a value begins and ends, and what it says
choose        the value that is the article's text: beside the title of the page (`titled`), or
              with a title of its own (`own_title`)
markup        that value as HTML; `media` has its pictures and players
fields        who wrote the article and when, as the objects around the text say it
article_text  all of this in order
"""
