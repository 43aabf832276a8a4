import datetime

from google.api import annotations_pb2 as _annotations_pb2
from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.api import resource_pb2 as _resource_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from touchstone.v1 import evaluation_pb2 as _evaluation_pb2
from touchstone.v1 import fact_pb2 as _fact_pb2
from touchstone.v1 import options_pb2 as _options_pb2
from touchstone.v1 import types_pb2 as _types_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ClaimHearing(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLAIM_HEARING_UNSPECIFIED: _ClassVar[ClaimHearing]
    CLAIM_HEARING_CAUTIOUS: _ClassVar[ClaimHearing]
    CLAIM_HEARING_BALANCED: _ClassVar[ClaimHearing]
    CLAIM_HEARING_KEEN: _ClassVar[ClaimHearing]

class ClaimReportFormat(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLAIM_REPORT_FORMAT_UNSPECIFIED: _ClassVar[ClaimReportFormat]
    CLAIM_REPORT_FORMAT_HTML: _ClassVar[ClaimReportFormat]
    CLAIM_REPORT_FORMAT_DOCX: _ClassVar[ClaimReportFormat]
    CLAIM_REPORT_FORMAT_PDF: _ClassVar[ClaimReportFormat]

class StatedFactSource(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STATED_FACT_SOURCE_UNSPECIFIED: _ClassVar[StatedFactSource]
    STATED_FACT_SOURCE_REQUEST: _ClassVar[StatedFactSource]
    STATED_FACT_SOURCE_OPTION: _ClassVar[StatedFactSource]
    STATED_FACT_SOURCE_FILE: _ClassVar[StatedFactSource]
    STATED_FACT_SOURCE_ANSWER: _ClassVar[StatedFactSource]

class UnusedFactReason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    UNUSED_FACT_REASON_UNSPECIFIED: _ClassVar[UnusedFactReason]
    UNUSED_FACT_REASON_OTHER_KINDS: _ClassVar[UnusedFactReason]
    UNUSED_FACT_REASON_SAID_OF_CLAIM: _ClassVar[UnusedFactReason]
    UNUSED_FACT_REASON_NO_RULE: _ClassVar[UnusedFactReason]

class ClaimStanding(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLAIM_STANDING_UNSPECIFIED: _ClassVar[ClaimStanding]
    CLAIM_STANDING_PROHIBITED_AS_IT_STANDS: _ClassVar[ClaimStanding]
    CLAIM_STANDING_MISLEADING_AS_IT_STANDS: _ClassVar[ClaimStanding]
    CLAIM_STANDING_FORBIDDEN_UNLESS_SHOWN: _ClassVar[ClaimStanding]
    CLAIM_STANDING_TO_BE_DOCUMENTED: _ClassVar[ClaimStanding]
    CLAIM_STANDING_FINE: _ClassVar[ClaimStanding]

class ScreeningConfidence(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SCREENING_CONFIDENCE_UNSPECIFIED: _ClassVar[ScreeningConfidence]
    SCREENING_CONFIDENCE_LOW: _ClassVar[ScreeningConfidence]
    SCREENING_CONFIDENCE_MEDIUM: _ClassVar[ScreeningConfidence]
    SCREENING_CONFIDENCE_HIGH: _ClassVar[ScreeningConfidence]
CLAIM_HEARING_UNSPECIFIED: ClaimHearing
CLAIM_HEARING_CAUTIOUS: ClaimHearing
CLAIM_HEARING_BALANCED: ClaimHearing
CLAIM_HEARING_KEEN: ClaimHearing
CLAIM_REPORT_FORMAT_UNSPECIFIED: ClaimReportFormat
CLAIM_REPORT_FORMAT_HTML: ClaimReportFormat
CLAIM_REPORT_FORMAT_DOCX: ClaimReportFormat
CLAIM_REPORT_FORMAT_PDF: ClaimReportFormat
STATED_FACT_SOURCE_UNSPECIFIED: StatedFactSource
STATED_FACT_SOURCE_REQUEST: StatedFactSource
STATED_FACT_SOURCE_OPTION: StatedFactSource
STATED_FACT_SOURCE_FILE: StatedFactSource
STATED_FACT_SOURCE_ANSWER: StatedFactSource
UNUSED_FACT_REASON_UNSPECIFIED: UnusedFactReason
UNUSED_FACT_REASON_OTHER_KINDS: UnusedFactReason
UNUSED_FACT_REASON_SAID_OF_CLAIM: UnusedFactReason
UNUSED_FACT_REASON_NO_RULE: UnusedFactReason
CLAIM_STANDING_UNSPECIFIED: ClaimStanding
CLAIM_STANDING_PROHIBITED_AS_IT_STANDS: ClaimStanding
CLAIM_STANDING_MISLEADING_AS_IT_STANDS: ClaimStanding
CLAIM_STANDING_FORBIDDEN_UNLESS_SHOWN: ClaimStanding
CLAIM_STANDING_TO_BE_DOCUMENTED: ClaimStanding
CLAIM_STANDING_FINE: ClaimStanding
SCREENING_CONFIDENCE_UNSPECIFIED: ScreeningConfidence
SCREENING_CONFIDENCE_LOW: ScreeningConfidence
SCREENING_CONFIDENCE_MEDIUM: ScreeningConfidence
SCREENING_CONFIDENCE_HIGH: ScreeningConfidence

class ScreenClaimsRequest(_message.Message):
    __slots__ = ("text", "file", "language_codes", "trader_names", "unweighed", "hearing")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODES_FIELD_NUMBER: _ClassVar[int]
    TRADER_NAMES_FIELD_NUMBER: _ClassVar[int]
    UNWEIGHED_FIELD_NUMBER: _ClassVar[int]
    HEARING_FIELD_NUMBER: _ClassVar[int]
    text: str
    file: bytes
    language_codes: _containers.RepeatedScalarFieldContainer[str]
    trader_names: _containers.RepeatedScalarFieldContainer[str]
    unweighed: bool
    hearing: ClaimHearing
    def __init__(self, text: _Optional[str] = ..., file: _Optional[bytes] = ..., language_codes: _Optional[_Iterable[str]] = ..., trader_names: _Optional[_Iterable[str]] = ..., unweighed: _Optional[bool] = ..., hearing: _Optional[_Union[ClaimHearing, str]] = ...) -> None: ...

class ScreenClaimsResponse(_message.Message):
    __slots__ = ("text", "candidate_claims", "unscreened_segments", "masked_spans", "screened_segments", "document_kind", "text_blocks", "left_out_counts", "page_facts", "unheard_sentence", "hearing", "screening_sources")
    class LeftOutCountsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    TEXT_FIELD_NUMBER: _ClassVar[int]
    CANDIDATE_CLAIMS_FIELD_NUMBER: _ClassVar[int]
    UNSCREENED_SEGMENTS_FIELD_NUMBER: _ClassVar[int]
    MASKED_SPANS_FIELD_NUMBER: _ClassVar[int]
    SCREENED_SEGMENTS_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_KIND_FIELD_NUMBER: _ClassVar[int]
    TEXT_BLOCKS_FIELD_NUMBER: _ClassVar[int]
    LEFT_OUT_COUNTS_FIELD_NUMBER: _ClassVar[int]
    PAGE_FACTS_FIELD_NUMBER: _ClassVar[int]
    UNHEARD_SENTENCE_FIELD_NUMBER: _ClassVar[int]
    HEARING_FIELD_NUMBER: _ClassVar[int]
    SCREENING_SOURCES_FIELD_NUMBER: _ClassVar[int]
    text: str
    candidate_claims: _containers.RepeatedCompositeFieldContainer[CandidateClaim]
    unscreened_segments: _containers.RepeatedCompositeFieldContainer[UnscreenedSegment]
    masked_spans: _containers.RepeatedCompositeFieldContainer[MaskedSpan]
    screened_segments: _containers.RepeatedCompositeFieldContainer[ScreenedSegment]
    document_kind: str
    text_blocks: _containers.RepeatedCompositeFieldContainer[TextBlock]
    left_out_counts: _containers.ScalarMap[str, int]
    page_facts: _containers.RepeatedCompositeFieldContainer[PageFact]
    unheard_sentence: UnheardSentence
    hearing: ClaimHearing
    screening_sources: _containers.RepeatedCompositeFieldContainer[AppliedVersion]
    def __init__(self, text: _Optional[str] = ..., candidate_claims: _Optional[_Iterable[_Union[CandidateClaim, _Mapping]]] = ..., unscreened_segments: _Optional[_Iterable[_Union[UnscreenedSegment, _Mapping]]] = ..., masked_spans: _Optional[_Iterable[_Union[MaskedSpan, _Mapping]]] = ..., screened_segments: _Optional[_Iterable[_Union[ScreenedSegment, _Mapping]]] = ..., document_kind: _Optional[str] = ..., text_blocks: _Optional[_Iterable[_Union[TextBlock, _Mapping]]] = ..., left_out_counts: _Optional[_Mapping[str, int]] = ..., page_facts: _Optional[_Iterable[_Union[PageFact, _Mapping]]] = ..., unheard_sentence: _Optional[_Union[UnheardSentence, _Mapping]] = ..., hearing: _Optional[_Union[ClaimHearing, str]] = ..., screening_sources: _Optional[_Iterable[_Union[AppliedVersion, _Mapping]]] = ...) -> None: ...

class UnheardSentence(_message.Message):
    __slots__ = ("span", "language_code", "claim_percent")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_PERCENT_FIELD_NUMBER: _ClassVar[int]
    span: Span
    language_code: str
    claim_percent: int
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., language_code: _Optional[str] = ..., claim_percent: _Optional[int] = ...) -> None: ...

class CheckClaimsRequest(_message.Message):
    __slots__ = ("text", "file", "language_codes", "trader_names", "jurisdictions", "shown_period", "as_of_date", "facts", "claim_facts", "language_code", "page_size", "page_token", "unweighed", "hearing", "not_assumed_fact_ids", "known_time")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODES_FIELD_NUMBER: _ClassVar[int]
    TRADER_NAMES_FIELD_NUMBER: _ClassVar[int]
    JURISDICTIONS_FIELD_NUMBER: _ClassVar[int]
    SHOWN_PERIOD_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FACTS_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    UNWEIGHED_FIELD_NUMBER: _ClassVar[int]
    HEARING_FIELD_NUMBER: _ClassVar[int]
    NOT_ASSUMED_FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    KNOWN_TIME_FIELD_NUMBER: _ClassVar[int]
    text: str
    file: bytes
    language_codes: _containers.RepeatedScalarFieldContainer[str]
    trader_names: _containers.RepeatedScalarFieldContainer[str]
    jurisdictions: _containers.RepeatedScalarFieldContainer[str]
    shown_period: _types_pb2.DateRange
    as_of_date: str
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    claim_facts: _containers.RepeatedCompositeFieldContainer[ClaimFacts]
    language_code: str
    page_size: int
    page_token: str
    unweighed: bool
    hearing: ClaimHearing
    not_assumed_fact_ids: _containers.RepeatedScalarFieldContainer[str]
    known_time: _timestamp_pb2.Timestamp
    def __init__(self, text: _Optional[str] = ..., file: _Optional[bytes] = ..., language_codes: _Optional[_Iterable[str]] = ..., trader_names: _Optional[_Iterable[str]] = ..., jurisdictions: _Optional[_Iterable[str]] = ..., shown_period: _Optional[_Union[_types_pb2.DateRange, _Mapping]] = ..., as_of_date: _Optional[str] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ..., claim_facts: _Optional[_Iterable[_Union[ClaimFacts, _Mapping]]] = ..., language_code: _Optional[str] = ..., page_size: _Optional[int] = ..., page_token: _Optional[str] = ..., unweighed: _Optional[bool] = ..., hearing: _Optional[_Union[ClaimHearing, str]] = ..., not_assumed_fact_ids: _Optional[_Iterable[str]] = ..., known_time: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ClaimFacts(_message.Message):
    __slots__ = ("quote", "facts")
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    FACTS_FIELD_NUMBER: _ClassVar[int]
    quote: str
    facts: _containers.RepeatedCompositeFieldContainer[_fact_pb2.Fact]
    def __init__(self, quote: _Optional[str] = ..., facts: _Optional[_Iterable[_Union[_fact_pb2.Fact, _Mapping]]] = ...) -> None: ...

class CheckClaimsResponse(_message.Message):
    __slots__ = ("text", "document_kind", "as_of_date", "shown_period", "page_facts", "assumed_facts", "checked_claims", "coverages", "unscreened_segments", "rules", "next_page_token", "claim_count", "unheard_sentence", "hearing", "findings", "questions", "rewritings", "given_facts", "left_out_counts", "jurisdictions", "applied_scorecards", "screening_sources")
    class LeftOutCountsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: int
        def __init__(self, key: _Optional[str] = ..., value: _Optional[int] = ...) -> None: ...
    TEXT_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_KIND_FIELD_NUMBER: _ClassVar[int]
    AS_OF_DATE_FIELD_NUMBER: _ClassVar[int]
    SHOWN_PERIOD_FIELD_NUMBER: _ClassVar[int]
    PAGE_FACTS_FIELD_NUMBER: _ClassVar[int]
    ASSUMED_FACTS_FIELD_NUMBER: _ClassVar[int]
    CHECKED_CLAIMS_FIELD_NUMBER: _ClassVar[int]
    COVERAGES_FIELD_NUMBER: _ClassVar[int]
    UNSCREENED_SEGMENTS_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    NEXT_PAGE_TOKEN_FIELD_NUMBER: _ClassVar[int]
    CLAIM_COUNT_FIELD_NUMBER: _ClassVar[int]
    UNHEARD_SENTENCE_FIELD_NUMBER: _ClassVar[int]
    HEARING_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    QUESTIONS_FIELD_NUMBER: _ClassVar[int]
    REWRITINGS_FIELD_NUMBER: _ClassVar[int]
    GIVEN_FACTS_FIELD_NUMBER: _ClassVar[int]
    LEFT_OUT_COUNTS_FIELD_NUMBER: _ClassVar[int]
    JURISDICTIONS_FIELD_NUMBER: _ClassVar[int]
    APPLIED_SCORECARDS_FIELD_NUMBER: _ClassVar[int]
    SCREENING_SOURCES_FIELD_NUMBER: _ClassVar[int]
    text: str
    document_kind: str
    as_of_date: str
    shown_period: _types_pb2.DateRange
    page_facts: _containers.RepeatedCompositeFieldContainer[PageFact]
    assumed_facts: _containers.RepeatedCompositeFieldContainer[StatedFact]
    checked_claims: _containers.RepeatedCompositeFieldContainer[CheckedClaim]
    coverages: _containers.RepeatedCompositeFieldContainer[ClaimCoverage]
    unscreened_segments: _containers.RepeatedCompositeFieldContainer[UnscreenedSegment]
    rules: _containers.RepeatedCompositeFieldContainer[ClaimRule]
    next_page_token: str
    claim_count: int
    unheard_sentence: UnheardSentence
    hearing: ClaimHearing
    findings: _containers.RepeatedCompositeFieldContainer[ClaimFinding]
    questions: _containers.RepeatedCompositeFieldContainer[ClaimQuestion]
    rewritings: _containers.RepeatedCompositeFieldContainer[ClaimRewriting]
    given_facts: _containers.RepeatedCompositeFieldContainer[StatedFact]
    left_out_counts: _containers.ScalarMap[str, int]
    jurisdictions: _containers.RepeatedScalarFieldContainer[str]
    applied_scorecards: _containers.RepeatedCompositeFieldContainer[AppliedVersion]
    screening_sources: _containers.RepeatedCompositeFieldContainer[AppliedVersion]
    def __init__(self, text: _Optional[str] = ..., document_kind: _Optional[str] = ..., as_of_date: _Optional[str] = ..., shown_period: _Optional[_Union[_types_pb2.DateRange, _Mapping]] = ..., page_facts: _Optional[_Iterable[_Union[PageFact, _Mapping]]] = ..., assumed_facts: _Optional[_Iterable[_Union[StatedFact, _Mapping]]] = ..., checked_claims: _Optional[_Iterable[_Union[CheckedClaim, _Mapping]]] = ..., coverages: _Optional[_Iterable[_Union[ClaimCoverage, _Mapping]]] = ..., unscreened_segments: _Optional[_Iterable[_Union[UnscreenedSegment, _Mapping]]] = ..., rules: _Optional[_Iterable[_Union[ClaimRule, _Mapping]]] = ..., next_page_token: _Optional[str] = ..., claim_count: _Optional[int] = ..., unheard_sentence: _Optional[_Union[UnheardSentence, _Mapping]] = ..., hearing: _Optional[_Union[ClaimHearing, str]] = ..., findings: _Optional[_Iterable[_Union[ClaimFinding, _Mapping]]] = ..., questions: _Optional[_Iterable[_Union[ClaimQuestion, _Mapping]]] = ..., rewritings: _Optional[_Iterable[_Union[ClaimRewriting, _Mapping]]] = ..., given_facts: _Optional[_Iterable[_Union[StatedFact, _Mapping]]] = ..., left_out_counts: _Optional[_Mapping[str, int]] = ..., jurisdictions: _Optional[_Iterable[str]] = ..., applied_scorecards: _Optional[_Iterable[_Union[AppliedVersion, _Mapping]]] = ..., screening_sources: _Optional[_Iterable[_Union[AppliedVersion, _Mapping]]] = ...) -> None: ...

class ExportClaimsRequest(_message.Message):
    __slots__ = ("check", "format", "source_name", "full")
    CHECK_FIELD_NUMBER: _ClassVar[int]
    FORMAT_FIELD_NUMBER: _ClassVar[int]
    SOURCE_NAME_FIELD_NUMBER: _ClassVar[int]
    FULL_FIELD_NUMBER: _ClassVar[int]
    check: CheckClaimsRequest
    format: ClaimReportFormat
    source_name: str
    full: bool
    def __init__(self, check: _Optional[_Union[CheckClaimsRequest, _Mapping]] = ..., format: _Optional[_Union[ClaimReportFormat, str]] = ..., source_name: _Optional[str] = ..., full: _Optional[bool] = ...) -> None: ...

class ExportClaimsResponse(_message.Message):
    __slots__ = ("content", "media_type")
    CONTENT_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TYPE_FIELD_NUMBER: _ClassVar[int]
    content: bytes
    media_type: str
    def __init__(self, content: _Optional[bytes] = ..., media_type: _Optional[str] = ...) -> None: ...

class AppliedVersion(_message.Message):
    __slots__ = ("name", "version", "digest")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    name: str
    version: str
    digest: str
    def __init__(self, name: _Optional[str] = ..., version: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

class ClaimQuestion(_message.Message):
    __slots__ = ("id", "words", "claims", "jurisdictions", "options", "points", "several", "unit")
    ID_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    CLAIMS_FIELD_NUMBER: _ClassVar[int]
    JURISDICTIONS_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    POINTS_FIELD_NUMBER: _ClassVar[int]
    SEVERAL_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    id: str
    words: str
    claims: _containers.RepeatedScalarFieldContainer[int]
    jurisdictions: _containers.RepeatedScalarFieldContainer[str]
    options: _containers.RepeatedCompositeFieldContainer[ClaimQuestionOption]
    points: _containers.RepeatedCompositeFieldContainer[ClaimQuestionPoint]
    several: bool
    unit: str
    def __init__(self, id: _Optional[str] = ..., words: _Optional[str] = ..., claims: _Optional[_Iterable[int]] = ..., jurisdictions: _Optional[_Iterable[str]] = ..., options: _Optional[_Iterable[_Union[ClaimQuestionOption, _Mapping]]] = ..., points: _Optional[_Iterable[_Union[ClaimQuestionPoint, _Mapping]]] = ..., several: _Optional[bool] = ..., unit: _Optional[str] = ...) -> None: ...

class ClaimQuestionOption(_message.Message):
    __slots__ = ("value", "label", "faults", "sets", "excluded_rules")
    VALUE_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    FAULTS_FIELD_NUMBER: _ClassVar[int]
    SETS_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_RULES_FIELD_NUMBER: _ClassVar[int]
    value: str
    label: str
    faults: _containers.RepeatedCompositeFieldContainer[ClaimQuestionFault]
    sets: _containers.RepeatedCompositeFieldContainer[ClaimQuestionPoint]
    excluded_rules: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, value: _Optional[str] = ..., label: _Optional[str] = ..., faults: _Optional[_Iterable[_Union[ClaimQuestionFault, _Mapping]]] = ..., sets: _Optional[_Iterable[_Union[ClaimQuestionPoint, _Mapping]]] = ..., excluded_rules: _Optional[_Iterable[str]] = ...) -> None: ...

class ClaimQuestionFault(_message.Message):
    __slots__ = ("verdict", "jurisdictions")
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    JURISDICTIONS_FIELD_NUMBER: _ClassVar[int]
    verdict: _evaluation_pb2.Verdict
    jurisdictions: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, verdict: _Optional[_Union[_evaluation_pb2.Verdict, str]] = ..., jurisdictions: _Optional[_Iterable[str]] = ...) -> None: ...

class ClaimQuestionPoint(_message.Message):
    __slots__ = ("fact_id", "label", "value")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    label: str
    value: str
    def __init__(self, fact_id: _Optional[str] = ..., label: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class ClaimRewriting(_message.Message):
    __slots__ = ("claim", "text", "needs")
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    NEEDS_FIELD_NUMBER: _ClassVar[int]
    claim: int
    text: str
    needs: str
    def __init__(self, claim: _Optional[int] = ..., text: _Optional[str] = ..., needs: _Optional[str] = ...) -> None: ...

class ClaimFinding(_message.Message):
    __slots__ = ("code", "claim", "other", "withheld_words", "measure")
    CODE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    OTHER_FIELD_NUMBER: _ClassVar[int]
    WITHHELD_WORDS_FIELD_NUMBER: _ClassVar[int]
    MEASURE_FIELD_NUMBER: _ClassVar[int]
    code: str
    claim: Span
    other: Span
    withheld_words: str
    measure: str
    def __init__(self, code: _Optional[str] = ..., claim: _Optional[_Union[Span, _Mapping]] = ..., other: _Optional[_Union[Span, _Mapping]] = ..., withheld_words: _Optional[str] = ..., measure: _Optional[str] = ...) -> None: ...

class StatedFact(_message.Message):
    __slots__ = ("fact_id", "values", "words", "source")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    values: _containers.RepeatedScalarFieldContainer[str]
    words: str
    source: StatedFactSource
    def __init__(self, fact_id: _Optional[str] = ..., values: _Optional[_Iterable[str]] = ..., words: _Optional[str] = ..., source: _Optional[_Union[StatedFactSource, str]] = ...) -> None: ...

class PageFact(_message.Message):
    __slots__ = ("path", "value", "quote", "place", "confidence", "span")
    PATH_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    SPAN_FIELD_NUMBER: _ClassVar[int]
    path: str
    value: str
    quote: str
    place: str
    confidence: ScreeningConfidence
    span: Span
    def __init__(self, path: _Optional[str] = ..., value: _Optional[str] = ..., quote: _Optional[str] = ..., place: _Optional[str] = ..., confidence: _Optional[_Union[ScreeningConfidence, str]] = ..., span: _Optional[_Union[Span, _Mapping]] = ...) -> None: ...

class CheckedClaim(_message.Message):
    __slots__ = ("candidate_claim", "readings", "contradictions", "answers", "assumptions", "unused_facts", "stated_facts")
    CANDIDATE_CLAIM_FIELD_NUMBER: _ClassVar[int]
    READINGS_FIELD_NUMBER: _ClassVar[int]
    CONTRADICTIONS_FIELD_NUMBER: _ClassVar[int]
    ANSWERS_FIELD_NUMBER: _ClassVar[int]
    ASSUMPTIONS_FIELD_NUMBER: _ClassVar[int]
    UNUSED_FACTS_FIELD_NUMBER: _ClassVar[int]
    STATED_FACTS_FIELD_NUMBER: _ClassVar[int]
    candidate_claim: CandidateClaim
    readings: _containers.RepeatedCompositeFieldContainer[ClaimReading]
    contradictions: _containers.RepeatedCompositeFieldContainer[ClaimContradiction]
    answers: _containers.RepeatedCompositeFieldContainer[ClaimAnswer]
    assumptions: _containers.RepeatedCompositeFieldContainer[ClaimAssumption]
    unused_facts: _containers.RepeatedCompositeFieldContainer[UnusedClaimFact]
    stated_facts: _containers.RepeatedCompositeFieldContainer[StatedFact]
    def __init__(self, candidate_claim: _Optional[_Union[CandidateClaim, _Mapping]] = ..., readings: _Optional[_Iterable[_Union[ClaimReading, _Mapping]]] = ..., contradictions: _Optional[_Iterable[_Union[ClaimContradiction, _Mapping]]] = ..., answers: _Optional[_Iterable[_Union[ClaimAnswer, _Mapping]]] = ..., assumptions: _Optional[_Iterable[_Union[ClaimAssumption, _Mapping]]] = ..., unused_facts: _Optional[_Iterable[_Union[UnusedClaimFact, _Mapping]]] = ..., stated_facts: _Optional[_Iterable[_Union[StatedFact, _Mapping]]] = ...) -> None: ...

class UnusedClaimFact(_message.Message):
    __slots__ = ("fact_id", "words", "reason")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    words: str
    reason: UnusedFactReason
    def __init__(self, fact_id: _Optional[str] = ..., words: _Optional[str] = ..., reason: _Optional[_Union[UnusedFactReason, str]] = ...) -> None: ...

class ClaimAssumption(_message.Message):
    __slots__ = ("fact_id", "values", "spans", "words")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    SPANS_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    values: _containers.RepeatedScalarFieldContainer[str]
    spans: _containers.RepeatedCompositeFieldContainer[Span]
    words: str
    def __init__(self, fact_id: _Optional[str] = ..., values: _Optional[_Iterable[str]] = ..., spans: _Optional[_Iterable[_Union[Span, _Mapping]]] = ..., words: _Optional[str] = ...) -> None: ...

class ClaimReading(_message.Message):
    __slots__ = ("claim_types",)
    CLAIM_TYPES_FIELD_NUMBER: _ClassVar[int]
    claim_types: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, claim_types: _Optional[_Iterable[str]] = ...) -> None: ...

class ClaimContradiction(_message.Message):
    __slots__ = ("code", "fact_ids")
    CODE_FIELD_NUMBER: _ClassVar[int]
    FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    code: str
    fact_ids: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, code: _Optional[str] = ..., fact_ids: _Optional[_Iterable[str]] = ...) -> None: ...

class ClaimAnswer(_message.Message):
    __slots__ = ("jurisdiction", "verdict", "possible_verdicts", "deciding_rules", "open_facts", "parts", "assumed_fact_ids", "settled", "resting_rules", "standing", "standing_rules", "unless_shown", "unless_fact_id", "coming_standing", "coming_first_date", "precedents")
    JURISDICTION_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    POSSIBLE_VERDICTS_FIELD_NUMBER: _ClassVar[int]
    DECIDING_RULES_FIELD_NUMBER: _ClassVar[int]
    OPEN_FACTS_FIELD_NUMBER: _ClassVar[int]
    PARTS_FIELD_NUMBER: _ClassVar[int]
    ASSUMED_FACT_IDS_FIELD_NUMBER: _ClassVar[int]
    SETTLED_FIELD_NUMBER: _ClassVar[int]
    RESTING_RULES_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    STANDING_RULES_FIELD_NUMBER: _ClassVar[int]
    UNLESS_SHOWN_FIELD_NUMBER: _ClassVar[int]
    UNLESS_FACT_ID_FIELD_NUMBER: _ClassVar[int]
    COMING_STANDING_FIELD_NUMBER: _ClassVar[int]
    COMING_FIRST_DATE_FIELD_NUMBER: _ClassVar[int]
    PRECEDENTS_FIELD_NUMBER: _ClassVar[int]
    jurisdiction: str
    verdict: _evaluation_pb2.Verdict
    possible_verdicts: _containers.RepeatedScalarFieldContainer[_evaluation_pb2.Verdict]
    deciding_rules: _containers.RepeatedCompositeFieldContainer[ClaimRuleReference]
    open_facts: _containers.RepeatedCompositeFieldContainer[ClaimOpenFact]
    parts: _containers.RepeatedCompositeFieldContainer[ClaimPart]
    assumed_fact_ids: _containers.RepeatedScalarFieldContainer[str]
    settled: bool
    resting_rules: _containers.RepeatedCompositeFieldContainer[ClaimRuleReference]
    standing: ClaimStanding
    standing_rules: _containers.RepeatedCompositeFieldContainer[ClaimRuleReference]
    unless_shown: str
    unless_fact_id: str
    coming_standing: ClaimStanding
    coming_first_date: str
    precedents: ClaimPrecedents
    def __init__(self, jurisdiction: _Optional[str] = ..., verdict: _Optional[_Union[_evaluation_pb2.Verdict, str]] = ..., possible_verdicts: _Optional[_Iterable[_Union[_evaluation_pb2.Verdict, str]]] = ..., deciding_rules: _Optional[_Iterable[_Union[ClaimRuleReference, _Mapping]]] = ..., open_facts: _Optional[_Iterable[_Union[ClaimOpenFact, _Mapping]]] = ..., parts: _Optional[_Iterable[_Union[ClaimPart, _Mapping]]] = ..., assumed_fact_ids: _Optional[_Iterable[str]] = ..., settled: _Optional[bool] = ..., resting_rules: _Optional[_Iterable[_Union[ClaimRuleReference, _Mapping]]] = ..., standing: _Optional[_Union[ClaimStanding, str]] = ..., standing_rules: _Optional[_Iterable[_Union[ClaimRuleReference, _Mapping]]] = ..., unless_shown: _Optional[str] = ..., unless_fact_id: _Optional[str] = ..., coming_standing: _Optional[_Union[ClaimStanding, str]] = ..., coming_first_date: _Optional[str] = ..., precedents: _Optional[_Union[ClaimPrecedents, _Mapping]] = ...) -> None: ...

class ClaimPrecedents(_message.Message):
    __slots__ = ("claim_types", "decided_there", "case_count", "condemned_count", "latest_forum", "latest_date")
    CLAIM_TYPES_FIELD_NUMBER: _ClassVar[int]
    DECIDED_THERE_FIELD_NUMBER: _ClassVar[int]
    CASE_COUNT_FIELD_NUMBER: _ClassVar[int]
    CONDEMNED_COUNT_FIELD_NUMBER: _ClassVar[int]
    LATEST_FORUM_FIELD_NUMBER: _ClassVar[int]
    LATEST_DATE_FIELD_NUMBER: _ClassVar[int]
    claim_types: _containers.RepeatedScalarFieldContainer[str]
    decided_there: bool
    case_count: int
    condemned_count: int
    latest_forum: str
    latest_date: str
    def __init__(self, claim_types: _Optional[_Iterable[str]] = ..., decided_there: _Optional[bool] = ..., case_count: _Optional[int] = ..., condemned_count: _Optional[int] = ..., latest_forum: _Optional[str] = ..., latest_date: _Optional[str] = ...) -> None: ...

class ClaimPart(_message.Message):
    __slots__ = ("period", "verdict", "possible_verdicts", "deciding_rules", "holding_rules", "open_rules", "coming_rules", "scorecards_without_rule_in_force", "scorecards_out_of_scope", "by_practice_alone", "assessed")
    PERIOD_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    POSSIBLE_VERDICTS_FIELD_NUMBER: _ClassVar[int]
    DECIDING_RULES_FIELD_NUMBER: _ClassVar[int]
    HOLDING_RULES_FIELD_NUMBER: _ClassVar[int]
    OPEN_RULES_FIELD_NUMBER: _ClassVar[int]
    COMING_RULES_FIELD_NUMBER: _ClassVar[int]
    SCORECARDS_WITHOUT_RULE_IN_FORCE_FIELD_NUMBER: _ClassVar[int]
    SCORECARDS_OUT_OF_SCOPE_FIELD_NUMBER: _ClassVar[int]
    BY_PRACTICE_ALONE_FIELD_NUMBER: _ClassVar[int]
    ASSESSED_FIELD_NUMBER: _ClassVar[int]
    period: _types_pb2.DateRange
    verdict: _evaluation_pb2.Verdict
    possible_verdicts: _containers.RepeatedScalarFieldContainer[_evaluation_pb2.Verdict]
    deciding_rules: _containers.RepeatedCompositeFieldContainer[ClaimRuleReference]
    holding_rules: _containers.RepeatedCompositeFieldContainer[ClaimRuleReference]
    open_rules: _containers.RepeatedCompositeFieldContainer[OpenClaimRule]
    coming_rules: _containers.RepeatedCompositeFieldContainer[ClaimRuleReference]
    scorecards_without_rule_in_force: _containers.RepeatedScalarFieldContainer[str]
    scorecards_out_of_scope: _containers.RepeatedScalarFieldContainer[str]
    by_practice_alone: bool
    assessed: bool
    def __init__(self, period: _Optional[_Union[_types_pb2.DateRange, _Mapping]] = ..., verdict: _Optional[_Union[_evaluation_pb2.Verdict, str]] = ..., possible_verdicts: _Optional[_Iterable[_Union[_evaluation_pb2.Verdict, str]]] = ..., deciding_rules: _Optional[_Iterable[_Union[ClaimRuleReference, _Mapping]]] = ..., holding_rules: _Optional[_Iterable[_Union[ClaimRuleReference, _Mapping]]] = ..., open_rules: _Optional[_Iterable[_Union[OpenClaimRule, _Mapping]]] = ..., coming_rules: _Optional[_Iterable[_Union[ClaimRuleReference, _Mapping]]] = ..., scorecards_without_rule_in_force: _Optional[_Iterable[str]] = ..., scorecards_out_of_scope: _Optional[_Iterable[str]] = ..., by_practice_alone: _Optional[bool] = ..., assessed: _Optional[bool] = ...) -> None: ...

class ClaimRuleReference(_message.Message):
    __slots__ = ("scorecard", "rule_id", "advice")
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    ADVICE_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    rule_id: str
    advice: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, scorecard: _Optional[str] = ..., rule_id: _Optional[str] = ..., advice: _Optional[_Iterable[str]] = ...) -> None: ...

class ClaimRule(_message.Message):
    __slots__ = ("scorecard", "rule_id", "name", "verdict", "severity", "bases", "certainty", "remedy", "jurisdictions", "conditions")
    SCORECARD_FIELD_NUMBER: _ClassVar[int]
    RULE_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    BASES_FIELD_NUMBER: _ClassVar[int]
    CERTAINTY_FIELD_NUMBER: _ClassVar[int]
    REMEDY_FIELD_NUMBER: _ClassVar[int]
    JURISDICTIONS_FIELD_NUMBER: _ClassVar[int]
    CONDITIONS_FIELD_NUMBER: _ClassVar[int]
    scorecard: str
    rule_id: str
    name: str
    verdict: _evaluation_pb2.Verdict
    severity: _evaluation_pb2.Finding.Severity
    bases: _containers.RepeatedScalarFieldContainer[str]
    certainty: _types_pb2.Certainty
    remedy: str
    jurisdictions: _containers.RepeatedScalarFieldContainer[str]
    conditions: _containers.RepeatedCompositeFieldContainer[ClaimCondition]
    def __init__(self, scorecard: _Optional[str] = ..., rule_id: _Optional[str] = ..., name: _Optional[str] = ..., verdict: _Optional[_Union[_evaluation_pb2.Verdict, str]] = ..., severity: _Optional[_Union[_evaluation_pb2.Finding.Severity, str]] = ..., bases: _Optional[_Iterable[str]] = ..., certainty: _Optional[_Union[_types_pb2.Certainty, str]] = ..., remedy: _Optional[str] = ..., jurisdictions: _Optional[_Iterable[str]] = ..., conditions: _Optional[_Iterable[_Union[ClaimCondition, _Mapping]]] = ...) -> None: ...

class OpenClaimRule(_message.Message):
    __slots__ = ("rule", "asks_about_claim", "only_as_claim_types", "condition_indexes", "asks_of_every_claim")
    RULE_FIELD_NUMBER: _ClassVar[int]
    ASKS_ABOUT_CLAIM_FIELD_NUMBER: _ClassVar[int]
    ONLY_AS_CLAIM_TYPES_FIELD_NUMBER: _ClassVar[int]
    CONDITION_INDEXES_FIELD_NUMBER: _ClassVar[int]
    ASKS_OF_EVERY_CLAIM_FIELD_NUMBER: _ClassVar[int]
    rule: ClaimRuleReference
    asks_about_claim: bool
    only_as_claim_types: _containers.RepeatedScalarFieldContainer[str]
    condition_indexes: _containers.RepeatedScalarFieldContainer[int]
    asks_of_every_claim: bool
    def __init__(self, rule: _Optional[_Union[ClaimRuleReference, _Mapping]] = ..., asks_about_claim: _Optional[bool] = ..., only_as_claim_types: _Optional[_Iterable[str]] = ..., condition_indexes: _Optional[_Iterable[int]] = ..., asks_of_every_claim: _Optional[bool] = ...) -> None: ...

class ClaimCondition(_message.Message):
    __slots__ = ("clauses", "names")
    CLAUSES_FIELD_NUMBER: _ClassVar[int]
    NAMES_FIELD_NUMBER: _ClassVar[int]
    clauses: _containers.RepeatedScalarFieldContainer[str]
    names: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, clauses: _Optional[_Iterable[str]] = ..., names: _Optional[_Iterable[str]] = ...) -> None: ...

class ClaimOpenFact(_message.Message):
    __slots__ = ("fact_id", "label", "asks_about_claim")
    FACT_ID_FIELD_NUMBER: _ClassVar[int]
    LABEL_FIELD_NUMBER: _ClassVar[int]
    ASKS_ABOUT_CLAIM_FIELD_NUMBER: _ClassVar[int]
    fact_id: str
    label: str
    asks_about_claim: bool
    def __init__(self, fact_id: _Optional[str] = ..., label: _Optional[str] = ..., asks_about_claim: _Optional[bool] = ...) -> None: ...

class ClaimCoverage(_message.Message):
    __slots__ = ("jurisdiction", "scorecard_version", "assessed_rule_ids", "resting_rule_ids", "out_of_scope", "not_encoded")
    JURISDICTION_FIELD_NUMBER: _ClassVar[int]
    SCORECARD_VERSION_FIELD_NUMBER: _ClassVar[int]
    ASSESSED_RULE_IDS_FIELD_NUMBER: _ClassVar[int]
    RESTING_RULE_IDS_FIELD_NUMBER: _ClassVar[int]
    OUT_OF_SCOPE_FIELD_NUMBER: _ClassVar[int]
    NOT_ENCODED_FIELD_NUMBER: _ClassVar[int]
    jurisdiction: str
    scorecard_version: str
    assessed_rule_ids: _containers.RepeatedScalarFieldContainer[str]
    resting_rule_ids: _containers.RepeatedScalarFieldContainer[str]
    out_of_scope: bool
    not_encoded: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, jurisdiction: _Optional[str] = ..., scorecard_version: _Optional[str] = ..., assessed_rule_ids: _Optional[_Iterable[str]] = ..., resting_rule_ids: _Optional[_Iterable[str]] = ..., out_of_scope: _Optional[bool] = ..., not_encoded: _Optional[_Iterable[str]] = ...) -> None: ...

