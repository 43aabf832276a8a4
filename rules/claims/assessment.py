"""Assessment of a claim by its text alone: five levels from prohibited to fine, and the one proof missing.

The text is taken at its word: what it does not explain is not explained. What no text shows is taken as in the
reference case of each card, where all is in order; what has to be shown for a kind of claim is declared in
`standing.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from pydantic import Field

from rules.claims.claim_readings import CLAIM_TYPES, OFFSETS_USED, FactValues
from rules.claims.composition import CardAnswer, ComposedVerdict, RuleName, overall_verdict
from rules.claims.jurisdictions import PRACTICE
from rules.claims.screening.candidates import CLAIM_TYPES as KNOWN_TYPES, NEUTRAL_TYPES, Candidate
from rules.claims.screening.proposals import ProposedFact
from rules.claims.screening.toml_validation import TomlSource
from rules.claims.what_if import SupposedValues, WhatIfVerdicts
from rules.contracts.dates import Period
from rules.contracts.inputs import DeclaredFact, FrozenModel
from rules.contracts.outcomes import Outcome, Verdict

if TYPE_CHECKING:
    from rules.model.scorecard import Scorecard


class ClaimStatus(StrEnum):
    """How a claim stands, worst first."""

    PROHIBITED_AS_IT_STANDS = "prohibited_as_it_stands"
    MISLEADING_AS_IT_STANDS = "misleading_as_it_stands"
    FORBIDDEN_UNLESS_SHOWN = "forbidden_unless_shown"
    TO_BE_DOCUMENTED = "to_be_documented"
    FINE = "fine"


CONDEMNED = (ClaimStatus.PROHIBITED_AS_IT_STANDS, ClaimStatus.MISLEADING_AS_IT_STANDS)
"""What answers no to `may it be said`: a fault by the text, whatever is shown of what it leaves open."""
_SCALE = tuple(ClaimStatus)
_FAULTS = {
    Verdict.PROHIBITED: ClaimStatus.PROHIBITED_AS_IT_STANDS,
    Verdict.MISLEADING: ClaimStatus.MISLEADING_AS_IT_STANDS,
}
_WANTING = (*_FAULTS, Verdict.NEEDS_EVIDENCE)


@dataclass(frozen=True, slots=True)
class ClaimAssessment:
    """How a claim stands, the rules by which it does, and the fact to be shown if it is forbidden without.

    `coming` are rules not in force yet by which it would then stand worse, as `later`.
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
    said_by: Literal["figure", "share"] | None = None


class _RequiredProofFile(FrozenModel):
    to_show: tuple[_RequiredProof, ...]


def read_required_proofs(text: str, name: str) -> tuple[_RequiredProof, ...]:
    """Read what has to be shown for which kind of claim; every problem of the file is refused with its line."""
    form = TomlSource(text, name)
    table = form.read(_RequiredProofFile)
    for number, proof in enumerate(table.to_show):
        for kind in sorted(proof.types.difference(KNOWN_TYPES)):
            form.blame(("to_show", number, "types"), f"names {kind!r}, which is no claim type")
    form.settle()
    return table.to_show


def _table() -> tuple[_RequiredProof, ...]:
    name = "standing.toml"
    return read_required_proofs(resources.files("rules.claims").joinpath(name).read_text("utf-8"), name)


TO_SHOW: tuple[_RequiredProof, ...] = _table()
"""What has to be shown for claims of some kinds, the first that concerns a claim before the others."""

_OF_THE_TEXT: SupposedValues = {"reep_basis": ("no_basis",), "audience": ("b2c",)}
"""What is so as long as nobody shows otherwise: no mark of excellence, and consumers may read it."""


def reference_case_values(scorecards: Iterable[Scorecard]) -> SupposedValues:
    """Give the values of the reference cases, in which all is in order; what is asked of a number holds of none."""
    case_values: SupposedValues = {}
    for scorecard in scorecards:
        for entry in scorecard.reference_case:
            case_values.setdefault(entry.fact, _value(DeclaredFact(id=entry.fact, value=entry.value)))
    return {**case_values, **_OF_THE_TEXT}


def _value(fact: DeclaredFact) -> tuple[str, ...] | Outcome:
    value = fact.value
    if value is None:
        return Outcome.NOT_MET
    if value.flag is not None:
        return ("yes",) if value.flag else ("no",)
    if value.choice is not None:
        return (value.choice,)
    return value.choices if value.choices is not None else Outcome.NOT_MET


# --- what the text says -----------------------------------------------------------------------------------------------

