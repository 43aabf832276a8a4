from .basis_usage import ResultBases as ResultBases, unavoidable_bases as unavoidable_bases
from .closed_time import closed_period as closed_period
from .commitments import (
    KEY_BYTES as KEY_BYTES,
    MerkleInclusion as MerkleInclusion,
    MerkleTree as MerkleTree,
    commitment as commitment,
    prove_inclusion as prove_inclusion,
    salts as salts,
    trail_digest_of as trail_digest_of,
)
from .conclusion_summary import read_conclusion_summary as read_conclusion_summary
from .conclusions import (
    conclusion_word_key as conclusion_word_key,
    maximum_points_range as maximum_points_range,
    weakest_certainty as weakest_certainty,
)
from .dependency_trace import (
    Blocker as Blocker,
    DependencyTrace as DependencyTrace,
    OpenAnswer as OpenAnswer,
    trace_dependencies as trace_dependencies,
)
from .deserialization import (
    inputs_of as inputs_of,
    read_conclusion as read_conclusion,
    read_open_facts as read_open_facts,
    subject_of as subject_of,
    summary_of as summary_of,
)
from .erasure import (
    ErasureExtent as ErasureExtent,
    evidence_to_keep as evidence_to_keep,
    mismatched_steps_of as mismatched_steps_of,
    places_erased as places_erased,
    to_erasable_record as to_erasable_record,
)
from .evaluation_result import CompletedEvaluation as CompletedEvaluation, ResolvedFact as ResolvedFact
from .explanation_text import (
    ReadableSentences as ReadableSentences,
    SingleValueClauses as SingleValueClauses,
    Topic as Topic,
    distance_text as distance_text,
    merge_clauses_by_question as merge_clauses_by_question,
    support_text as support_text,
)
from .fact_origins import FactOriginText as FactOriginText
from .open_items import (
    FailedLookup as FailedLookup,
    criterion_title as criterion_title,
    missing_texts as missing_texts,
    missing_value_name_and_reason as missing_value_name_and_reason,
    open_item_title as open_item_title,
    outdated_evidence as outdated_evidence,
    reason_with_dates as reason_with_dates,
)
from .previous_evaluation import (
    EarlierEvaluation as EarlierEvaluation,
    PreviousRecord as PreviousRecord,
    facts_from_previous as facts_from_previous,
    fault_of as fault_of,
    fill_from_previous as fill_from_previous,
)
from .record_figures import number_code as number_code, read_code as read_code, rounded_figure as rounded_figure
from .rule_sentences import depends_on_conditions_only as depends_on_conditions_only, stage_label as stage_label
from .sentences import PeopleRenderer as PeopleRenderer, sentence_templates as sentence_templates
from .tables import with_table_certainty as with_table_certainty
from .trail_traversal import (
    ALTERNATIVES_STEP as ALTERNATIVES_STEP,
    CONCLUSION_STEP as CONCLUSION_STEP,
    STANDING_STEP as STANDING_STEP,
    TRACK_STEP as TRACK_STEP,
)
from .verify import (
    CHECK_NAMES as CHECK_NAMES,
    CHECK_OF_PREVIOUS as CHECK_OF_PREVIOUS,
    KnownVersionNames as KnownVersionNames,
    with_late_publication as with_late_publication,
)
