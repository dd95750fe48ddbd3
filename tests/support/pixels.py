"""Colours in a picture of a screen, looked at with one pass over all pixels."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtGui import QColor, QImage


def near(image: QImage, colors: Iterable[QColor], reach: int = 20) -> int:
    """How many pixels lie near one of the colours: red, green and blue each not farther away than ``reach``."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    seen = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)
    found = np.zeros(seen.shape[:2], bool)
    for color in colors:
        alike = np.ones(seen.shape[:2], bool)
        for part, wanted in enumerate((color.blue(), color.green(), color.red())):
            alike &= (seen[..., part] >= max(0, wanted - reach)) & (seen[..., part] <= min(255, wanted + reach))
        found |= alike
    return int(found.sum())


def colours(image: QImage, step: int) -> int:
    """How many colours there are in a picture, looked at every ``step``th pixel both ways."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    seen = np.frombuffer(plain.constBits(), np.uint32).reshape(plain.height(), plain.width())
    return len(np.unique(seen[::step, ::step]))
