"""A disk of a few megabytes that is really full, read-only or well again. Needs the right to mount; otherwise it skips."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


class SmallDisk:
    """A file system in memory, mounted for one test."""

    def __init__(self, place: Path, megabytes: int) -> None:
        self.place = place
        self._filler = place / "filler"
        place.mkdir()
        self._mount("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(place))

    def fill(self, leave: int = 0) -> None:
        """Fill it to the last byte, or leave some bytes."""
        with self._filler.open("wb", buffering=0) as file:
            for block in (65536, 4096, 512):
                try:
                    while True:
                        file.write(bytes(block))
                except OSError:
                    continue
            if leave:
                file.truncate(max(0, file.tell() - leave))

    def make_room(self) -> None:
        """Give the space back."""
        self._filler.unlink(missing_ok=True)

    def read_only(self, yes: bool) -> None:
        """Make it read-only, or writable again."""
        self._mount("-o", f"remount,{'ro' if yes else 'rw'}", str(self.place))

    def close(self) -> None:
        """Unmount it."""
        subprocess.run(["umount", "-l", str(self.place)], check=True)

    def _mount(self, *words: str) -> None:
        done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"no small disk can be mounted here: {done.stderr.strip()}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Eight megabytes."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("mounting a small disk needs Linux and its administrator")
    disk = SmallDisk(tmp_path / "disk", 8)
    yield disk
    disk.close()
