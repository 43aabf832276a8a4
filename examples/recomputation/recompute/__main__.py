"""The command, as `python -m recompute`."""

import sys

from recompute.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
