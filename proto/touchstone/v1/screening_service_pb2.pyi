from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ScreeningConfidence(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SCREENING_CONFIDENCE_UNSPECIFIED: _ClassVar[ScreeningConfidence]
    SCREENING_CONFIDENCE_LOW: _ClassVar[ScreeningConfidence]
    SCREENING_CONFIDENCE_MEDIUM: _ClassVar[ScreeningConfidence]
    SCREENING_CONFIDENCE_HIGH: _ClassVar[ScreeningConfidence]
SCREENING_CONFIDENCE_UNSPECIFIED: ScreeningConfidence
SCREENING_CONFIDENCE_LOW: ScreeningConfidence
SCREENING_CONFIDENCE_MEDIUM: ScreeningConfidence
SCREENING_CONFIDENCE_HIGH: ScreeningConfidence

class ScreenClaimsRequest(_message.Message):
    __slots__ = ("text", "file", "language_codes", "trader_names")
    TEXT_FIELD_NUMBER: _ClassVar[int]
    FILE_FIELD_NUMBER: _ClassVar[int]
    LANGUAGE_CODES_FIELD_NUMBER: _ClassVar[int]
    TRADER_NAMES_FIELD_NUMBER: _ClassVar[int]
    text: str
    file: bytes
    language_codes: _containers.RepeatedScalarFieldContainer[str]
    trader_names: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, text: _Optional[str] = ..., file: _Optional[bytes] = ..., language_codes: _Optional[_Iterable[str]] = ..., trader_names: _Optional[_Iterable[str]] = ...) -> None: ...

class ScreenClaimsResponse(_message.Message):
    __slots__ = ("text", "candidate_claims", "unscreened_segments", "masked_spans", "screened_segments", "document_kind", "text_blocks", "left_out_counts")
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
    text: str
    candidate_claims: _containers.RepeatedCompositeFieldContainer[CandidateClaim]
    unscreened_segments: _containers.RepeatedCompositeFieldContainer[UnscreenedSegment]
    masked_spans: _containers.RepeatedCompositeFieldContainer[MaskedSpan]
    screened_segments: _containers.RepeatedCompositeFieldContainer[ScreenedSegment]
    document_kind: str
    text_blocks: _containers.RepeatedCompositeFieldContainer[TextBlock]
    left_out_counts: _containers.ScalarMap[str, int]
    def __init__(self, text: _Optional[str] = ..., candidate_claims: _Optional[_Iterable[_Union[CandidateClaim, _Mapping]]] = ..., unscreened_segments: _Optional[_Iterable[_Union[UnscreenedSegment, _Mapping]]] = ..., masked_spans: _Optional[_Iterable[_Union[MaskedSpan, _Mapping]]] = ..., screened_segments: _Optional[_Iterable[_Union[ScreenedSegment, _Mapping]]] = ..., document_kind: _Optional[str] = ..., text_blocks: _Optional[_Iterable[_Union[TextBlock, _Mapping]]] = ..., left_out_counts: _Optional[_Mapping[str, int]] = ...) -> None: ...

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
    __slots__ = ("span", "sentence", "language_code", "claim_types", "possible_claim_types", "confidence", "negated", "proposed_facts", "open_fact_paths", "categories", "lexicon_terms", "level", "asserted_scope", "superlative", "qualifiers", "quantities", "labels", "target_years")
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
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., sentence: _Optional[_Union[Span, _Mapping]] = ..., language_code: _Optional[str] = ..., claim_types: _Optional[_Iterable[str]] = ..., possible_claim_types: _Optional[_Iterable[str]] = ..., confidence: _Optional[_Union[ScreeningConfidence, str]] = ..., negated: _Optional[bool] = ..., proposed_facts: _Optional[_Iterable[_Union[ProposedFact, _Mapping]]] = ..., open_fact_paths: _Optional[_Iterable[str]] = ..., categories: _Optional[_Iterable[str]] = ..., lexicon_terms: _Optional[_Iterable[_Union[LexiconTerm, _Mapping]]] = ..., level: _Optional[_Union[ClaimLevel, _Mapping]] = ..., asserted_scope: _Optional[str] = ..., superlative: _Optional[bool] = ..., qualifiers: _Optional[_Iterable[_Union[ClaimQualifier, _Mapping]]] = ..., quantities: _Optional[_Iterable[_Union[ClaimQuantity, _Mapping]]] = ..., labels: _Optional[_Iterable[_Union[ClaimLabel, _Mapping]]] = ..., target_years: _Optional[_Iterable[int]] = ...) -> None: ...

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
    REASON_UNSPECIFIED: MaskedSpan.Reason
    REASON_NAME: MaskedSpan.Reason
    REASON_COLOUR: MaskedSpan.Reason
    REASON_TECHNICAL_TERM: MaskedSpan.Reason
    REASON_OFFICIAL_MARK: MaskedSpan.Reason
    REASON_POLICY_CONTEXT: MaskedSpan.Reason
    SPAN_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    TERM_FIELD_NUMBER: _ClassVar[int]
    span: Span
    reason: MaskedSpan.Reason
    term: str
    def __init__(self, span: _Optional[_Union[Span, _Mapping]] = ..., reason: _Optional[_Union[MaskedSpan.Reason, str]] = ..., term: _Optional[str] = ...) -> None: ...
