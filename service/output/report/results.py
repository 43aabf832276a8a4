"""Results section of a report: grade, score, gates, losses, findings, rules and missing facts."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from rules.api import record_results as of_each_record
from rules.contracts import ConclusionKind, Figure, Outcome, all_of, join_items, parse_exact
from rules.model import FormulaQuantity, NamedCondition, names_in_condition
from rules.trail import SCALE_TEXTS, depends_on_conditions_only, distance_text, missing_texts, open_item_title
from service.output.report.charts import scale, stars
from service.output.report.formatters import MARKS
from service.output.report.scoring import point_bounds

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.contracts import Bounds, CriterionResult, OpenFact, Reason, RecordFigures
    from rules.model import RecordResult
    from service.output.report.formatters import RecordFormatter
    from service.output.report.scoring import RecordPoints

Row = dict[str, Any]
"""What the template needs of one row."""


def head(teller: RecordFormatter) -> Row:
    """Say which subject was evaluated under which version, as of when and with which settings."""
    record, renderer = teller.record, teller.renderer
    return {
        "title": teller.label(teller.scorecard.card.titles, teller.scorecard.card.id),
        "settings": [
            {
                "name": renderer.name(setting.id),
                "choice": renderer.choice(setting.id, record.settings[setting.id])
                if setting.id in record.settings
                else None,
            }
            for setting in teller.scorecard.settings
        ],
    }


def conclusion(teller: RecordFormatter) -> Row:
    """Say what was concluded, with the stars, the score, the named results and what other readings would give."""
    concluded = teller.record.conclusion
    return {
        "kind": teller.kind_of(concluded),
        "grade": teller.grade_line(concluded),
        "stars": _stars(teller),
        "verdict": teller.verdict_line(concluded),
        "stage": teller.stage_line(concluded),
        "score": teller.score_line(concluded),
        "scale": _scale(teller, concluded.score.exact) if concluded.score and teller.maximum(concluded) else None,
        "declared": declared_answer(teller),
        "results": list(results(teller)),
        "record_results": list(record_results(teller)),
        "alternatives": list(alternatives(teller)),
    }


def declared_answer(teller: RecordFormatter) -> str:
    """Say what the declared values alone would give; nothing if no verification differs."""
    alone = teller.record.declared_conclusion
    if alone is None or (alone.score is None and alone.verdict is None):
        return ""
    if not alone.grades or alone.score is None:
        return str(teller.words["declared_answer"].format(answer=teller.answer_of(alone)))
    return str(teller.words["declared"].format(grade=teller.grade_of(alone), score=teller.figure(alone.score)))


def results(teller: RecordFormatter) -> Iterator[Row]:
    """Give the named results of the card with their figures."""
    figures = {named.id: named.figure for named in teller.record.results}
    for definition in teller.scorecard.results:
        if definition.id in figures:
            label = teller.label(definition.labels, definition.id)
            figure = teller.result(definition.name, figures[definition.id])
            yield {"id": definition.id, "label": label, "figure": figure}


def record_results(teller: RecordFormatter) -> Iterator[Row]:
    """Give a table for each list: its records in rows, what the card says of each of them in columns."""
    defined = of_each_record(teller.scorecard)
    for name in dict.fromkeys(of.list for of in teller.record.record_results):
        own = [definition for definition in defined if definition.list == name]
        rows = [
            {"key": of.key, "figures": _in_order(teller, of, own)}
            for of in teller.record.record_results
            if of.list == name
        ]
        heads = [teller.label(definition.labels, definition.id) for definition in own]
        yield {"id": name, "list": teller.renderer.name(name), "heads": heads, "rows": rows}


def _in_order(teller: RecordFormatter, of: RecordFigures, defined: Sequence[RecordResult]) -> list[str]:
    figures = {named_figure.id: named_figure.figure for named_figure in of.figures}
    step = f"facts/{of.list}/{of.key}"
    return [teller.result(definition.name, figures[definition.id], step) for definition in defined]


def alternatives(teller: RecordFormatter) -> Iterator[Row]:
    """Give grades, verdict, stage or score, or else whether gates are met, under each choice of the open settings."""
    for alternative in teller.record.setting_alternatives:
        settings = (
            f"{teller.renderer.name(name)} = {teller.renderer.choice(name, choice)}"
            for name, choice in alternative.settings.items()
        )
        answer = teller.answer_of(alternative.conclusion) or teller.kind_of(alternative.conclusion)
        yield {"settings": join_items(settings, teller.language), "grade": answer}


def _stars(teller: RecordFormatter) -> str | None:
    star_counts = teller.stars()
    if star_counts is None:
        return None
    least, reached, most = star_counts
    title = teller.words["stars" if least == reached else "stars_open"]
    return stars(least=least, reached=reached, most=most, title=title.format(least=least, reached=reached, most=most))


def _scale(teller: RecordFormatter, score: Bounds) -> str:
    maximum = teller.maximum(teller.record.conclusion)
    low, high = point_bounds(score, maximum)
    # Where no grade can be had, the score stands beside no mark that it could seem to pass.
    graded = teller.record.conclusion.kind not in (ConclusionKind.GATE_FAILED, ConclusionKind.NOT_APPLICABLE)
    rows = teller.scorecard.ladder.rows if teller.scorecard.ladder and graded else ()
    starts = {
        bound
        for row in rows
        for bound in (row.more_than if row.more_than is not None else row.at_least,)
        if bound is not None
    }
    ticks = [(value, teller.points(value).rstrip("0").rstrip(".") or "0") for value in sorted(starts)]
    shown = teller.figure(Figure(unit="point", exact=score))
    title = teller.words["score_chart" if ticks else "score_chart_plain"].format(
        score=shown, maximum=teller.points(maximum), ticks=join_items((text for _, text in ticks), teller.language)
    )
    edges = [(Fraction(0), "0"), (maximum, teller.points(maximum).rstrip("0").rstrip("."))]
    all_ticks = ticks + [edge for edge in edges if edge[0] not in starts]
    return scale(low=low, high=high, maximum=maximum, ticks=all_ticks, title=title, counts=graded)


def gates(teller: RecordFormatter) -> Iterator[Row]:
    """Give every gate with its answer, and what fails or stays open in it."""
    labels = {gate.id: gate.labels for gate in teller.scorecard.gates}
    for result in teller.record.criteria:
        if result.id in labels:
            yield {
                "id": result.id,
                "name": teller.label(labels[result.id]),
                "mark": MARKS[result.outcome],
                "answer": teller.words["outcomes"][result.outcome.value],
                "outcome": result.outcome.value,
                "codes": result.reason_codes,
                "clauses": list(_required(teller, result)),
                "bases": teller.references(result.bases),
            }


def _required(teller: RecordFormatter, result: CriterionResult) -> Iterator[str]:
    """Give what a gate requires with what was found: all of it if it is met, else what made it come out so."""
    if result.outcome is not Outcome.MET:
        yield from clauses(teller, f"gates/{result.id}", result.outcome)
        if result.outcome is Outcome.NOT_MET:
            yield from _behind(teller, result.id)
        return
    yield from teller.all_said(teller.payloads.get(f"gates/{result.id}", {}).get("clauses", ()))


def _behind(teller: RecordFormatter, gate: str) -> Iterator[str]:
    """Give how the named conditions and the values by cases came about for which a gate fails."""
    requires = next(one.requires for one in teller.scorecard.gates if one.id == gate)
    clause_results = teller.payloads.get(f"gates/{gate}", {}).get("clauses", ())
    failing = [
        clause
        for clause, clause_result in zip(requires, clause_results, strict=False)
        if clause_result["outcome"] == Outcome.NOT_MET.value
    ]
    quantities = {quantity.id: quantity for quantity in teller.scorecard.quantities}
    for name in names_in_condition(tuple(failing)):
        definition = quantities.get(name)
        if isinstance(definition, NamedCondition) or (
            isinstance(definition, FormulaQuantity) and depends_on_conditions_only(definition)
        ):
            yield teller.sentence(f"quantities/{name}")


def clauses(teller: RecordFormatter, step: str, outcome: Outcome) -> Iterator[str]:
    """Give the clauses of a step that made it come out so, with what they lack; none if it holds."""
    if outcome in (Outcome.MET, Outcome.NOT_APPLICABLE):
        return
    matching = [
        clause for clause in teller.payloads.get(step, {}).get("clauses", ()) if clause["outcome"] == outcome.value
    ]
    if outcome is Outcome.UNDETERMINED:
        yield from teller.all_said(matching)
        return
    for clause in matching:
        sentence = teller.said(clause)
        if "distance" in clause:
            distance = teller.figure(Figure.model_validate(clause["distance"]), exact=True)
            sentence += teller.words["semicolon"] + teller.words["away"].format(distance=distance)
        yield sentence


def losses(teller: RecordFormatter, points: RecordPoints) -> Iterator[Row]:
    """Give every criterion that lost points, or may lose them, most first."""
    criteria = {result.id: result for result in teller.record.criteria}
    seen: set[str] = set()
    for reason in teller.record.reasons:
        if reason.points_lost is None or reason.criterion in seen:
            continue
        seen.add(reason.criterion)
        result = criteria[reason.criterion]
        least, most = (parse_exact(end or "0") for end in (reason.points_lost.low, reason.points_lost.high))
        yield {
            "lost": points.loss(least, most),
            "is_certain": points.is_exact(least, most),
            "sentence": teller.sentence(f"indicators/{reason.criterion}"),
            "to_next": _to_next(teller, reason),
            "codes": result.reason_codes,
            "bases": teller.references(result.bases),
        }


def _to_next(teller: RecordFormatter, reason: Reason) -> str:
    """Say how far it is to the next band, the next corner of a line, or full points."""
    if reason.distance is None or not reason.next_band:
        return ""
    indicator = next(candidate for candidate in teller.scorecard.indicators if candidate.id == reason.criterion)
    template: str = teller.words[f"next_{SCALE_TEXTS[indicator.scale.kind].next_step(indicator, reason)}"]
    figure = teller.figure(reason.distance, exact=True)
    return template.format(distance=distance_text(figure, reason.distance.unit, teller.language))


def findings(teller: RecordFormatter) -> Iterator[Row]:
    """Give every finding that is raised or left open."""
    rules = {rule.id: rule for rule in teller.scorecard.findings}
    for finding in teller.record.findings:
        days = finding.close_within_days
        yield {
            "id": finding.id,
            "name": teller.origins.difference(finding.id) or teller.label(rules[finding.id].labels),
            "is_open": finding.outcome is not Outcome.MET,
            "severity": teller.words["severity"][finding.severity],
            "answer": teller.words["raised" if finding.outcome is Outcome.MET else "finding_open"],
            "close_within": "" if days is None else teller.words["days"].format(count=days),
            "bases": teller.references(finding.bases),
        }


def rules(teller: RecordFormatter) -> Iterator[Row]:
    """Give every rule with a verdict that holds, is open or is yet to come; those that hold first, worst first."""
    definitions = {rule.id: rule for rule in (teller.scorecard.verdicts.rules if teller.scorecard.verdicts else ())}
    rows: list[tuple[int, int, Row]] = []
    for result in teller.record.rules:
        holds = all_of([result.outcome, result.in_force])
        if holds is Outcome.NOT_MET and not result.coming:
            continue
        order = 2 if result.coming else 0 if holds is Outcome.MET else 1
        remedy = teller.label(definitions[result.id].remedy)
        row: Row = {
            "id": result.id,
            "name": teller.label(definitions[result.id].labels),
            "verdict": teller.words["verdicts"][result.verdict.value],
            "severity": teller.words["severity"][result.severity],
            "answer": teller.words["rule_coming"] if result.coming else teller.words["rule_outcomes"][holds.value],
            "sentence": teller.sentence(f"rules/{result.id}"),
            "remedy": teller.words["remedy"].format(remedy=remedy) if remedy else "",
            "bases": teller.references(result.bases),
        }
        rows.append((order, result.verdict.rank, row))
    return (row for _, _, row in sorted(rows, key=lambda item: item[:2]))


def rules_without_effect(teller: RecordFormatter) -> str:
    """Name every rule with a verdict that was assessed and neither holds, nor is open or coming; nothing if none."""
    rule_ids = {row["id"] for row in rules(teller)}
    rest = [result.id for result in teller.record.rules if result.id not in rule_ids]
    if not rest:
        return ""
    return str(teller.words["rules_without_effect"].format(rules=join_items(rest, teller.language), count=len(rest)))


def missing_facts(teller: RecordFormatter) -> Iterator[Row]:
    """Give every unknown fact that could still change the conclusion or a finding."""
    for fact in teller.record.open_facts:
        stage = teller.words["the_stage"]
        criteria = (
            open_item_title(teller.renderer, criterion, teller.language, the_stage=stage) for criterion in fact.criteria
        )
        yield {
            "id": fact.id,
            "name": teller.fact(fact.id),
            "reason": _reason(teller, fact),
            "criteria": join_items(criteria, teller.language),
        }


def _reason(teller: RecordFormatter, fact: OpenFact) -> str:
    """Say why a fact is unknown; of one from an earlier evaluation, which evaluation it waits for."""
    reason, waits = teller.unknown(fact.id, fact.reason), teller.origins.waits(fact.id)
    return str(teller.words["reason_waits"].format(reason=reason, what=waits)) if waits else reason


def missing_values(teller: RecordFormatter) -> Iterator[str]:
    """Say what the reference tables give no value for, and why."""
    yield from (text for _, text in missing_texts(teller.record, teller.renderer))


def failed_gates(teller: RecordFormatter) -> tuple[list[CriterionResult], list[CriterionResult]]:
    """Give the gates that are not met, and those that are undetermined."""
    gate_results = [result for result in teller.record.criteria if result.kind == "gate"]
    failed = [result for result in gate_results if result.outcome is Outcome.NOT_MET]
    return failed, [result for result in gate_results if result.outcome is Outcome.UNDETERMINED]
