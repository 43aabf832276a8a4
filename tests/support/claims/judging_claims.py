"""Claims judged under the published cards, with facts about all of them."""

import atexit
from datetime import date
from pathlib import Path

from rules.claims.jurisdictions import JURISDICTIONS
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.input.tree.nodes import Node, Scalar, Sequence
from service.input.tree.placed_errors import FilePosition
from service.schemes.claims.caller_facts import CallerFact, CallerFacts, FactsByName, to_card_value
from service.schemes.claims.claim_cards import load_cards
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


def judge(
    text: str, facts: dict[str, str], jurisdictions: tuple[str, ...] = MARKETS, *, languages: tuple[str, ...] = ()
) -> ClaimCheckResult:
    sheet = FactsByName({name: CallerFact(_node(name, value), name) for name, value in facts.items()})
    return judge_given(text, CallerFacts(options=sheet), jurisdictions, languages=languages)


def judge_given(
    text: str, caller_facts: CallerFacts, jurisdictions: tuple[str, ...] = MARKETS, *, languages: tuple[str, ...] = ()
) -> ClaimCheckResult:
    asked = ClaimCheckRequest(jurisdictions, as_of="2026-11-20", caller_facts=caller_facts, languages=languages)
    return judge_text(Document("text", text), asked, GAZETTE, EVALUATORS.conclude, ProblemCollector(NAMES))


def reference_facts(places: tuple[str, ...]) -> dict[str, str]:
    """Return the flags and choices of the compliant reference cases, except those of a single claim."""
    wanted = tuple(dict.fromkeys(card for place in places for card in JURISDICTIONS[place].cards))
    day = date(2026, 11, 20)
    cards = load_cards(GAZETTE, wanted, as_of=day, known="2026-12-01T00:00:00Z", refusals=ProblemCollector(NAMES))
    facts: dict[str, str] = {}
    for card in cards.values():
        for entry in card.scorecard.reference_case:
            if entry.value.flag is not None:
                facts.setdefault(entry.fact, "yes" if entry.value.flag else "no")
            elif entry.value.choice is not None:
                facts.setdefault(entry.fact, entry.value.choice)
    return {name: value for name, value in facts.items() if name not in _OF_ONE_CLAIM}


_OF_ONE_CLAIM = frozenset({"claim_types", "country", "language", "recognised_excellence", "reep_basis", "us_state"})


def _node(name: str, value: str) -> Node:
    if not value:
        return Sequence(_NOWHERE, [])
    return to_card_value(name, Scalar(_NOWHERE, value))
