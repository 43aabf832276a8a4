"""Alternative readings of a claim, one for each undetermined claim type: facts, assumptions, contradictions.

An `Assumption` never replaces an input fact, and never makes a claim acceptable on its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from rules.claims.relevant_facts import CARBON, is_climate_effect
from rules.claims.screening.candidates import Candidate, TextSpan
from rules.claims.screening.proposals import FactProposal, ProposedFact, propose_plain_facts
from rules.claims.screening.vocabulary import card_name
from rules.contracts.inputs import DeclaredFact, DeclaredValue
from rules.model.scorecard import FactDefinition, FactType

FactValues = Mapping[str, tuple[str, ...]]
"""Values as words, by the name of the fact in the scorecards. A flag is `true` or `false`."""

CLAIM_TYPES, OFFSETS_USED = "claim_types", "offsets_used"
_BY_OFFSETS, _WITHOUT_OFFSETS = "neutral_offset", "neutral_no_offset"
_SIMPLE_TYPES = frozenset({FactType.CHOICE, FactType.CHOICES, FactType.FLAG, FactType.TEXT})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts that cannot both be true. `text` is True if the text states one of them."""

    code: str
    facts: tuple[str, str]
    text: bool


def alternative_readings(candidate: Candidate, proposal: FactProposal, stated: FactValues) -> tuple[FactValues, ...]:
    """Return the facts shown by the text, once for each claim type that it leaves undetermined.

    Input facts only settle the claim type and the use of offsets. A denied claim has no readings.
    """
    shown = {
        card_name(fact.path): fact.values
        for fact in proposal.facts
        if fact.record is None and _concerns(fact, candidate)
    }
    if candidate.negated:
        return ()
    if CLAIM_TYPES in stated:
        return (shown,)
    settled, possible = _types(candidate, stated)
    if not possible:
        return ({**shown, CLAIM_TYPES: settled} if settled else shown,)
    return tuple(_read_as(kind, settled, shown) for kind in possible)


def offsets_of_text(candidate: Candidate, proposal: FactProposal, of_text: Collection[ProposedFact] = ()) -> FactValues:
    """Return the fact on offset use if the text states it for this claim, otherwise an empty mapping."""
    matching_facts = (*(fact for fact in proposal.facts if _concerns(fact, candidate)), *of_text)
    return next(({OFFSETS_USED: fact.values} for fact in matching_facts if card_name(fact.path) == OFFSETS_USED), {})


def claim_types_of(candidate: Candidate, stated: FactValues) -> tuple[str, ...]:
    """Return every claim type that a candidate has or may have; none if it is denied."""
    if candidate.negated:
        return ()
    return stated.get(CLAIM_TYPES) or tuple(chain.from_iterable(_types(candidate, stated)))


def _types(candidate: Candidate, facts: FactValues) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if facts.get(OFFSETS_USED) == ("true",) and is_climate_effect(candidate):
        others = (kind for kind in candidate.possible_types if kind not in (_BY_OFFSETS, _WITHOUT_OFFSETS))
        return (*candidate.types, _BY_OFFSETS), tuple(others)
    possible = tuple(kind for kind in candidate.possible_types if is_possible_type(kind, facts))
    return candidate.types, possible or candidate.possible_types


def _concerns(fact: ProposedFact, candidate: Candidate) -> bool:
    if not fact.path.startswith("offsets.") or CARBON.intersection(candidate.kinds):
        return True
    sentence = candidate.sentence
    return any(sentence.start <= span.start and span.end <= sentence.end for span in fact.spans)


def is_possible_type(kind: str, stated: FactValues) -> bool:
    """Return whether a claim type is compatible with the stated use of offsets."""
    used = stated.get(OFFSETS_USED)
    if used is None or kind not in (_BY_OFFSETS, _WITHOUT_OFFSETS):
        return True
    return (kind == _BY_OFFSETS) is (used == ("true",))


def _read_as(kind: str, settled: tuple[str, ...], shown: FactValues) -> FactValues:
    read = {**shown, CLAIM_TYPES: (*settled, kind)}
    if kind == _BY_OFFSETS:
        read.setdefault(OFFSETS_USED, ("true",))
    return read


def to_declared_fact(definition: FactDefinition, values: tuple[str, ...]) -> DeclaredFact | None:
    """Convert words of the text to a fact of a scorecard. None if the scorecard has no such value.

    Numbers are not converted: a share in the text is not yet the measured quantity.
    """
    if definition.type not in _SIMPLE_TYPES:
        return None
    choices = {choice.id.lower(): choice.id for choice in definition.choices}
    known = tuple(choices[value.lower()] for value in values if value.lower() in choices)
    match definition.type:
        case FactType.FLAG:
            value = DeclaredValue(flag=values == ("true",))
        case FactType.TEXT:
            value = DeclaredValue(text=" ".join(values))
        case _ if len(known) < len(values):
            return None
        case FactType.CHOICES:
            value = DeclaredValue(choices=known)
        case _:
            value = DeclaredValue(choice=known[0])
    return DeclaredFact(id=definition.id, value=value)


