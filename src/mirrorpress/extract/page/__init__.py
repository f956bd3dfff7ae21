"""The page as it came: repaired markup, a tree of light elements, what its head and data say.

    repair       what minifiers broke and lazy loading hid is put right; depth and size are bounded;
                 formulas: MathML as a line of text; embed_scripts: scripts that make
                 players as their frames; shortcodes: codes that were not replaced
    tree         elements and strings; measure gives each its size and its weight of running text
    head jsonld  what is written for machines
    drawn_text   characters in the place of pictures that stand for them
    images       the addresses of pictures, in all the ways in which pages give them;
                 picture_names: what an address says of a picture
    players      where boxes have the address of a player that is not loaded yet
    class_names  what classes and ids say of an element
    writer_pages which addresses are of pages about those who write

Nothing here knows what an article is made of.
"""
