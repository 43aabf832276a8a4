from .build_cache import (
    find_cached as find_cached,
    has_build_cache as has_build_cache,
    set_build_cache as set_build_cache,
    source_digest as source_digest,
    store_cached as store_cached,
)
from .canonical import (
    Json as Json,
    canonical_bytes as canonical_bytes,
    digest as digest,
    unchecked_canonical_bytes as unchecked_canonical_bytes,
)
from .citations import format_citation as format_citation
from .dates import (
    FIRST_DAY as FIRST_DAY,
    LAST_DAY as LAST_DAY,
    DateError as DateError,
    Period as Period,
    add_days as add_days,
    add_months as add_months,
    parse_date as parse_date,
)
from .diagnostics import (
    MAIN_VARIANT as MAIN_VARIANT,
    Diagnostic as Diagnostic,
    Location as Location,
    Severity as Severity,
    escape_unprintable as escape_unprintable,
)
from .erased_records import ErasedRecord as ErasedRecord, read_erased as read_erased
from .error_texts import (
    error_message as error_message,
    field_problem as field_problem,
)
from .errors import (
    EngineDisagreement as EngineDisagreement,
    ErasedError as ErasedError,
    EvaluationCancelledError as EvaluationCancelledError,
    InputError as InputError,
    InstallationError as InstallationError,
    PlanError as PlanError,
    RuleSourceError as RuleSourceError,
    TouchstoneError as TouchstoneError,
    TrailError as TrailError,
    VersionError as VersionError,
    Violation as Violation,
    attempt as attempt,
)
from .extents import (
    ChoiceExtent as ChoiceExtent,
    ChoicesExtent as ChoicesExtent,
    Extent as Extent,
    NotApplicable as NotApplicable,
    NumberExtent as NumberExtent,
    PeriodExtent as PeriodExtent,
    RecordsExtent as RecordsExtent,
    records_of as records_of,
)
from .inputs import (
    Assurance as Assurance,
    DeclaredFact as DeclaredFact,
    DeclaredValue as DeclaredValue,
    EvidenceItem as EvidenceItem,
    EvidencePlace as EvidencePlace,
    FrozenModel as FrozenModel,
    Judgement as Judgement,
    Locator as Locator,
    PeriodText as PeriodText,
    PreviousValue as PreviousValue,
    Rating as Rating,
    Subject as Subject,
    Verification as Verification,
)
from .intervals import (
    UNBOUNDED as UNBOUNDED,
    Interval as Interval,
    point_interval as point_interval,
    total_of as total_of,
)
from .messages import (
    LANGUAGES as LANGUAGES,
    Label as Label,
    Message as Message,
    in_language as in_language,
    join_fragments as join_fragments,
    join_items as join_items,
    join_lines as join_lines,
    join_messages as join_messages,
    join_sentences as join_sentences,
    message_factory as message_factory,
)
from .numbers import (
    MAXIMUM_DIGITS as MAXIMUM_DIGITS,
    NEAR as NEAR,
    NumberError as NumberError,
    RoundingMode as RoundingMode,
    format_exact as format_exact,
    format_for_display as format_for_display,
    format_places as format_places,
    parse_decimal as parse_decimal,
    parse_decimal_or_ratio as parse_decimal_or_ratio,
    parse_exact as parse_exact,
    round_to as round_to,
    sum_of as sum_of,
)
from .outcomes import (
    BY_LADDER as BY_LADDER,
    NO_GRADE as NO_GRADE,
    ConclusionKind as ConclusionKind,
    MissingReason as MissingReason,
    Outcome as Outcome,
    Possibility as Possibility,
    UnknownReason as UnknownReason,
    Verdict as Verdict,
    all_of as all_of,
)
from .record import (
    Bounds as Bounds,
    Conclusion as Conclusion,
    ConclusionCertainty as ConclusionCertainty,
    CriterionResult as CriterionResult,
    EvaluatedFact as EvaluatedFact,
    Figure as Figure,
    Finding as Finding,
    GradeResult as GradeResult,
    LookupKeyWord as LookupKeyWord,
    MissingValue as MissingValue,
    NamedFigure as NamedFigure,
    OpenFact as OpenFact,
    Reason as Reason,
    Record as Record,
    RecordedStep as RecordedStep,
    RecordFigures as RecordFigures,
    RuleResult as RuleResult,
    SectionResult as SectionResult,
    SettingAlternative as SettingAlternative,
    StageResult as StageResult,
    TableUse as TableUse,
)
from .record_bytes import (
    RecordHead as RecordHead,
    WrittenRecord as WrittenRecord,
    WrittenSteps as WrittenSteps,
    read_complete_record as read_complete_record,
    read_head as read_head,
    read_uncommitted as read_uncommitted,
)
from .suggestions import (
    close_matches as close_matches,
    did_you_mean as did_you_mean,
    did_you_mean_or_known as did_you_mean_or_known,
)
from .toml_files import (
    package_file as package_file,
    parse_plurals as parse_plurals,
    read_toml as read_toml,
    wording_loader as wording_loader,
)
from .typesetting import typeset as typeset
from .units import (
    UnitError as UnitError,
    convert as convert,
    convertible_units as convertible_units,
    is_unit as is_unit,
    known_symbols as known_symbols,
    unit as unit,
)
