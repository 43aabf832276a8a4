"""A small gazette of cards on claims: laws of the Union, of Germany and of the United Kingdom, and practice."""

from pathlib import Path

from rules.model.definitions import FactDefinition, FactType
from rules.model.expressions import DateExpression, IncludesClause
from rules.model.scorecard import Choice, DateLookup, DateRow, Scorecard, VerdictRule
from service.configuration.folders import CHECKOUT
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from tests.support.engine_card import LAW, choice, chosen, flag
from tests.support.verdict_card import day, rule, verdict_card

_KIND = choice("kind", "commercial", "mandatory_report")
_PRACTICE = Gazette(CHECKOUT / "scorecards").newest("green-claim-practice").scorecard
_TYPES = FactDefinition(
    id="claim_types",
    type=FactType.CHOICES,
    choices=tuple(
        Choice(id=choice.id) for fact in _PRACTICE.facts if fact.id == "claim_types" for choice in fact.choices
    ),
)
_FACTS = (
    _KIND,
    FactDefinition(id="display", type=FactType.PERIOD),
    _TYPES,
    flag("offsets_used").model_copy(update={"labels": {"en": "offsets used", "zh": "使用抵消"}}),
)
ADOPTED = DateExpression(name="adopted")


def includes(*types: str) -> IncludesClause:
    """Return a clause: the claim is of one of the types."""
    return IncludesClause(name="claim_types", values=types)


def claim_card(
    id: str, *rules: VerdictRule, facts: tuple[FactDefinition, ...] = (), adopted: bool = False
) -> Scorecard:
    """Build a card on commercial claims, with the structure of the published cards."""
    lookup = DateLookup(
        id="adopted",
        by=("country",),
        rows=(DateRow(keys=("DE",), value=day("2026-09-27"), basis=LAW),),
        otherwise="never",
        otherwise_basis=LAW,
    )
    plain = verdict_card(
        *rules, facts=(*_FACTS, *facts), governed_by="display", quantities=(lookup,) if adopted else ()
    )
    about = plain.card.model_copy(
        update={"id": id, "titles": {"en": id, "zh": id}, "not_assessed": ({"en": "fines", "zh": "罚款"},)}
    )
    applies = (chosen("kind", "commercial"),)
    return plain.model_copy(update={"card": about, "facts": (*_FACTS, *facts), "applies": applies})


def write_claim_cards(folder: Path) -> Path:
    """Publish the cards."""
    generic, by_offsets = (includes("generic"),), (includes("neutral_offset"), chosen("offsets_used", "yes"))
    cards = (
        claim_card(
            "green-claim-eu",
            rule("EU-1", "prohibited", by_offsets, first=ADOPTED),
            rule("EU-2", "misleading", (*generic, chosen("specified", "no")), first="2005-06-12"),
            facts=(choice("audience", "b2c", "b2b"), choice("country", "DE", "FI"), flag("specified")),
            adopted=True,
        ),
        claim_card("green-claim-de", rule("DE-1", "misleading", (includes("label"),), first="2024-06-27")),
        claim_card("green-claim-uk", rule("UK-1", "misleading", generic, first="2008-05-26", last="2026-12-31")),
        claim_card(
            "green-claim-practice",
            rule("P-1", "needs_evidence", (chosen("fresh", "no"),), first="2020-01-01"),
            facts=(flag("fresh"),),
        ),
    )
    for card in cards:
        write_version(folder, card, {}, publish_time="2021-01-01T00:00:00Z")
    return folder
