"""Explanation text: statements, readable sentences, and formatting of a record's figures, bases and values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import cache
from itertools import chain, groupby
from typing import TYPE_CHECKING

import orjson
from pydantic import BaseModel, ValidationError

from rules.contracts.citations import format_citation
from rules.contracts.errors import TrailError
from rules.contracts.messages import join_items, message_factory
from rules.contracts.numbers import format_exact, format_for_display, format_places, parse_exact, round_to
from rules.contracts.outcomes import NO_GRADE, ConclusionKind, Outcome, Possibility
from rules.contracts.record import Bounds
from rules.contracts.toml_files import parse_plurals, read_toml
from rules.contracts.typesetting import typeset
from rules.language.lexicon import load_lexicon
from rules.model.expressions import IncludesClause
from rules.model.forms import PERCENT
from rules.model.symbol_table import all_clauses as placed_clauses
from rules.trail.conclusions import conclusion_word_key, maximum_points_range
from rules.trail.fact_origins import FactOriginText
from rules.trail.rule_sentences import stage_label
from rules.trail.sentences import (
    MARK,
    PeopleRenderer,
    clause_comparison,
    clause_question,
    sentence_templates,
    sentence_templates as trail_words,
    stance_at,
)
from rules.trail.step_writer import RecordedClause, StepPayload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from rules.contracts.inputs import DeclaredValue
    from rules.contracts.outcomes import Verdict
    from rules.contracts.record import Conclusion, Figure, Record
    from rules.language.render import Renderer
    from rules.model.scorecard import LadderRow, Scorecard


class ReadableSentences:
    """Formatter that makes sentences of one record readable; the record itself is unchanged."""

    def __init__(self, record: Record, scorecard: Scorecard, language: str) -> None:
        self._language = language
        steps = (number for step in record.steps for number in _recorded_numbers(orjson.loads(step.payload or b"{}")))
        scorecard_maxima = {str(indicator.maximum) for indicator in scorecard.indicators}
        full = {
            criterion.maximum_points for criterion in record.criteria if criterion.maximum_points is not None
        } - scorecard_maxima
        fractions = {number for number in chain(_numbers(record), full, steps) if "/" in number}
        self._decimals = {
            text: format_for_display(parse_exact(text), scorecard.card.rounding.places) for text in fractions
        }
        longest_first = sorted(map(re.escape, fractions), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<![\w/.-])(?:{'|'.join(longest_first)})(?![\w/])") if fractions else None

    def render(self, text: str) -> str:
        if self._pattern is not None:
            text = self._pattern.sub(lambda match: self._decimals[match[0]], text)
        return typeset(text, self._language)


def merge_clauses_by_question(
    clauses: Iterable[str],
    question_of: Callable[[str], tuple[str, str] | None],
    together: Callable[[str, list[str]], str],
) -> list[str]:
    """Merge neighbouring clauses that test the same fact for different values.

    `question_of` returns the text before the value, and the value, or None. `together` writes one clause for several
    values.
    """
    merged: list[str] = []
    clause_questions = [(question_of(clause), clause) for clause in clauses]
    for head, group in groupby(clause_questions, lambda pair: pair[0] and pair[0][0]):
        neighbours = list(group)
        values = dict.fromkeys(parsed[1] for parsed, _ in neighbours if parsed is not None)
        if head is not None and len(values) > 1:
            merged.append(together(head, list(values)))
        elif head is not None:
            merged.append(neighbours[0][1])
        else:
            merged += [clause for _, clause in neighbours]
    return merged


class SingleValueClauses:
    """Clauses of the scorecard that test whether a fact includes a value."""

    def __init__(self, renderer: Renderer) -> None:
        self._value = renderer.choice
        self._patterns: list[tuple[str, str, str, str | None]] = []
        for located_clause in placed_clauses(renderer.scorecard):
            if isinstance(clause := located_clause.clause, IncludesClause) and located_clause.within is None:
                sentence = clause_question(
                    clause,
                    None,
                    stance_at(located_clause.path),
                    sentence_templates(renderer.language),
                    plain=renderer,
                    marking=renderer,
                    found=MARK,
                )
                before, _, after = sentence.partition(MARK)
                value = self._value(clause.name, clause.values[0]) if len(clause.values) == 1 else None
                comparison = clause_comparison(clause, None, sentence_templates(renderer.language), renderer)
                self._patterns.append((before, after, comparison, value))

    def prefix_and_value(self, clause: str) -> tuple[str, str] | None:
        possible = {
            None if value is None else (clause.removesuffix(comparison), value)
            for before, after, comparison, value in self._patterns
            if clause.startswith(before) and clause.endswith(after) and clause.endswith(comparison)
        }
        return possible.pop() if len(possible) == 1 else None


def _recorded_numbers(payload: object) -> Iterator[str]:
    if isinstance(payload, dict):
        yield from (payload[key] for key in ("low", "high", "number") if isinstance(payload.get(key), str))
        yield from (number for value in payload.values() for number in _recorded_numbers(value))
    elif isinstance(payload, list):
        yield from (number for value in payload for number in _recorded_numbers(value))


def _numbers(part: object) -> Iterator[str]:
    """Yield the bounds of all figures; fractions in other texts, such as names of laws, are skipped."""
    if isinstance(part, Bounds):
        yield from (end for end in (part.low, part.high) if end is not None)
    elif isinstance(part, BaseModel):
        yield from (number for _, value in part for number in _numbers(value))
    elif isinstance(part, dict):
        yield from (number for value in part.values() for number in _numbers(value))
    elif isinstance(part, tuple):
        yield from (number for value in part for number in _numbers(value))


_message = message_factory(__name__)


class Topic(StrEnum):
    """Subject of a statement, in reading order."""

    CONCLUSION = "conclusion"
    COMPUTATION = "computation"
    LOSS = "loss"
    OPEN_FACT = "open_fact"
    WAY = "way"
    ALTERNATIVE = "alternative"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Statement:
    """Sentence of an explanation with its criterion, facts, evidence and bases.

    A ladder row has the criterion `grade-<g>`.
    """

    topic: Topic
    text: str
    criterion: str | None = None
    facts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()


@cache
def _words(language: str) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    words = parse_plurals(read_toml("rules.trail", "explain_words.toml")[language])
    plain = {key: word for key, word in words.items() if isinstance(word, str)}
    return plain, {key: group for key, group in words.items() if isinstance(group, dict)}


def distance_text(figure: str, unit: str, language: str) -> str:
    """Return the text of a distance; a distance between percentages is in percentage points."""
    if unit != PERCENT:
        return figure
    return _words(language)[0]["percentage_points"].format(number=figure.removesuffix(PERCENT).rstrip())


def support_text(language: str, bases: Iterable[tuple[str, str, str]], evidence: Iterable[str]) -> str:
    """Return the end of a sentence: its bases (instrument, clause, certainty) and evidence."""
    templates, groups = _words(language)
    lexicon = load_lexicon(language)
    text = ""
    basis_texts = [
        templates["basis"].format(
            place=format_citation(instrument, clause, language), certainty=groups["certainties"][certainty]
        )
        for instrument, clause, certainty in bases
    ]
    if basis_texts:
        text += templates["support_bases"].format(bases=lexicon.clauses_separator.join(basis_texts))
    items = join_items(evidence, language)
    return typeset(text + templates["support_evidence"].format(evidence=items) if items else text, language)


class ExplanationText:
    """Formatter of one record under its scorecard in one language."""

    def __init__(self, scorecard: Scorecard, record: Record, language: str) -> None:
        self.language = language
        self.renderer = PeopleRenderer(scorecard, language)
        self._scorecard = scorecard
        self._templates, self._groups = _words(language)
        self._readable = ReadableSentences(record, scorecard, language)
        self._single_value_clauses = SingleValueClauses(self.renderer)
        self.origins = FactOriginText(record, self.renderer)
        self._steps = {step.id: step.payload for step in record.steps}
        self._bases = {basis.id: basis for basis in scorecard.bases}

    def fill(self, template: str, /, **slots: str) -> str:
        return self._templates[template].format(**slots)

    def word(self, group: str, key: str) -> str:
        return self._groups[group][key]

    def listed(self, items: Iterable[str]) -> str:
        return join_items(items, self.language)

    def joined(self, clauses: Iterable[str]) -> str:
        return self.renderer.words.clauses_separator.join(
            merge_clauses_by_question(clauses, self._single_value_clauses.prefix_and_value, self._includes_all_text)
        )

    def clauses_part(self, template: str, clauses: Sequence[str]) -> str:
        """Fill a template with clauses; empty if there are none."""
        return self.fill(template, clauses=self.joined(clauses)) if clauses else ""

    def _includes_all_text(self, head: str, values: Iterable[str]) -> str:
        return self.fill("includes_all", head=head, values=self.listed(values))

    def sentence(self, payload: StepPayload) -> str:
        clauses = [clause.sentence[self.language] for clause in payload.clauses]
        recorded = self.renderer.words.clauses_separator.join(clauses)
        sentence = payload.sentence[self.language]
        return sentence.replace(recorded, self.joined(clauses)) if recorded else sentence

    def plainly(self, statement: Statement) -> Statement:
        return replace(statement, text=self._readable.render(statement.text))

    def localized(self, labels: Mapping[str, str], otherwise: str = "") -> str:
        return labels.get(self.language, otherwise)

    def payload(self, step: str) -> StepPayload:
        try:
            return StepPayload.model_validate_json(self._steps.get(step, ""))
        except ValidationError as error:
            raise TrailError(_message("PAYLOAD_ABSENT", step=step)) from error

    def clauses(self, clauses: Iterable[RecordedClause], *outcomes: Outcome) -> list[str]:
        return [self._clause(clause) for clause in clauses if not outcomes or clause.outcome in outcomes]

    def _clause(self, clause: RecordedClause) -> str:
        sentence, distance = clause.sentence[self.language], clause.distance
        if distance is None or clause.outcome is Outcome.MET or distance.exact.high in (None, "0"):
            return sentence
        return self.fill("short", clause=sentence, distance=self.distance(distance))

    def distance(self, figure: Figure) -> str:
        return distance_text(self.figure(figure), figure.unit, self.language)

    def figure(self, figure: Figure) -> str:
        """Write a figure exactly, because rounding could hide a distance."""
        return self._between(figure.exact, lambda number: self.renderer.words.write_number(number, figure.unit))

    def points(self, bounds: Bounds) -> str:
        return self._between(bounds, lambda number: self.rounded(parse_exact(number)))

    def lost_points(self, bounds: Bounds) -> str:
        most = parse_exact(bounds.high or "0")
        rounding = self._scorecard.card.rounding
        if most > 0 and round_to(most, rounding.places, rounding.mode) == 0:
            return self.fill("less_than", points=format_places(Fraction(1, 10**rounding.places), rounding.places))
        return self.points(bounds)

    def rounded(self, value: Fraction) -> str:
        rounding = self._scorecard.card.rounding
        return format_places(round_to(value, rounding.places, rounding.mode), rounding.places)

    def _between(self, bounds: Bounds, write: Callable[[str], str]) -> str:
        low = None if bounds.low is None else write(bounds.low)
        high = None if bounds.high is None else write(bounds.high)
        if low is not None and low == high:
            return low
        words = trail_words(self.language)
        if low is not None and high is not None:
            return words["between"].format(low=low, high=high)
        if low is not None:
            return words["at_least"].format(low=low)
        return words["at_most"].format(high=high) if high is not None else self.fill("unknown_value")

    def score_clause(self, row: LadderRow, score: Bounds) -> str:
        words = trail_words(self.language)
        ends = (("more_than", "low", row.more_than), ("at_least", "low", row.at_least),
                ("at_most", "high", row.at_most), ("below", "high", row.below))  # fmt: skip
        wanted = [words[key].format(**{slot: format_exact(bound)}) for key, slot, bound in ends if bound is not None]
        if not wanted:
            return self.fill("score_any")
        rounds_to_bound = any(
            end is not None and bound is not None and parse_exact(end) != bound and self._rounds_to(end, bound)
            for end in (score.low, score.high)
            for _, _, bound in ends
        )
        shown = self._between(score, str) if rounds_to_bound else self.points(score)
        return self.fill("score_span", score=shown, span=self.listed(wanted))

    def _rounds_to(self, end: str, bound: Fraction) -> bool:
        rounding = self._scorecard.card.rounding
        return round_to(parse_exact(end), rounding.places, rounding.mode) == bound

    def grades(self, grades: Iterable[str]) -> str:
        return self.listed(self.renderer.grade(grade) for grade in grades)

    def conclusion(self, conclusion: Conclusion) -> str:
        computed = conclusion.kind is ConclusionKind.SCORED and not self._scorecard.indicators
        parts = [self.word("kinds", "computed" if computed else conclusion_word_key(self._scorecard, conclusion))]
        if conclusion.grade is not None and conclusion.grade != NO_GRADE:
            parts.append(self.fill("grade", grade=self.renderer.grade(conclusion.grade)))
        elif conclusion.grade is None and conclusion.grades:
            possible = [
                f"{self.renderer.grade(grade.grade)} ({self.word('possibility', grade.possibility.value)})"
                for grade in conclusion.grades
                if grade.possibility is not Possibility.EXCLUDED
            ]
            parts.append(self.fill("grades", grades=self.listed(possible)))
        if conclusion.verdict is not None:
            parts.append(self._verdict(conclusion.verdict, conclusion.verdicts))
        if conclusion.stage is not None:
            parts.append(self.fill("stage", stage=self.stage(conclusion.stage)))
        elif conclusion.stages:
            staged = [
                f"{self.stage(stage_result.stage)} ({self.word('possibility', stage_result.possibility.value)})"
                for stage_result in conclusion.stages
                if stage_result.possibility is not Possibility.EXCLUDED
            ]
            parts.append(self.fill("stages", stages=self.listed(staged)))
        if conclusion.score is not None:
            score = self.points(conclusion.score.exact)
            parts.append(
                self.fill("score", score=score, maximum=self.points(maximum_points_range(self._scorecard, conclusion)))
            )
        return self.fill("sentence_gap").join(parts)

    def _verdict(self, verdict: Verdict, possible: tuple[Verdict, ...]) -> str:
        verdict_word = self.word("verdicts", verdict.value)
        if len(possible) == 1:
            return self.fill("verdict", verdict=verdict_word)
        named = self.listed(self.word("verdicts", candidate.value) for candidate in possible)
        return self.fill("verdict_open", verdict=verdict_word, possible=named)

    def stage(self, stage: str) -> str:
        return stage_label(self._scorecard, stage, self.language, self.fill("no_stage"))

    def stages(self, stages: Iterable[str]) -> str:
        return self.listed(map(self.stage, stages))

    def support(self, bases: tuple[str, ...], evidence: tuple[str, ...]) -> str:
        named = [self._bases[name] for name in bases if name in self._bases]
        return support_text(
            self.language, ((basis.instrument, basis.place, basis.certainty.value) for basis in named), evidence
        )

    def weakest(self, name: str) -> str:
        basis = self._bases[name]
        note = self.localized(basis.note)
        return self.fill(
            "weakest",
            place=format_citation(basis.instrument, basis.place, self.language),
            certainty=self.word("certainties", basis.certainty.value),
            note=self.fill("note", note=note) if note else "",
        )

    def fact(self, address: str) -> str:
        list_name, _, rest = address.partition("[")
        if not rest:
            return self.renderer.name(address)
        key, _, field = rest.rpartition("].")
        return f"{self.renderer.name(list_name)}[{key}].{self.renderer.name(field, list_name)}"

    def value(self, name: str, value: DeclaredValue | None, within: str | None = None) -> str:
        if value is None:
            return self.fill("unknown_value")
        if value.records is not None:
            if not value.records:
                return self.fill("records_none")
            return self.fill("records_one", fields=self.fields(name, value.records[-1]))
        return self.renderer.value(name, value, within)

    def fields(self, name: str, record: Mapping[str, DeclaredValue]) -> str:
        return self.listed(
            self.fill("field", name=self.renderer.name(field, name), value=self.value(field, value, name))
            for field, value in record.items()
        )
