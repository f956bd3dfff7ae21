"""What a page says of its article: title, writers, dates, language, pictures for previews.

`metadata` asks `titles`, `bylines` and `published`, which weigh what the head and the data of the
page say against what it prints. `names`, `signatures`, `biographies` and `dateline` know how
people, their jobs and days are written.
"""
