from .legal_changes import (
    AffectedOutcomes as AffectedOutcomes,
    ChangeCategory as ChangeCategory,
    LegalChange as LegalChange,
)
from .mutation import SurvivingMutant as SurvivingMutant
from .pinning_examples import PinningResult as PinningResult, find_pinning_examples as find_pinning_examples
from .proposed_examples import ProposedExamples as ProposedExamples, propose_missing as propose_missing
from .publication_check import publishing_blockers as publishing_blockers
