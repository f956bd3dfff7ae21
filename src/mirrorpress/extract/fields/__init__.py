"""What a page says of its article: title, writers, dates, language, pictures for previews.

`metadata` asks `titles`, `bylines` and `published`, which weigh what the head and the data of the
page say against what it prints. `names`, `signatures`, `biographies`, `other_roles`, `dateline` and
`date_texts` know how people, their jobs and days are written; `byline_elements` and `shown_dates`
how elements show them; `cards` which of these belong to other articles.
"""
