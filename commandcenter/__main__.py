"""``python -m commandcenter`` and the ``commandcenter`` command."""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Start the window, or run the command that was typed; returns the exit code."""
    multiprocessing.freeze_support()
    from commandcenter.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
