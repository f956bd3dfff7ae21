"""`python -m mirrorpress`."""

from mirrorpress.cli import main

main()