def contradictions(stated: FactValues, shown: FactValues) -> tuple[Contradiction, ...]:
    """Return the contradictions within the input facts and between them and the text."""
    conflicts: list[Contradiction] = []
    both = {**shown, **stated}
    types = both.get(CLAIM_TYPES, ())
    if both.get(OFFSETS_USED) == ("false",):
        for name in _SHOWING_OFFSETS:
            if _shows_offsets(name, both.get(name)):
                conflicts.append(Contradiction("OFFSETS_DENIED", (OFFSETS_USED, name), name not in stated))
        if _BY_OFFSETS in types:
            conflicts.append(Contradiction("OFFSETS_DENIED", (OFFSETS_USED, CLAIM_TYPES), CLAIM_TYPES not in stated))
    if stated.get(OFFSETS_USED) == ("true",) and stated.get(_CREDITS) == ():
        conflicts.append(Contradiction("OFFSETS_WITHOUT_CREDITS", (OFFSETS_USED, _CREDITS), text=False))
    if OFFSETS_USED in stated and shown.get(OFFSETS_USED, stated[OFFSETS_USED]) != stated[OFFSETS_USED]:
        conflicts.append(Contradiction("TEXT_SAYS_OTHERWISE", (OFFSETS_USED, OFFSETS_USED), text=True))
    if _BY_OFFSETS in types and _WITHOUT_OFFSETS in types:
        conflicts.append(Contradiction("NEUTRAL_BOTH_WAYS", (CLAIM_TYPES, CLAIM_TYPES), CLAIM_TYPES not in stated))
    return tuple(conflicts)


_CREDITS = "offsets_credits"
_SHOWING_OFFSETS = (_CREDITS, "offsets_share_of_claim_pct", "offsets_text_on_medium", "lca_offsets_in_total")


def _shows_offsets(name: str, values: tuple[str, ...] | None) -> bool:
    if not values:
        return False
    return name == _CREDITS or values[0].strip(" %") not in ("false", "0", "0.0", "")


_TEXT_ITSELF = frozenset({"text", "language"})


@dataclass(frozen=True, slots=True)
class Assumption:
    """A fact assumed from the words in `spans`."""

    fact: str
    values: tuple[str, ...]
    spans: tuple[TextSpan, ...]


def read_with_assumptions(
    candidate: Candidate,
    proposal: FactProposal,
    stated: FactValues,
    not_assumed: Collection[str],
    of_text: Collection[ProposedFact] = (),
) -> tuple[tuple[FactValues, ...], tuple[Assumption, ...]]:
    """Return the readings of a claim and the assumptions made from its words, without facts in `not_assumed`.

    `of_text` are facts shown by the text as a whole.
    """
    plain = {card_name(fact.path): fact for fact in (*propose_plain_facts(candidate), *of_text)}
    plain_values = {name: fact.values for name, fact in plain.items()}
    by_types: dict[tuple[str, ...], FactValues] = {}
    offsets = {} if OFFSETS_USED in not_assumed else offsets_of_text(candidate, proposal, of_text)
    withdrawn = {name: () for name in not_assumed if name == CLAIM_TYPES}
    for read in alternative_readings(candidate, proposal, {**offsets, **stated, **withdrawn}):
        retained = {name: values for name, values in {**plain_values, **read}.items() if name not in not_assumed}
        by_types[retained.get(CLAIM_TYPES, ())] = retained
    readings = tuple(by_types.values())
    of_sentence = {card_name(fact.path): fact for fact in proposal.facts if fact.record is None}
    return readings, tuple(_assumptions(readings, {**of_sentence, **plain}, {*stated, *_TEXT_ITSELF}))


def _assumptions(
    readings: Iterable[FactValues], shown: Mapping[str, ProposedFact], known: Collection[str]
) -> Iterator[Assumption]:
    """Yield the facts of the readings that words show and that are not `known`."""
    values: dict[str, tuple[str, ...]] = {}
    for read in readings:
        values = {**read, **values}
    for name in dict.fromkeys(name for read in readings for name in read):
        if name in shown and shown[name].spans and name not in known:
            yield Assumption(name, values[name], shown[name].spans)


def without_assumptions(read: FactValues, assumed: Collection[Assumption], exempt: Collection[str]) -> FactValues:
    """Return a reading without its assumed facts, except its claim types and the facts in `exempt`."""
    dropped = {each.fact for each in assumed} - {CLAIM_TYPES, *exempt}
    return {name: values for name, values in read.items() if name not in dropped}
