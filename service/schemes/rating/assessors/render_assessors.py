"""Handler of `dossier ratings`: comparison of assessors as text and JSON."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from google.protobuf import json_format

from rules.api import read_subject
from rules.contracts import (
    DeclaredFact,
    InputError,
    Judgement,
    RoundingMode,
    format_exact,
    format_places,
    message_factory,
    round_to,
    wording_loader,
)
from rules.model import PERCENT, FactType
from service.gazette.versions import Gazette
from service.input.cells import label_in_language, offered_choice_words
from service.input.dossier.dossier_writer import write_dossier
from service.input.workbook.vocabulary import aspects_of, level_label, rules_of_ratings, words as workbook_words
from service.output.mapping.requests import INPUTS
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.given_options import resolve_scorecard
from service.output.terminal.streams import print_error, write_output
from service.schemes.rating.assessors.rating_comparison import (
    Moderation,
    comparable_value,
    compare_ratings,
    merge,
    read_assessments,
)
from touchstone.v1 import fact_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from rules.contracts import DeclaredValue, Json, Locator, Rating, Verification
    from rules.model import FactDefinition, Scorecard
    from service.schemes.rating.assessors.rating_comparison import RatedFact, RatingComparison

words = wording_loader(__name__)
_message = message_factory(__name__)

_SUFFIXES = (".yaml", ".yml", ".json")


def compare_assessors(  # noqa: PLR0913, PLR0917 -- one per option
    files: Sequence[Path],
    card: str,
    moderate: Path | None,
    out: Path | None,
    gazette: Path,
    language: str,
    format: str,
) -> CommandResult:
    """Compare assessors' files and optionally write the merged dossier."""
    _check_out(out, moderate, files)
    scorecard = resolve_scorecard(card, Gazette(gazette))
    assessments = read_assessments(files, scorecard)
    for assessment in assessments:
        for note in assessment.dossier.notes:
            print_error(note.render(assessment.file, language))
    comparison = compare_ratings(assessments, scorecard)
    moderation = None if moderate is None else Moderation(moderate, scorecard, comparison)
    for note in () if moderation is None else moderation.notes:
        print_error(note.render(str(moderate), language))
    settled = {} if moderation is None else moderation.verifications
    comparison = compare_ratings(assessments, scorecard, settled)
    if format == "text":
        write_output(comparison_text(comparison, scorecard, language))
    message = ""
    if out is not None:
        merged = merge(assessments, comparison, scorecard, settled)
        if moderation is None:
            read_subject(scorecard, merged)
        else:
            moderation.check(merged)
        out.write_text(write_dossier(merged, as_json=out.suffix.lower() == ".json"), encoding="utf-8")
        message = "\n" + words(language)["merged"].format(
            file=out, facts=len(merged.facts), left=len(comparison.unsettled)
        )
    return CommandResult(message, document=_comparison_document(comparison, scorecard))


def _check_out(out: Path | None, moderate: Path | None, files: Sequence[Path]) -> None:
    if out is None:
        if moderate is not None:
            raise InputError.of("--out", _message("OUT_REQUIRED"), "REQUIRED")
        return
    if out.suffix.lower() not in _SUFFIXES:
        raise InputError.of("--out", _message("NOT_YAML_NAME", out=out), "UNKNOWN_FORMAT")
    if out.resolve() in {path.resolve() for path in (*files, *(() if moderate is None else (moderate,)))}:
        raise InputError.of("--out", _message("OUT_IS_READ", out=out), "WRONG_VALUE")


def comparison_text(comparison: RatingComparison, scorecard: Scorecard, language: str) -> str:
    """Render agreement and differences with rationales."""
    return "\n".join(_ComparisonRenderer(comparison, scorecard, language).lines())


