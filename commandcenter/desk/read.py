"""The read API: one read-only connection with the questions grouped by what they are about."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.reading.cases import CaseReader
from commandcenter.journal.reading.incidents import IncidentReader
from commandcenter.journal.reading.matters import MatterReader
from commandcenter.journal.reading.reference import ReferenceReader
from commandcenter.journal.reading.status import StatusReader

if TYPE_CHECKING:
    from commandcenter.journal.attachments import Checked
    from commandcenter.journal.reading.agenda import AgendaReader
    from commandcenter.journal.reading.calls import CallReader
    from commandcenter.journal.reading.channels import ChannelReader
    from commandcenter.journal.reading.drill_plans import DrillPlanReader
    from commandcenter.journal.reading.duty_disputes import DutyDisputeReader
    from commandcenter.journal.reading.duty_log import DutyLogReader
    from commandcenter.journal.reading.evidence import EvidenceReader
    from commandcenter.journal.reading.foresight import ForesightReader
    from commandcenter.journal.reading.intake import IntakeReader
    from commandcenter.journal.reading.lessons import LessonReader
    from commandcenter.journal.reading.orders import OrderReader
    from commandcenter.journal.reading.patrols import PatrolReader
    from commandcenter.journal.reading.presences import PresenceReader
    from commandcenter.journal.reading.privacy import PrivacyReader
    from commandcenter.journal.reading.problems import ProblemReader
    from commandcenter.journal.reading.rates import RateReader
    from commandcenter.journal.reading.watch import WatchReader


class Read:
    """Readers over one connection. The window has one; every worker makes its own.

    What the first window does not ask is made, and loaded, with its first question.
    """

    def __init__(self, folder: Path, key: bytes | None = None) -> None:
        self._folder = folder
        self._connection = connect(folder / FILE_NAME, key=key)
        self.cases = CaseReader(self._connection)
        self.incidents = IncidentReader(self._connection)
        self.matters = MatterReader(self._connection)
        self.reference = ReferenceReader(self._connection, folder)
        self.status = StatusReader(self._connection)

    @cached_property
    def drill_plans(self) -> DrillPlanReader:
        """Which drills were held, which corrections are open."""
        from commandcenter.journal.reading.drill_plans import DrillPlanReader

        return DrillPlanReader(self._connection)

    @cached_property
    def duty_log(self) -> DutyLogReader:
        """What happened on a watch, as the log tells it."""
        from commandcenter.journal.reading.duty_log import DutyLogReader

        return DutyLogReader(self._connection)

    @cached_property
    def evidence(self) -> EvidenceReader:
        """What the journal says of a supervised department."""
        from commandcenter.journal.reading.evidence import EvidenceReader

        return EvidenceReader(self._connection)

    @cached_property
    def foresight(self) -> ForesightReader:
        """Hot spots, briefs for rules, words over all years."""
        from commandcenter.journal.reading.foresight import ForesightReader

        return ForesightReader(self._connection)

    @cached_property
    def problems(self) -> ProblemReader:
        """Spots that repeat, and the problems of a place."""
        from commandcenter.journal.reading.problems import ProblemReader

        return ProblemReader(self._connection)

    @cached_property
    def agenda(self) -> AgendaReader:
        """What is hard enough for a consultation."""
        from commandcenter.journal.reading.agenda import AgendaReader

        return AgendaReader(self._connection)

    @cached_property
    def calls(self) -> CallReader:
        """The telephone calls of the duty room."""
        from commandcenter.journal.reading.calls import CallReader

        return CallReader(self._connection)

    @cached_property
    def channels(self) -> ChannelReader:
        """Cases by the nine channels."""
        from commandcenter.journal.reading.channels import ChannelReader

        return ChannelReader(self._connection)

    @cached_property
    def intake(self) -> IntakeReader:
        """What may be the matter that is being typed."""
        from commandcenter.journal.reading.intake import IntakeReader

        return IntakeReader(self._connection)

    @cached_property
    def duty_disputes(self) -> DutyDisputeReader:
        """Which units would not take a duty, and why."""
        from commandcenter.journal.reading.duty_disputes import DutyDisputeReader

        return DutyDisputeReader(self._connection)

    @cached_property
    def lessons(self) -> LessonReader:
        """Closed cases to learn from."""
        from commandcenter.journal.reading.lessons import LessonReader

        return LessonReader(self._connection)

    @cached_property
    def orders(self) -> OrderReader:
        """Limits of orders: closed ones to try a table on, provisional ends, what leaders have to take note of."""
        from commandcenter.journal.reading.orders import OrderReader

        return OrderReader(self._connection)

    @cached_property
    def patrols(self) -> PatrolReader:
        """Who walked where and when, what was found, which spots are open."""
        from commandcenter.journal.reading.patrols import PatrolReader

        return PatrolReader(self._connection)

    @cached_property
    def presences(self) -> PresenceReader:
        """Every department at every whistle of a span."""
        from commandcenter.journal.reading.presences import PresenceReader

        return PresenceReader(self._connection)

    @cached_property
    def privacy(self) -> PrivacyReader:
        """Personal data after incidents."""
        from commandcenter.journal.reading.privacy import PrivacyReader

        return PrivacyReader(self._connection)

    @cached_property
    def rates(self) -> RateReader:
        """The three rates, by whom or what they concern."""
        from commandcenter.journal.reading.rates import RateReader

        return RateReader(self._connection)

    @cached_property
    def watch(self) -> WatchReader:
        """What a shift has to hand over."""
        from commandcenter.journal.reading.watch import WatchReader

        return WatchReader(self._connection)

    def attached_files(self) -> Checked:
        """Whether every attached file is there and of its length. For a worker: it asks the disk for each."""
        from commandcenter.journal import attachments

        return attachments.check(self._connection, self._folder, deep=False)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