class TextBlock(_message.Message):
    __slots__ = ("start", "end", "place")
    START_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    start: int
    end: int
    place: str
    def __init__(self, start: _Optional[int] = ..., end: _Optional[int] = ..., place: _Optional[str] = ...) -> None: ...

class ScreenedSegment(_message.Message):
    __slots__ = ("start", "end", "language_codes")
    START_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODES_FIELD_NUMBER: _ClassVar[int]
    start: int
    end: int
    language_codes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, start: _Optional[int] = ..., end: _Optional[int] = ..., language_codes: _Optional[_Iterable[str]] = ...) -> None: ...

class Span(_message.Message):
    __slots__ = ("start", "end", "quote")
    START_FIELD_NUMBER: _ClassVar[int]
    END_FIELD_NUMBER: _ClassVar[int]
    QUOTE_FIELD_NUMBER: _ClassVar[int]
    start: int
    end: int
    quote: str
    def __init__(self, start: _Optional[int] = ..., end: _Optional[int] = ..., quote: _Optional[str] = ...) -> None: ...

class CandidateClaim(_message.Message):
    __slots__ = ("span", "sentence", "language_code", "claim_types", "possible_claim_types", "confidence", "negated", "proposed_facts", "open_fact_paths", "categories", "lexicon_terms", "level", "asserted_scope", "superlative", "qualifiers", "quantities", "labels", "target_years", "claim_percent")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    SENTENCE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODE_FIELD_NUMBER: _ClassVar[int]
    CLAIM_TYPES_FIELD_NUMBER: _ClassVar[int]
    POSSIBLE_CLAIM_TYPES_FIELD_NUMBER: _ClassVar[int]
    CONFIDENCE_FIELD_NUMBER: _ClassVar[int]
    NEGATED_FIELD_NUMBER: _ClassVar[int]
    PROPOSED_FACTS_FIELD_NUMBER: _ClassVar[int]
    OPEN_FACT_PATHS_FIELD_NUMBER: _ClassVar[int]
    CATEGORIES_FIELD_NUMBER: _ClassVar[int]
    LEXICON_TERMS_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    ASSERTED_SCOPE_FIELD_NUMBER: _ClassVar[int]
    SUPERLATIVE_FIELD_NUMBER: _ClassVar[int]
    QUALIFIERS_FIELD_NUMBER: _ClassVar[int]
    QUANTITIES_FIELD_NUMBER: _ClassVar[int]
    LABELS_FIELD_NUMBER: _ClassVar[int]
    TARGET_YEARS_FIELD_NUMBER: _ClassVar[int]
    CLAIM_PERCENT_FIELD_NUMBER: _ClassVar[int]
    span: Span
    sentence: Span
    language_code: str
    claim_types: _containers.RepeatedScalarFieldContainer[str]
    possible_claim_types: _containers.RepeatedScalarFieldContainer[str]
    confidence: ScreeningConfidence
    negated: bool
    proposed_facts: _containers.RepeatedCompositeFieldContainer[ProposedFact]
    open_fact_paths: _containers.RepeatedScalarFieldContainer[str]
    categories: _containers.RepeatedScalarFieldContainer[str]
    lexicon_terms: _containers.RepeatedCompositeFieldContainer[LexiconTerm]
    level: ClaimLevel
    asserted_scope: str
    superlative: bool
    qualifiers: _containers.RepeatedCompositeFieldContainer[ClaimQualifier]
    quantities: _containers.RepeatedCompositeFieldContainer[ClaimQuantity]
    labels: _containers.RepeatedCompositeFieldContainer[ClaimLabel]
    target_years: _containers.RepeatedScalarFieldContainer[int]
    claim_percent: int
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., sentence: _Optional[_Union[Span, _Mapping]] = ..., language_code: _Optional[str] = ..., claim_types: _Optional[_Iterable[str]] = ..., possible_claim_types: _Optional[_Iterable[str]] = ..., confidence: _Optional[_Union[ScreeningConfidence, str]] = ..., negated: _Optional[bool] = ..., proposed_facts: _Optional[_Iterable[_Union[ProposedFact, _Mapping]]] = ..., open_fact_paths: _Optional[_Iterable[str]] = ..., categories: _Optional[_Iterable[str]] = ..., lexicon_terms: _Optional[_Iterable[_Union[LexiconTerm, _Mapping]]] = ..., level: _Optional[_Union[ClaimLevel, _Mapping]] = ..., asserted_scope: _Optional[str] = ..., superlative: _Optional[bool] = ..., qualifiers: _Optional[_Iterable[_Union[ClaimQualifier, _Mapping]]] = ..., quantities: _Optional[_Iterable[_Union[ClaimQuantity, _Mapping]]] = ..., labels: _Optional[_Iterable[_Union[ClaimLabel, _Mapping]]] = ..., target_years: _Optional[_Iterable[int]] = ..., claim_percent: _Optional[int] = ...) -> None: ...

