"""Claims judged under the published cards, with facts about all of them."""

import atexit
from pathlib import Path

from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.reading.tree.nodes import Node, Scalar, Sequence
from service.reading.tree.problems import Place
from service.schemes.claims.documents.document import Document
from service.schemes.claims.given import CallerFacts, FactSheet, GivenFact, in_card_words
from service.schemes.claims.judging import Asked, Judged, judged
from service.schemes.claims.refusals import Refusals
from service.schemes.claims.sources import NAMES

SCORECARDS = Path(__file__).parents[3] / "scorecards"
MARKETS = ("EU-DE", "UK", "US")
_NOWHERE = Place(1, 1)
GAZETTE = Gazette(SCORECARDS)
EVALUATORS = Evaluators.beside(GAZETTE)
atexit.register(EVALUATORS.close)


def judge(text: str, facts: dict[str, str], jurisdictions: tuple[str, ...] = MARKETS) -> Judged:
    sheet = FactSheet({name: GivenFact(_node(name, value), name) for name, value in facts.items()})
    return judge_given(text, CallerFacts(options=sheet), jurisdictions)


def judge_given(text: str, given: CallerFacts, jurisdictions: tuple[str, ...] = MARKETS) -> Judged:
    asked = Asked(jurisdictions, as_of="2026-11-20", given=given)
    return judged(Document("text", text), asked, GAZETTE, EVALUATORS.conclude, Refusals(NAMES))


def _node(name: str, value: str) -> Node:
    if not value:
        return Sequence(_NOWHERE, [])
    return in_card_words(name, Scalar(_NOWHERE, value))
