"""The three rates as a leader reads them: by keys, each figure with what it is made of, down to its cases, onto paper."""

from __future__ import annotations

import re

import pytest
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.clock import DAY
from commandcenter.domain.month import month_of
from commandcenter.domain.monthly import Monthly
from commandcenter.domain.rates import three_rates
from commandcenter.ui.cases.screen import CasesScreen
from commandcenter.ui.overview.screen import OverviewScreen
from commandcenter.ui.rates.formulas import FormulaEditor, FormulaSheet
from commandcenter.ui.rates.model import TOTAL
from commandcenter.ui.rates.screen import STANDS, RatesScreen
from commandcenter.ui.shell.window import Window
from commandcenter.ui.wallboard.reading import calm_at
from main_screens import CONTROL, Desk
from office_window import Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from conftest import NOW

ALT = Qt.KeyboardModifier.AltModifier
MONTH = month_of(NOW)


@pytest.fixture
def rates(window: Window, hands: Hands) -> RatesScreen:
    """Alt+9, and the figures of this month are there."""
    return opened(window, hands)


def opened(window: Window, hands: Hands) -> RatesScreen:
    hands.key(Qt.Key.Key_9, ALT)
    screen = window.current
    assert isinstance(screen, RatesScreen)
    counted(screen, hands)
    return screen


def counted(screen: RatesScreen, hands: Hands) -> None:
    """The newest question was answered, by the figures and by the cases behind them."""
    hands.settled()
    hands.until(lambda: screen._figures is not None and screen._figures.month == screen._month)
    hands.until(lambda: screen._found is not None and screen._found.asked == screen._asked_behind)


def test_each_figure_bears_its_parts_its_formula_and_what_it_leaves_out(rates: RatesScreen) -> None:
    assert [tile.key for tile in rates.strip.tiles] == ["response", "resolution", "satisfaction", "whistle"]
    for tile in rates.strip.tiles:
        assert re.search(r"\d+ / \d+", tile.parts if tile.percent is not None else tile.value)
        assert "÷" in tile.formula
        assert tile.without
        assert tile.spoken in rates.strip.accessibleName()


def test_overview_wall_and_this_screen_say_the_same(window: Window, hands: Hands, rates: RatesScreen) -> None:
    figures = rates._figures
    assert figures is not None
    three = three_rates(figures.formulas, figures.total.sums)
    assert calm_at(rates.desk.clock.now())(rates.desk.read).rates == three
    hands.key(Qt.Key.Key_1, ALT)
    overview = window.current
    assert isinstance(overview, OverviewScreen)
    shown = (overview.response._rate, overview.resolution._rate, overview.satisfaction._rate)
    assert shown == (three.response, three.resolution, three.satisfaction)


def test_every_figure_leads_to_as_many_cases_as_it_counts(hands: Hands, rates: RatesScreen) -> None:
    figures = rates._figures
    assert figures is not None
    for number, formula in enumerate(list(figures.formulas.values())[:4]):
        hands.key(Qt.Key(Qt.Key.Key_1 + number))
        for _ in STANDS:
            counted(rates, hands)
            rate = figures.rate(formula.key)
            wanted = {
                "good": rate.good,
                "failed": rate.failed,
                "left_out": rate.left,
                "pending": rate.pending,
                "unknown": figures.unknown,
            }
            found = rates._found
            assert found is not None
            assert len(found.ids) == wanted[rates._stand], (formula.key, rates._stand)
            assert rates.cases_model.rowCount() == len(found.cases)
            hands.key(Qt.Key.Key_V)
        counted(rates, hands)


def test_every_line_of_every_breakdown_adds_up(hands: Hands, rates: RatesScreen) -> None:
    figures = rates._figures
    assert figures is not None
    for by in ("community", "lead", "unit", "kind", "channel", "grid"):
        counted(rates, hands)
        lines = list(rates.groups_model.rows)
        assert lines[0].key == TOTAL
        told = sum(line.taken for line in lines[1:])
        assert told == figures.taken if by != "unit" else told >= figures.taken
        hands.key(Qt.Key.Key_Down)
        counted(rates, hands)
        line = rates.chosen
        found = rates._found
        assert line is not None
        assert found is not None
        group = figures.groups[by][line.key]
        assert len(found.ids) == figures.rate("resolution", group.sums).failed
        hands.key(Qt.Key.Key_B)


def test_fewer_than_ten_are_counted_and_have_no_place(hands: Hands, rates: RatesScreen) -> None:
    for line in rates.groups_model.rows:
        for cell in line.cells.values():
            if cell.percent is None and cell.words != "—":
                good, of = map(int, cell.words.split(" / "))
                assert good <= of < 10
        if line.cells["resolution"].percent is None:
            assert line.rank == ""


def test_enter_goes_to_the_cases_and_on_to_the_case(window: Window, hands: Hands, rates: RatesScreen) -> None:
    hands.enter()
    assert rates.cases.view.hasFocus()
    chosen = rates.cases_model.row(rates.cases.view.place)
    hands.enter()
    screen = window.current
    assert isinstance(screen, CasesScreen)
    hands.until(lambda: screen.detail.case is not None and screen.detail.case.id == chosen.id)


def test_l_shows_the_very_cases_in_the_case_centre(window: Window, hands: Hands, rates: RatesScreen) -> None:
    found = rates._found
    assert found is not None
    hands.key(Qt.Key.Key_L)
    screen = window.current
    assert isinstance(screen, CasesScreen)
    hands.until(lambda: screen.model.rowCount() == len(found.ids))


