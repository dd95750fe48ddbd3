"""Jobs for a child process, good and bad. Each gets a progress function first, as the desk's own do."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable

from commandcenter.domain.refusal import Refused
from commandcenter.journal.trouble import Trouble

Progress = Callable[[int, int], None]


def count(progress: Progress, to: int) -> dict[str, int]:
    """Count."""
    for done in range(1, to + 1):
        progress(done, to)
    return {"counted": to}


def who(progress: Progress) -> int:
    """The process it runs in."""
    return os.getpid()


def loaded(progress: Progress, package: str) -> list[str]:
    """What of a package is loaded in the process."""
    return sorted(name for name in sys.modules if name.partition(".")[0] == package)


def for_ever(progress: Progress) -> None:
    """Work until somebody stops it; the progress tells the process."""
    done = 0
    while True:
        done += 1
        progress(done, os.getpid())
        signal.sigtimedwait([], 0.01)


def die(progress: Progress) -> None:
    """End without a word."""
    os._exit(9)


def refuses(progress: Progress) -> None:
    """The rules say no."""
    raise Refused("limit_not_positive", clock="answer")


def troubled(progress: Progress) -> None:
    """The world is at fault, and it was noticed."""
    raise Trouble("disk_full", path="somewhere")


def full_disk(progress: Progress) -> None:
    """The world is at fault, as the system says it."""
    raise OSError(errno.ENOSPC, "No space left on device")


def breaks(progress: Progress) -> None:
    """A fault of ours."""
    print(1 // 0)
