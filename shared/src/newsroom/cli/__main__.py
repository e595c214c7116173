"""python -m newsroom.cli: the same as the command `newsroom`."""

from newsroom.cli import main

main()
