"""The read API: one read-only connection with the questions grouped by what they are about."""

from __future__ import annotations

from pathlib import Path

from commandcenter.journal.database import FILE_NAME, connect
from commandcenter.journal.reading.cases import CaseReader
from commandcenter.journal.reading.drill_plans import DrillPlanReader
from commandcenter.journal.reading.evidence import EvidenceReader
from commandcenter.journal.reading.incidents import IncidentReader
from commandcenter.journal.reading.matters import MatterReader
from commandcenter.journal.reading.presences import PresenceReader
from commandcenter.journal.reading.privacy import PrivacyReader
from commandcenter.journal.reading.reference import ReferenceReader
from commandcenter.journal.reading.status import StatusReader


class Read:
    """Readers over one connection. The window has one; every worker makes its own."""

    def __init__(self, folder: Path, key: bytes | None = None) -> None:
        self._connection = connect(folder / FILE_NAME, key=key)
        self.cases = CaseReader(self._connection)
        self.drill_plans = DrillPlanReader(self._connection)
        self.evidence = EvidenceReader(self._connection)
        self.incidents = IncidentReader(self._connection)
        self.matters = MatterReader(self._connection)
        self.presences = PresenceReader(self._connection)
        self.privacy = PrivacyReader(self._connection)
        self.reference = ReferenceReader(self._connection)
        self.status = StatusReader(self._connection)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()