class LexiconTerm(_message.Message):
    __slots__ = ("span", "term", "category")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    TERM_FIELD_NUMBER: _ClassVar[int]
    CATEGORY_FIELD_NUMBER: _ClassVar[int]
    span: Span
    term: str
    category: str
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., term: _Optional[str] = ..., category: _Optional[str] = ...) -> None: ...

class ClaimLevel(_message.Message):
    __slots__ = ("span", "level")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    span: Span
    level: str
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., level: _Optional[str] = ...) -> None: ...

class ClaimQualifier(_message.Message):
    __slots__ = ("span", "kind", "placement")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    PLACEMENT_FIELD_NUMBER: _ClassVar[int]
    span: Span
    kind: str
    placement: str
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., kind: _Optional[str] = ..., placement: _Optional[str] = ...) -> None: ...

class ClaimQuantity(_message.Message):
    __slots__ = ("span", "value", "unit", "direction", "comparator", "base_year")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    UNIT_FIELD_NUMBER: _ClassVar[int]
    DIRECTION_FIELD_NUMBER: _ClassVar[int]
    COMPARATOR_FIELD_NUMBER: _ClassVar[int]
    BASE_YEAR_FIELD_NUMBER: _ClassVar[int]
    span: Span
    value: str
    unit: str
    direction: str
    comparator: Span
    base_year: int
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., value: _Optional[str] = ..., unit: _Optional[str] = ..., direction: _Optional[str] = ..., comparator: _Optional[_Union[Span, _Mapping]] = ..., base_year: _Optional[int] = ...) -> None: ...

