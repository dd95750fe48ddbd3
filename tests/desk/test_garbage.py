"""Garbage on the window's thread: what stands after the first full look is not looked at again, what comes later is freed."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import gc, weakref
from PySide6.QtCore import QCoreApplication
from commandcenter.desk.garbage import Garbage

class Knot:
    def __init__(self):
        self.self = self

def due(generation):
    gc.set_threshold(*(0 if at == generation else 1 << 30 for at in range(3)))
    while gc.get_count()[generation] <= gc.get_threshold()[generation]:
        gc.collect(generation - 1)
    garbage.collect_due()

application = QCoreApplication([])
garbage = Garbage(application)
garbage.start()
assert not gc.isenabled() and gc.get_freeze_count() == 0
early = weakref.ref(Knot())
due(2)
frozen = gc.get_freeze_count()
assert early() is None and frozen > 10_000, frozen
late = weakref.ref(Knot())
due(2)
assert late() is None, "garbage of later is freed"
assert gc.get_freeze_count() <= frozen, "what stands is set aside once"
garbage.stop()
assert gc.isenabled()
print("well")
"""


def test_the_program_is_set_aside_once_and_later_garbage_is_freed() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60, check=False)
    assert told.stdout.strip() == "well", told.stderr
