"""What words say: of the kind of an element, of a line, of a paragraph, in 27 to 75 languages.

    vocabulary    names of elements, lines that end an article or announce others
    promotions    paragraphs that ask readers for something
    small_print   what pages say of forms, players and themselves; form_notes: more of it;
                  reader_calls: what to readers
    embed_notices what stands in the place of a player that waits for consent
    controls      lines that say only what a button or a label does; control_labels: more of them;
                  follow_labels: those ahead of the signs of social networks
    comment_rules what outlets say of the comments of their readers
    sentences     where the sentences of a text end

Nothing here knows the tree of a page.
"""
