"""Explanation of a record: its grade, lost points, computed quantities and failed lookups.

It also contains differing ratings, missing facts and improvement options.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, product
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.inputs import Judgement
from rules.contracts.messages import LANGUAGES, message_factory
from rules.contracts.numbers import format_exact, parse_decimal_or_ratio
from rules.contracts.outcomes import ConclusionKind, Outcome, Possibility, UnknownReason
from rules.contracts.suggestions import MAXIMUM_LISTED_WORDS, did_you_mean, did_you_mean_or_known
from rules.contracts.units import convert
from rules.engine.dependencies import names_of_indicator
from rules.engine.open_facts import grade_criterion_id
from rules.engine.verdicts import names_in_rule
from rules.model.expressions import STAGE, TOTAL_SCORE, names_in_condition
from rules.model.forms import PERCENT
from rules.model.record_results import record_results
from rules.model.scorecard import FactType
from rules.trail.closed_time import ChangeFeasibility
from rules.trail.dependency_trace import computed_quantities_behind, lookups_without_value
from rules.trail.deserialization import subject_of
from rules.trail.explain_criteria import CriterionExplainer
from rules.trail.explain_missing import MissingFactExplainer
from rules.trail.explain_records import uncounted_text
from rules.trail.explain_scales import scale_text
from rules.trail.explain_search import Goal, worst_completion
from rules.trail.explain_ways import Applicability, WaysUpExplainer
from rules.trail.explanation_text import ExplanationText, Statement, Topic
from rules.trail.open_items import missing_texts
from rules.trail.question import read_question
from rules.trail.tables import tables_of_record
from rules.trail.ways_up import ChangeTiming, ImprovementStep, WaysUpResult, find_ways_up

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from rules.contracts.inputs import DeclaredFact
    from rules.contracts.record import Conclusion, Record
    from rules.engine.inference import Inference
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.scorecard import FactDefinition, Scorecard
    from rules.trail.closed_time import ClosedPeriod
    from rules.trail.dependency_trace import ComputedQuantity
    from rules.trail.evaluation import Evaluator

_message = message_factory(__name__)
MAXIMUM_CHOICES = 64
"""Limit on the combinations of undecided settings that an explanation evaluates."""


def computed_statements(
    engine: InferenceEngine,
    inference: Inference,
    record: Record,
    wording: ExplanationText,
    criterion: str | None = None,
) -> Iterator[Statement]:
    """Yield the recorded computation of each quantity behind a result, gate or rule, or behind one criterion."""
    if inference.applies is Outcome.NOT_MET:
        return
    facts = {fact.id for fact in engine.plan.scorecard.facts}
    for quantity in _computed(engine, inference, record, criterion):
        behind = tuple(fact for fact in engine.dependencies.of((quantity.name,)) if fact in facts)
        text = _sentence(quantity, wording) + uncounted_text(engine, inference, quantity, wording)
        text += wording.fill("end") + wording.support(quantity.bases, ())
        yield Statement(Topic.COMPUTATION, text, criterion, behind, (), quantity.bases)


def figures_of_records_by_address(scorecard: Scorecard, record: Record) -> dict[str, tuple[str, str, str]]:
    """Return (quantity, list, record key) of each record figure by address, such as `units[A].allocated`."""
    names = {result.id: result.name for result in record_results(scorecard)}
    return {
        f"{record_figures.list}[{record_figures.key}].{figure.id}": (
            names[figure.id],
            record_figures.list,
            record_figures.key,
        )
        for record_figures in record.record_results
        for figure in record_figures.figures
    }


def _computed(
    engine: InferenceEngine, inference: Inference, record: Record, criterion: str | None
) -> tuple[ComputedQuantity, ...]:
    names = dict(_names_by_criterion(engine, inference, record))
    if criterion is not None:
        names |= _names_of_other_criteria(engine.plan.scorecard)
    if criterion is not None and criterion not in names:
        figure_location = figures_of_records_by_address(engine.plan.scorecard, record).get(criterion)
        return (
            ()
            if figure_location is None
            else computed_quantities_behind(engine, inference, figure_location[:1], *figure_location[1:])
        )
    selected = names if criterion is None else {criterion: names[criterion]}
    return computed_quantities_behind(
        engine, inference, dict.fromkeys(name for behind in selected.values() for name in behind)
    )


def _names_by_criterion(
    engine: InferenceEngine, inference: Inference, record: Record
) -> Iterator[tuple[str, tuple[str, ...]]]:
    card = engine.plan.scorecard
    for result in card.results:
        if result.name != TOTAL_SCORE:
            yield result.id, (result.name,)
    for gate in card.gates:
        if inference.gates[gate.id] is not Outcome.NOT_APPLICABLE:
            yield gate.id, tuple(names_in_condition((*gate.applies, *gate.requires)))
    if card.verdicts is not None:
        bearing = {rule.id for rule in record.rules if rule.outcome in (Outcome.MET, Outcome.UNDETERMINED)}
        for rule in card.verdicts.rules:
            if rule.id in bearing:
                yield rule.id, names_in_rule(card.verdicts, rule)


def _names_of_other_criteria(card: Scorecard) -> dict[str, tuple[str, ...]]:
    """Return the names behind each indicator, finding and grade."""
    names = {indicator.id: names_of_indicator(indicator) for indicator in card.indicators}
    names |= {finding.id: tuple(names_in_condition(finding.when)) for finding in card.findings}
    for row in card.ladder_rows:
        grade = grade_criterion_id(row.grade)
        names[grade] = (*names.get(grade, ()), *names_in_condition(row.requires))
    return names


def _sentence(quantity: ComputedQuantity, wording: ExplanationText) -> str:
    if not quantity.list:
        return _without_repeated_value(wording.payload(f"quantities/{quantity.name}").sentence[wording.language])
    recorded = wording.payload(f"facts/{quantity.list}/{quantity.record}").quantities[quantity.name]
    slots = {"list": wording.renderer.name(quantity.list), "record": quantity.record}
    return wording.fill("of_record", sentence=_without_repeated_value(recorded.sentence[wording.language]), **slots)


def _without_repeated_value(sentence: str) -> str:
    *head, formula, value = ("", *sentence.rsplit(" = ", 2))
    return f"{head[-1]} = {value}" if head[1:] and formula == value else sentence


def missing_statements(
    record: Record, wording: ExplanationText, silent: Container[tuple[str, str]]
) -> Iterator[Statement]:
    """Yield a statement for each failed lookup in `silent`, which contains (quantity, record key).

    A missing value is never reported as 0.
    """
    for missing, text in missing_texts(record, wording.renderer, silent):
        rows = wording.renderer.names.quantities[missing.quantity].rows
        bases = tuple(dict.fromkeys(basis for row in rows for basis in row.basis))
        yield Statement(Topic.OPEN_FACT, text, bases=bases)


def _rating_differences(scorecard: Scorecard, record: Record, wording: ExplanationText) -> Iterator[Statement]:
    definitions = {definition.id: definition for definition in scorecard.facts}
    for fact in record.facts:
        declared = fact.declared
        if not declared.ratings or not _differ(definitions[declared.id], declared):
            continue
        is_open = fact.unknown is UnknownReason.RATINGS_DIFFER
        evidence = tuple(sorted({item for rating in declared.ratings for item in rating.value.evidence}))
        text = _differing_ratings_text(definitions[declared.id], declared, wording)
        yield Statement(Topic.OPEN_FACT if is_open else Topic.ALTERNATIVE, text, None, (declared.id,), evidence)


def _numbers(definition: FactDefinition, fact: DeclaredFact) -> list[Fraction]:
    return [
        convert(parse_decimal_or_ratio(rating.value.number), rating.value.unit or "", definition.unit)
        for rating in fact.ratings
        if rating.value.number is not None
    ]


def _differ(definition: FactDefinition, fact: DeclaredFact) -> bool:
    if definition.type is FactType.NUMBER and all(rating.value.number is not None for rating in fact.ratings):
        return len(set(_numbers(definition, fact))) > 1
    plain = [rating.value.model_copy(update={"evidence": (), "unit": None}) for rating in fact.ratings]
    return any(value != plain[0] for value in plain)


def _differing_ratings_text(definition: FactDefinition, fact: DeclaredFact, wording: ExplanationText) -> str:
    rating_texts = [
        wording.fill("rated", person=rating.person, value=wording.value(fact.id, rating.value))
        for rating in fact.ratings
    ]
    text = wording.fill("ratings", name=wording.fact(fact.id), ratings=wording.listed(rating_texts))
    numbers = _numbers(definition, fact) if definition.type is FactType.NUMBER else []
    if len(numbers) > 1:
        text += wording.fill("apart", distance=_distance(max(numbers) - min(numbers), definition.unit, wording))
    verification = fact.verification
    if verification is None or verification.judgement is Judgement.ACCEPTED:
        return text + wording.fill("unmoderated")
    template = "moderated" if verification.judgement is Judgement.CORRECTED else "moderated_away"
    value = wording.value(fact.id, verification.corrected)
    return text + wording.fill(template, value=value, person=verification.person, reason=verification.reason)


def _distance(number: Fraction, unit: str, wording: ExplanationText) -> str:
    if unit == PERCENT:
        return wording.fill("percentage_points", number=format_exact(number))
    return wording.renderer.words.write_number(format_exact(number), unit)


__all__ = ["Explanation", "ImprovementStep", "Statement", "Topic", "explain"]

_NO_IMPROVEMENTS = WaysUpResult((), ())


@dataclass(frozen=True, slots=True)
class Explanation:
    """Explanation in reading order, with single-change improvements and, if there are none, the obstacles.

    `blocking` contains gate ids, and ladder rows of the next grade as `grade-<g>`. `ways_up` are still possible on the
    as-of date; `following` only affect the period after `closed` (None: no closed period).
    """

    statements: tuple[Statement, ...]
    ways_up: tuple[ImprovementStep, ...]
    blocking: tuple[str, ...]
    following: tuple[ImprovementStep, ...] = ()
    closed: ClosedPeriod | None = None


def explain(evaluator: Evaluator, record: Record, language: str, criterion: str | None = None) -> Explanation:
    """Explain a record, or one criterion of it, with an evaluator of its scorecard version.

    `criterion` limits the statements and improvements. It is an id, `grade-<g>` for a grade, "stage", or the address of
    a record figure, such as `units[A].allocated`.

    Raises:
        InputError: If the language or the criterion is unknown.
        TrailError: If the payloads of the record were erased.
        VersionError: If a reference table of the record is missing.
        EngineDisagreement: If the two evaluators differ on a tested change.
    """
    _refuse_unknown(evaluator.engine.plan.scorecard, record, language, criterion)
    return _ExplanationBuilder(evaluator.engine, record, language, criterion).explanation()


def _refuse_unknown(scorecard: Scorecard, record: Record, language: str, criterion: str | None) -> None:
    violations: list[Violation] = []
    if language not in LANGUAGES:
        description = _message("NO_SUCH_LANGUAGE", found=language[:40], known=LANGUAGES)
        violations.append(Violation("language_code", description, "UNKNOWN_LANGUAGE"))
    known = _criterion_ids(scorecard)
    if criterion is not None and "[" in criterion:
        known += figures_of_records_by_address(scorecard, record)
    if criterion is not None and criterion not in known:
        sub_ids = [id for id in known if id.startswith((f"{criterion}-", f"{criterion}."))]
        hint = (
            _message("CRITERIA_OF_IT", ids=sub_ids)
            if sub_ids
            else (did_you_mean_or_known if len(known) <= MAXIMUM_LISTED_WORDS else did_you_mean)(criterion, known)
        ) or _message("CRITERIA_TOLD")
        description = _message("NO_SUCH_CRITERION", found=criterion[:60], hint=hint)
        violations.append(Violation("criterion_id", description, "UNKNOWN_CRITERION"))
    if violations:
        raise InputError(tuple(violations))


def _criterion_ids(scorecard: Scorecard) -> list[str]:
    return [
        *(gate.id for gate in scorecard.gates),
        *(indicator.id for indicator in scorecard.indicators),
        *(finding.id for finding in scorecard.findings),
        *(grade_criterion_id(grade.id) for grade in scorecard.grades),
        *((STAGE,) if scorecard.stages else ()),
        *(rule.id for rule in scorecard.verdict_rules),
        *(result.id for result in scorecard.results),
    ]


class _ExplanationBuilder:
    def __init__(self, engine: InferenceEngine, record: Record, language: str, criterion: str | None) -> None:
        self._engine = engine
        self._scorecard = engine.plan.scorecard
        self._record = record
        self._criterion = criterion
        self._wording = ExplanationText(self._scorecard, record, language)
        tables = tables_of_record(record.tables, engine.tables)
        reading, question = read_question(engine, subject_of(record), tables)
        self._inference = engine.infer(question)
        self._used, self._unknown = reading.verified.used, reading.verified.unknown
        self._horizon = ChangeFeasibility(self._scorecard, self._used, reading.as_of)
        self._criteria = CriterionExplainer(engine, record, self._wording, Applicability(engine, self._inference))
        undecided_settings = [
            setting for setting in self._scorecard.settings if reading.settings.get(setting.id) is None
        ]
        combinations = product(*([choice.id for choice in setting.choices] for setting in undecided_settings))
        self._goal = Goal(
            engine,
            tuple(
                dict(zip((setting.id for setting in undecided_settings), chosen, strict=True))
                for chosen in islice(combinations, MAXIMUM_CHOICES)
            ),
        )

    def explanation(self) -> Explanation:
        grades = self._grades_above()
        changeable_facts = self._changeable_facts()
        search_result = self._find_improvements(frozenset(grades), changeable_facts)
        improvement_explainer = self._improvement_explainer(changeable_facts)
        blocking = tuple(self._criteria.blocking(grades[-1])) if grades and not search_result.ways else ()
        rated = list(_rating_differences(self._scorecard, self._record, self._wording))
        statements = [
            *self._criteria.conclusion(),
            *self._best_grade(grades),
            *computed_statements(self._engine, self._inference, self._record, self._wording, self._criterion),
            *self._scale(),
            *self._criteria.losses(),
            *MissingFactExplainer(self._goal, self._inference, self._record, self._wording).statements(self._criterion),
            *(statement for statement in rated if statement.topic is Topic.OPEN_FACT),
            *missing_statements(self._record, self._wording, self._blocking_lookups()),
            *improvement_explainer.no_way(grades, search_result),
            *blocking,
            *improvement_explainer.changes(search_result),
            *(statement for statement in rated if statement.topic is Topic.ALTERNATIVE),
            *self._alternatives(),
            *self._certainty_statements(),
        ]
        ids = tuple(dict.fromkeys(statement.criterion for statement in blocking if statement.criterion is not None))
        if self._criterion is not None:
            statements = [statement for statement in statements if statement.criterion == self._criterion]
            ids = tuple(criterion for criterion in ids if criterion == self._criterion)
        following = tuple(step for step in search_result.missed if step.chance is ChangeTiming.FOLLOWING)
        return Explanation(
            tuple(map(self._wording.plainly, statements)), search_result.ways, ids, following, self._horizon.closed
        )

    def _scale(self) -> Iterator[Statement]:
        maxima = {result.id: result.maximum_points for result in self._record.criteria}
        for indicator in self._scorecard.indicators:
            if indicator.id == self._criterion:
                text = scale_text(indicator, maxima[indicator.id], self._wording) + self._wording.support(
                    indicator.basis, ()
                )
                yield Statement(Topic.COMPUTATION, text, indicator.id, bases=indicator.basis)

    def _blocking_lookups(self) -> frozenset[tuple[str, str]]:
        if not self._record.missing_values:
            return frozenset()
        return lookups_without_value(self._engine, self._inference, self._unknown)

    def _conclusions(self) -> tuple[Conclusion, ...]:
        alternatives = tuple(alternative.conclusion for alternative in self._record.setting_alternatives)
        return alternatives or (self._record.conclusion,)

    def _grades_above(self) -> tuple[str, ...]:
        grades = self._engine.every_grade
        if not grades or self._record.conclusion.kind is ConclusionKind.NOT_APPLICABLE:
            return ()
        possible = [
            grades.index(grade_result.grade)
            for conclusion in self._conclusions()
            for grade_result in conclusion.grades
            if grade_result.possibility is not Possibility.EXCLUDED
        ]
        return grades[: max(possible, default=0)]

    def _changeable_facts(self) -> frozenset[str]:
        facts = frozenset(fact.id for fact in self._scorecard.facts if fact.previous is None and fact.given is None)
        criterion = self._criterion
        scored = {
            *(gate.id for gate in self._scorecard.gates),
            *(indicator.id for indicator in self._scorecard.indicators),
        }
        if criterion is None or criterion.startswith("grade-"):
            return facts
        return facts & frozenset(self._engine.dependencies.of((criterion,))) if criterion in scored else frozenset()

    def _improvement_explainer(self, among: frozenset[str]) -> WaysUpExplainer:
        return WaysUpExplainer(
            self._goal,
            self._inference.question,
            self._used,
            self._record,
            self._wording,
            horizon=self._horizon,
            among=among,
            criterion=self._criterion,
        )

    def _find_improvements(self, wanted: frozenset[str], among: frozenset[str]) -> WaysUpResult:
        if not wanted or not among:
            return _NO_IMPROVEMENTS
        completion = worst_completion(self._engine, self._record, self._inference)
        goal = replace(self._goal, wanted=wanted, completion=completion)
        return find_ways_up(goal, self._inference.question, self._used, among, self._horizon)

    def _best_grade(self, grades: tuple[str, ...]) -> Iterator[Statement]:
        applies = self._record.conclusion.kind is not ConclusionKind.NOT_APPLICABLE
        if applies and self._engine.every_grade and not grades:
            yield Statement(Topic.CONCLUSION, self._wording.fill("best"))

    def _alternatives(self) -> Iterator[Statement]:
        wording, record = self._wording, self._record
        if record.declared_conclusion is not None:
            judged = tuple(fact.declared.id for fact in record.facts if fact.declared.verification is not None)
            declared, verified = (wording.conclusion(record.declared_conclusion), wording.conclusion(record.conclusion))
            text = wording.fill("declared", conclusion=declared, verified=verified)
            yield Statement(Topic.ALTERNATIVE, text, facts=judged)
        for alternative in record.setting_alternatives:
            chosen = [
                wording.fill("setting", name=wording.renderer.name(name), choice=wording.renderer.choice(name, choice))
                for name, choice in alternative.settings.items()
            ]
            conclusion = wording.conclusion(alternative.conclusion)
            text = wording.fill("alternative", settings=wording.listed(chosen), conclusion=conclusion)
            yield Statement(Topic.ALTERNATIVE, text)

    def _certainty_statements(self) -> Iterator[Statement]:
        wording, record_certainty = self._wording, self._record.standing
        text = wording.fill("certainty", certainty=wording.word("certainties", record_certainty.certainty))
        yield Statement(Topic.STANDING, text, bases=record_certainty.weakest_bases)
        for name in record_certainty.weakest_bases:
            yield Statement(Topic.STANDING, wording.weakest(name), bases=(name,))
        for table in record_certainty.weakest_tables:
            phrase = wording.word("certainties", record_certainty.certainty)
            yield Statement(Topic.STANDING, wording.fill("weakest_table", table=table, certainty=phrase))
        for name, phrase in wording.origins.origin_sentences():
            yield Statement(Topic.STANDING, wording.fill("taken", said=phrase), facts=(name,))
        for words in self._scorecard.card.not_assessed:
            yield Statement(Topic.STANDING, wording.fill("not_assessed", text=wording.localized(words)))