class ClaimLabel(_message.Message):
    __slots__ = ("span", "name")
    SPAN_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    span: Span
    name: str
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., name: _Optional[str] = ...) -> None: ...

class ProposedFact(_message.Message):
    __slots__ = ("path", "values", "record_index", "spans")
    PATH_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    RECORD_INDEX_FIELD_NUMBER: _ClassVar[int]
    SPANS_FIELD_NUMBER: _ClassVar[int]
    path: str
    values: _containers.RepeatedScalarFieldContainer[str]
    record_index: int
    spans: _containers.RepeatedCompositeFieldContainer[Span]
    def __init__(self, path: _Optional[str] = ..., values: _Optional[_Iterable[str]] = ..., record_index: _Optional[int] = ..., spans: _Optional[_Iterable[_Union[Span, _Mapping]]] = ...) -> None: ...

class UnscreenedSegment(_message.Message):
    __slots__ = ("span", "language_codes", "reason")
    class Reason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        REASON_UNSPECIFIED: _ClassVar[UnscreenedSegment.Reason]
        REASON_NO_LEXICON: _ClassVar[UnscreenedSegment.Reason]
        REASON_LANGUAGE_UNDETERMINED: _ClassVar[UnscreenedSegment.Reason]
    REASON_UNSPECIFIED: UnscreenedSegment.Reason
    REASON_NO_LEXICON: UnscreenedSegment.Reason
    REASON_LANGUAGE_UNDETERMINED: UnscreenedSegment.Reason
    SPAN_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODES_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    span: Span
    language_codes: _containers.RepeatedScalarFieldContainer[str]
    reason: UnscreenedSegment.Reason
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., language_codes: _Optional[_Iterable[str]] = ..., reason: _Optional[_Union[UnscreenedSegment.Reason, str]] = ...) -> None: ...