_VAGUE = frozenset({"generic", "social_mix", "absolute", "name", "imagery_only"})
_DEGRADES = frozenset({"degradable", "compostable"})
_PROPERTIES = frozenset({
    "recycled_content", "recyclable", "compostable", "renewable_energy", "quantified_pcf", "free_of", "durability",
    "repairability", "specific_attribute", "legal_requirement", "contribution",
})  # fmt: skip
"""What names a property of itself; whoever reads it knows what is meant."""
_FIGURE = re.compile(r"\d")
_AWAY = ("linked_url", "qr")


def _kinds_beside(candidate: Candidate) -> frozenset[str]:
    """Give the kinds of words that explain a claim on the same medium."""
    return frozenset(each.kind for each in candidate.qualifiers if each.placement not in _AWAY)


def _based(candidate: Candidate) -> bool:
    return any(number.comparator is not None or number.base_year is not None for number in candidate.numbers)


def _explained(candidate: Candidate, types: frozenset[str], sentence_types: frozenset[str]) -> bool:
    """Say whether the text itself explains a claim of these types, next to those claimed in its sentence."""
    words = _kinds_beside(candidate)
    if types & NEUTRAL_TYPES and "future" in types:
        return True  # what a target wants beside it is its plan
    if types & NEUTRAL_TYPES:
        return bool(words & {"offset", "method", "part", "condition"})
    if types & _DEGRADES:
        return bool(words & {"method", "condition"})
    if "avoided_handprint" in types or ("comparative" in types and not types & _VAGUE):
        return _based(candidate) or (bool(candidate.numbers) and bool(words & {"comparison", "method"}))
    if types & (_VAGUE | {"renewable_material", "energy_efficiency"}):
        return bool(candidate.numbers or words & {"method"} or (types | sentence_types) & _PROPERTIES)
    return True


def values_from_text(candidate: Candidate, types: Iterable[str], sentence_types: frozenset[str]) -> SupposedValues:
    """Give what the text itself says, or leaves unsaid, about a claim read as these types."""
    kinds = frozenset(types)
    explained = _explained(candidate, kinds, sentence_types)
    away = any(each.placement in _AWAY for each in candidate.qualifiers)
    answer = ("yes",) if explained else ("no",)
    values: SupposedValues = {
        "specification": ("same_medium",) if explained else ("elsewhere_only",) if away else ("none",),
        "basis_in_claim": answer,
        "qualified_prominently": answer,
    }
    if kinds & _DEGRADES:
        values |= dict.fromkeys(("degradation_kind_stated", "compost_facilities_disclosed"), answer)
        if "degradable" in kinds:
            values["degrades_within_year"] = answer
    if "future" in kinds and kinds & NEUTRAL_TYPES and candidate.level is None:
        values["subject_level"] = ("trader",)  # who will be neutral is a firm, unless the words name something else
    if "comparative" in kinds:
        values["source_reduction_amount_stated"] = ("yes",) if _based(candidate) else answer
        values["figures_sourced"] = ("yes",) if any(number.base_year for number in candidate.numbers) else ("no",)
    if "renewable_energy" in kinds:
        values["renewable_source_and_share_stated"] = ("yes",) if _share_told(candidate) else ("no",)
    if "recyclable" in kinds:
        values["access_share_stated"] = ("yes",) if _kinds_beside(candidate) & {"part", "condition"} else ("no",)
    if "label" in kinds:
        values["seal_basis_stated"] = ("yes",) if candidate.labels or "method" in _kinds_beside(candidate) else ("no",)
    return values


def plainly_stated_values(candidate: Candidate, types: Iterable[str], sentence_types: frozenset[str]) -> SupposedValues:
    """Give what the text itself says of a claim as it should, so that nobody is asked for it."""
    wanting = (("no",), ("none",), ("elsewhere_only",))
    if not (kinds := frozenset(types)) or kinds & NEUTRAL_TYPES:
        return {}
    return {
        fact: value
        for fact, value in values_from_text(candidate, kinds, sentence_types).items()
        if value not in wanting
    }


TEXT_FACTS = frozenset({
    "specification", "basis_in_claim", "degradation_kind_stated", "source_reduction_amount_stated", "figures_sourced",
    "seal_basis_stated", "recycled_share_stated", "figures_quoted", "absolute_wording",
})  # fmt: skip
"""Facts about what a text says, which its words show for certain; those about the world are only supposed by them."""
_PROMINENT = ("same_sentence", "adjacent", "footnote")


