"""Results section of a report: grade, score, gates, losses, findings, rules and missing facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rules.api import record_results as of_each_record
from rules.contracts import Figure, Outcome, all_of, join_items, parse_exact
from rules.model import FormulaQuantity, NamedCondition, names_in_condition
from rules.trail import depends_on_conditions_only, distance_text, missing_texts, open_item_title
from service.output.report.formatters import MARKS
from service.output.report.ladder import ladder_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.contracts import CriterionResult, OpenFact, Reason, RecordFigures
    from rules.model import RecordResult
    from service.output.report.formatters import RecordFormatter
    from service.output.report.score_section import RecordPoints

Row = dict[str, Any]
"""What the template needs of one row."""


def head(formatter: RecordFormatter) -> Row:
    """Say which subject was evaluated under which version, as of when and with which settings."""
    record, renderer = formatter.record, formatter.renderer
    return {
        "title": formatter.label(formatter.scorecard.card.titles, formatter.scorecard.card.id),
        "settings": [
            {
                "name": renderer.name(setting.id),
                "choice": renderer.choice(setting.id, record.settings[setting.id])
                if setting.id in record.settings
                else None,
            }
            for setting in formatter.scorecard.settings
        ],
    }


def conclusion(formatter: RecordFormatter) -> Row:
    """Say what was concluded, with the ladder, the score, the named results and what other readings would give."""
    concluded = formatter.record.conclusion
    ladder = ladder_of(formatter, concluded)
    return {
        "kind": formatter.kind_of(concluded),
        "grade": formatter.grade_line(concluded),
        "verdict": formatter.verdict_line(concluded),
        "stage": formatter.stage_line(concluded),
        "score": formatter.score_line(concluded),
        "ladder": ladder.svg(),
        "parts": ladder.parts,
        "declared": declared_answer(formatter),
        "results": list(results(formatter)),
        "record_results": list(record_results(formatter)),
        "alternatives": list(alternatives(formatter)),
    }


def declared_answer(formatter: RecordFormatter) -> str:
    """Say what the declared values alone would give; nothing if no verification differs."""
    alone = formatter.record.declared_conclusion
    if alone is None or (alone.score is None and alone.verdict is None):
        return ""
    if not alone.grades or alone.score is None:
        return str(formatter.words["declared_answer"].format(answer=formatter.answer_of(alone)))
    return str(formatter.words["declared"].format(grade=formatter.grade_of(alone), score=formatter.figure(alone.score)))


def results(formatter: RecordFormatter) -> Iterator[Row]:
    """Give the named results of the card with their figures."""
    figures = {named.id: named.figure for named in formatter.record.results}
    for definition in formatter.scorecard.results:
        if definition.id in figures:
            label = formatter.label(definition.labels, definition.id)
            figure = formatter.result(definition.name, figures[definition.id])
            yield {"id": definition.id, "label": label, "figure": figure}


def record_results(formatter: RecordFormatter) -> Iterator[Row]:
    """Give a table for each list: its records in rows, what the card says of each of them in columns."""
    defined = of_each_record(formatter.scorecard)
    for name in dict.fromkeys(of.list for of in formatter.record.record_results):
        own = [definition for definition in defined if definition.list == name]
        rows = [
            {"key": of.key, "figures": _in_order(formatter, of, own)}
            for of in formatter.record.record_results
            if of.list == name
        ]
        heads = [formatter.label(definition.labels, definition.id) for definition in own]
        yield {"id": name, "list": formatter.renderer.name(name), "heads": heads, "rows": rows}


def _in_order(formatter: RecordFormatter, of: RecordFigures, defined: Sequence[RecordResult]) -> list[str]:
    figures = {named_figure.id: named_figure.figure for named_figure in of.figures}
    step = f"facts/{of.list}/{of.key}"
    return [formatter.result(definition.name, figures[definition.id], step) for definition in defined]


def alternatives(formatter: RecordFormatter) -> Iterator[Row]:
    """Give grades, verdict, stage or score, or else whether gates are met, under each choice of the open settings."""
    for alternative in formatter.record.setting_alternatives:
        settings = (
            f"{formatter.renderer.name(name)} = {formatter.renderer.choice(name, choice)}"
            for name, choice in alternative.settings.items()
        )
        answer = formatter.answer_of(alternative.conclusion) or formatter.kind_of(alternative.conclusion)
        yield {"settings": join_items(settings, formatter.language), "grade": answer}


def gates(formatter: RecordFormatter) -> Iterator[Row]:
    """Give every gate with its answer, and what fails or stays open in it."""
    labels = {gate.id: gate.labels for gate in formatter.scorecard.gates}
    for result in formatter.record.criteria:
        if result.id in labels:
            yield {
                "id": result.id,
                "name": formatter.label(labels[result.id]),
                "mark": MARKS[result.outcome],
                "answer": formatter.words["outcomes"][result.outcome.value],
                "outcome": result.outcome.value,
                "codes": result.reason_codes,
                "clauses": list(_required(formatter, result)),
                "bases": formatter.references(result.bases),
            }


def _required(formatter: RecordFormatter, result: CriterionResult) -> Iterator[str]:
    """Give what a gate requires with what was found: all of it if it is met, else what made it come out so."""
    if result.outcome is not Outcome.MET:
        yield from clauses(formatter, f"gates/{result.id}", result.outcome)
        if result.outcome is Outcome.NOT_MET:
            yield from _behind(formatter, result.id)
        return
    yield from formatter.all_said(formatter.payloads.get(f"gates/{result.id}", {}).get("clauses", ()))


def _behind(formatter: RecordFormatter, gate: str) -> Iterator[str]:
    """Give how the named conditions and the values by cases came about for which a gate fails."""
    requires = next(one.requires for one in formatter.scorecard.gates if one.id == gate)
    clause_results = formatter.payloads.get(f"gates/{gate}", {}).get("clauses", ())
    failing = [
        clause
        for clause, clause_result in zip(requires, clause_results, strict=False)
        if clause_result["outcome"] == Outcome.NOT_MET.value
    ]
    quantities = {quantity.id: quantity for quantity in formatter.scorecard.quantities}
    for name in names_in_condition(tuple(failing)):
        definition = quantities.get(name)
        if isinstance(definition, NamedCondition) or (
            isinstance(definition, FormulaQuantity) and depends_on_conditions_only(definition)
        ):
            yield formatter.sentence(f"quantities/{name}")


def clauses(formatter: RecordFormatter, step: str, outcome: Outcome) -> Iterator[str]:
    """Give the clauses of a step that made it come out so, with what they lack; none if it holds."""
    if outcome in (Outcome.MET, Outcome.NOT_APPLICABLE):
        return
    matching = [
        clause for clause in formatter.payloads.get(step, {}).get("clauses", ()) if clause["outcome"] == outcome.value
    ]
    if outcome is Outcome.UNDETERMINED:
        yield from formatter.all_said(matching)
        return
    for clause in matching:
        sentence = formatter.readable_sentence(clause)
        if "distance" in clause:
            distance = formatter.figure(Figure.model_validate(clause["distance"]), exact=True)
            sentence += formatter.words["semicolon"] + formatter.words["away"].format(distance=distance)
        yield sentence


def losses(formatter: RecordFormatter, points: RecordPoints) -> Iterator[Row]:
    """Give every criterion that lost points, or may lose them, most first."""
    criteria = {result.id: result for result in formatter.record.criteria}
    seen: set[str] = set()
    for reason in formatter.record.reasons:
        if reason.points_lost is None or reason.criterion in seen:
            continue
        seen.add(reason.criterion)
        result = criteria[reason.criterion]
        least, most = (parse_exact(end or "0") for end in (reason.points_lost.low, reason.points_lost.high))
        yield {
            "lost": points.loss(least, most),
            "is_certain": points.is_exact(least, most),
            "sentence": formatter.sentence(f"indicators/{reason.criterion}"),
            "to_next": _to_next(formatter, reason),
            "codes": result.reason_codes,
            "bases": formatter.references(result.bases),
        }


def _to_next(formatter: RecordFormatter, reason: Reason) -> str:
    """Say how far it is to the next band, the next corner of a line, or full points."""
    if reason.distance is None or not reason.next_band:
        return ""
    indicator = next(candidate for candidate in formatter.scorecard.indicators if candidate.id == reason.criterion)
    template: str = formatter.words[f"next_{indicator.scale.leads_to(reason.next_band)}"]
    figure = formatter.figure(reason.distance, exact=True)
    distance = distance_text(figure, reason.distance.unit, formatter.language)
    return template.format(distance=distance, name=formatter.fact(reason.measured))


def findings(formatter: RecordFormatter) -> Iterator[Row]:
    """Give every finding that is raised or left open."""
    rules = {rule.id: rule for rule in formatter.scorecard.findings}
    for finding in formatter.record.findings:
        days = finding.close_within_days
        yield {
            "id": finding.id,
            "name": formatter.origins.difference(finding.id) or formatter.label(rules[finding.id].labels),
            "is_open": finding.outcome is not Outcome.MET,
            "severity": formatter.words["severity"][finding.severity],
            "answer": formatter.words["raised" if finding.outcome is Outcome.MET else "finding_open"],
            "close_within": "" if days is None else formatter.words["days"].format(count=days),
            "bases": formatter.references(finding.bases),
        }


def rules(formatter: RecordFormatter) -> Iterator[Row]:
    """Give every rule with a verdict that holds, is open or is yet to come; those that hold first, worst first."""
    definitions = {
        rule.id: rule for rule in (formatter.scorecard.verdicts.rules if formatter.scorecard.verdicts else ())
    }
    rows: list[tuple[int, int, Row]] = []
    for result in formatter.record.rules:
        holds = all_of([result.outcome, result.in_force])
        if holds is Outcome.NOT_MET and not result.coming:
            continue
        order = 2 if result.coming else 0 if holds is Outcome.MET else 1
        remedy = formatter.label(definitions[result.id].remedy)
        row: Row = {
            "id": result.id,
            "name": formatter.label(definitions[result.id].labels),
            "verdict": formatter.words["verdicts"][result.verdict.value],
            "severity": formatter.words["severity"][result.severity],
            "answer": formatter.words["rule_coming"]
            if result.coming
            else formatter.words["rule_outcomes"][holds.value],
            "sentence": formatter.sentence(f"rules/{result.id}"),
            "remedy": formatter.words["remedy"].format(remedy=remedy) if remedy else "",
            "bases": formatter.references(result.bases),
        }
        rows.append((order, result.verdict.rank, row))
    return (row for _, _, row in sorted(rows, key=lambda item: item[:2]))


def rules_without_effect(formatter: RecordFormatter) -> str:
    """Name every rule with a verdict that was assessed and neither holds, nor is open or coming; nothing if none."""
    rule_ids = {row["id"] for row in rules(formatter)}
    rest = [result.id for result in formatter.record.rules if result.id not in rule_ids]
    if not rest:
        return ""
    return str(
        formatter.words["rules_without_effect"].format(rules=join_items(rest, formatter.language), count=len(rest))
    )


def missing_facts(formatter: RecordFormatter) -> Iterator[Row]:
    """Give every unknown fact that could still change the conclusion or a finding."""
    for fact in formatter.record.open_facts:
        stage = formatter.words["the_stage"]
        criteria = (
            open_item_title(formatter.renderer, criterion, formatter.language, the_stage=stage)
            for criterion in fact.criteria
        )
        yield {
            "id": fact.id,
            "name": formatter.fact(fact.id),
            "reason": _reason(formatter, fact),
            "criteria": join_items(criteria, formatter.language),
        }


def _reason(formatter: RecordFormatter, fact: OpenFact) -> str:
    """Say why a fact is unknown; of one from an earlier evaluation, which evaluation it waits for."""
    reason, waits = formatter.unknown(fact.id, fact.reason), formatter.origins.waits(fact.id)
    return str(formatter.words["reason_waits"].format(reason=reason, what=waits)) if waits else reason


def missing_values(formatter: RecordFormatter) -> Iterator[str]:
    """Say what the reference tables give no value for, and why."""
    yield from (text for _, text in missing_texts(formatter.record, formatter.renderer))


def failed_gates(formatter: RecordFormatter) -> tuple[list[CriterionResult], list[CriterionResult]]:
    """Give the gates that are not met, and those that are undetermined."""
    gate_results = [result for result in formatter.record.criteria if result.kind == "gate"]
    failed = [result for result in gate_results if result.outcome is Outcome.NOT_MET]
    return failed, [result for result in gate_results if result.outcome is Outcome.UNDETERMINED]
