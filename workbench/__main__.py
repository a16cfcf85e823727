"""`python -m workbench`: the command line without the window."""

import sys

from workbench.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