def test_the_months_go_back_and_not_beyond_this_one(hands: Hands, rates: RatesScreen) -> None:
    hands.key(Qt.Key.Key_Right)
    assert rates._month == MONTH
    hands.key(Qt.Key.Key_Left)
    hands.until(lambda: rates._figures is not None and rates._figures.month == MONTH - 1)
    hands.key(Qt.Key.Key_Left)
    hands.until(lambda: rates._figures is not None and rates._figures.month == MONTH - 2)
    assert rates.empty.isVisible() == (not rates._figures.taken if rates._figures is not None else False)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Right)
    counted(rates, hands)
    assert rates._month == MONTH


def test_a_formula_is_changed_with_its_effect_seen_before(hands: Hands, rates: RatesScreen) -> None:
    figures = rates._figures
    assert figures is not None
    before = figures.rate("resolution")
    hands.key(Qt.Key.Key_F)
    sheet = rates._formulas_sheet
    assert isinstance(sheet, FormulaSheet)
    hands.enter()
    editor = rates.editor
    assert isinstance(editor, FormulaEditor)
    assert editor.name.text() == "解决率"
    editor.whole["asked_solved"].setFocus()
    hands.key(Qt.Key.Key_Space)
    assert "part must lie within" in editor.effect.text()
    hands.send()
    assert editor.note.isVisible()
    hands.key(Qt.Key.Key_Space)
    editor.whole["late_unsolved"].setFocus()
    hands.key(Qt.Key.Key_Space)
    assert f"({before.good} / {before.of})" in editor.effect.text()
    assert "softer formula" in editor.effect.text()
    hands.send()
    assert editor.isVisible()
    editor.reason.setFocus()
    hands.type("按区里新口径")
    hands.send()
    hands.settled()
    hands.until(lambda: rates._figures is not None and rates._figures.formulas["resolution"].version == 2)
    record = rates.desk.read.reference.records("formula")["resolution"]
    assert record.get("whole") == ["asked_solved"]
    after = rates._figures.rate("resolution") if rates._figures is not None else before
    assert after.of < before.of


def test_what_is_typed_into_the_measures_survives_and_is_saved(hands: Hands, rates: RatesScreen) -> None:
    hands.key(Qt.Key.Key_M)
    rates.sheet.form.widgets["measures"].setFocus()
    hands.type("漏雨房屋逐户回看")
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_M)
    assert rates.sheet.form.text("measures") == "漏雨房屋逐户回看"
    rates.sheet.form.widgets["measures"].setFocus()
    hands.send()
    hands.settled()
    state = rates.desk.read.matters.one(Monthly, f"monthly/{MONTH}")
    assert state.measures == "漏雨房屋逐户回看"


def test_e_takes_a_case_up_as_an_example_and_out_again(hands: Hands, rates: RatesScreen) -> None:
    hands.enter()
    chosen = rates.cases_model.row(rates.cases.view.place)
    for examples in ((chosen.id,), ()):
        hands.key(Qt.Key.Key_E)
        hands.settled()
        hands.until(lambda wanted=examples: rates._state.examples == wanted)


def test_c_copies_the_figures_with_their_formulas(hands: Hands, rates: RatesScreen) -> None:
    hands.key(Qt.Key.Key_C)
    text = QGuiApplication.clipboard().text()
    for tile in rates.strip.tiles:
        assert tile.spoken in text
    assert all(line.name in text for line in rates.groups_model.rows)


def test_the_material_stands_beside_and_a_check_holds_until_something_changes(
    window: Window, hands: Hands, rates: RatesScreen, desk: Desk
) -> None:
    paper = rates.paper
    hands.until(lambda: paper.work.shown, timeout=20_000)
    assert paper.pages.document.pageCount() >= 5
    hands.key(Qt.Key.Key_R)
    hands.settled()
    hands.until(lambda: bool(rates._state.checks) and paper.check.isChecked(), timeout=20_000)
    matter = Matter(title="楼道堆物", received_at=NOW - 5 * DAY, due_at=NOW - 4 * DAY)
    rates.desk.submit(RegisterCase(matter=matter))
    hands.settled()
    hands.until(lambda: paper.changed.text() != "" and not paper.check.isChecked(), timeout=20_000)
    assert "changed since it was checked" in paper.changed.text()
    hands.key(Qt.Key.Key_X)
    assert paper.options == {"masked": False}
    hands.until(lambda: paper.work.shown, timeout=20_000)


def test_the_pages_are_printed_to_a_file_and_a_late_answer_shows(
    hands: Hands, rates: RatesScreen, tmp_path: object
) -> None:
    paper = rates.paper
    hands.until(lambda: paper.work.shown, timeout=20_000)
    hands.key(Qt.Key.Key_S, CONTROL)
    sheet = paper.work._sheet
    assert sheet is not None
    sheet.form.set_text("path", f"{tmp_path}/点评.pdf")
    hands.send()
    hands.settled()
    hands.until(lambda: bool(rates.desk.read.reference) and _printed(rates), timeout=20_000)


def _printed(rates: RatesScreen) -> bool:
    from commandcenter.domain.printed import Prints, prints_subject

    prints = rates.desk.read.matters.one(Prints, prints_subject("monthly_review", f"monthly/{MONTH}"))
    return bool(prints.prints)


def test_no_amber_and_no_alarm_where_nothing_is_short(hands: Hands, rates: RatesScreen) -> None:
    figures = rates._figures
    assert figures is not None
    for tile in rates.strip.tiles:
        formula = figures.formulas[tile.key]
        if tile.percent is not None and formula.target is not None:
            assert (tile.level == "short") == (round(tile.percent, 1) < formula.target)


def test_whistles_both_sides_call_right_stand_with_the_share_of_whistled_cases(rates: RatesScreen) -> None:
    tile = rates.strip.tiles[3]
    assert re.search(r"\d+ of \d+", tile.without)
    assert tile.without in rates.strip.accessibleName()
