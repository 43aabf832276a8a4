"""Assessment of a claim from its text alone: one of five levels, and the proof that it lacks.

Facts that no text shows have the values of the scorecard's reference case, where everything is in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import Field

from rules.claims.claim_readings import CLAIM_TYPES, OFFSETS_USED, FactValues
from rules.claims.composition import CardAnswer, ComposedVerdict, RuleName, overall_verdict
from rules.claims.jurisdictions import PRACTICE
from rules.claims.relevant_facts import ON_CARBON
from rules.claims.screening.candidates import (
    CLAIM_TYPES as KNOWN_TYPES,
    NEUTRAL_TYPES,
    Candidate,
    Level,
    Quantity,
)
from rules.claims.screening.folding import fold
from rules.claims.screening.proposals import ProposedFact
from rules.claims.screening.toml_validation import TomlSource
from rules.claims.specifics import (
    OWN_LEVELS,
    SpecificContent,
    is_self_evident,
    known_signs,
    signs_of_proof,
    specific_content,
)
from rules.claims.what_if import SupposedValues, WhatIfVerdicts
from rules.contracts.dates import Period
from rules.contracts.inputs import DeclaredFact, FrozenModel
from rules.contracts.outcomes import Outcome, Verdict

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard


class ClaimStatus(StrEnum):
    """Status of a claim assessed by its text alone, worst first."""

    PROHIBITED_AS_IT_STANDS = "prohibited_as_it_stands"
    MISLEADING_AS_IT_STANDS = "misleading_as_it_stands"
    FORBIDDEN_UNLESS_SHOWN = "forbidden_unless_shown"
    TO_BE_DOCUMENTED = "to_be_documented"
    FINE = "fine"


CONDEMNED = (ClaimStatus.PROHIBITED_AS_IT_STANDS, ClaimStatus.MISLEADING_AS_IT_STANDS)
_SCALE = tuple(ClaimStatus)
_FAULTS = {
    Verdict.PROHIBITED: ClaimStatus.PROHIBITED_AS_IT_STANDS,
    Verdict.MISLEADING: ClaimStatus.MISLEADING_AS_IT_STANDS,
}
_NOT_ALLOWED_YET = (*_FAULTS, Verdict.NEEDS_EVIDENCE)


@dataclass(frozen=True, slots=True)
class ClaimAssessment:
    """Status of a claim, with the rules behind it.

    `coming` are rules not yet in force that would worsen the status to `later`.
    """

    standing: ClaimStatus
    rules: tuple[RuleName, ...] = ()
    unless: str | None = None
    coming: tuple[RuleName, ...] = ()
    later: ClaimStatus | None = None


class _RequiredProof(FrozenModel):
    fact: Annotated[str, Field(min_length=1)]
    missing: Annotated[str, Field(min_length=1)]
    types: frozenset[str] = frozenset()
    also: dict[str, str] = {}
    signs: frozenset[str] = frozenset()
    levels: frozenset[Level] = frozenset()


class _StatedFacts(FrozenModel):
    facts: Annotated[dict[str, str], Field(min_length=1)]
    types: frozenset[str] = frozenset()

    def are_stated(self, stated: FactValues, kinds: frozenset[str]) -> bool:
        """Return whether all facts are stated about a claim of these types."""
        concerns = not self.types or bool(kinds & self.types)
        return concerns and all(_states(stated, fact, value) for fact, value in self.facts.items())


class _StandingFile(FrozenModel):
    to_show: tuple[_RequiredProof, ...]
    explained: dict[str, str] = {}
    unproven: tuple[_StatedFacts, ...] = ()
    proof: tuple[_StatedFacts, ...] = ()


def read_required_proofs(form: TomlSource) -> _StandingFile:
    """Read the proofs required for each kind of claim, in order of priority, and the facts that settle a status.

    Raises:
        ClaimLexiconError: If the file is invalid.
    """
    table = form.read(_StandingFile)
    parts: dict[str, tuple[_RequiredProof | _StatedFacts, ...]] = {
        "to_show": table.to_show,
        "unproven": table.unproven,
        "proof": table.proof,
    }
    for part, entries in parts.items():
        for number, entry in enumerate(entries):
            for kind in sorted(entry.types.difference(KNOWN_TYPES)):
                form.blame((part, number, "types"), f"names {kind!r}, which is no claim type")
    for number, proof in enumerate(table.to_show):
        for sign in sorted(proof.signs - known_signs() - _SIGNS_OF_CLAIM):
            form.blame(("to_show", number, "signs"), f"names {sign!r}, which is no sign of specifics.toml")
    form.settle()
    return table


_SIGNS_OF_CLAIM = frozenset({"figure", "share"})
_FACTS = read_required_proofs(TomlSource.of("standing.toml", "rules.claims"))
TO_SHOW: tuple[_RequiredProof, ...] = _FACTS.to_show

_NO_EXCELLENCE = ("no_basis",)
_OVERRIDES: SupposedValues = {"reep_basis": _NO_EXCELLENCE, "audience": ("b2c",)}
"""Overrides of the reference case: no recognised excellent environmental performance, a consumer audience."""


def _reference_case_values(scorecards: Iterable[Scorecard]) -> SupposedValues:
    """Return the values of the reference cases; missing values, numbers and dates become NOT_MET."""
    case_values: SupposedValues = {}
    for scorecard in scorecards:
        for entry in scorecard.reference_case:
            case_values.setdefault(entry.fact, _supposed_value(DeclaredFact(id=entry.fact, value=entry.value)))
    return {**case_values, **_OVERRIDES}


def _supposed_value(fact: DeclaredFact) -> tuple[str, ...] | Outcome:
    value = fact.value
    if value is None:
        return Outcome.NOT_MET
    if value.flag is not None:
        return ("yes",) if value.flag else ("no",)
    if value.choice is not None:
        return (value.choice,)
    return value.choices if value.choices is not None else Outcome.NOT_MET


_VAGUE_TYPES = frozenset({"generic", "social_mix", "absolute", "name", "imagery_only"})
_DEGRADES = frozenset({"degradable", "compostable"})
_SELF_EXPLANATORY_TYPES = frozenset({
    "recycled_content", "recyclable", "compostable", "renewable_energy", "quantified_pcf", "free_of", "durability",
    "repairability", "specific_attribute", "legal_requirement",
})  # fmt: skip
_FIGURE = re.compile(r"\d")
_REMOTE_PLACEMENTS = ("linked_url", "qr")


def _kinds_on_medium(candidate: Candidate) -> frozenset[str]:
    return frozenset(each.kind for each in candidate.qualifiers if each.placement not in _REMOTE_PLACEMENTS)


def _is_explained(
    candidate: Candidate, types: frozenset[str], sentence_types: frozenset[str], content: SpecificContent
) -> bool:
    words = _kinds_on_medium(candidate)
    if types & NEUTRAL_TYPES and "future" in types:
        return True  # a target is explained by its plan, a fact of its own
    if types & NEUTRAL_TYPES:
        explaining = {"method", "part", "condition"} if _is_about_trader(candidate) else _EXPLAINS_NEUTRALITY
        return bool(words & explaining)
    if types & _DEGRADES:
        return bool(words & {"method", "condition"})
    if "avoided_handprint" in types or ("comparative" in types and not types & _VAGUE_TYPES):
        return content.is_specific and (content.base or "method" in words)
    if types & (_VAGUE_TYPES | _MEASURED_TYPES):
        return "method" in words or _specifies_benefit(candidate, types, sentence_types, content)
    return True


_MEASURED_TYPES = frozenset({"renewable_material", "energy_efficiency"})
"""Types with words that name the subject of a share, as in "80 % plant-based"."""
_CLIMATE_TYPES = frozenset({"renewable_energy", "quantified_pcf"})


def _specifies_benefit(
    candidate: Candidate, types: frozenset[str], sentence_types: frozenset[str], content: SpecificContent
) -> bool:
    """Return whether a figure or specific claim in the sentence covers the benefit of a vague word.

    A share of recycled material specifies "eco-friendly", but no effect on the climate. Quantities such as "250 g"
    specify nothing, nor does a share of the vague word itself, as in "100 % eco-friendly". Our own interpretation.
    """
    is_measured, types = bool(types & _MEASURED_TYPES), types | sentence_types
    is_named = content.aspect or not types.isdisjoint(_MEASURED_TYPES)
    amounts = [
        number
        for number in candidate.numbers
        if number.direction is not None
        or (number.unit == "%" and is_named and (is_measured or not _is_share_of_word(number, candidate)))
    ]
    if ON_CARBON.search(fold(candidate.quote).text) is None:
        return bool(amounts or _carbon_amounts(candidate) or types & _SELF_EXPLANATORY_TYPES)
    compared = any(number.direction is not None for number in amounts)
    return bool(compared or _carbon_amounts(candidate) or types & _CLIMATE_TYPES)


def _is_share_of_word(number: Quantity, candidate: Candidate) -> bool:
    """Return whether a share is a part of a claim, or directly before it."""
    return candidate.start - 1 <= number.end <= candidate.end


def _carbon_amounts(candidate: Candidate) -> list[Quantity]:
    return [number for number in candidate.numbers if "CO2" in number.unit or number.unit.endswith("wh")]


_EXPLAINS_NEUTRALITY = frozenset({"offset", "method", "part", "condition"})


def _is_about_trader(candidate: Candidate) -> bool:
    return candidate.level is not None and candidate.level.level in OWN_LEVELS


def _values_from_text(
    candidate: Candidate, types: Iterable[str], sentence_types: frozenset[str], stated: FactValues | None = None
) -> SupposedValues:
    kinds, content, known = frozenset(types), specific_content(candidate), stated or {}
    explained = _is_explained(candidate, kinds, sentence_types, content) or _states_any(known, _FACTS.explained)
    answer = _yes_or_no(explained)
    values: SupposedValues = {
        "specification": ("same_medium" if explained else _place_of_explanation(candidate),),
        "basis_in_claim": answer,
        "qualified_prominently": answer,
    }
    if _is_specific_comparison(candidate, kinds):
        values = dict(_SPECIFIED)
    if candidate.superlative and kinds & _VAGUE_TYPES and not explained:
        values |= {"absolute_wording": ("yes",), "absolute_wording_proved": ("no",)}
    if "social_mix" in kinds:
        values["reep_relevant_to_whole_claim"] = ("no",)  # recital 10: no social aspects
    if kinds & _DEGRADES:
        values |= dict.fromkeys(("degradation_kind_stated", "compost_facilities_disclosed"), answer)
        if "degradable" in kinds:
            values["degrades_within_year"] = answer
    if "future" in kinds and kinds & NEUTRAL_TYPES and candidate.level is None:
        values["subject_level"] = ("trader",)  # without a named subject, the trader is to become neutral
    if "comparative" in kinds:
        values["source_reduction_amount_stated"] = _yes_or_no(explained or (content.figure and content.base))
        values |= {"figures_quoted": ("yes",)} if content.figure else {}
        values["figures_sourced"] = _yes_or_no(content.year or "method" in _kinds_on_medium(candidate))
    if "renewable_energy" in kinds:
        values["renewable_source_and_share_stated"] = _yes_or_no(_states_share(candidate))
    if "recyclable" in kinds:
        limited = _kinds_on_medium(candidate) & {"part", "condition"} or content.stream
        values["access_share_stated"] = _yes_or_no(limited or known.get("facilities_where_shown") == ("widely",))
    if "label" in kinds:
        values["seal_basis_stated"] = _yes_or_no(candidate.labels or "method" in _kinds_on_medium(candidate))
    return values | _values_of_named_sources(candidate, kinds)


def _values_of_named_sources(candidate: Candidate, kinds: frozenset[str]) -> SupposedValues:
    signs = signs_of_proof(candidate.sentence.quote, candidate.language)
    return {fact: ("yes",) for kind, sign, fact in _NAMED_SOURCES if kind in kinds and sign in signs}


_NAMED_SOURCES = (
    ("comparative", "source", "figures_sourced"),
    ("label", "certificate", "seal_basis_stated"),
    ("recyclable", "households", "access_share_stated"),
)
"""Claim types, signs of proof, and the facts about the text that these signs establish."""


def _place_of_explanation(candidate: Candidate) -> str:
    away = any(each.placement in _REMOTE_PLACEMENTS for each in candidate.qualifiers)
    return "elsewhere_only" if away else "none"


def _yes_or_no(condition: object) -> tuple[str]:
    return ("yes",) if condition else ("no",)


_AS_FLAG: dict[tuple[str, ...], tuple[str, ...]] = {("yes",): ("true",), ("no",): ("false",)}
_SPECIFIED: dict[str, tuple[str, ...]] = {
    "specification": ("same_medium",), "basis_in_claim": ("yes",), "qualified_prominently": ("yes",),
}  # fmt: skip
"""Values of a statement with a figure or about one aspect: without a basis it omits information, but is not vague."""


def _is_specific_comparison(candidate: Candidate, kinds: frozenset[str]) -> bool:
    return "comparative" in kinds and not kinds & _VAGUE_TYPES and specific_content(candidate).is_specific


def values_of_specific_comparison(candidate: Candidate, types: Iterable[str]) -> FactValues:
    """Return the facts on vague words, which do not concern a comparison with a figure or of one aspect."""
    if candidate.negated or not _is_specific_comparison(candidate, frozenset(types)):
        return {}
    return {fact: _AS_FLAG.get(values, values) for fact, values in _SPECIFIED.items()}


def _states_any(stated: FactValues, wanted: dict[str, str]) -> bool:
    return any(_states(stated, fact, value) for fact, value in wanted.items())


def _states(stated: FactValues, fact: str, value: str) -> bool:
    values = tuple(_AS_CHOICE.get(each, each) for each in stated.get(fact, ()))
    return values == (value,)


_AS_CHOICE = {"true": "yes", "false": "no"}


def plainly_stated_values(candidate: Candidate, types: Iterable[str], sentence_types: frozenset[str]) -> SupposedValues:
    """Return the text values that meet a requirement. Empty without types and for neutrality claims."""
    wanting = (("no",), ("none",), ("elsewhere_only",))
    if not (kinds := frozenset(types)) or kinds & NEUTRAL_TYPES:
        return {}
    return {
        fact: value
        for fact, value in _values_from_text(candidate, kinds, sentence_types).items()
        if value not in wanting
    }


TEXT_FACTS = frozenset({
    "specification", "basis_in_claim", "degradation_kind_stated", "source_reduction_amount_stated", "figures_sourced",
    "seal_basis_stated", "recycled_share_stated", "figures_quoted", "absolute_wording",
})  # fmt: skip
"""Facts about the text itself. Its words prove these facts, but only suggest other facts."""
_PROMINENT = ("same_sentence", "adjacent", "footnote")


def text_facts_near_claim(
    candidate: Candidate, types: Iterable[str], sentence_types: frozenset[str]
) -> Iterator[ProposedFact]:
    """Yield the text facts proved by a method or comparison base stated near the claim."""
    spans = [each.plain for each in candidate.qualifiers if each.kind == "method" and each.placement in _PROMINENT]
    spans += [each.plain for each in candidate.numbers if each.comparator is not None or each.base_year is not None]
    if candidate.negated or not spans:
        return
    for fact, value in plainly_stated_values(candidate, types, sentence_types).items():
        if fact in TEXT_FACTS and isinstance(value, tuple):
            values = ("true",) if value == ("yes",) else value
            yield ProposedFact(path=fact, values=values, spans=tuple(spans))


_PARTS = frozenset({"part", "condition"})


def values_from_silence(candidate: Candidate, types: Iterable[str]) -> FactValues:
    """Return the facts that follow from missing words. They never make a claim acceptable."""
    words, kinds = frozenset(each.kind for each in candidate.qualifiers), frozenset(types)
    values: dict[str, tuple[str, ...]] = {}
    if not words & _PARTS and candidate.asserted_scope is None:
        values["subject_asserted_scope"] = ("whole",)
    if kinds and kinds <= _DEGRADES and not words:
        values["qualified_prominently"] = ("false",)
    return values


def _states_share(candidate: Candidate) -> bool:
    return candidate.asserted_scope is not None or any(number.unit == "%" for number in candidate.numbers)


def _is_shown(proof: _RequiredProof, candidate: Candidate) -> bool:
    """Return whether the words of a sentence show a proof, which is then only to be documented."""
    signs = set(signs_of_proof(candidate.sentence.quote, candidate.language))
    signs |= {"figure"} if _FIGURE.search(candidate.sentence.quote) else set()
    signs |= {"share"} if _states_share(candidate) else set()
    return not proof.signs.isdisjoint(signs)


class ClaimAssessor:
    """Assessor of claims, based on the answers of the scorecards."""

    def __init__(self, supposing: WhatIfVerdicts, scorecards: Iterable[Scorecard]) -> None:
        self._supposing = supposing
        self._narrowed_cache: dict[tuple[object, ...], tuple[tuple[ComposedVerdict, ...], tuple[Verdict, ...]]] = {}
        self._in_order = _reference_case_values(scorecards)

    def at_worst(
        self, parts: tuple[ComposedVerdict, ...], readings: Sequence[Sequence[CardAnswer]], aside: SupposedValues
    ) -> tuple[tuple[ComposedVerdict, ...], tuple[Verdict, ...]]:
        """Return the parts and the overall possible verdicts, narrowed by the excluded circumstances."""
        key = (*map(id, parts), *map(id, (answer for reading in readings for answer in reading)), *aside.items())
        if key not in self._narrowed_cache:
            narrowed = tuple(self._narrowed(part, readings, aside) for part in parts)
            self._narrowed_cache[key] = narrowed, overall_verdict(narrowed)[1]
        return self._narrowed_cache[key]

    def _narrowed(
        self, part: ComposedVerdict, readings: Sequence[Sequence[CardAnswer]], excluded: SupposedValues
    ) -> ComposedVerdict:
        if part.verdict is None:
            return part
        remaining = self._supposing.possible(readings, [part.part], excluded)
        if remaining[0].rank > part.verdict.rank:  # an exclusion never makes it milder
            return part
        return replace(
            part,
            possible=tuple(verdict for verdict in part.possible if verdict in remaining or verdict is part.verdict),
        )

    def of(
        self,
        claim: ClaimReadings,
        readings: Sequence[Sequence[CardAnswer]],
        judged: Sequence[Period],
        verdict: Verdict | None,
    ) -> ClaimAssessment | None:
        if verdict is None or verdict is Verdict.OUT_OF_SCOPE or not judged:
            return None
        assessed_readings = [
            self._assess_reading(claim, number, reading, judged) for number, reading in enumerate(readings)
        ]
        current = self._current_assessment(claim, assessed_readings, readings, judged, verdict)
        coming = self._worst_pending(min(assessed_readings, key=lambda assessed: assessed.rank), readings)
        later = _FAULTS.get(coming[0], ClaimStatus.FINE) if coming else ClaimStatus.FINE
        if coming is None or _SCALE.index(later) >= _SCALE.index(current.standing):
            return current
        return replace(current, coming=coming[1], later=later)

    def _worst_pending(
        self, read: _AssessedReading, readings: Sequence[Sequence[CardAnswer]]
    ) -> tuple[Verdict, tuple[RuleName, ...]] | None:
        coming_rules = self._supposing.pending_rules_met(readings[read.number], read.supposed)
        worst = min((verdict for verdict, _ in coming_rules), key=lambda candidate: candidate.rank, default=None)
        return None if worst is None else (worst, tuple(name for verdict, name in coming_rules if verdict is worst))

    def _current_assessment(
        self,
        claim: ClaimReadings,
        assessed_readings: Sequence[_AssessedReading],
        readings: Sequence[Sequence[CardAnswer]],
        judged: Sequence[Period],
        verdict: Verdict,
    ) -> ClaimAssessment:
        worst, mildest = (
            min(assessed_readings, key=lambda assessed: assessed.rank),
            max(assessed_readings, key=lambda assessed: assessed.rank),
        )
        if verdict not in _FAULTS and claim.is_self_evident:
            return ClaimAssessment(ClaimStatus.FINE)
        if worst.verdict in _FAULTS and mildest.verdict not in _FAULTS:
            if claim.by_offsets(worst.number) != claim.by_offsets(mildest.number):
                return self._forbidden_unless_shown(worst, OFFSETS_USED, readings, judged)
            worst = mildest
        if worst.verdict in _FAULTS:
            return ClaimAssessment(_FAULTS[worst.verdict], self._deciding_rules(worst, readings, judged))
        if claim.is_unproven(worst.number):
            return ClaimAssessment(ClaimStatus.MISLEADING_AS_IT_STANDS, self._deciding_rules(worst, readings, judged))
        return self._assess_acceptable_wording(claim, worst, readings, judged, verdict)

    def _assess_reading(
        self, claim: ClaimReadings, number: int, reading: Sequence[CardAnswer], judged: Sequence[Period]
    ) -> _AssessedReading:
        supposed = {**self._in_order, **claim.stated_values(number)}
        verdict = self._worst_verdict(reading, judged, supposed)
        if verdict not in _FAULTS and claim.omits_basis(number):
            supposed["nothing_important_omitted"] = ("no",)
            verdict = self._worst_verdict(reading, judged, supposed)
        return _AssessedReading(number, verdict, supposed)

    def _worst_verdict(
        self, reading: Sequence[CardAnswer], judged: Sequence[Period], supposed: SupposedValues
    ) -> Verdict:
        return self._supposing.possible([reading], judged, supposed)[0]

    def _assess_acceptable_wording(
        self,
        claim: ClaimReadings,
        read: _AssessedReading,
        readings: Sequence[Sequence[CardAnswer]],
        judged: Sequence[Period],
        verdict: Verdict,
    ) -> ClaimAssessment:
        reading = readings[read.number]
        for proof in claim.to_show(read.number):
            missing: SupposedValues = {**read.supposed, proof.fact: (proof.missing,)}
            missing |= {fact: (value,) for fact, value in proof.also.items()}
            worst = self._worst_verdict(reading, judged, missing)
            if worst in _NOT_ALLOWED_YET and worst.rank <= read.verdict.rank and self._reads(reading, proof.fact):
                worse = _AssessedReading(read.number, worst, missing)
                if worst is not read.verdict or self._deciding_rules(worse, readings, judged) != self._deciding_rules(
                    read, readings, judged
                ):
                    return self._forbidden_unless_shown(worse, proof.fact, readings, judged)
        if read.verdict is Verdict.NEEDS_EVIDENCE:
            unstated = {fact: self._in_order.get(fact, ("yes",)) for fact in claim.unsaid(read.number)}
            for fact, cure in (
                *((fact, {fact: value}) for fact, value in unstated.items()),
                *_as_single_entry(unstated),
            ):
                if self._worst_verdict(reading, judged, {**read.supposed, **cure}).rank > read.verdict.rank:
                    return self._forbidden_unless_shown(read, fact, readings, judged)
        acceptable = read.verdict.rank > Verdict.NEEDS_EVIDENCE.rank
        if verdict.rank > Verdict.NEEDS_EVIDENCE.rank or (acceptable and claim.is_proven(read.number, self._in_order)):
            return ClaimAssessment(ClaimStatus.FINE)
        return ClaimAssessment(ClaimStatus.TO_BE_DOCUMENTED)

    def _forbidden_unless_shown(
        self, read: _AssessedReading, fact: str, readings: Sequence[Sequence[CardAnswer]], judged: Sequence[Period]
    ) -> ClaimAssessment:
        return ClaimAssessment(ClaimStatus.FORBIDDEN_UNLESS_SHOWN, self._deciding_rules(read, readings, judged), fact)

    def _reads(self, reading: Sequence[CardAnswer], fact: str) -> bool:
        return any(self._supposing.reads(answer, fact) for answer in reading)

    def _deciding_rules(
        self, read: _AssessedReading, readings: Sequence[Sequence[CardAnswer]], judged: Sequence[Period]
    ) -> tuple[RuleName, ...]:
        """Return the rules met by the facts alone, or else with the supposed values; first of law, then of practice."""
        met = [
            self._supposing.rules_met(readings[read.number], judged, read.verdict, supposed)
            for supposed in ({}, read.supposed)
        ]
        of_law = [tuple(name for name in rule_names if name.card != PRACTICE) for rule_names in met]
        return next(filter(None, (*of_law, *met)), ())


def _as_single_entry(unstated: SupposedValues) -> Iterator[tuple[str, SupposedValues]]:
    if unstated:
        yield next(iter(unstated)), unstated


class _AssessedReading(NamedTuple):
    number: int
    verdict: Verdict
    supposed: SupposedValues

    @property
    def rank(self) -> int:
        return self.verdict.rank


class ClaimReadings(NamedTuple):
    """A claim, its alternative readings, the types of the other claims in its sentence, and the caller's facts."""

    candidate: Candidate
    readings: tuple[FactValues, ...]
    sentence_types: frozenset[str] = frozenset()
    stated: FactValues = {}

    def types(self, number: int) -> tuple[str, ...]:
        return self.readings[number].get(CLAIM_TYPES, ())

    def by_offsets(self, number: int) -> bool:
        return self.readings[number].get(OFFSETS_USED) == ("true",)

    def stated_values(self, number: int) -> SupposedValues:
        return _values_from_text(self.candidate, self.types(number), self.sentence_types, self.stated)

    def omits_basis(self, number: int) -> bool:
        kinds, content = frozenset(self.types(number)), specific_content(self.candidate)
        if not kinds & {"generic", "social_mix", "comparative"} or _states_any(self.stated, _FACTS.explained):
            return False
        if self.stated.get("reep_basis", _NO_EXCELLENCE) != _NO_EXCELLENCE:
            return False  # recognised excellence allows the word, if it is relevant
        return not _is_explained(self.candidate, kinds, self.sentence_types, content)

    def unsaid(self, number: int) -> Iterator[str]:
        return (
            fact
            for fact, value in self.stated_values(number).items()
            if value in (("no",), ("none",), ("elsewhere_only",))
        )

    def to_show(self, number: int) -> Iterator[_RequiredProof]:
        types, level = frozenset(self.types(number)), self.candidate.level
        for proof in TO_SHOW:
            concerns = bool(types & proof.types) if proof.types else "absolute_wording" in self.readings[number]
            if proof.levels and (level is None or level.level not in proof.levels):
                continue
            if concerns and not _is_shown(proof, self.candidate):
                yield proof

    @property
    def is_self_evident(self) -> bool:
        kinds = frozenset(kind for number in range(len(self.readings)) for kind in self.types(number))
        unproven = any(self.is_unproven(number) for number in range(len(self.readings)))
        return not unproven and is_self_evident(self.candidate, kinds)

    def is_unproven(self, number: int) -> bool:
        """Return whether the caller states that a proof of the claim is missing."""
        kinds = frozenset(self.types(number))
        return any(facts.are_stated(self.stated, kinds) for facts in _FACTS.unproven)

    def is_proven(self, number: int, in_order: SupposedValues) -> bool:
        """Return whether the caller's facts prove the claim, and none of them is adverse."""
        kinds = frozenset(self.types(number))
        if any(_is_adverse(value, in_order.get(fact)) for fact, value in self.stated.items()):
            return False
        return any(facts.are_stated(self.stated, kinds) for facts in _FACTS.proof)


def _is_adverse(value: tuple[str, ...], in_order: tuple[str, ...] | Outcome | None) -> bool:
    flag = tuple(_AS_CHOICE.get(each, each) for each in value)
    return in_order in (("yes",), ("no",)) and flag in (("yes",), ("no",)) and flag != in_order
