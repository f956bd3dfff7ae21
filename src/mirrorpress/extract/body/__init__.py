"""Where on the page the article stands, and what in there is not of it.

`find` gives the container of the text, with all that is not of the article marked excluded. It
lets `revive` take back what is excluded for its name alone, and asks `boilerplate`, `walls`,
`asking_boxes`, `conversations` and `off_subject`, each of which knows one kind. Then `headline`
finds the headline and the subtitle under it, and `opening` what text begins outside of the
container.
"""