def facts_beside_claim(
    candidate: Candidate, types: Iterable[str], sentence_types: frozenset[str]
) -> Iterator[ProposedFact]:
    """Give what the text states of itself beside a claim: a method or standard, or the base of a percentage."""
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
    """Give what a claim says by silence: without a part it is about the whole, without limits nothing limits it.

    Nothing is fine because of it: it makes rules hold if something else is not in order, and excuses nothing.
    """
    words, kinds = frozenset(each.kind for each in candidate.qualifiers), frozenset(types)
    values: dict[str, tuple[str, ...]] = {}
    if not words & _PARTS and candidate.asserted_scope is None:
        values["subject_asserted_scope"] = ("whole",)
    if kinds and kinds <= _DEGRADES and not words:
        values["qualified_prominently"] = ("false",)
    return values


def _share_told(candidate: Candidate) -> bool:
    return candidate.asserted_scope is not None or any(number.unit == "%" for number in candidate.numbers)


def _said_by(sign: str | None, candidate: Candidate) -> bool:
    if sign == "figure":
        return bool(_FIGURE.search(candidate.sentence.quote))
    return sign == "share" and _share_told(candidate)


# --- how it stands ----------------------------------------------------------------------------------------------------


class ClaimAssessor:
    """Says how claims stand, by the cards that answered about them."""

    def __init__(self, supposing: WhatIfVerdicts, scorecards: Iterable[Scorecard]) -> None:
        """Use these cards."""
        self._supposing = supposing
        self._told: dict[tuple[object, ...], tuple[tuple[ComposedVerdict, ...], tuple[Verdict, ...]]] = {}
        self._in_order = reference_case_values(scorecards)

    def at_worst(
        self, parts: tuple[ComposedVerdict, ...], readings: Sequence[Sequence[CardAnswer]], aside: SupposedValues
    ) -> tuple[tuple[ComposedVerdict, ...], tuple[Verdict, ...]]:
        """Give the parts of the time, and the whole, with the verdicts that are possible if something is left aside.

        The verdict itself stays among them, for it is never milder by what is left aside.
        """
        key = (*map(id, parts), *map(id, (answer for reading in readings for answer in reading)), *aside.items())
        if key not in self._told:
            narrowed = tuple(self._narrowed(part, readings, aside) for part in parts)
            self._told[key] = narrowed, overall_verdict(narrowed)[1]
        return self._told[key]

    def _narrowed(
        self, part: ComposedVerdict, readings: Sequence[Sequence[CardAnswer]], aside: SupposedValues
    ) -> ComposedVerdict:
        if part.verdict is None:
            return part
        remaining = self._supposing.possible(readings, [part.part], aside)
        if remaining[0].rank > part.verdict.rank:  # only what is left aside keeps it from being settled
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
        """Say how a claim stands in one place; none if no law is asked about it there."""
        if verdict is None or verdict is Verdict.OUT_OF_SCOPE or not judged:
            return None
        each = [self._as_told(claim, number, reading, judged) for number, reading in enumerate(readings)]
        stands = self._current_assessment(claim, each, readings, judged, verdict)
        coming = self._coming(min(each, key=lambda assessed: assessed.rank), readings)
        later = _FAULTS.get(coming[0], ClaimStatus.FINE) if coming else ClaimStatus.FINE
        if coming is None or _SCALE.index(later) >= _SCALE.index(stands.standing):
            return stands
        return replace(stands, coming=coming[1], later=later)

    def _coming(
        self, read: _AssessedReading, readings: Sequence[Sequence[CardAnswer]]
    ) -> tuple[Verdict, tuple[RuleName, ...]] | None:
        """Give the worst verdict of the rules that are not in force yet and would hold, and those that give it."""
        coming_rules = self._supposing.pending_rules_met(readings[read.number], read.supposed)
        worst = min((verdict for verdict, _ in coming_rules), key=lambda candidate: candidate.rank, default=None)
        return None if worst is None else (worst, tuple(name for verdict, name in coming_rules if verdict is worst))

    def _current_assessment(
        self,
        claim: ClaimReadings,
        each: Sequence[_AssessedReading],
        readings: Sequence[Sequence[CardAnswer]],
        judged: Sequence[Period],
        verdict: Verdict,
    ) -> ClaimAssessment:
        worst, mildest = min(each, key=lambda assessed: assessed.rank), max(each, key=lambda assessed: assessed.rank)
        if worst.verdict in _FAULTS and mildest.verdict not in _FAULTS:
            if claim.by_offsets(worst.number) != claim.by_offsets(mildest.number):
                return self._unless(worst, OFFSETS_USED, readings, judged)
            worst = mildest
        if worst.verdict in _FAULTS:
            return ClaimAssessment(_FAULTS[worst.verdict], self._ground(worst, readings, judged))
        return self._wanting(claim, worst, readings, judged, verdict)

    def _as_told(
        self, claim: ClaimReadings, number: int, reading: Sequence[CardAnswer], judged: Sequence[Period]
    ) -> _AssessedReading:
        supposed = {**self._in_order, **claim.said(number)}
        return _AssessedReading(number, self._worst_verdict(reading, judged, supposed), supposed)

    def _worst_verdict(
        self, reading: Sequence[CardAnswer], judged: Sequence[Period], supposed: SupposedValues
    ) -> Verdict:
        return self._supposing.possible([reading], judged, supposed)[0]

    def _wanting(
        self,
        claim: ClaimReadings,
        read: _AssessedReading,
        readings: Sequence[Sequence[CardAnswer]],
        judged: Sequence[Period],
        verdict: Verdict,
    ) -> ClaimAssessment:
        """Find the one thing to show of a claim that its words do not make wrong."""
        reading = readings[read.number]
        for proof in claim.to_show(read.number):
            missing: SupposedValues = {**read.supposed, proof.fact: (proof.missing,)}
            missing |= {fact: (value,) for fact, value in proof.also.items()}
            worst = self._worst_verdict(reading, judged, missing)
            if worst in _WANTING and worst.rank <= read.verdict.rank and self._reads(reading, proof.fact):
                worse = _AssessedReading(read.number, worst, missing)
                if worst is not read.verdict or self._ground(worse, readings, judged) != self._ground(
                    read, readings, judged
                ):
                    return self._unless(worse, proof.fact, readings, judged)
        if read.verdict is Verdict.NEEDS_EVIDENCE:
            unsaid = {fact: self._in_order.get(fact, ("yes",)) for fact in claim.unsaid(read.number)}
            for fact, cure in (*((fact, {fact: value}) for fact, value in unsaid.items()), *_all_at_once(unsaid)):
                if self._worst_verdict(reading, judged, {**read.supposed, **cure}).rank > read.verdict.rank:
                    return self._unless(read, fact, readings, judged)
        if verdict.rank > Verdict.NEEDS_EVIDENCE.rank:
            return ClaimAssessment(ClaimStatus.FINE)
        return ClaimAssessment(ClaimStatus.TO_BE_DOCUMENTED)

    def _unless(
        self, read: _AssessedReading, fact: str, readings: Sequence[Sequence[CardAnswer]], judged: Sequence[Period]
    ) -> ClaimAssessment:
        return ClaimAssessment(ClaimStatus.FORBIDDEN_UNLESS_SHOWN, self._ground(read, readings, judged), fact)

    def _reads(self, reading: Sequence[CardAnswer], fact: str) -> bool:
        return any(self._supposing.reads(answer, fact) for answer in reading)

    def _ground(
        self, read: _AssessedReading, readings: Sequence[Sequence[CardAnswer]], judged: Sequence[Period]
    ) -> tuple[RuleName, ...]:
        """Name the rules by which it stands so: those of law, of practice only if there are no others."""
        rule_names = self._supposing.rules_met(readings[read.number], judged, read.verdict, read.supposed)
        return tuple(name for name in rule_names if name.card != PRACTICE) or rule_names


