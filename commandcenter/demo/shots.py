"""The pictures of the documents: the demonstration played in both themes and sizes, its pictures made small.

    python -m commandcenter.demo.shots DIR

One folder a look: 1920-dark, 1920-light, 1366-dark, 1366-light. The first holds every picture, the others every screen.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

from commandcenter.app import make_application
from commandcenter.demo.play import play
from commandcenter.journal.trouble import Trouble

LOOKS: tuple[tuple[str, tuple[int, int], str], ...] = (
    ("1920-dark", (1920, 1080), "dark"),
    ("1920-light", (1920, 1080), "light"),
    ("1366-dark", (1366, 768), "dark"),
    ("1366-light", (1366, 768), "light"),
)
ON_THE_WAY = (
    *("refusal", "set-up", "just-blown", "calling", "lesson", "import-file", "import-columns", "import-live"),
    *("call-form", "handed-over"),
)
"""Pictures of a state between two others; one look of them is enough."""

COLOURS, EXACT = 256, 96
"""The palette: so many colours, the commonest of them as they are."""
SHADES = 0x00F8F8F8
_BLOCK = 2000


def main(words: list[str]) -> int:
    """Play four times and write the pictures to the folder that is named."""
    (target,) = map(Path, words)
    make_application()
    for name, size, theme in LOOKS:
        folder = target / name
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        with _room() as out:
            told = play(out, out / "data", None, _silent, size=size, theme=theme)
            for picture in told["pictures"]:
                if name == LOOKS[0][0] or not any(part in picture for part in ON_THE_WAY):
                    shrink(out / picture, folder / picture)
        print(f"{name}: {len(list(folder.glob('*.png')))}")
    return 0


@contextmanager
def _room() -> Iterator[Path]:
    """A folder under the same name each time: some pictures show where the data lies."""
    out = Path(tempfile.gettempdir()) / "commandcenter"
    shutil.rmtree(out, ignore_errors=True)
    try:
        yield out
    finally:
        shutil.rmtree(out, ignore_errors=True)


def shrink(source: Path, target: Path) -> None:
    """Write a picture of a screen with a palette of its own: a third of the size, and no difference to be seen."""
    picture = QImage(str(source)).convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), picture.width())
    seen, place, count = np.unique(pixels, return_inverse=True, return_counts=True)
    palette = _palette(seen, count)
    nearest = np.empty(len(seen), np.uint8)
    for start in range(0, len(seen), _BLOCK):
        distance = _channels(seen[start : start + _BLOCK])[:, None] - _channels(palette)[None]
        nearest[start : start + _BLOCK] = (distance**2).sum(2).argmin(1)
    indexed = np.ascontiguousarray(nearest[place].reshape(pixels.shape))
    small = QImage(indexed.tobytes(), picture.width(), picture.height(), picture.width(), QImage.Format.Format_Indexed8)
    small.setColorTable([int(colour) for colour in palette])
    if not small.save(str(target), quality=0):
        raise Trouble("read_only", path=str(target))


def _palette(seen: np.ndarray, count: np.ndarray) -> np.ndarray:
    """The commonest colours exactly, then the commonest shades."""
    exact = seen[np.argsort(-count)[:EXACT]]
    shades, place = np.unique((seen & SHADES) | 0xFF040404, return_inverse=True)
    often = np.bincount(place.ravel(), weights=count)
    rest = [shade for shade in shades[np.argsort(-often)] if shade not in exact]
    return np.concatenate([exact, np.array(rest, np.uint32)])[:COLOURS]


def _channels(colours: np.ndarray) -> np.ndarray:
    return np.stack([(colours >> shift) & 255 for shift in (16, 8, 0)], axis=1).astype(np.int32)


def _silent(_done: int, _total: int) -> None:
    return None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
