"""Report formatters of a scorecard and of a record, in one language."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import (
    Figure,
    Outcome,
    Possibility,
    format_for_display,
    format_places,
    join_items,
    parse_exact,
    parse_plurals,
    read_toml,
    round_to,
    typeset,
)
from rules.model import FormulaQuantity, UndeterminedFormula
from rules.trail import (
    FactOriginText,
    PeopleRenderer,
    ReadableSentences,
    SingleValueClauses,
    conclusion_word_key,
    maximum_points_range,
    merge_clauses_by_question,
    missing_value_name_and_reason,
    outdated_evidence,
    reason_with_dates,
    stage_label,
)
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rules.contracts import Conclusion, DeclaredValue, Record, UnknownReason
    from rules.model import Basis, Scorecard
    from rules.trail import OpenAnswer
    from touchstone.v1.evaluation_pb2 import Evaluation


_KINDS = {
    evaluation_pb2.Principal.KIND_API_KEY: "api_key",
    evaluation_pb2.Principal.KIND_TOKEN: "token",
    evaluation_pb2.Principal.KIND_CERTIFICATE: "certificate",
    evaluation_pb2.Principal.KIND_PULL: "pull",
}


def made_by(evaluation: Evaluation, language: str) -> str:
    """Return the authenticated caller; empty without authentication."""
    principal = evaluation.principal
    if principal.kind not in _KINDS:
        return ""
    templates = words(language)["made_by"]
    name = templates[_KINDS[principal.kind]].format(id=principal.id)
    if not principal.organization:
        return typeset(name, language)
    return typeset(templates["of"].format(name=name, organization=principal.organization), language)


def made_by_lines(evaluation: Evaluation, language: str) -> Iterator[str]:
    """Yield the caller as a text line."""
    if caller := made_by(evaluation, language):
        yield typeset(words(language)["made_by"]["line"].format(who=caller), language)


_MAX_WAITS = 4


def waits_for(answer: OpenAnswer, formatter: RecordFormatter) -> str:
    """Return the names of inputs that an undetermined answer needs; empty if none."""
    words = formatter.words
    names = [formatter.origins.waits(fact) or formatter.fact(fact) for fact in answer.facts]
    names += [words["waits_setting"].format(name=formatter.renderer.name(setting)) for setting in answer.settings]
    for value in answer.missing:
        name, reason = missing_value_name_and_reason(value, formatter.record, formatter.renderer)
        names.append(words["waits_table"].format(name=name, reason=reason))
    names += list(dict.fromkeys(_undetermined_quantity_text(quantity, formatter) for quantity in answer.left_open))
    text = join_items(names[:_MAX_WAITS], formatter.language)
    more = len(names) - _MAX_WAITS
    return str(words["waits_more"].format(named=text, count=more)) if more > 0 else text


def _undetermined_quantity_text(path: str, formatter: RecordFormatter) -> str:
    id = path.rsplit(".", 1)[-1]
    definition = next((quantity for quantity in formatter.scorecard.quantities if quantity.id == id), None)
    step, record_quantity = (f"quantities/{id}", None) if "[" not in path else (_step_id(path), id)
    payload = formatter.payloads.get(step, {})
    sentence = formatter.recorded(
        payload if record_quantity is None else payload.get("quantities", {}).get(record_quantity, {})
    )
    rows = definition.rows if isinstance(definition, FormulaQuantity) else ()
    reasons = (row.formula.because or {} for row in rows if isinstance(row.formula, UndeterminedFormula))
    reason = next(
        (text for text in (because.get(formatter.language) for because in reasons) if text and text in sentence), None
    )
    if reason is None:
        name = formatter.fact(path) if definition is None else formatter.renderer.name(id)
        return str(formatter.words["waits_rules"].format(name=name))
    return str(formatter.words["waits_rules_because"].format(name=formatter.renderer.name(id), reason=reason))


def _step_id(path: str) -> str:
    list, rest = path.split("[", 1)
    return f"facts/{list}/{rest.rsplit(']', 1)[0]}"


MARKS = {Outcome.MET: "✓", Outcome.NOT_MET: "✗", Outcome.UNDETERMINED: "?", Outcome.NOT_APPLICABLE: "–"}


@cache
def words(language: str) -> dict[str, Any]:
    """Return the texts of a language, for plain text and page."""
    texts: dict[str, Any] = {}
    for package, name in (("service.output.report", "plain_text.toml"), ("service.output.report", "words.toml")):
        texts |= parse_plurals(read_toml(package, name)[language])
    return texts


def _does_not_apply(payload: Mapping[str, Any]) -> bool:
    """Return whether a quantity is recorded as not applicable; false if unknown or erased."""
    sentences: dict[str, str] = payload.get("sentence", {})
    return "value" not in payload and any(
        sentence.endswith(words(language)["outcomes"]["not_applicable"]) for language, sentence in sentences.items()
    )


class CardFormatter:
    """Formats figures, conclusions and names of one scorecard in one language."""

    def __init__(self, scorecard: Scorecard, language: str) -> None:
        self.scorecard = scorecard
        self.language = language
        self.words = words(language)
        self.renderer = PeopleRenderer(scorecard, language)
        self._decimals = scorecard.card.rounding.places

    def label(self, labels: Mapping[str, str], otherwise: str = "") -> str:
        return labels.get(self.language, otherwise)

    def points(self, value: Fraction) -> str:
        rounding = self.scorecard.card.rounding
        return format_places(round_to(value, rounding.places, rounding.mode), rounding.places)

    def figure(self, figure: Figure, *, exact: bool = False) -> str:
        shown = figure.exact if exact or figure.rounded is None else figure.rounded
        if shown.high is None and shown.low in (None, "0"):
            return str(self.words["figure_open"])
        points = figure.unit == "point" and not exact
        low = self._bound_text(shown.low, "-∞", points=points)
        high = self._bound_text(shown.high, "∞", points=points)
        unit = "" if figure.unit == "point" else figure.unit
        if low == high:
            return self.renderer.words.write_number(low, unit)
        return f"{low} … {self.renderer.words.write_number(high, unit)}"

    def _bound_text(self, bound: str | None, unbounded: str, *, points: bool) -> str:
        if bound is None:
            return unbounded
        return self.points(parse_exact(bound)) if points else format_for_display(parse_exact(bound), self._decimals)

    def maximum(self, conclusion: Conclusion) -> Fraction:
        return parse_exact(maximum_points_range(self.scorecard, conclusion).high or "0")

    def stage(self, stage: str) -> str:
        return stage_label(self.scorecard, stage, self.language, str(self.words["no_stage"]))

    def stage_of(self, conclusion: Conclusion) -> str:
        if conclusion.stage is not None:
            return self.stage(conclusion.stage)
        return self._join_typeset(
            f"{self.stage(answer.stage)} ({self.words['possibility'][answer.possibility.value]})"
            for answer in conclusion.stages
            if answer.possibility is not Possibility.EXCLUDED
        )

    def answer_of(self, conclusion: Conclusion) -> str:
        if conclusion.grades:
            return self.grade_of(conclusion)
        parts = (self.verdict_of(conclusion), self.stage_of(conclusion), self.score_line(conclusion))
        return self._join_typeset(part for part in parts if part)

    def grade_of(self, conclusion: Conclusion) -> str:
        if conclusion.grade is not None:
            return self.renderer.grade(conclusion.grade)
        return self._join_typeset(
            f"{self.renderer.grade(answer.grade)} ({self.words['possibility'][answer.possibility.value]})"
            for answer in conclusion.grades
            if answer.possibility is not Possibility.EXCLUDED
        )

    def _join_typeset(self, items: Iterable[str]) -> str:
        return join_items((typeset(item, self.language) for item in items), self.language)

    def kind_of(self, conclusion: Conclusion) -> str:
        return str(self.words["kinds"][conclusion_word_key(self.scorecard, conclusion)])

    def grade_line(self, conclusion: Conclusion) -> str:
        if not conclusion.grades:
            return ""
        if conclusion.grade is not None:
            return str(self.words["grade_certain"].format(grade=self.renderer.grade(conclusion.grade)))
        return str(self.words["grade_open"].format(grades=self.grade_of(conclusion)))

    def verdict_of(self, conclusion: Conclusion) -> str:
        return "" if conclusion.verdict is None else str(self.words["verdicts"][conclusion.verdict.value])

    def verdict_line(self, conclusion: Conclusion) -> str:
        if conclusion.verdict is None:
            return ""
        verdicts = self._join_typeset(str(self.words["verdicts"][verdict.value]) for verdict in conclusion.verdicts)
        template = "verdict_certain" if len(conclusion.verdicts) == 1 else "verdict_open"
        return str(self.words[template].format(verdict=self.verdict_of(conclusion), verdicts=verdicts))

    def stage_line(self, conclusion: Conclusion) -> str:
        if not conclusion.stages:
            return ""
        template = "stage_certain" if conclusion.stage is not None else "stage_open"
        return str(self.words[template].format(stages=self.stage_of(conclusion)))

    def score_line(self, conclusion: Conclusion) -> str:
        if conclusion.score is None:
            return ""
        full = Figure(unit="point", exact=maximum_points_range(self.scorecard, conclusion))
        return str(self.words["score"].format(score=self.figure(conclusion.score), maximum=self.figure(full)))


class RecordFormatter(CardFormatter):
    """Formats the values of one record in one language."""

    def __init__(self, record: Record, scorecard: Scorecard, language: str) -> None:
        super().__init__(scorecard, language)
        self.record = record
        self.payloads: dict[str, dict[str, Any]] = {
            step.id: orjson.loads(step.payload) if step.payload else {} for step in record.steps
        }
        self.origins = FactOriginText(record, self.renderer)
        self._plain = ReadableSentences(record, scorecard, language)
        self._single = SingleValueClauses(self.renderer)
        self._numbers = {basis.id: number for number, basis in enumerate(self.bases(), start=1)}

    def result(self, name: str, figure: Figure, step: str = "") -> str:
        payload = self.payloads.get(step or f"quantities/{name}", {})
        own = payload.get("quantities", {}).get(name, {}) if step else payload
        return str(self.words["outcomes"]["not_applicable"]) if _does_not_apply(own) else self.figure(figure)

    def unknown(self, id: str, reason: UnknownReason) -> str:
        dates = outdated_evidence(id, reason, self.record, self.scorecard)
        return reason_with_dates(str(self.words["unknown"][reason.value]), dates, self.language)

    def sentence(self, step: str) -> str:
        return self.readable_sentence(self.payloads.get(step, {}))

    def readable_sentence(self, payload: Mapping[str, Any]) -> str:
        return self._plain.render(self.recorded(payload))

    def merged_clause_sentences(self, payloads: Iterable[Mapping[str, Any]]) -> list[str]:
        """Return clause sentences, merged if they test one fact for several values."""
        sentences = merge_clauses_by_question(
            map(self.recorded, payloads), self._single.prefix_and_value, self._join_clause_values
        )
        return [self._plain.render(sentence) for sentence in sentences]

    def _join_clause_values(self, head: str, values: Iterable[str]) -> str:
        return str(self.words["includes_all"].format(head=head, values=join_items(values, self.language)))

    def recorded(self, payload: Mapping[str, Any]) -> str:
        sentence: dict[str, str] = payload.get("sentence", {})
        return sentence.get(self.language, str(self.words["erased"]))

    def fact(self, name: str) -> str:
        return name if "[" in name else self.renderer.name(name)

    def value(self, name: str, value: DeclaredValue | None) -> str:
        if value is None:
            return ""
        if value.records:
            return str(self.words["list_of"].format(count=len(value.records)))
        return self.renderer.value(name, value)

    def bases(self) -> list[Basis]:
        record = self.record
        cited = {*record.standing.weakest_bases}
        cited.update(*(result.bases for result in record.criteria))
        cited.update(*(result.bases for result in record.rules))
        cited.update(*(result.bases for result in record.results))
        cited.update(*(figure.bases for group in record.record_results for figure in group.figures))
        cited.update(*(finding.bases for finding in record.findings))
        return [basis for basis in self.scorecard.bases if basis.id in cited]

    def references(self, bases: Iterable[str]) -> list[int]:
        return sorted(self._numbers[name] for name in bases if name in self._numbers)