def _all_at_once(unsaid: SupposedValues) -> Iterator[tuple[str, SupposedValues]]:
    """Give what is unsaid all at once, by the name of the first."""
    if unsaid:
        yield next(iter(unsaid)), unsaid


class _AssessedReading(NamedTuple):
    """One reading: its number, the verdict as the text tells it, and what was supposed for it."""

    number: int
    verdict: Verdict
    supposed: SupposedValues

    @property
    def rank(self) -> int:
        return self.verdict.rank


class ClaimReadings(NamedTuple):
    """A claim, its readings, and the claim types of what else its sentence claims."""

    candidate: Candidate
    readings: tuple[FactValues, ...]
    beside: frozenset[str] = frozenset()

    def types(self, number: int) -> tuple[str, ...]:
        """Give the claim types of a reading."""
        return self.readings[number].get(CLAIM_TYPES, ())

    def by_offsets(self, number: int) -> bool:
        """Say whether a reading takes the claim to rest on offsets."""
        return self.readings[number].get(OFFSETS_USED) == ("true",)

    def said(self, number: int) -> SupposedValues:
        """Give what the text says of a reading, but for what is known of it already."""
        return values_from_text(self.candidate, self.types(number), self.beside)

    def unsaid(self, number: int) -> Iterator[str]:
        """Give the facts of which the text does not say what it should."""
        return (fact for fact, value in self.said(number).items() if value in (("no",), ("none",), ("elsewhere_only",)))

    def to_show(self, number: int) -> Iterator[_RequiredProof]:
        """Give what has to be shown of a reading, the first first."""
        types = frozenset(self.types(number))
        for proof in TO_SHOW:
            concerns = bool(types & proof.types) if proof.types else "absolute_wording" in self.readings[number]
            if concerns and not _said_by(proof.said_by, self.candidate):
                yield proof
