"""Calendar entries of the audits to come."""

from service.workbench.pages.audit_programme import audit_uids
from touchstone.v1 import audit_planning_service_pb2 as planning


def _programme(*audits: str) -> planning.AuditProgramme:
    listed = [planning.ProgrammeAudit(audit=audit, due_date="2027-11-30") for audit in audits]
    return planning.AuditProgramme(certificate="C-1", audits=listed)


def test_an_audit_remains_the_same_entry_after_the_surveillances_before_it() -> None:
    before = audit_uids(_programme("surveillance", "surveillance", "recertification"))
    assert audit_uids(_programme("surveillance", "recertification")) == before[1:]
    assert len(set(before)) == 3