class MaskedSpan(_message.Message):
    __slots__ = ("span", "reason", "term")
    class Reason(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        REASON_UNSPECIFIED: _ClassVar[MaskedSpan.Reason]
        REASON_NAME: _ClassVar[MaskedSpan.Reason]
        REASON_COLOUR: _ClassVar[MaskedSpan.Reason]
        REASON_TECHNICAL_TERM: _ClassVar[MaskedSpan.Reason]
        REASON_OFFICIAL_MARK: _ClassVar[MaskedSpan.Reason]
        REASON_POLICY_CONTEXT: _ClassVar[MaskedSpan.Reason]
        REASON_REPORTED: _ClassVar[MaskedSpan.Reason]
        REASON_OUTWEIGHED: _ClassVar[MaskedSpan.Reason]
        REASON_WORSE: _ClassVar[MaskedSpan.Reason]
    REASON_UNSPECIFIED: MaskedSpan.Reason
    REASON_NAME: MaskedSpan.Reason
    REASON_COLOUR: MaskedSpan.Reason
    REASON_TECHNICAL_TERM: MaskedSpan.Reason
    REASON_OFFICIAL_MARK: MaskedSpan.Reason
    REASON_POLICY_CONTEXT: MaskedSpan.Reason
    REASON_REPORTED: MaskedSpan.Reason
    REASON_OUTWEIGHED: MaskedSpan.Reason
    REASON_WORSE: MaskedSpan.Reason
    SPAN_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    TERM_FIELD_NUMBER: _ClassVar[int]
    span: Span
    reason: MaskedSpan.Reason
    term: str
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., reason: _Optional[_Union[MaskedSpan.Reason, str]] = ..., term: _Optional[str] = ...) -> None: ...
