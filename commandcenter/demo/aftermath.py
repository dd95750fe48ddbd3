"""Afterwards: what was learnt, with an owner and a date; the printed review; the room when nothing burns."""

from __future__ import annotations

from PySide6.QtCore import Qt

from commandcenter.demo.hands import CTRL
from commandcenter.demo.stage import Stage
from commandcenter.ui.review.screen import ReviewScreen


def review(stage: Stage) -> None:
    """A lesson, the paper, and the paper as a file."""
    hands = stage.hands
    target = stage.review = stage.out / f"复盘-{stage.incident.whistle.number}.pdf"
    if not isinstance(hands.window.current, ReviewScreen):
        stage.go(Qt.Key.Key_6)
    screen = stage.shown(ReviewScreen)
    screen.setFocus()
    hands.key(Qt.Key.Key_N)
    hands.fill(**stage.told("lesson"))
    stage.shot("06-review-lesson")
    hands.send()
    hands.until(lambda: screen.paper.shown, "the paper")
    stage.shot("06-review")
    screen.setFocus()
    hands.key(Qt.Key.Key_S, CTRL)
    hands.fill(path=str(target))
    hands.send()
    hands.until(target.exists, "the printed review")


def calm(stage: Stage) -> None:
    """The wallboard when nothing burns."""
    hands = stage.hands
    hands.key(Qt.Key.Key_F12)
    wallboard = stage.application.wallboard
    assert wallboard is not None
    hands.linger(400)
    stage.shot("24-wallboard-calm", wallboard)
    hands.key(Qt.Key.Key_F12)
    hands.come_back()
