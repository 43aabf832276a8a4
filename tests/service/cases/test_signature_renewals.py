"""Order of renewals of PDF signatures, and their due items."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import Any

from service.cases.certificate_files import CertificateFiles
from service.cases.credentials.pdf_signatures import PaperSignature
from service.cases.credentials.signature_settings import SignatureLevel
from service.cases.signature_renewals import by_urgency
from service.store.store import Store
from service.store.tables import CaseDocumentRow, CaseRow

NAME = "organizations/a/cases/one"


def test_archive_time_stamps_come_first_and_the_others_take_turns() -> None:
    lower = [{"id": f"SF-{number}@1", "level": "b_t", "renew_by": ""} for number in range(40)]
    archive = [
        {"id": "SF-98@1", "level": "b_lta", "renew_by": "2026-12-02"},
        {"id": "SF-99@1", "level": "b_lta", "renew_by": "2026-12-01"},
    ]
    days = [f"2026-11-{day:02}" for day in range(1, 21)]
    first = {day: [known["id"] for known in by_urgency([*lower, *archive], day)[:20]] for day in days}
    assert all(ids[:2] == ["SF-99@1", "SF-98@1"] for ids in first.values())
    assert {id for ids in first.values() for id in ids} == {known["id"] for known in [*lower, *archive]}


def _row(organization: str, kind: str, id: str, revision: int, content: Any) -> CaseDocumentRow:
    return CaseDocumentRow(
        organization=organization, kind=kind, id=id, revision=revision, newest=True, label="",
        document=json.dumps(content), principal="{}", time="2026-03-01T00:00:00Z",
    )  # fmt: skip


def test_a_certificate_is_due_when_the_first_archive_time_stamp_of_its_editions_ends(tmp_path: Path) -> None:
    files = CertificateFiles(None, None, lambda _: b"", _row)
    case = CaseRow(
        name=NAME, organization="a", state="certified", revision=1, client="organizations/a/clients/c",
        subject="organizations/a/subjects/s", profile="p", profile_revision=0, content="{}",
        create_time="2026-03-01T00:00:00Z",
    )  # fmt: skip
    with closing(Store(f"sqlite:///{tmp_path}/store.sqlite3")) as store:
        with store.cases.write_transaction() as writing:
            writing.add_case(case)
            number = writing.assign_number("a", "N-{}", "N-{}".format, NAME, "certificates/1")
            writing.add_item(NAME, "certificates", "valid", {"number": number, "edition": 2})

        def signed(edition: int, level: SignatureLevel, day: str) -> list[tuple[str, str]]:
            signature = PaperSignature(b"", level, None, day)
            with store.cases.write_transaction() as writing:
                files.keep_signature(writing, "a", {"number": number, "edition": edition}, signature)
            with store.cases.read_transaction() as reading:
                due = reading.due("a", "2099-12-31", (), 10, kind="signature")
            return [(row.item, row.due_date) for row, *_ in due]

        assert signed(1, SignatureLevel.TIME, "") == []
        assert signed(2, SignatureLevel.ARCHIVE, "2027-01-01") == [("certificates/1", "2027-01-01")]
        assert signed(1, SignatureLevel.ARCHIVE, "2026-12-01") == [("certificates/1", "2026-12-01")]
        assert signed(1, SignatureLevel.ARCHIVE, "2029-01-01") == [("certificates/1", "2027-01-01")]
