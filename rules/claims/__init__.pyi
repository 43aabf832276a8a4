from .assessment import (
    CONDEMNED as CONDEMNED,
    TEXT_FACTS as TEXT_FACTS,
    ClaimAssessment as ClaimAssessment,
    ClaimAssessor as ClaimAssessor,
    ClaimReadings as ClaimReadings,
    ClaimStatus as ClaimStatus,
    plainly_stated_values as plainly_stated_values,
    text_facts_near_claim as text_facts_near_claim,
    values_from_silence as values_from_silence,
    values_of_specific_comparison as values_of_specific_comparison,
)
from .circumstances import GOOD_FAITH as GOOD_FAITH, ExcludedCircumstances as ExcludedCircumstances
from .citations import (
    CitationQuery as CitationQuery,
    PrecedentSummary as PrecedentSummary,
    additional_citations as additional_citations,
    precedents as precedents,
)
from .claim_readings import (
    CLAIM_TYPES as CLAIM_TYPES,
    OFFSETS_USED as OFFSETS_USED,
    Assumption as Assumption,
    Contradiction as Contradiction,
    FactValues as FactValues,
    claim_types_of as claim_types_of,
    contradictions as contradictions,
    is_possible_type as is_possible_type,
    offsets_of_text as offsets_of_text,
    read_with_assumptions as read_with_assumptions,
    to_declared_fact as to_declared_fact,
    without_assumptions as without_assumptions,
)
from .composition import (
    CardAnswer as CardAnswer,
    ComposedVerdict as ComposedVerdict,
    OpenConditions as OpenConditions,
    RuleName as RuleName,
    compose as compose,
    days_of_change as days_of_change,
    facts_of_open_conditions as facts_of_open_conditions,
    overall_verdict as overall_verdict,
    split_period as split_period,
    to_card_answer as to_card_answer,
)
from .jurisdictions import (
    JURISDICTIONS as JURISDICTIONS,
    PRACTICE as PRACTICE,
    UNION as UNION,
    Jurisdiction as Jurisdiction,
)
from .prominence import (
    HiddenText as HiddenText,
    LanguageSpan as LanguageSpan,
    Link as Link,
    Manner as Manner,
    ObscuredSpan as ObscuredSpan,
    Presentation as Presentation,
    TextFinding as TextFinding,
    prominence_facts as prominence_facts,
)
from .relevant_facts import irrelevant_fact_values as irrelevant_fact_values, irrelevant_facts as irrelevant_facts
from .screening.assembly import facts_settled_by_absence as facts_settled_by_absence
from .screening.candidates import (
    BALANCES as BALANCES,
    HEAD_SEPARATOR as HEAD_SEPARATOR,
    Balance as Balance,
    Candidate as Candidate,
    CellHeads as CellHeads,
    MaskedWords as MaskedWords,
    MatchedLabel as MatchedLabel,
    MatchedLevel as MatchedLevel,
    MatchedTerm as MatchedTerm,
    Qualifier as Qualifier,
    Quantity as Quantity,
    ScreeningResult as ScreeningResult,
    Segment as Segment,
    TextSpan as TextSpan,
    UnflaggedSentence as UnflaggedSentence,
)
from .screening.folding import fold as fold
from .screening.labels import (
    file_name_words as file_name_words,
    imagery_in as imagery_in,
    labels_in_description as labels_in_description,
)
from .screening.languages import (
    SCREENED_LANGUAGES as SCREENED_LANGUAGES,
    check_covered as check_covered,
    han_language as han_language,
    similar_languages as similar_languages,
)
from .screening.proposals import (
    OF_GOODS as OF_GOODS,
    FactProposal as FactProposal,
    ProposedFact as ProposedFact,
    propose_facts as propose_facts,
)
from .screening.screen import screen as screen
from .screening.screening_sources import (
    ScreeningSource as ScreeningSource,
    screening_sources as screening_sources,
)
from .screening.vocabulary import FACT_TERMS as FACT_TERMS, card_name as card_name
from .specifics import refined as refined
from .what_if import (
    CardRules as CardRules,
    SupposedValues as SupposedValues,
    WhatIfVerdicts as WhatIfVerdicts,
    evaluate_supposed as evaluate_supposed,
)
from .whole_text import (
    findings_of_text as findings_of_text,
    offset_facts as offset_facts,
    quoted_claim as quoted_claim,
    unworded_claim as unworded_claim,
)
