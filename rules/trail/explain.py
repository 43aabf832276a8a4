"""Explanation of a record: reasons for its grade, lost points, differing ratings, missing facts, improving changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, product
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.inputs import Judgement
from rules.contracts.messages import LANGUAGES, message_factory
from rules.contracts.numbers import format_exact, parse_decimal_or_ratio
from rules.contracts.outcomes import ConclusionKind, Possibility, UnknownReason
from rules.contracts.suggestions import did_you_mean_or_known
from rules.contracts.units import convert
from rules.engine.open_facts import grade_criterion_id
from rules.model.expressions import STAGE
from rules.model.forms import PERCENT
from rules.model.scorecard import FactType
from rules.trail.closed_time import ChangeFeasibility
from rules.trail.dependency_trace import lookups_without_value
from rules.trail.deserialization import subject_of
from rules.trail.explain_criteria import CriterionExplainer
from rules.trail.explain_missing import MissingFactExplainer
from rules.trail.explain_quantities import computed_statements, figures_of_records_by_address, missing_statements
from rules.trail.explain_search import Goal, worst_completion
from rules.trail.explain_ways import Applicability, WaysUpExplainer
from rules.trail.explanation_text import ExplanationText, Statement, Topic
from rules.trail.question import read_question
from rules.trail.tables import tables_of_record
from rules.trail.ways_up import ChangeTiming, ImprovementStep, WaysUpResult, find_ways_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.contracts.inputs import DeclaredFact
    from rules.contracts.record import Conclusion, Record
    from rules.engine.inference_engine import InferenceEngine
    from rules.model.scorecard import FactDefinition, Scorecard
    from rules.trail.closed_time import ClosedPeriod
    from rules.trail.evaluation import Evaluator


def rating_differences(scorecard: Scorecard, record: Record, explanation_text: ExplanationText) -> Iterator[Statement]:
    """Say of each fact whose ratings differ how far they are apart and what came of it."""
    definitions = {definition.id: definition for definition in scorecard.facts}
    for fact in record.facts:
        declared = fact.declared
        if not declared.ratings or not _differ(definitions[declared.id], declared):
            continue
        is_open = fact.unknown is UnknownReason.RATINGS_DIFFER
        evidence = tuple(sorted({item for rating in declared.ratings for item in rating.value.evidence}))
        text = _differing_ratings_text(definitions[declared.id], declared, explanation_text)
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


def _differing_ratings_text(definition: FactDefinition, fact: DeclaredFact, explanation_text: ExplanationText) -> str:
    rating_texts = [
        explanation_text.fill_template(
            "rated", person=rating.person, value=explanation_text.value(fact.id, rating.value)
        )
        for rating in fact.ratings
    ]
    text = explanation_text.fill_template(
        "ratings", name=explanation_text.fact(fact.id), ratings=explanation_text.listed(rating_texts)
    )
    numbers = _numbers(definition, fact) if definition.type is FactType.NUMBER else []
    if len(numbers) > 1:
        text += explanation_text.fill_template(
            "apart", distance=_distance(max(numbers) - min(numbers), definition.unit, explanation_text)
        )
    verification = fact.verification
    if verification is None or verification.judgement is Judgement.ACCEPTED:
        return text + explanation_text.fill_template("unmoderated")
    template = "moderated" if verification.judgement is Judgement.CORRECTED else "moderated_away"
    value = explanation_text.value(fact.id, verification.corrected)
    return text + explanation_text.fill_template(
        template, value=value, person=verification.person, reason=verification.reason
    )


def _distance(number: Fraction, unit: str, explanation_text: ExplanationText) -> str:
    if unit == PERCENT:
        return explanation_text.fill_template("percentage_points", number=format_exact(number))
    return explanation_text.renderer.words.write_number(format_exact(number), unit)


_say = message_factory(__name__)

__all__ = ["Explanation", "ImprovementStep", "Statement", "Topic", "explain"]

MAXIMUM_CHOICES = 64
"""Of a great many combinations of choices for the open settings, how many are followed."""
_NO_WAYS = WaysUpResult((), ())


@dataclass(frozen=True, slots=True)
class Explanation:
    """An explanation in reading order, the single changes that lead up, and what blocks if there is none.

    `blocking` names gates, and as `grade-<g>` the rows of the ladder for the next grade. All `ways_up` are still
    possible on the as-of date; `following` are changes that only the period after the `closed` one can see.
    """

    statements: tuple[Statement, ...]
    ways_up: tuple[ImprovementStep, ...]
    blocking: tuple[str, ...]
    following: tuple[ImprovementStep, ...] = ()
    closed: ClosedPeriod | None = None


def explain(evaluator: Evaluator, record: Record, language: str, criterion: str | None = None) -> Explanation:
    """Explain a record with an evaluator of its scorecard version, whole or one criterion of it.

    A criterion is a gate, an indicator, a finding, a rule with a verdict, a result, `stage` or, as `grade-<g>`, a grade
    of the ladder, or the figure of one record of a list (`units[A].allocated`); then only sentences about it are given,
    and ways up through facts behind it.

    Raises:
        InputError: the language is not spoken, or the scorecard version has no such criterion.
        TrailError: the payloads of the record were erased.
        VersionError: a reference table that the record names is not there.
        EngineDisagreement: the evaluators differ on a change that was tried.
    """
    _refuse_unknown(evaluator.engine.plan.scorecard, record, language, criterion)
    return _ExplanationBuilder(evaluator.engine, record, language, criterion).explanation()


def _refuse_unknown(scorecard: Scorecard, record: Record, language: str, criterion: str | None) -> None:
    violations: list[Violation] = []
    if language not in LANGUAGES:
        description = _say("NO_SUCH_LANGUAGE", found=language[:40], known=LANGUAGES)
        violations.append(Violation("language_code", description, "UNKNOWN_LANGUAGE"))
    known = [
        *(gate.id for gate in scorecard.gates),
        *(indicator.id for indicator in scorecard.indicators),
        *(finding.id for finding in scorecard.findings),
        *(grade_criterion_id(grade.id) for grade in (scorecard.ladder.grades if scorecard.ladder else ())),
        *((STAGE,) if scorecard.stages else ()),
        *(rule.id for rule in (scorecard.verdicts.rules if scorecard.verdicts else ())),
        *(result.id for result in scorecard.results),
    ]
    if criterion is not None and "[" in criterion:
        known += figures_of_records_by_address(scorecard, record)
    if criterion is not None and criterion not in known:
        of_it = [id for id in known if id.startswith((f"{criterion}-", f"{criterion}."))]
        hint = (_say("CRITERIA_OF_IT", ids=of_it) if of_it else did_you_mean_or_known(criterion, known)) or _say(
            "CRITERIA_TOLD"
        )
        description = _say("NO_SUCH_CRITERION", found=criterion[:60], hint=hint)
        violations.append(Violation("criterion_id", description, "UNKNOWN_CRITERION"))
    if violations:
        raise InputError(tuple(violations))


class _ExplanationBuilder:
    def __init__(self, engine: InferenceEngine, record: Record, language: str, criterion: str | None) -> None:
        self._engine = engine
        self._scorecard = engine.plan.scorecard
        self._record = record
        self._criterion = criterion
        self._explanation_text = ExplanationText(self._scorecard, record, language)
        tables = tables_of_record(record.tables, engine.tables)
        reading, question = read_question(engine, subject_of(record), tables)
        self._inference = engine.infer(question)
        self._used, self._unknown = reading.verified.used, reading.verified.unknown
        self._horizon = ChangeFeasibility(self._scorecard, self._used, reading.as_of)
        self._criteria = CriterionExplainer(
            engine, record, self._explanation_text, Applicability(engine, self._inference)
        )
        open_ = [setting for setting in self._scorecard.settings if reading.settings.get(setting.id) is None]
        every = product(*([choice.id for choice in setting.choices] for setting in open_))
        self._goal = Goal(
            engine,
            tuple(
                dict(zip((setting.id for setting in open_), chosen, strict=True))
                for chosen in islice(every, MAXIMUM_CHOICES)
            ),
        )

    def explanation(self) -> Explanation:
        grades = self._grades_above()
        among = self._among()
        search_result = self._ways_up(frozenset(grades), among)
        way_sentences = self._ways_up_explainer(among)
        blocking = tuple(self._criteria.blocking(grades[-1])) if grades and not search_result.ways else ()
        rated = list(rating_differences(self._scorecard, self._record, self._explanation_text))
        statements = [
            *self._criteria.conclusion(),
            *self._best(grades),
            *computed_statements(self._engine, self._inference, self._record, self._explanation_text, self._criterion),
            *self._criteria.losses(),
            *MissingFactExplainer(self._goal, self._inference, self._record, self._explanation_text).statements(
                self._criterion
            ),
            *(statement for statement in rated if statement.topic is Topic.OPEN_FACT),
            *missing_statements(self._record, self._explanation_text, self._silent()),
            *way_sentences.no_way(grades, search_result),
            *blocking,
            *way_sentences.changes(search_result),
            *(statement for statement in rated if statement.topic is Topic.ALTERNATIVE),
            *self._alternatives(),
            *self._standing(),
        ]
        ids = tuple(dict.fromkeys(statement.criterion for statement in blocking if statement.criterion is not None))
        if self._criterion is not None:
            statements = [statement for statement in statements if statement.criterion == self._criterion]
            ids = tuple(criterion for criterion in ids if criterion == self._criterion)
        following = tuple(way for way in search_result.missed if way.chance is ChangeTiming.FOLLOWING)
        return Explanation(
            tuple(map(self._explanation_text.plainly, statements)),
            search_result.ways,
            ids,
            following,
            self._horizon.closed,
        )

    def _silent(self) -> frozenset[tuple[str, str]]:
        """Find the lookups without answer on which anything rests that is open; the others are not worth telling."""
        if not self._record.missing_values:
            return frozenset()
        return lookups_without_value(self._engine, self._inference, self._unknown)

    def _conclusions(self) -> tuple[Conclusion, ...]:
        """Give the conclusion, or those under each choice of the open settings."""
        alternatives = tuple(alternative.conclusion for alternative in self._record.setting_alternatives)
        return alternatives or (self._record.conclusion,)

    def _grades_above(self) -> tuple[str, ...]:
        """List the grades better than the worst still possible, from the best; none if the card does not apply."""
        every = self._engine.every_grade
        if not every or self._record.conclusion.kind is ConclusionKind.NOT_APPLICABLE:
            return ()
        possible = [
            every.index(grade_result.grade)
            for conclusion in self._conclusions()
            for grade_result in conclusion.grades
            if grade_result.possibility is not Possibility.EXCLUDED
        ]
        return every[: max(possible, default=0)]

    def _among(self) -> frozenset[str]:
        """Name the facts whose change is looked for: all, or those behind the criterion asked about.

        What an earlier evaluation gives is past, and what the card calls given is no lever.
        """
        facts = frozenset(fact.id for fact in self._scorecard.facts if fact.previous is None and fact.given is None)
        criterion = self._criterion
        scored = {
            *(gate.id for gate in self._scorecard.gates),
            *(indicator.id for indicator in self._scorecard.indicators),
        }
        if criterion is None or criterion.startswith("grade-"):
            return facts
        return facts & frozenset(self._engine.dependencies.of((criterion,))) if criterion in scored else frozenset()

    def _ways_up_explainer(self, among: frozenset[str]) -> WaysUpExplainer:
        return WaysUpExplainer(
            self._goal,
            self._inference.question,
            self._used,
            self._record,
            self._explanation_text,
            horizon=self._horizon,
            among=among,
            criterion=self._criterion,
        )

    def _ways_up(self, wanted: frozenset[str], among: frozenset[str]) -> WaysUpResult:
        if not wanted or not among:
            return _NO_WAYS
        completion = worst_completion(self._engine, self._record, self._inference)
        goal = replace(self._goal, wanted=wanted, completion=completion)
        return find_ways_up(goal, self._inference.question, self._used, among, self._horizon)

    def _best(self, grades: tuple[str, ...]) -> Iterator[Statement]:
        """Say that the grade is the best there is, if it is."""
        applies = self._record.conclusion.kind is not ConclusionKind.NOT_APPLICABLE
        if applies and self._engine.every_grade and not grades:
            yield Statement(Topic.CONCLUSION, self._explanation_text.fill_template("best"))

    def _alternatives(self) -> Iterator[Statement]:
        """Say what the declared values and the choices of the open settings would give."""
        explanation_text, record = self._explanation_text, self._record
        if record.declared_conclusion is not None:
            judged = tuple(fact.declared.id for fact in record.facts if fact.declared.verification is not None)
            declared, verified = (
                explanation_text.conclusion(record.declared_conclusion),
                explanation_text.conclusion(record.conclusion),
            )
            text = explanation_text.fill_template("declared", conclusion=declared, verified=verified)
            yield Statement(Topic.ALTERNATIVE, text, facts=judged)
        for alternative in record.setting_alternatives:
            chosen = [
                explanation_text.fill_template(
                    "setting",
                    name=explanation_text.renderer.name(name),
                    choice=explanation_text.renderer.choice(name, choice),
                )
                for name, choice in alternative.settings.items()
            ]
            conclusion = explanation_text.conclusion(alternative.conclusion)
            text = explanation_text.fill_template(
                "alternative", settings=explanation_text.listed(chosen), conclusion=conclusion
            )
            yield Statement(Topic.ALTERNATIVE, text)

    def _standing(self) -> Iterator[Statement]:
        """Say how sure the conclusion is and what was not assessed."""
        explanation_text, standing = self._explanation_text, self._record.standing
        text = explanation_text.fill_template(
            "certainty", certainty=explanation_text.word("certainties", standing.certainty)
        )
        yield Statement(Topic.STANDING, text, bases=standing.weakest_bases)
        for name in standing.weakest_bases:
            yield Statement(Topic.STANDING, explanation_text.weakest(name), bases=(name,))
        for table in standing.weakest_tables:
            phrase = explanation_text.word("certainties", standing.certainty)
            yield Statement(
                Topic.STANDING, explanation_text.fill_template("weakest_table", table=table, certainty=phrase)
            )
        for name, phrase in explanation_text.origins.origin_sentences():
            yield Statement(Topic.STANDING, explanation_text.fill_template("taken", said=phrase), facts=(name,))
        for words in self._scorecard.card.not_assessed:
            yield Statement(
                Topic.STANDING, explanation_text.fill_template("not_assessed", text=explanation_text.localized(words))
            )
