"""The public notice on paper: what its writer wrote, and no name or number of a citizen."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandcenter.desk.engine import Done, Engine
from commandcenter.desk.printing_job import document_data, print_document
from commandcenter.domain.case_acts import Matter, RegisterCase
from commandcenter.domain.case_dispatch_acts import DispatchCase, SignCase
from commandcenter.domain.case_handling_acts import PostNotice
from commandcenter.domain.clock import DAY
from commandcenter.domain.command import Batch
from commandcenter.domain.office import FoundOffice
from commandcenter.domain.refusal import Refused
from commandcenter.journal.journal import Journal
from small_office import records

from conftest import Wall

CASE = "018f0000-0000-7000-8000-000000000001"
ONE = {"case": CASE}


def test_a_notice_tells_what_was_written_and_nothing_of_the_caller(
    journal: Journal, engine: Engine, wall: Wall, tmp_path: Path
) -> None:
    matter = Matter(title="路灯不亮", reporter="周女士", phone="100-0000-5999", anonymous=True)
    before = (
        RegisterCase(matter=matter, **ONE),
        DispatchCase(lead="S03", **ONE),
        SignCase(unit="S03", **ONE),
    )
    assert isinstance(engine.execute(FoundOffice(records=records())), Done)
    assert isinstance(engine.execute(Batch(commands=before)), Done)
    folder = str(journal.folder)
    with pytest.raises(Refused, match="nothing_to_print"):
        document_data(folder, "", "public_notice", f"case/{CASE}")
    notice = PostNotice(words="两盏路灯已于7月16日修复。", where="望潮街公告栏", until=wall() + 7 * DAY, **ONE)
    assert isinstance(engine.execute(notice), Done)
    data, mode = document_data(folder, "", "public_notice", f"case/{CASE}")
    told = str(data)
    assert mode == "real"
    assert "两盏路灯已于7月16日修复。" in told
    assert "望潮街公告栏" in told
    assert "周女士" not in told
    assert "5999" not in told
    pdf = print_document(_unwatched, folder, "", "public_notice", f"case/{CASE}")["pdf"]
    assert pdf[:4] == b"%PDF"


def _unwatched(_done: int, _of: int) -> None:
    """Nobody looks at the progress."""
