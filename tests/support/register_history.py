"""Histories of certificates made of plain rows, and a reader of documents in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from service.cases.registers.certificate_history import CertificateHistory
from service.cases.scheme_profiles import Profile, read_profile
from service.store.tables import CaseDocumentRow, CaseItemRow, CaseRow, CaseStepRow
from tests.support.casework import PROFILE

STATES = {
    "issue": "certified", "suspend": "suspended", "reinstate": "valid", "withdraw": "withdrawn", "cancel": "cancelled",
    "supersede": "superseded", "maintain": "maintained",
}  # fmt: skip
ITEMS = {
    "": {"plan", "survey", "recertify", "start", "conclude", "grant", "issue"},
    "surveillances/1": {"maintain"},
    "recertifications/1": {"renew", "issue_renewal"},
}


def small_profile() -> Profile:
    return read_profile(PROFILE)


@dataclass
class Documents:
    """The part of a case reader that fields of certificates are read from."""

    known: Mapping[tuple[str, str], Mapping[str, Any]] = field(default_factory=dict)
    certificates: Mapping[str, CertificateHistory] = field(default_factory=dict)

    def document(self, organization: str, kind: str, id: str, revision: int | None = None) -> CaseDocumentRow | None:
        if (kind, id) not in self.known:
            return None
        return CaseDocumentRow(
            organization=organization, kind=kind, id=id, revision=revision or 1, newest=True, label="",
            document=orjson.dumps(self.known[kind, id]).decode(), principal="{}", time="2026-01-01T00:00:00Z",
        )  # fmt: skip

    def numbered(self, organization: str, number: str) -> tuple[CaseRow, CaseItemRow] | None:
        assert organization == "example"
        known = self.certificates.get(number)
        return None if known is None else (known.case, known.item)


def history(
    number: str, *taken: tuple[str, str] | tuple[str, str, Mapping[str, Any]], client: str = "works", **content: Any
) -> CertificateHistory:
    """Return a certificate of a case with these steps, each with its time and content."""
    case, steps, state = f"organizations/example/cases/{number.lower()}", [], "valid"
    for index, (step, time, *more) in enumerate(taken, start=1):
        item = next((item for item, names in ITEMS.items() if step in names), "certificates/1")
        to = STATES.get(step, state)
        steps.append(
            CaseStepRow(
                case_name=case,
                number=index,
                item=item,
                step=step,
                from_state=state,
                to_state=to,
                function="decision" if step in {"grant", "renew"} else "issue",
                person="dan",
                account="local/dan",
                principal="{}",
                time=time,
                reason="as agreed",
                content=orjson.dumps(more[0] if more else {}).decode(),
                case_digest="",
            )
        )
        state = to if item == "certificates/1" else "valid"
    issued = next((step for step in steps if step.step in {"issue", "issue_renewal"}), None)
    issue, submitted = (issued.number, orjson.loads(issued.content)) if issued else (0, {})
    known = {
        "number": number, "raised_by": issue, "holder": "某某 Works", "registered_id": "91110000MA01",
        "scope": "Making of parts", "first_date": "2026-03-01", "last_date": "2029-02-28", "sites": ["hall-0"],
        "client_revision": 1, **submitted, **content,
    }  # fmt: skip
    row = CaseRow(
        name=case, organization="example", state="certified", revision=len(steps), profile="small", profile_revision=1,
        client=f"organizations/example/clients/{client}", subject="organizations/example/subjects/works", content="{}",
        create_time="2026-01-01T00:00:00Z",
    )  # fmt: skip
    item_row = CaseItemRow(
        case_name=case, kind="certificates", number=1, state=state, content=orjson.dumps(known).decode()
    )
    return CertificateHistory(row, item_row, tuple(steps), small_profile())