class _ComparisonRenderer:
    def __init__(self, comparison: RatingComparison, scorecard: Scorecard, language: str) -> None:
        self._comparison, self._scorecard, self._language = comparison, scorecard, language
        self._words: Mapping[str, str] = words(language)
        self._aspects = aspects_of(scorecard)

    def lines(self) -> Iterator[str]:
        comparison, card = self._comparison, self._scorecard.card
        persons = self._words["comma"].join(comparison.persons)
        yield self._message("title", subject=comparison.subject, persons=persons)
        title = label_in_language(card.titles, self._language, card.id)
        yield self._message("card", title=title, card=card.id, version=card.version)
        yield ""
        yield from self._agreement_lines()
        for key, facts in (("differing", comparison.differing), ("single", comparison.single)):
            if facts:
                yield from ("", self._words[key])
            for fact in facts:
                yield from self._fact(fact)
        if comparison.plain:
            yield from ("", self._words["plain"])
        for plain in comparison.plain:
            yield f"  {self._name(plain.definition)}"
            for assessment, declared in plain.declarations:
                value = self._value_text(plain.definition, declared)
                yield f"    {self._message('given', file=assessment.file, value=value)}"

    def _agreement_lines(self) -> Iterator[str]:
        comparison = self._comparison
        if comparison.share is None:
            yield self._words["none_compared"]
            return
        share = format_places(round_to(comparison.share * 100, 1, RoundingMode.HALF_UP), 1)
        differing, unsettled = len(comparison.differing), len(comparison.unsettled)
        counts = {"compared": comparison.compared, "agreed": len(comparison.agreed), "differing": differing}
        yield self._message("agreement", share=share, **counts)
        if differing:
            yield self._message("settled", count=differing - unsettled, left=unsettled)

    def _fact(self, fact: RatedFact) -> Iterator[str]:
        name = self._name(fact.definition)
        if len(fact.ratings) == 1:
            yield f"  {name}"
        elif fact.apart is None:
            yield f"  {self._message('other', fact=name)}"
        else:
            yield f"  {self._message('apart', fact=name, distance=self._distance(fact))}"
        for rating in fact.ratings:
            value = self._rating_text(fact.definition, rating)
            yield f"    {self._message('rating', person=rating.person, value=value)}"
            yield f"      {_printable_line(rating.rationale)}"
            yield f"      {self._locator_text(rating.place)}"
        if fact.verification is not None:
            yield f"    {self._moderation_text(fact.definition, fact.verification)}"

    def _distance(self, fact: RatedFact) -> str:
        number, unit = format_exact(fact.apart or Fraction(0)), fact.definition.unit
        key = "points" if unit == PERCENT else "distance"
        return self._message(key, number=number, unit=unit).rstrip()

    def _rating_text(self, definition: FactDefinition, rating: Rating) -> str:
        value = self._value(definition, rating.value)
        rules = rules_of_ratings(self._scorecard)
        if rules is None or definition.id not in self._aspects or rating.value.number is None:
            return value
        percent = comparable_value(definition.model_copy(update={"unit": PERCENT}), rating.value)
        level = level_label(rules, percent, self._language) if isinstance(percent, Fraction) else ""
        return self._message("level", value=value, level=level) if level else value

    def _moderation_text(self, definition: FactDefinition, verification: Verification) -> str:
        key = "moderated" if verification.judgement is Judgement.CORRECTED else verification.judgement.value
        corrected = verification.corrected
        value = self._words["nothing"] if corrected is None else self._value(definition, corrected)
        person, reason = verification.person, _printable_line(verification.reason)
        return self._message(key, value=value, person=person, date=verification.date, reason=reason)

    def _value_text(self, definition: FactDefinition, fact: DeclaredFact) -> str:
        if fact.ratings:
            return self._words["as_rated"]
        return self._words["nothing"] if fact.value is None else self._value(definition, fact.value)

    def _value(self, definition: FactDefinition, value: DeclaredValue) -> str:
        vocabulary = workbook_words(self._language)
        shown = offered_choice_words(definition.choices, self._language)
        if value.not_applicable:
            return str(vocabulary["not_applicable"])
        match definition.type:
            case FactType.NUMBER:
                return f"{value.number} {value.unit or ''}".strip()
            case FactType.FLAG:
                return str(vocabulary["yes" if value.flag else "no"])
            case FactType.CHOICE | FactType.CHOICES:
                chosen = value.choices or filter(None, (value.choice,))
                listed = self._words["comma"].join(shown.get(choice, choice) for choice in chosen)
                return listed or str(vocabulary["none"])
            case FactType.PERIOD if value.period is not None:
                return self._message("from_to", first=value.period.first, last=value.period.last)
            case FactType.RECORDS:
                return self._message("records", count=len(value.records or ()))
            case _:
                return _printable_line(value.date or value.text or "")

    def _locator_text(self, locator: Locator) -> str:
        parts = [
            locator.uri,
            self._message("page", page=locator.page) if locator.page else "",
            locator.cell,
            self._message("quote", quote=_printable_line(locator.quote)) if locator.quote else "",
        ]
        return self._words["comma"].join(part for part in parts if part) or self._words["no_place"]

    def _name(self, definition: FactDefinition) -> str:
        label = label_in_language(definition.labels, self._language, definition.id)
        return self._message("fact", label=label, id=definition.id)

    def _message(self, key: str, **parts: object) -> str:
        return self._words[key].format(**parts)


def _comparison_document(comparison: RatingComparison, scorecard: Scorecard) -> dict[str, Json]:
    card = scorecard.card
    return {
        "subject": comparison.subject,
        "scorecardVersion": f"scorecards/{card.id}/versions/{card.version}",
        "persons": list(comparison.persons),
        "compared": comparison.compared,
        "agreed": [fact.definition.id for fact in comparison.agreed],
        "share": None if comparison.share is None else format_exact(comparison.share),
        "unsettled": [fact.definition.id for fact in comparison.unsettled],
        "differing": [_document(fact) for fact in comparison.differing],
        "single": [_document(fact) for fact in comparison.single],
        "plain": [compared.definition.id for compared in comparison.plain],
    }


def _document(fact: RatedFact) -> Json:
    declared = DeclaredFact(id=fact.definition.id, ratings=tuple(fact.ratings), verification=fact.verification)
    document: dict[str, Json] = json_format.MessageToDict(INPUTS.write(fact_pb2.Fact, declared))
    if fact.apart is not None and len(fact.ratings) > 1:
        document |= {"apart": format_exact(fact.apart), "unit": fact.definition.unit}
    return document


def _printable_line(text: str) -> str:
    return "".join(character if character.isprintable() else " " for character in " ".join(text.split()))
