"""Check of recorded samples of sites: each is computed again from its own record."""

from __future__ import annotations

from google.protobuf.json_format import MessageToDict, ParseDict, ParseError

from rules.contracts import InputError, message_factory
from service.audit_planning.audit_rules import Audit
from service.audit_planning.site_sampling import RULE, sample_differences
from touchstone.v1 import audit_planning_service_pb2, case_service_pb2

_message = message_factory(__name__)


def recorded_differences(sampling: case_service_pb2.CaseSampling) -> list[str]:
    """Return the fields of a recorded sample that a new computation does not confirm.

    Raises:
        InputError: If it is no complete sample of the rule.
    """
    sample = MessageToDict(sampling, preserving_proto_field_name=True)
    is_recorded = all(sample.get(name) for name in ("central_function", "seed", "population"))
    if sample.get("rule") != RULE or sample.get("audit") not in set(Audit) or not is_recorded:
        raise InputError.of("sampling", _message("NO_RECORDED_SAMPLE", rule=RULE), "WRONG_VALUE")
    return sample_differences(sample)


def read_recorded_samples(document: object, field: str) -> list[case_service_pb2.CaseSampling]:
    """Read the samples of a JSON document: the field `sampling` of a step, or an audit programme.

    Raises:
        InputError: If it is neither, or has no sample of the rule.
    """
    programme = audit_planning_service_pb2.AuditProgramme()
    content = document if isinstance(document, dict) and "plans" in document else {"plans": [{"sampling": document}]}
    try:
        ParseDict(content, programme)
    except (ParseError, RecursionError):
        raise InputError.of(field, _message("NO_RECORDED_SAMPLE", rule=RULE), "MALFORMED") from None
    samples = [plan.sampling for plan in programme.plans if plan.sampling.rule == RULE]
    if not samples:
        raise InputError.of(field, _message("NO_RECORDED_SAMPLE", rule=RULE), "WRONG_VALUE")
    return samples
