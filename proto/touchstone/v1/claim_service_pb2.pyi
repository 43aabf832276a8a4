import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import fact_pb2 as _fact_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from touchstone.v1 import screening_service_pb2 as _screening_service_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ClaimNoticeKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLAIM_NOTICE_KIND_UNSPECIFIED: _ClassVar[ClaimNoticeKind]
    CLAIM_NOTICE_KIND_FELL: _ClassVar[ClaimNoticeKind]
    CLAIM_NOTICE_KIND_UNJUDGED: _ClassVar[ClaimNoticeKind]
    CLAIM_NOTICE_KIND_EXPIRED: _ClassVar[ClaimNoticeKind]
    CLAIM_NOTICE_KIND_EXPIRING: _ClassVar[ClaimNoticeKind]
    CLAIM_NOTICE_KIND_CHECK: _ClassVar[ClaimNoticeKind]

class ClaimJudgementCause(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLAIM_JUDGEMENT_CAUSE_UNSPECIFIED: _ClassVar[ClaimJudgementCause]
    CLAIM_JUDGEMENT_CAUSE_SAVED: _ClassVar[ClaimJudgementCause]
    CLAIM_JUDGEMENT_CAUSE_RULES: _ClassVar[ClaimJudgementCause]
    CLAIM_JUDGEMENT_CAUSE_DOCUMENT: _ClassVar[ClaimJudgementCause]
    CLAIM_JUDGEMENT_CAUSE_DAY: _ClassVar[ClaimJudgementCause]
CLAIM_NOTICE_KIND_UNSPECIFIED: ClaimNoticeKind
CLAIM_NOTICE_KIND_FELL: ClaimNoticeKind
CLAIM_NOTICE_KIND_UNJUDGED: ClaimNoticeKind
CLAIM_NOTICE_KIND_EXPIRED: ClaimNoticeKind
CLAIM_NOTICE_KIND_EXPIRING: ClaimNoticeKind
CLAIM_NOTICE_KIND_CHECK: ClaimNoticeKind
CLAIM_JUDGEMENT_CAUSE_UNSPECIFIED: ClaimJudgementCause
CLAIM_JUDGEMENT_CAUSE_SAVED: ClaimJudgementCause
CLAIM_JUDGEMENT_CAUSE_RULES: ClaimJudgementCause
CLAIM_JUDGEMENT_CAUSE_DOCUMENT: ClaimJudgementCause
CLAIM_JUDGEMENT_CAUSE_DAY: ClaimJudgementCause

class ClaimInUse(_message.Message):
    __slots__ = ("name", "text", "quote", "product", "jurisdictions", "medium", "owner", "language_codes", "trader_names", "facts", "not_assumed_fact_ids", "documents", "next_check_date", "revision", "standing", "judgements", "judged_date", "sign_off", "create_time", "update_time", "end_time", "problem", "owner_account", "judge_time", "due_date", "notices")
    NAME_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    JURISDICTIONS_FIELD_NUMBER: _ClassVar[int]
    MEDIUM_FIELD_NUMBER: _ClassVar[int]
    OWNER_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODES_FIELD_NUMBER: _ClassVar[int]
    TRADER_NAMES_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    NOT_ASSUMED_FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_CHECK_DATE_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    JUDGEMENTS_FIELD_NUMBER: _ClassVar[int]
    JUDGED_DATE_FIELD_NUMBER: _ClassVar[int]
    SIGN_OFF_FIELD_NUMBER: _ClassVar[int]
    CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    UPDATE_TIME_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    PROBLEM_FIELD_NUMBER: _ClassVar[int]
    OWNER_ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    JUDGE_TIME_FIELD_NUMBER: _ClassVar[int]
    DUE_DATE_FIELD_NUMBER: _ClassVar[int]
    NOTICES_FIELD_NUMBER: _ClassVar[int]
    name: str
    text: str
    quote: str
    product: str
    jurisdictions: _containers.RepeatedScalarFieldContainer[str]
    medium: str
    owner: str
    language_codes: _containers.RepeatedScalarFieldContainer[str]
    trader_names: _containers.RepeatedScalarFieldContainer[str]
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    not_assumed_fact_ids: _containers.RepeatedScalarFieldContainer[str]
    documents: _containers.RepeatedCompositeFieldContainer[ClaimDocument]
    next_check_date: str
    revision: int
    standing: _screening_service_pb2.ClaimStanding
    judgements: _containers.RepeatedCompositeFieldContainer[ClaimJudgement]
    judged_date: str
    sign_off: ClaimSignOff
    create_time: _timestamp_pb2.Timestamp
    update_time: _timestamp_pb2.Timestamp
    end_time: _timestamp_pb2.Timestamp
    problem: str
    owner_account: str
    judge_time: _timestamp_pb2.Timestamp
    due_date: str
    notices: _containers.RepeatedCompositeFieldContainer[ClaimNotice]
    def __init__(self, name: _Optional[str] = ..., text: _Optional[str] = ..., quote: _Optional[str] = ..., product: _Optional[str] = ..., jurisdictions: _Optional[_Iterable[str]] = ..., medium: _Optional[str] = ..., owner: _Optional[str] = ..., language_codes: _Optional[_Iterable[str]] = ..., trader_names: _Optional[_Iterable[str]] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., not_assumed_fact_ids: _Optional[_Iterable[str]] = ..., documents: _Optional[_Iterable[_Union[ClaimDocument, _Mapping]]] = ..., next_check_date: _Optional[str] = ..., revision: _Optional[int] = ..., standing: _Optional[_Union[_screening_service_pb2.ClaimStanding, str]] = ..., judgements: _Optional[_Iterable[_Union[ClaimJudgement, _Mapping]]] = ..., judged_date: _Optional[str] = ..., sign_off: _Optional[_Union[ClaimSignOff, _Mapping]] = ..., create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., update_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., end_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., problem: _Optional[str] = ..., owner_account: _Optional[str] = ..., judge_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., due_date: _Optional[str] = ..., notices: _Optional[_Iterable[_Union[ClaimNotice, _Mapping]]] = ...) -> None: ...

class ClaimNotice(_message.Message):
    __slots__ = ("kind", "date", "document", "earlier_standing")
    KIND_FIELD_NUMBER: _ClassVar[int]
    DATE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    EARLIER_STANDING_FIELD_NUMBER: _ClassVar[int]
    kind: ClaimNoticeKind
    date: str
    document: str
    earlier_standing: _screening_service_pb2.ClaimStanding
    def __init__(self, kind: _Optional[_Union[ClaimNoticeKind, str]] = ..., date: _Optional[str] = ..., document: _Optional[str] = ..., earlier_standing: _Optional[_Union[_screening_service_pb2.ClaimStanding, str]] = ...) -> None: ...

class ClaimDocument(_message.Message):
    __slots__ = ("title", "digest", "expire_date", "fact_ids", "file", "file_name", "file_size_bytes", "file_create_time")
    TITLE_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    EXPIRE_DATE_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    FILE_NAME_FIELD_NUMBER: _ClassVar[int]
    FILE_SIZE_BYTES_FIELD_NUMBER: _ClassVar[int]
    FILE_CREATE_TIME_FIELD_NUMBER: _ClassVar[int]
    title: str
    digest: str
    expire_date: str
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    file: str
    file_name: str
    file_size_bytes: int
    file_create_time: _timestamp_pb2.Timestamp
    def __init__(self, title: _Optional[str] = ..., digest: _Optional[str] = ..., expire_date: _Optional[str] = ..., fact_ids: _Optional[_Iterable[str]] = ..., file: _Optional[str] = ..., file_name: _Optional[str] = ..., file_size_bytes: _Optional[int] = ..., file_create_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ClaimSignOff(_message.Message):
    __slots__ = ("signer", "sign_time", "standing")
    SIGNER_FIELD_NUMBER: _ClassVar[int]
    SIGN_TIME_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    signer: str
    sign_time: _timestamp_pb2.Timestamp
    standing: _screening_service_pb2.ClaimStanding
    def __init__(self, signer: _Optional[str] = ..., sign_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., standing: _Optional[_Union[_screening_service_pb2.ClaimStanding, str]] = ...) -> None: ...

class ClaimJudgement(_message.Message):
    __slots__ = ("number", "judge_time", "as_of_date", "cause", "revision", "places", "applied_scorecards", "expired_documents", "standing", "earlier_standing")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    JUDGE_TIME_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    PLACES_FIELD_NUMBER: _ClassVar[int]
    APPLIED_SCORECARDS_FIELD_NUMBER: _ClassVar[int]
    EXPIRED_DOCUMENTS_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    EARLIER_STANDING_FIELD_NUMBER: _ClassVar[int]
    number: int
    judge_time: _timestamp_pb2.Timestamp
    as_of_date: str
    cause: ClaimJudgementCause
    revision: int
    places: _containers.RepeatedCompositeFieldContainer[ClaimPlaceStanding]
    applied_scorecards: _containers.RepeatedCompositeFieldContainer[_screening_service_pb2.AppliedVersion]
    expired_documents: _containers.RepeatedScalarFieldContainer[str]
    standing: _screening_service_pb2.ClaimStanding
    earlier_standing: _screening_service_pb2.ClaimStanding
    def __init__(self, number: _Optional[int] = ..., judge_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., as_of_date: _Optional[str] = ..., cause: _Optional[_Union[ClaimJudgementCause, str]] = ..., revision: _Optional[int] = ..., places: _Optional[_Iterable[_Union[ClaimPlaceStanding, _Mapping]]] = ..., applied_scorecards: _Optional[_Iterable[_Union[_screening_service_pb2.AppliedVersion, _Mapping]]] = ..., expired_documents: _Optional[_Iterable[str]] = ..., standing: _Optional[_Union[_screening_service_pb2.ClaimStanding, str]] = ..., earlier_standing: _Optional[_Union[_screening_service_pb2.ClaimStanding, str]] = ...) -> None: ...

class ClaimPlaceStanding(_message.Message):
    __slots__ = ("jurisdiction", "standing", "rules")
    JURISDICTION_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    jurisdiction: str
    standing: _screening_service_pb2.ClaimStanding
    rules: _containers.RepeatedCompositeFieldContainer[_screening_service_pb2.ClaimRuleReference]
    def __init__(self, jurisdiction: _Optional[str] = ..., standing: _Optional[_Union[_screening_service_pb2.ClaimStanding, str]] = ..., rules: _Optional[_Iterable[_Union[_screening_service_pb2.ClaimRuleReference, _Mapping]]] = ...) -> None: ...

class SaveClaimRequest(_message.Message):
    __slots__ = ("parent", "claim", "revision")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    parent: str
    claim: ClaimInUse
    revision: int
    def __init__(self, parent: _Optional[str] = ..., claim: _Optional[_Union[ClaimInUse, _Mapping]] = ..., revision: _Optional[int] = ...) -> None: ...

class GetClaimRequest(_message.Message):
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    def __init__(self, name: _Optional[str] = ...) -> None: ...

class ListClaimsRequest(_message.Message):
    __slots__ = ("parent", "page_size", "page_token", "standing", "jurisdiction", "medium", "expiring_before", "search", "with_notices", "only_own")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    JURISDICTION_FIELD_NUMBER: _ClassVar[int]
    MEDIUM_FIELD_NUMBER: _ClassVar[int]
    EXPIRING_BEFORE_FIELD_NUMBER: _ClassVar[int]
    SEARCH_FIELD_NUMBER: _ClassVar[int]
    WITH_NOTICES_FIELD_NUMBER: _ClassVar[int]
    ONLY_OWN_FIELD_NUMBER: _ClassVar[int]
    parent: str
    page_size: int
    page_token: str
    standing: _screening_service_pb2.ClaimStanding
    jurisdiction: str
    medium: str
    expiring_before: str
    search: str
    with_notices: bool
    only_own: bool
    def __init__(self, parent: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., standing: _Optional[_Union[_screening_service_pb2.ClaimStanding, str]] = ..., jurisdiction: _Optional[str] = ..., medium: _Optional[str] = ..., expiring_before: _Optional[str] = ..., search: _Optional[str] = ..., with_notices: _Optional[bool] = ..., only_own: _Optional[bool] = ...) -> None: ...

class ListClaimsResponse(_message.Message):
    __slots__ = ("claims", "next_page_token", "standing_counts", "overdue_count", "expiring_count", "stale_count", "changes", "due_days", "notice_count", "judged_by_itself", "catch_up_time", "judge_time")
    CLAIMS_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    STANDING_COUNTS_FIELD_NUMBER: _ClassVar[int]
    OVERDUE_COUNT_FIELD_NUMBER: _ClassVar[int]
    EXPIRING_COUNT_FIELD_NUMBER: _ClassVar[int]
    STALE_COUNT_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    DUE_DAYS_FIELD_NUMBER: _ClassVar[int]
    NOTICE_COUNT_FIELD_NUMBER: _ClassVar[int]
    JUDGED_BY_ITSELF_FIELD_NUMBER: _ClassVar[int]
    CATCH_UP_TIME_FIELD_NUMBER: _ClassVar[int]
    JUDGE_TIME_FIELD_NUMBER: _ClassVar[int]
    claims: _containers.RepeatedCompositeFieldContainer[ClaimInUse]
    next_page_token: str
    standing_counts: _containers.RepeatedCompositeFieldContainer[ClaimStandingCount]
    overdue_count: int
    expiring_count: int
    stale_count: int
    changes: _containers.RepeatedCompositeFieldContainer[ClaimChange]
    due_days: _containers.RepeatedCompositeFieldContainer[ClaimDueDay]
    notice_count: int
    judged_by_itself: bool
    catch_up_time: _timestamp_pb2.Timestamp
    judge_time: _timestamp_pb2.Timestamp
    def __init__(self, claims: _Optional[_Iterable[_Union[ClaimInUse, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., standing_counts: _Optional[_Iterable[_Union[ClaimStandingCount, _Mapping]]] = ..., overdue_count: _Optional[int] = ..., expiring_count: _Optional[int] = ..., stale_count: _Optional[int] = ..., changes: _Optional[_Iterable[_Union[ClaimChange, _Mapping]]] = ..., due_days: _Optional[_Iterable[_Union[ClaimDueDay, _Mapping]]] = ..., notice_count: _Optional[int] = ..., judged_by_itself: _Optional[bool] = ..., catch_up_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., judge_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ClaimStandingCount(_message.Message):
    __slots__ = ("standing", "count")
    STANDING_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    standing: _screening_service_pb2.ClaimStanding
    count: int
    def __init__(self, standing: _Optional[_Union[_screening_service_pb2.ClaimStanding, str]] = ..., count: _Optional[int] = ...) -> None: ...

class ClaimChange(_message.Message):
    __slots__ = ("claim", "quote", "earlier_standing", "standing", "cause", "judge_time")
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    EARLIER_STANDING_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    JUDGE_TIME_FIELD_NUMBER: _ClassVar[int]
    claim: str
    quote: str
    earlier_standing: _screening_service_pb2.ClaimStanding
    standing: _screening_service_pb2.ClaimStanding
    cause: ClaimJudgementCause
    judge_time: _timestamp_pb2.Timestamp
    def __init__(self, claim: _Optional[str] = ..., quote: _Optional[str] = ..., earlier_standing: _Optional[_Union[_screening_service_pb2.ClaimStanding, str]] = ..., standing: _Optional[_Union[_screening_service_pb2.ClaimStanding, str]] = ..., cause: _Optional[_Union[ClaimJudgementCause, str]] = ..., judge_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ClaimDueDay(_message.Message):
    __slots__ = ("due_date", "claim", "quote", "document_expires")
    DUE_DATE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_EXPIRES_FIELD_NUMBER: _ClassVar[int]
    due_date: str
    claim: str
    quote: str
    document_expires: bool
    def __init__(self, due_date: _Optional[str] = ..., claim: _Optional[str] = ..., quote: _Optional[str] = ..., document_expires: _Optional[bool] = ...) -> None: ...

class RecheckClaimsRequest(_message.Message):
    __slots__ = ("parent", "maximum_count")
    PARENT_FIELD_NUMBER: _ClassVar[int]
    MAXIMUM_COUNT_FIELD_NUMBER: _ClassVar[int]
    parent: str
    maximum_count: int
    def __init__(self, parent: _Optional[str] = ..., maximum_count: _Optional[int] = ...) -> None: ...

class RecheckClaimsResponse(_message.Message):
    __slots__ = ("judged_count", "pending_count", "failed_count", "changes")
    JUDGED_COUNT_FIELD_NUMBER: _ClassVar[int]
    PENDING_COUNT_FIELD_NUMBER: _ClassVar[int]
    FAILED_COUNT_FIELD_NUMBER: _ClassVar[int]
    CHANGES_FIELD_NUMBER: _ClassVar[int]
    judged_count: int
    pending_count: int
    failed_count: int
    changes: _containers.RepeatedCompositeFieldContainer[ClaimChange]
    def __init__(self, judged_count: _Optional[int] = ..., pending_count: _Optional[int] = ..., failed_count: _Optional[int] = ..., changes: _Optional[_Iterable[_Union[ClaimChange, _Mapping]]] = ...) -> None: ...

class AcknowledgeClaimRequest(_message.Message):
    __slots__ = ("name", "revision", "judgement")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    JUDGEMENT_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: int
    judgement: int
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ..., judgement: _Optional[int] = ...) -> None: ...

class SignOffClaimRequest(_message.Message):
    __slots__ = ("name", "revision", "judgement")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    JUDGEMENT_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: int
    judgement: int
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ..., judgement: _Optional[int] = ...) -> None: ...

class EndClaimRequest(_message.Message):
    __slots__ = ("name", "revision")
    NAME_FIELD_NUMBER: _ClassVar[int]
    REVISION_FIELD_NUMBER: _ClassVar[int]
    name: str
    revision: int
    def __init__(self, name: _Optional[str] = ..., revision: _Optional[int] = ...) -> None: ...
