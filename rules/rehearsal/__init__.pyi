from .corrected_expectations import Correction as Correction, corrections as corrections
from .example_runner import (
    ExampleResult as ExampleResult,
    ReferenceCaseCache as ReferenceCaseCache,
    run_example as run_example,
)
from .legal_changes import (
    AffectedOutcomes as AffectedOutcomes,
    ChangeCategory as ChangeCategory,
    LegalChange as LegalChange,
)
from .mutation import (
    MutantRenderer as MutantRenderer,
    MutationTrials as MutationTrials,
    SurvivingMutant as SurvivingMutant,
)
from .pinning_examples import (
    PinningResult as PinningResult,
    TriedMutant as TriedMutant,
    find_pinning_examples as find_pinning_examples,
    try_mutants as try_mutants,
)
from .proposed_examples import ProposedExamples as ProposedExamples, propose_missing as propose_missing
from .publication import with_conflicts as with_conflicts
from .publication_check import (
    Rehearsal as Rehearsal,
    publishing_blockers as publishing_blockers,
    rehearsable_compilations as rehearsable_compilations,
)
