from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from touchstone.v1 import types_pb2 as _types_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Assurance(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ASSURANCE_UNSPECIFIED: _ClassVar[Assurance]
    ASSURANCE_LIMITED: _ClassVar[Assurance]
    ASSURANCE_REASONABLE: _ClassVar[Assurance]

class UnknownReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    UNKNOWN_REASON_UNSPECIFIED: _ClassVar[UnknownReason]
    UNKNOWN_REASON_NOT_GIVEN: _ClassVar[UnknownReason]
    UNKNOWN_REASON_EVIDENCE_MISSING: _ClassVar[UnknownReason]
    UNKNOWN_REASON_EVIDENCE_EXPIRED: _ClassVar[UnknownReason]
    UNKNOWN_REASON_EVIDENCE_KIND: _ClassVar[UnknownReason]
    UNKNOWN_REASON_EVIDENCE_ASSURANCE: _ClassVar[UnknownReason]
    UNKNOWN_REASON_REJECTED: _ClassVar[UnknownReason]
    UNKNOWN_REASON_RATINGS_DIFFER: _ClassVar[UnknownReason]
    UNKNOWN_REASON_PREVIOUS_MISSING: _ClassVar[UnknownReason]
    UNKNOWN_REASON_PREVIOUS_OPEN: _ClassVar[UnknownReason]
    UNKNOWN_REASON_PREVIOUS_REPEALED: _ClassVar[UnknownReason]
    UNKNOWN_REASON_PREVIOUS_ERASED: _ClassVar[UnknownReason]
ASSURANCE_UNSPECIFIED: Assurance
ASSURANCE_LIMITED: Assurance
ASSURANCE_REASONABLE: Assurance
UNKNOWN_REASON_UNSPECIFIED: UnknownReason
UNKNOWN_REASON_NOT_GIVEN: UnknownReason
UNKNOWN_REASON_EVIDENCE_MISSING: UnknownReason
UNKNOWN_REASON_EVIDENCE_EXPIRED: UnknownReason
UNKNOWN_REASON_EVIDENCE_KIND: UnknownReason
UNKNOWN_REASON_EVIDENCE_ASSURANCE: UnknownReason
UNKNOWN_REASON_REJECTED: UnknownReason
UNKNOWN_REASON_RATINGS_DIFFER: UnknownReason
UNKNOWN_REASON_PREVIOUS_MISSING: UnknownReason
UNKNOWN_REASON_PREVIOUS_OPEN: UnknownReason
UNKNOWN_REASON_PREVIOUS_REPEALED: UnknownReason
UNKNOWN_REASON_PREVIOUS_ERASED: UnknownReason

class EvidenceItem(_message.Message):
    __slots__ = ("evidence_id", "kind", "issuer", "issue_date", "validity", "content_digest", "locator", "assurance")
    EVIDENCE_ID_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    ISSUER_FIELD_NUMBER: _ClassVar[int]
    ISSUE_DATE_FIELD_NUMBER: _ClassVar[int]
    VALIDITY_FIELD_NUMBER: _ClassVar[int]
    CONTENT_DIGEST_FIELD_NUMBER: _ClassVar[int]
    LOCATOR_FIELD_NUMBER: _ClassVar[int]
    ASSURANCE_FIELD_NUMBER: _ClassVar[int]
    evidence_id: str
    kind: str
    issuer: str
    issue_date: str
    validity: _types_pb2.DateRange
    content_digest: str
    locator: Locator
    assurance: Assurance
    def __init__(self, evidence_id: _Optional[str] = ..., kind: _Optional[str] = ..., issuer: _Optional[str] = ..., issue_date: _Optional[str] = ..., validity: _Optional[_Union[_types_pb2.DateRange, _Mapping]] = ..., content_digest: _Optional[str] = ..., locator: _Optional[_Union[Locator, _Mapping]] = ..., assurance: _Optional[_Union[Assurance, str]] = ...) -> None: ...

class Locator(_message.Message):
    __slots__ = ("uri", "page", "cell", "quote")
    URI_FIELD_NUMBER: _ClassVar[int]
    PAGE_FIELD_NUMBER: _ClassVar[int]
    CELL_FIELD_NUMBER: _ClassVar[int]
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    uri: str
    page: str
    cell: str
    quote: str
    def __init__(self, uri: _Optional[str] = ..., page: _Optional[str] = ..., cell: _Optional[str] = ..., quote: _Optional[str] = ...) -> None: ...

class Fact(_message.Message):
    __slots__ = ("fact_id", "value", "verification", "ratings", "previous", "places")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VERIFICATION_FIELD_NUMBER: _ClassVar[int]
    RATINGS_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_FIELD_NUMBER: _ClassVar[int]
    PLACES_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    value: _types_pb2.Value
    verification: Verification
    ratings: _containers.RepeatedCompositeFieldContainer[Rating]
    previous: PreviousValue
    places: _containers.RepeatedCompositeFieldContainer[EvidencePlace]
    def __init__(self, fact_id: _Optional[str] = ..., value: _Optional[_Union[_types_pb2.Value, _Mapping]] = ..., verification: _Optional[_Union[Verification, _Mapping]] = ..., ratings: _Optional[_Iterable[_Union[Rating, _Mapping]]] = ..., previous: _Optional[_Union[PreviousValue, _Mapping]] = ..., places: _Optional[_Iterable[_Union[EvidencePlace, _Mapping]]] = ...) -> None: ...

class EvidencePlace(_message.Message):
    __slots__ = ("evidence_id", "record_key", "field_id", "place")
    EVIDENCE_ID_FIELD_NUMBER: _ClassVar[int]
    RECORD_KEY_FIELD_NUMBER: _ClassVar[int]
    FIELD_ID_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    evidence_id: str
    record_key: str
    field_id: str
    place: Locator
    def __init__(self, evidence_id: _Optional[str] = ..., record_key: _Optional[str] = ..., field_id: _Optional[str] = ..., place: _Optional[_Union[Locator, _Mapping]] = ...) -> None: ...

class PreviousValue(_message.Message):
    __slots__ = ("evaluation", "record_digest", "scorecard_version", "as_of_date", "candidate_count", "value", "lack")
    class Lack(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        LACK_UNSPECIFIED: _ClassVar[PreviousValue.Lack]
        LACK_OPEN: _ClassVar[PreviousValue.Lack]
        LACK_REPEALED: _ClassVar[PreviousValue.Lack]
        LACK_ERASED: _ClassVar[PreviousValue.Lack]
    LACK_UNSPECIFIED: PreviousValue.Lack
    LACK_OPEN: PreviousValue.Lack
    LACK_REPEALED: PreviousValue.Lack
    LACK_ERASED: PreviousValue.Lack
    EVALUATION_FIELD_NUMBER: _ClassVar[int]
    RECORD_DIGEST_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    CANDIDATE_COUNT_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    LACK_FIELD_NUMBER: _ClassVar[int]
    evaluation: str
    record_digest: str
    scorecard_version: str
    as_of_date: str
    candidate_count: int
    value: _types_pb2.Value
    lack: PreviousValue.Lack
    def __init__(self, evaluation: _Optional[str] = ..., record_digest: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., as_of_date: _Optional[str] = ..., candidate_count: _Optional[int] = ..., value: _Optional[_Union[_types_pb2.Value, _Mapping]] = ..., lack: _Optional[_Union[PreviousValue.Lack, str]] = ...) -> None: ...

class Rating(_message.Message):
    __slots__ = ("person", "value", "rationale", "place")
    PERSON_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    RATIONALE_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    person: str
    value: _types_pb2.Value
    rationale: str
    place: Locator
    def __init__(self, person: _Optional[str] = ..., value: _Optional[_Union[_types_pb2.Value, _Mapping]] = ..., rationale: _Optional[str] = ..., place: _Optional[_Union[Locator, _Mapping]] = ...) -> None: ...

class Verification(_message.Message):
    __slots__ = ("judgement", "corrected_value", "method", "reason", "person", "date")
    class Judgement(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        JUDGEMENT_UNSPECIFIED: _ClassVar[Verification.Judgement]
        JUDGEMENT_ACCEPTED: _ClassVar[Verification.Judgement]
        JUDGEMENT_CORRECTED: _ClassVar[Verification.Judgement]
        JUDGEMENT_REJECTED: _ClassVar[Verification.Judgement]
    JUDGEMENT_UNSPECIFIED: Verification.Judgement
    JUDGEMENT_ACCEPTED: Verification.Judgement
    JUDGEMENT_CORRECTED: Verification.Judgement
    JUDGEMENT_REJECTED: Verification.Judgement
    JUDGEMENT_FIELD_NUMBER: _ClassVar[int]
    CORRECTED_VALUE_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    judgement: Verification.Judgement
    corrected_value: _types_pb2.Value
    method: str
    reason: str
    person: str
    date: str
    def __init__(self, judgement: _Optional[_Union[Verification.Judgement, str]] = ..., corrected_value: _Optional[_Union[_types_pb2.Value, _Mapping]] = ..., method: _Optional[str] = ..., reason: _Optional[str] = ..., person: _Optional[str] = ..., date: _Optional[str] = ...) -> None: ...

class EvaluatedFact(_message.Message):
    __slots__ = ("fact", "used_value", "unknown_reason")
    FACT_FIELD_NUMBER: _ClassVar[int]
    USED_VALUE_FIELD_NUMBER: _ClassVar[int]
    UNKNOWN_REASON_FIELD_NUMBER: _ClassVar[int]
    fact: Fact
    used_value: _types_pb2.Value
    unknown_reason: UnknownReason
    def __init__(self, fact: _Optional[_Union[Fact, _Mapping]] = ..., used_value: _Optional[_Union[_types_pb2.Value, _Mapping]] = ..., unknown_reason: _Optional[_Union[UnknownReason, str]] = ...) -> None: ...

class OpenFact(_message.Message):
    __slots__ = ("fact_id", "unknown_reason", "criterion_ids")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    UNKNOWN_REASON_FIELD_NUMBER: _ClassVar[int]
    CRITERION_IDS_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    unknown_reason: UnknownReason
    criterion_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, fact_id: _Optional[str] = ..., unknown_reason: _Optional[_Union[UnknownReason, str]] = ..., criterion_ids: _Optional[_Iterable[str]] = ...) -> None: ...
