from .both_evaluators import oracle_source as oracle_source
from .cancellation import CancellationScope as CancellationScope, ShouldStop as ShouldStop, never_stop as never_stop
from .dependencies import Dependencies as Dependencies
from .expiry import (
    evidence_standings as evidence_standings,
    expiries as expiries,
    unproved_facts as unproved_facts,
)
from .grades import graded_rows as graded_rows
from .inference import Inference as Inference, InferenceQuestion as InferenceQuestion
from .inference_engine import InferenceEngine as InferenceEngine
from .invariance import AnswerInvariance as AnswerInvariance, DayBreaks as DayBreaks
from .network import Network as Network
from .plan import Plan as Plan, make_plan as make_plan
from .read_evidence import drop_unused_places as drop_unused_places
from .read_subject import (
    MAXIMUM_RECORDS as MAXIMUM_RECORDS,
    counting_values as counting_values,
    settle_ratings as settle_ratings,
)
from .read_values import MAXIMUM_TEXT as MAXIMUM_TEXT, Violations as Violations, read_scalar as read_scalar
from .shared_evaluation import SharedEvaluator as SharedEvaluator
from .verdicts import names_in_rule as names_in_rule, reported_verdict as reported_verdict
