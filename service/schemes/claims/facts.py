"""Which facts are there about claims, and is each given as its type wants?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.claims.jurisdictions import JURISDICTIONS
from rules.claims.screening.vocabulary import FACTS
from rules.contracts.messages import speaker
from rules.contracts.suggestions import meant
from rules.engine.read_values import Violations, read_scalar
from rules.model.definitions import Choice, FactDefinition, FactType
from service.reading.dossier.values import ValueReader
from service.reading.tree.nodes import Fields, Mapping, Scalar, Sequence
from service.schemes.claims.given import listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping as AnyMapping

    from service.gazette.versions import Gazette
    from service.reading.tree.nodes import Node
    from service.schemes.claims.given import Given, GivenFact
    from service.schemes.claims.refusals import Refusals

SHOWN = "display"
"""The fact that says when a claim is shown; it is asked for on its own, because its days select the rules."""
_say = speaker(__name__)
_SHOWN = 12
"""How many facts of a like name are told."""
_COUNTED = frozenset({"choice", "choices", "flag"})


def definitions(gazette: Gazette) -> dict[str, FactDefinition | None]:
    """Give every fact that a published card on claims or the claim model knows; none where its form is not known.

    Cards that share a fact declare it alike.
    """
    found: dict[str, FactDefinition | None] = {}
    for term in FACTS.values():
        if term.record is None:
            choices = tuple(Choice(id=value) for value in term.values)
            plain = FactDefinition(id=term.name, type=FactType(term.kind), choices=choices)
            found[term.name] = plain if term.kind in _COUNTED else None
    asked = {card for place in JURISDICTIONS.values() for card in place.cards}
    for card in gazette.card_ids():
        if card in asked:
            found |= {fact.id: fact for fact in gazette.newest(card).scorecard.facts}
    return found


def check_facts(
    given: Given,
    known: AnyMapping[str, FactDefinition | None],
    settled: frozenset[str],
    refusals: Refusals,
) -> None:
    """Note every fact that nobody knows, that is settled elsewhere, or that is not given as its type wants."""
    for sheet in given.sheets():
        for name, fact in sheet.facts.items():
            if name == SHOWN or name.startswith(f"{SHOWN}_"):
                refusals.note(fact.place, fact.field, "FACT_SHOWN", "WRONG_VALUE", option=refusals.names.shown)
            elif name in settled:
                refusals.note(fact.place, fact.field, "FACT_SETTLED", "WRONG_VALUE")
            elif name not in known:
                hint = _meant(name, known)
                refusals.note(fact.place, fact.field, "FACT_UNKNOWN", "UNKNOWN_KEY", name=name[:60], nearest=hint)
            elif (definition := known[name]) is not None:
                _check_value(definition, fact, refusals)


def check_names(names: Iterable[str], known: AnyMapping[str, object], refusals: Refusals) -> None:
    """Note every name of a fact not to be assumed that nobody knows."""
    for name in sorted(set(names) - known.keys()):
        nearest = _meant(name, known)
        refusals.note(None, refusals.names.not_assumed, "FACT_UNKNOWN", "UNKNOWN_KEY", name=name[:60], nearest=nearest)


def _meant(name: str, known: Iterable[str]) -> str:
    """Say which facts may be meant: those whose names have all its words, else the nearest, else where to find them."""
    words = set(name.replace(".", "_").split("_"))
    alike = [one for one in known if words <= set(one.replace(".", "_").split("_"))]
    return _say("FACTS_ALIKE", names=alike[:_SHOWN]) if alike else meant(name, known) or _say("FACTS_TOLD")


def _check_value(definition: FactDefinition, fact: GivenFact, refusals: Refusals) -> None:
    """Note a value that is not written, or not allowed, as the fact wants; once, with how it is wanted."""
    fields, violations = Fields(), Violations()
    node = listed(definition, fact.node)
    reader = ValueReader({}, fields)
    parts = reader.structured(definition, node, definition.id, ("value", "unit", "evidence", "not_applicable"))
    value = reader.read(definition, node, parts, definition.id)
    if not fields.problems and value.kind is not None:
        read_scalar(definition, value, definition.id, violations)
    if not fields.problems and not violations.found and value.kind is not None:
        return
    place = fact.place and _inner(parts.get("value", node)).place
    wanted, shown = refusals.wanted(definition), _shown(parts.get("value", node))
    if shown:
        refusals.note(place, fact.field, "VALUE", "WRONG_VALUE", found=shown, wanted=wanted)
    else:
        refusals.note(place, fact.field, "VALUE_FORM", "WRONG_TYPE", wanted=wanted)


def _inner(node: Node) -> Node:
    return node.items[0] if isinstance(node, Sequence) and node.items else node


def _shown(node: Node) -> str:
    """Write what was found, if it is short enough to be shown."""
    match node:
        case Scalar(text=text):
            return text[:40]
        case Sequence(items=items) if items and all(isinstance(item, Scalar) for item in items):
            return ", ".join(item.text for item in items if isinstance(item, Scalar))[:40]
        case Mapping() | Sequence():
            return ""
