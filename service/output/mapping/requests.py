"""Mapper of evaluation requests in both directions, and content digest."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

import orjson

from rules.contracts import (
    Assurance,
    DateError,
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    EvidencePlace,
    FrozenModel,
    InputError,
    Json,
    Locator,
    PeriodText,
    PreviousValue,
    Rating,
    Subject,
    Verification,
    Violation,
    attempt,
    digest,
    error_message,
    message_factory,
    parse_date,
    unchecked_canonical_bytes,
)
from service.base.instants import from_past_timestamp
from service.base.resource_names import CardName, organization_of, parse_card, parse_request_id
from service.output.mapping.mapper import (
    ConvertedField,
    FlattenedField,
    Mapper,
    MessageMapping,
    Path,
    Report,
    UnmappedField,
    path_text,
)
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, fact_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    _RequestValue = Json | FrozenModel | Mapping[str, "_RequestValue"]

_message = message_factory(__name__)

BASIC = evaluation_pb2.EVALUATION_VIEW_BASIC
FULL = evaluation_pb2.EVALUATION_VIEW_FULL
WRITTEN = evaluation_pb2.EVALUATION_VIEW_WRITTEN


# --- facts and evidence -------------------------------------------------------------------------------------------


def _read_records(message: types_pb2.Value, path: Path, report: Report) -> tuple[dict[str, DeclaredValue], ...]:
    """Read records; paths omit the enclosing `value`."""
    outer = path[0] if isinstance(path, tuple) and path[1:] == (".value",) else path
    read = INPUTS.reader_of(types_pb2.Value, DeclaredValue)
    return tuple(
        {id: read(value, (outer, ".records", index, ".", id), report) for id, value in record.fields.items()}
        for index, record in enumerate(message.records.values)
    )


def _read_not_applicable(message: types_pb2.Value, path: Path, report: Report) -> bool:
    if not message.not_applicable:
        report(Violation(path_text((path, ".not_applicable")), _message("NOT_APPLICABLE_FALSE"), "WRONG_VALUE"))
    return True


def _refuse_previous(_: fact_pb2.Fact, path: Path, report: Report) -> None:
    report(Violation(path_text((path, ".previous")), _message("PREVIOUS_IS_FOUND"), "NOT_WANTED"))


def _check_verification(message: fact_pb2.Verification, path: Path, report: Report) -> bool:
    known = fact_pb2.Verification.Judgement.values()[1:]
    if message.judgement in known:
        return True
    allowed = tuple(map(fact_pb2.Verification.Judgement.Name, known))
    report(Violation(path_text((path, ".judgement")), _message("ONE_REQUIRED", known=allowed), "REQUIRED"))
    return False


_ASSURANCES = frozenset(fact_pb2.Assurance.values())


def _check_evidence_item(message: fact_pb2.EvidenceItem, path: Path, report: Report) -> bool:
    is_known = message.assurance in _ASSURANCES
    if not is_known:
        text = _message("NOT_ONE_OF", found=message.assurance, known=tuple(fact_pb2.Assurance.keys()))
        report(Violation(path_text((path, ".assurance")), text, "WRONG_VALUE"))
    if not message.issuer:
        report(Violation(path_text((path, ".issuer")), _message("ISSUER_REQUIRED"), "REQUIRED"))
    return is_known


_REQUEST_OPTIONS = (
    *("scorecard", "request_id", "view", "validate_only"),
    *("scorecard_draft", "previous_evaluations", "previous_bundles"),
)
INPUTS = Mapper(
    MessageMapping(types_pb2.DateRange, PeriodText),
    MessageMapping(types_pb2.RecordValue, dict, {"fields": ConvertedField()}),
    MessageMapping(
        types_pb2.Value,
        DeclaredValue,
        {
            "records": ConvertedField(of="records", read=_read_records),
            "not_applicable": ConvertedField(of="not_applicable", read=_read_not_applicable),
        },
    ),
    MessageMapping(fact_pb2.Locator, Locator, omit_if_empty=True),
    MessageMapping(fact_pb2.EvidencePlace, EvidencePlace, {"record_key": "record"}),
    MessageMapping(fact_pb2.Rating, Rating, named_by="person"),
    MessageMapping(fact_pb2.Verification, Verification, {"corrected_value": "corrected"}, check=_check_verification),
    MessageMapping(fact_pb2.PreviousValue, PreviousValue, {"candidate_count": "candidates", "lack": "lacks"}),
    MessageMapping(fact_pb2.Fact, DeclaredFact, {"previous": ConvertedField(of="previous", read=_refuse_previous)}),
    MessageMapping(
        fact_pb2.EvidenceItem,
        EvidenceItem,
        {
            "content_digest": "digest",
            "validity": FlattenedField({"first_date": "valid_from", "last_date": "valid_until"}),
        },
        check=_check_evidence_item,
    ),
    MessageMapping(
        evaluation_service_pb2.EvaluateSubjectRequest,
        Subject,
        {"known_time": "known", **dict.fromkeys(_REQUEST_OPTIONS, UnmappedField("how it is evaluated"))},
    ),
    unspecified=(Assurance.NONE,),
)


# --- requests ------------------------------------------------------------------------------------------------------


class EvaluationRequest(NamedTuple):
    """A well-formed request; `known` is None if not requested.

    `body_digest` excludes the filled-in known time and the view, because a retry may use another view.
    """

    organization: str
    request_id: str
    scorecard: CardName
    as_of: date
    known: str | None
    subject: Subject
    body_digest: str
    view: evaluation_pb2.EvaluationView

    def subject_at(self, known: str) -> Subject:
        return self.subject.model_copy(update={"known": known})


def read_request(
    message: evaluation_service_pb2.EvaluateSubjectRequest, *, is_stored: bool = True
) -> EvaluationRequest:
    """Read an evaluation request; without `is_stored`, no request id is needed.

    Raises:
        InputError: If fields are malformed; lists all violations.
    """
    violations: list[Violation] = []
    organization = attempt(violations, organization_of, message.subject)
    scorecard = attempt(violations, parse_card, message.scorecard)
    as_of = attempt(violations, read_date, message.as_of_date, "as_of_date")
    known = None
    if message.HasField("known_time"):
        known = attempt(violations, from_past_timestamp, message.known_time, field="known_time")
    request_id = attempt(violations, parse_request_id, message.request_id) if is_stored else ""
    view = read_view(message.view, default=FULL)
    facts = read_facts(message.facts, violations)
    evidence = read_all_evidence(message.evidence, violations)
    if violations or organization is None or scorecard is None or as_of is None or request_id is None:
        raise InputError(tuple(violations))
    subject = Subject.trusted(
        {
            "subject": message.subject,
            "as_of": message.as_of_date,
            "known": known or "",
            "settings": dict(message.settings),
            "facts": facts,
            "evidence": evidence,
        }
    )
    body = _body_digest(subject, message.scorecard)
    return EvaluationRequest(organization, request_id, scorecard, as_of, known, subject, body, view)


def write_request(
    subject: Subject, *, scorecard: str, request_id: str
) -> evaluation_service_pb2.EvaluateSubjectRequest:
    """Return an evaluation request; the service sets a missing known time."""
    request = evaluation_service_pb2.EvaluateSubjectRequest
    return INPUTS.write(request, subject, scorecard=scorecard, request_id=request_id)


def read_date(text: str, field: str) -> date:
    """Read a date of a request.

    Raises:
        InputError: If the text is no date.
    """
    if not text:
        raise InputError.of(field, _message("DATE_REQUIRED"), "REQUIRED")
    try:
        return parse_date(text)
    except DateError as error:
        raise InputError.of(field, error_message(error), "MALFORMED") from None


def read_facts(messages: Iterable[fact_pb2.Fact], violations: list[Violation]) -> tuple[DeclaredFact, ...]:
    """Read facts; append violations, and omit unreadable facts."""
    read, report = INPUTS.reader_of(fact_pb2.Fact, DeclaredFact), violations.append
    facts = []
    for index, item in enumerate(messages):
        if not item.fact_id:
            violations.append(Violation(f"facts[{index}].fact_id", _message("FACT_ID_REQUIRED"), "REQUIRED"))
            continue
        facts.append(read(item, ("facts[", item.fact_id, "]"), report))
    return tuple(filter(None, facts))


def read_all_evidence(
    messages: Iterable[fact_pb2.EvidenceItem], violations: list[Violation]
) -> tuple[EvidenceItem, ...]:
    """Read evidence items; append violations, and omit unreadable items."""
    read, report = INPUTS.reader_of(fact_pb2.EvidenceItem, EvidenceItem), violations.append
    evidence = []
    for index, item in enumerate(messages):
        if not item.evidence_id:
            violations.append(Violation(f"evidence[{index}].evidence_id", _message("EVIDENCE_ID_REQUIRED"), "REQUIRED"))
            continue
        evidence.append(read(item, ("evidence[", item.evidence_id, "]"), report))
    return tuple(filter(None, evidence))


def _body_digest(subject: Subject, scorecard: str) -> str:
    return digest(normal_bytes({"scorecard": scorecard, "subject": subject}))


def normal_bytes(value: _RequestValue) -> bytes:
    """Return canonical bytes, with every list sorted by the bytes of its elements.

    Thus a reordered retry is the same request. Mappings become pairs, because their keys may not be ASCII. None values
    of a model are omitted.
    """
    return unchecked_canonical_bytes(_normal(value))


_Normalize = Callable[[dict[str, Any]], dict[str, Any]]


class _NormalForms(dict[type, "_Normalize"]):
    """Normalizers by model type, generated because requests contain hundreds of models."""

    def __missing__(self, kind: type[FrozenModel]) -> _Normalize:
        names: dict[str, Any] = {"_normal": _normal, "_forms": self}
        lines = ["def normal(fields):", "pairs = []"]
        for name, field in sorted(kind.model_fields.items()):
            part = _normal_part(field.annotation)
            if isinstance(field.default, FrozenModel):
                names |= {f"_{name}": field.default, f"_{name}_form": orjson.Fragment(normal_bytes(field.default))}
                part = f"_{name}_form if part is _{name} else {part}"
            lines += [f"part = fields[{name!r}]", f"if part is not None: pairs.append([{name!r}, {part}])"]
        exec("\n    ".join([*lines, "return {'pairs': pairs}"]), names)  # noqa: S102 -- built from names in our own code only
        self[kind] = names["normal"]
        return self[kind]


def _normal_part(annotation: Any) -> str:
    """Return the expression for the normal form of a field of this type."""
    kind = get_args(annotation)[0] if type(None) in get_args(annotation) else annotation
    if get_origin(kind) is tuple:
        return (
            "part if len(part) < 2 else _normal(part)" if get_args(kind)[0] is str else "_normal(part) if part else []"
        )
    if get_origin(kind) is dict:
        return "_normal(part)"
    is_model = isinstance(kind, type) and issubclass(kind, FrozenModel)
    return "_forms[type(part)](part.__dict__)" if is_model else "part"


_NORMAL_FORMS = _NormalForms()


def _normal(value: Any) -> Any:
    kind = type(value)
    if kind is str or kind is bool:
        return value
    if kind in _NORMAL_FORMS or isinstance(value, FrozenModel):
        return _NORMAL_FORMS[kind](value.__dict__)
    if kind is tuple or kind is list:
        if len(value) < 2:
            return [_normal(value[0])] if value else []
        return orjson.Fragment(b"[%b]" % b",".join(sorted([orjson.dumps(_normal(part)) for part in value])))
    if isinstance(value, dict):
        return {"pairs": [[key, _normal(value[key])] for key in sorted(value)]}
    return value  # enum member


def read_view(
    view: evaluation_pb2.EvaluationView, *, default: evaluation_pb2.EvaluationView
) -> evaluation_pb2.EvaluationView:
    """Return the view, or the default if unspecified."""
    return default if view == evaluation_pb2.EVALUATION_VIEW_UNSPECIFIED else view
