from .contracts.erased_records import read_record as read_record
from .engine.decide import decide as decide
from .engine.read_subject import SubjectReading as SubjectReading, read_subject as read_subject
from .language.canonical import to_canonical as to_canonical
from .language.compiler import Compilation as Compilation, compile_folder as compile_folder
from .model.dated_rules import dated_rules as dated_rules
from .model.diff import ScorecardDifference as ScorecardDifference, diff_scorecards as diff_scorecards
from .model.record_results import record_results as record_results
from .rehearsal.example_runner import reference_subject as reference_subject
from .rehearsal.legal_changes import LegalDifference as LegalDifference, legal_difference as legal_difference
from .rehearsal.mutation import MutationReport as MutationReport, mutate as mutate
from .rehearsal.publication import Publication as Publication, publish as publish
from .rehearsal.publication_check import CheckReport as CheckReport, check_folder as check_folder
from .trail.basis_usage import basis_usage as basis_usage
from .trail.commitments import commitments as commitments
from .trail.conclusion_summary import ConclusionSummary as ConclusionSummary, evaluate_to_summary as evaluate_to_summary
from .trail.dependency_trace import open_answers as open_answers
from .trail.evaluation import Evaluator as Evaluator, LazyRecord as LazyRecord
from .trail.explain import Explanation as Explanation, explain as explain
from .trail.open_items import reportable_lookups as reportable_lookups
from .trail.verify import CheckResult as CheckResult, VerificationCheck as VerificationCheck, verify as verify
