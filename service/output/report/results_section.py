"""Results section of a report."""

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


def head(formatter: RecordFormatter) -> Row:
    """Return the title and the settings; the choice of an unset setting is None."""
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
    """Return the conclusion section."""
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
    """Return the conclusion from declared values alone; empty if unaffected by verification."""
    declared = formatter.record.declared_conclusion
    if declared is None or (declared.score is None and declared.verdict is None):
        return ""
    if not declared.grades or declared.score is None:
        return str(formatter.words["declared_answer"].format(answer=formatter.answer_of(declared)))
    return str(
        formatter.words["declared"].format(grade=formatter.grade_of(declared), score=formatter.figure(declared.score))
    )


def results(formatter: RecordFormatter) -> Iterator[Row]:
    """Yield the named results with their figures."""
    figures = {named.id: named.figure for named in formatter.record.results}
    for definition in formatter.scorecard.results:
        if definition.id in figures:
            label = formatter.label(definition.labels, definition.id)
            figure = formatter.result(definition.name, figures[definition.id])
            yield {"id": definition.id, "label": label, "figure": figure}


def record_results(formatter: RecordFormatter) -> Iterator[Row]:
    """Yield a table of records and results per list."""
    defined = of_each_record(formatter.scorecard)
    for name in dict.fromkeys(record_figures.list for record_figures in formatter.record.record_results):
        definitions = [definition for definition in defined if definition.list == name]
        rows = [
            {"key": record_figures.key, "figures": _ordered_figures(formatter, record_figures, definitions)}
            for record_figures in formatter.record.record_results
            if record_figures.list == name
        ]
        heads = [formatter.label(definition.labels, definition.id) for definition in definitions]
        yield {"id": name, "list": formatter.renderer.name(name), "heads": heads, "rows": rows}


def _ordered_figures(
    formatter: RecordFormatter, record_figures: RecordFigures, defined: Sequence[RecordResult]
) -> list[str]:
    figures = {named_figure.id: named_figure.figure for named_figure in record_figures.figures}
    step = f"facts/{record_figures.list}/{record_figures.key}"
    return [formatter.result(definition.name, figures[definition.id], step) for definition in defined]


def alternatives(formatter: RecordFormatter) -> Iterator[Row]:
    """Yield the conclusion under each choice of the unset settings."""
    for alternative in formatter.record.setting_alternatives:
        settings = (
            f"{formatter.renderer.name(name)} = {formatter.renderer.choice(name, choice)}"
            for name, choice in alternative.settings.items()
        )
        answer = formatter.answer_of(alternative.conclusion) or formatter.kind_of(alternative.conclusion)
        yield {"settings": join_items(settings, formatter.language), "grade": answer}


def gates(formatter: RecordFormatter) -> Iterator[Row]:
    """Yield every gate with its answer and clauses."""
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
    if result.outcome is not Outcome.MET:
        yield from clauses(formatter, f"gates/{result.id}", result.outcome)
        if result.outcome is Outcome.NOT_MET:
            yield from _failure_causes(formatter, result.id)
        return
    yield from formatter.merged_clause_sentences(formatter.payloads.get(f"gates/{result.id}", {}).get("clauses", ()))


def _failure_causes(formatter: RecordFormatter, gate: str) -> Iterator[str]:
    requires = next(
        gate_definition.requires for gate_definition in formatter.scorecard.gates if gate_definition.id == gate
    )
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
    """Yield the clauses that caused an adverse or undetermined outcome."""
    if outcome in (Outcome.MET, Outcome.NOT_APPLICABLE):
        return
    matching = [
        clause for clause in formatter.payloads.get(step, {}).get("clauses", ()) if clause["outcome"] == outcome.value
    ]
    if outcome is Outcome.UNDETERMINED:
        yield from formatter.merged_clause_sentences(matching)
        return
    for clause in matching:
        sentence = formatter.readable_sentence(clause)
        if "distance" in clause:
            distance = formatter.figure(Figure.model_validate(clause["distance"]), exact=True)
            sentence += formatter.words["semicolon"] + formatter.words["away"].format(distance=distance)
        yield sentence


def losses(formatter: RecordFormatter, points: RecordPoints) -> Iterator[Row]:
    """Yield criteria that lost or may lose points, largest loss first."""
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
    if reason.distance is None or not reason.next_band:
        return ""
    indicator = next(candidate for candidate in formatter.scorecard.indicators if candidate.id == reason.criterion)
    template: str = formatter.words[f"next_{indicator.scale.leads_to(reason.next_band)}"]
    figure = formatter.figure(reason.distance, exact=True)
    distance = distance_text(figure, reason.distance.unit, formatter.language)
    return template.format(distance=distance, name=formatter.fact(reason.measured))


def findings(formatter: RecordFormatter) -> Iterator[Row]:
    """Yield raised and undetermined findings."""
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
    """Yield the rules that apply, then undetermined and upcoming ones, each with the worst verdict first."""
    definitions = {rule.id: rule for rule in formatter.scorecard.verdict_rules}
    rows: list[tuple[int, int, Row]] = []
    for result in formatter.record.rules:
        holds = all_of([result.outcome, result.in_force])
        if holds is Outcome.NOT_MET and not result.coming:
            continue
        order = 2 if result.coming else 0 if holds is Outcome.MET else 1
        remedy = formatter.label(definitions[result.id].remedy)
        row: Row = {
            "id": result.id,
            "is_open": order == 1,
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
    """Return a sentence naming the other assessed rules; empty if none."""
    rule_ids = {row["id"] for row in rules(formatter)}
    ineffective = [result.id for result in formatter.record.rules if result.id not in rule_ids]
    if not ineffective:
        return ""
    return str(
        formatter.words["rules_without_effect"].format(
            rules=join_items(ineffective, formatter.language), count=len(ineffective)
        )
    )


def missing_facts(formatter: RecordFormatter) -> Iterator[Row]:
    """Yield unknown facts that could change the conclusion or a finding."""
    for fact in formatter.record.open_facts:
        stage = formatter.words["the_stage"]
        titles = [
            open_item_title(formatter.renderer, criterion, formatter.language, the_stage=stage)
            for criterion in fact.criteria
        ]
        yield {
            "id": fact.id,
            "name": formatter.fact(fact.id),
            "unknown": fact.reason,
            "reason": _reason(formatter, fact),
            "titles": titles,
            "criteria": join_items(titles, formatter.language),
        }


def _reason(formatter: RecordFormatter, fact: OpenFact) -> str:
    reason, waits = formatter.unknown(fact.id, fact.reason), formatter.origins.waits(fact.id)
    return str(formatter.words["reason_waits"].format(reason=reason, what=waits)) if waits else reason


def missing_values(formatter: RecordFormatter) -> Iterator[str]:
    """Yield a sentence per missing reference table value."""
    yield from (text for _, text in missing_texts(formatter.record, formatter.renderer))


def failed_gates(formatter: RecordFormatter) -> tuple[list[CriterionResult], list[CriterionResult]]:
    """Return the failed and the undetermined gates."""
    gate_results = [result for result in formatter.record.criteria if result.kind == "gate"]
    failed = [result for result in gate_results if result.outcome is Outcome.NOT_MET]
    return failed, [result for result in gate_results if result.outcome is Outcome.UNDETERMINED]
