"""Claims judged under the published cards, with facts about all of them."""

import atexit
from pathlib import Path

from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.input.tree.nodes import Node, Scalar, Sequence
from service.input.tree.placed_errors import FilePosition
from service.schemes.claims.caller_facts import CallerFacts, FactsByName, GivenFact, to_card_value
from service.schemes.claims.claim_check import ClaimCheckRequest, ClaimCheckResult, judge_text
from service.schemes.claims.documents.document import Document
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.sources import NAMES

SCORECARDS = Path(__file__).parents[3] / "scorecards"
MARKETS = ("EU-DE", "UK", "US")
_NOWHERE = FilePosition(1, 1)
GAZETTE = Gazette(SCORECARDS)
EVALUATORS = Evaluators.for_gazette(GAZETTE)
atexit.register(EVALUATORS.close)


def judge(text: str, facts: dict[str, str], jurisdictions: tuple[str, ...] = MARKETS) -> ClaimCheckResult:
    sheet = FactsByName({name: GivenFact(_node(name, value), name) for name, value in facts.items()})
    return judge_given(text, CallerFacts(options=sheet), jurisdictions)


def judge_given(text: str, caller_facts: CallerFacts, jurisdictions: tuple[str, ...] = MARKETS) -> ClaimCheckResult:
    asked = ClaimCheckRequest(jurisdictions, as_of="2026-11-20", given=caller_facts)
    return judge_text(Document("text", text), asked, GAZETTE, EVALUATORS.conclude, ProblemCollector(NAMES))


def _node(name: str, value: str) -> Node:
    if not value:
        return Sequence(_NOWHERE, [])
    return to_card_value(name, Scalar(_NOWHERE, value))
