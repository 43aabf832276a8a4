"""Text of the difference between two evaluations: conclusions, moved criteria and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.api import record_results
from rules.contracts import Bounds, Conclusion, Figure, join_items, parse_exact, typeset
from rules.model import DIGEST_LENGTH
from service.cli.moved_rows import moved_rows
from service.output.mapping.answers import ANSWERS
from service.output.report.formatters import CardFormatter
from service.output.terminal.render_version_difference import change_lines
from service.output.terminal.words import words
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.model import PublishedVersion
    from service.cli.simulate import SimulatedChanges
    from touchstone.v1 import evaluation_service_pb2

_INDICATOR = evaluation_pb2.CriterionResult.KIND_INDICATOR


def difference_text(
    difference: evaluation_service_pb2.EvaluationDifference,
    before: PublishedVersion,
    after: PublishedVersion,
    language: str,
) -> str:
    """Write both conclusions and what moved of each criterion that differs, under the versions before and after."""
    spoken = words(language)
    old, new = (CardFormatter(version.scorecard, language) for version in (before, after))
    lines = [
        *_conclusion(spoken["before"], difference.before, old, before),
        *_conclusion(spoken["after"], difference.after, new, after),
        "",
    ]
    moved = [*_criteria(difference, old, new), *_figures(difference, old, new), *_of_records(difference, old, new)]
    if moved:
        lines.append(spoken["differs"])
        lines += [f"  {line}" for line in moved]
    else:
        lines.append(spoken["same"])
    text = typeset("\n".join((*lines, *_tables(difference, spoken))), language)
    rows = moved_rows(difference, before, after, language)
    moved_by = ["", spoken["moved_by"], *(f"  {line}" for line in change_lines(rows, language))] if rows else []
    return "\n".join((text, *moved_by, "", spoken["not_stored"]))


def simulated_changes_text(wanted: SimulatedChanges, version: PublishedVersion, language: str) -> str:
    """Say again what was to be otherwise; nothing if only the rules are."""
    spoken = words(language)
    renderer = CardFormatter(version.scorecard, language).renderer
    lines = []
    for pair in wanted.facts:
        id, _, value = pair.partition("=")
        lines.append(spoken["tried_value"].format(name=renderer.name(id), value=value.strip()))
    lines += [spoken["tried_unknown"].format(name=renderer.name(id)) for id in wanted.without]
    for pair in wanted.settings:
        id, _, choice = pair.partition("=")
        lines.append(spoken["tried_value"].format(name=renderer.name(id), value=renderer.choice(id, choice)))
    lines += [spoken["tried_previous"].format(file=file) for file in wanted.previous]
    if wanted.fragment is not None:
        lines.append(spoken["tried_file"].format(file=wanted.fragment))
    if not lines:
        return ""
    return typeset(spoken["tried"].format(changes=spoken["joins"]["clauses"].join(lines)), language) + "\n\n"


def _conclusion(
    title: str, message: evaluation_pb2.Conclusion, speaker: CardFormatter, version: PublishedVersion
) -> Iterator[str]:
    conclusion = ANSWERS.read(Conclusion, message)
    number = version.scorecard.card.version
    named = number if version.publish_time else words(speaker.language)["draft"].format(version=number)
    joins = words(speaker.language)["joins"]
    yield joins["pair"].format(name=joins["aside"].format(text=title, aside=named), value=speaker.kind_of(conclusion))
    lines = (
        speaker.grade_line(conclusion),
        speaker.verdict_line(conclusion),
        speaker.stage_line(conclusion),
        speaker.score_line(conclusion),
    )
    yield from (f"  {line}" for line in lines if line)


def _criteria(
    difference: evaluation_service_pb2.EvaluationDifference, old: CardFormatter, new: CardFormatter
) -> Iterator[str]:
    spoken = words(new.language)
    for change in difference.criterion_differences:
        has_before, has_after = change.HasField("before"), change.HasField("after")
        outcome_differs = has_before and has_after and change.before.outcome != change.after.outcome
        name = _name(change.criterion_id, new if has_after else old)
        before = _answer(change.before, old, outcome=outcome_differs) if has_before else spoken["absent"]
        after = _answer(change.after, new, outcome=outcome_differs) if has_after else spoken["absent"]
        moves = spoken["moves"].format(before=before, after=after)
        waiting = _waiting(change.criterion_id, difference, new) if has_after else ""
        yield spoken["joins"]["pair"].format(name=name, value=moves + waiting)


def _figures(
    difference: evaluation_service_pb2.EvaluationDifference, old: CardFormatter, new: CardFormatter
) -> Iterator[str]:
    spoken = words(new.language)
    for change in difference.figure_differences:
        has_before, has_after = change.HasField("before"), change.HasField("after")
        speaker = new if has_after else old
        labels = {result.id: result.labels for result in speaker.scorecard.results}
        before = old.figure(ANSWERS.read(Figure, change.before)) if has_before else spoken["absent"]
        after = new.figure(ANSWERS.read(Figure, change.after)) if has_after else spoken["absent"]
        label = speaker.label(labels.get(change.result_id, {}), change.result_id)
        waiting = _waiting(change.result_id, difference, new) if has_after else ""
        moves = spoken["moves"].format(before=before, after=after)
        yield spoken["joins"]["pair"].format(name=label, value=moves + waiting)


def _of_records(
    difference: evaluation_service_pb2.EvaluationDifference, old: CardFormatter, new: CardFormatter
) -> Iterator[str]:
    """Say which figures of single records moved, each with the record that it is of."""
    spoken = words(new.language)
    for change in difference.record_figure_differences:
        has_before, has_after = change.HasField("before"), change.HasField("after")
        speaker = new if has_after else old
        labels = {result.id: result.labels for result in record_results(speaker.scorecard)}
        label = speaker.label(labels.get(change.result_id, {}), change.result_id)
        of = speaker.renderer.name(change.list_id)
        named = spoken["joins"]["aside"].format(text=label, aside=f"{of} {change.record_key}")
        absent = (
            spoken["no_record"] if _gives(old, change.result_id) and _gives(new, change.result_id) else spoken["absent"]
        )
        before = old.figure(ANSWERS.read(Figure, change.before)) if has_before else absent
        after = new.figure(ANSWERS.read(Figure, change.after)) if has_after else absent
        yield spoken["joins"]["pair"].format(name=named, value=spoken["moves"].format(before=before, after=after))


def _gives(speaker: CardFormatter, result: str) -> bool:
    """Say whether a version gives a result of each record."""
    return any(record_result.id == result for record_result in record_results(speaker.scorecard))


def _waiting(id: str, difference: evaluation_service_pb2.EvaluationDifference, new: CardFormatter) -> str:
    """Say what an answer waits for that is not known after."""
    for answer in difference.after_open_answers:
        if answer.answer_id == id:
            quantities = (value.quantity_id for value in answer.missing_values)
            names = (*answer.fact_ids, *answer.setting_ids, *quantities, *answer.left_open_ids)
            labels = (name if "[" in name else new.renderer.name(name) for name in names)
            return str(new.words["waits"].format(what=join_items(dict.fromkeys(labels), new.language)))
    return ""


def _tables(difference: evaluation_service_pb2.EvaluationDifference, spoken: dict[str, str]) -> Iterator[str]:
    """Name the reference tables that could be looked in; before and after apart if they are not the same."""
    before, after = (
        ", ".join(f"{use.name}@{use.edition} ({use.digest[:DIGEST_LENGTH]})" for use in uses)
        for uses in (difference.before_tables, difference.after_tables)
    )
    if before and before != after:
        yield from ("", spoken["tables_before"].format(tables=before))
    if after:
        yield from ("", spoken["tables_after"].format(tables=after))


def _name(id: str, speaker: CardFormatter) -> str:
    card = speaker.scorecard
    labels = {
        **{gate.id: gate.labels for gate in card.gates},
        **{indicator.id: indicator.labels for indicator in card.indicators},
    }
    label = speaker.label(labels.get(id, {}))
    return f"{id} {label}".rstrip()


def _answer(result: evaluation_pb2.CriterionResult, speaker: CardFormatter, *, outcome: bool) -> str:
    """Write the outcome of a gate, or the points of an indicator and, where it differs, its outcome."""
    name = evaluation_pb2.Outcome.Name(result.outcome).removeprefix("OUTCOME_").lower()
    outcome_text = str(speaker.words["outcomes"][name])
    if result.kind != _INDICATOR or not result.HasField("points"):
        return outcome_text
    points = str(
        words(speaker.language)["points_of"].format(
            points=speaker.figure(Figure(unit="point", exact=ANSWERS.read(Bounds, result.points))),
            maximum=speaker.points(parse_exact(result.maximum_points)),
        )
    )
    return str(words(speaker.language)["joins"]["aside"].format(text=points, aside=outcome_text)) if outcome else points
