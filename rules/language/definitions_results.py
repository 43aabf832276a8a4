"""Stages, tracks, grade ladder, verdict rules and named results: readers and writers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts.outcomes import Verdict
from rules.language import name_resolution
from rules.language.definitions_card import choice_words
from rules.language.definitions_quantities import find_list_by_name
from rules.language.definitions_scales import refuse_conflicting_bounds
from rules.language.name_resolution import NamedItem
from rules.language.render import record_list_name
from rules.language.row_codec import (
    RowContext,
    SentenceCells,
    add_part,
    column_of,
    declare_row,
    declared_rows,
    id_column,
    model_path_of,
    read_cell,
    read_cells,
    read_row,
    write_cells,
    write_definition_rows,
)
from rules.language.table_columns import TABLES
from rules.language.tables import refuse_contradictions, suppress_unknown_names
from rules.model.edge_rows import BOUNDS
from rules.model.expressions import AS_OF, STAGE, TOTAL_SCORE
from rules.model.scorecard import FactType, LadderRow, RecordResult, Result, StageRow, Tracks, VerdictRow, Verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rules.language.compiler_state import DefinitionDraft, ScorecardDraft
    from rules.language.definition_sentences import ResolvedDefinition
    from rules.language.render import Renderer
    from rules.language.row_codec import Cells
    from rules.language.source import SourceText
    from rules.language.tables import TableRow


def declare_alternatives(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Declare each distinct id of a table, in row order."""
    for row in draft.rows(definition):
        name = row.need(id_column(definition))
        if name is not None and name.text not in definition.subjects:
            declare_row(draft, definition, row, name.text)


def read_grade_words(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the display words of grades."""
    for grade, words in draft.cell_pairs(definition, "grade", "words"):
        if grade.text not in draft.grades.items:
            draft.cells.unknown_name(grade, draft.grades.items, "grades")
            draft.report.broken.add(words.text)
            continue
        definition.subjects.append(grade.text)
        draft.grades.label(grade.text, words)


def write_grade_words(render: Renderer, _definition: ResolvedDefinition) -> SentenceCells | None:
    """Render the display words of grades; returns None if there are none."""
    rows = choice_words(render, render.scorecard.grades, "grade")
    return SentenceCells({}, rows) if rows else None


def read_grades(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the rows of the grade ladder."""
    for id, row in declared_rows(draft, definition):
        name = row.cells["grade"]
        path = f"ladder.rows[{len(draft.ladder)}]"
        draft.set_location(path, name)
        refuse_conflicting_bounds(row)
        read, _ = read_row(draft, row, "grades", path)
        draft.ladder.append(LadderRow.model_validate({"grade": id, **read}))
        if draft.ladder[-1].exception:
            _refuse_exception_bounds(draft, row, name)
    _refuse_grades_with_exceptions_only(draft, definition)


def _refuse_exception_bounds(draft: ScorecardDraft, row: TableRow, grade: SourceText) -> None:
    for bound in BOUNDS:
        cell = row.get(bound)
        if cell is not None:
            draft.report.add("RL091", cell, "bound", name=grade.text, column=row.names[bound])
            return


def _refuse_grades_with_exceptions_only(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    earned = {row.grade for row in draft.ladder if not row.exception}
    for position, row in enumerate(draft.ladder):
        if row.grade in definition.subjects and row.grade not in earned:
            earned.add(row.grade)
            draft.report.add("RL091", draft.locations[f"ladder.rows[{position}]"], name=row.grade)


def write_grades(render: Renderer, _definition: ResolvedDefinition) -> SentenceCells:
    """Render the rows of the grade ladder."""
    return SentenceCells({}, [write_cells(render, row, "grades") for row in render.scorecard.ladder_rows])


_GOVERNING_TYPES = (FactType.DATE, FactType.PERIOD)


def read_verdicts(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the date or period that selects the rules in force, and the default verdict."""
    if not draft.first("verdicts", definition):
        return
    slots = draft.choose(definition, "fact")
    draft.set_location("verdicts.governed_by", slots["fact"])
    draft.set_location("verdicts.otherwise", slots["verdict"])
    draft.set_location("verdicts.otherwise.basis", slots["bases"])
    governing = _governing_date_id(draft, slots["fact"])
    otherwise = draft.cells.word(slots["verdict"], "verdicts")
    basis = draft.known_bases(slots["bases"])
    if governing is not None and otherwise is not None:
        draft.verdicts = Verdicts(governed_by=governing, otherwise=Verdict(otherwise), otherwise_basis=basis, rules=())


def _governing_date_id(draft: ScorecardDraft, name: SourceText) -> str | None:
    """Return the id of the date or period that selects the rules in force.

    Any other name is reported, with None as the result.
    """
    named = draft.values.find(name.text)
    if named is not None and (named.id == AS_OF or (named.kind == "fact" and named.type in _GOVERNING_TYPES)):
        return named.id
    if named is not None and named.kind in ("fact", "reserved"):
        draft.cells.refuse_type(name, named.type, "date")
        return None
    known = draft.values.words_of(lambda item: item.type in _GOVERNING_TYPES)
    draft.cells.unknown_name(name, known, "facts")
    return None


def read_verdict_rules(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the conditions, validity and verdict of each rule."""
    draft.set_location("verdicts.rules", definition.step.sentence)
    by_rule: dict[str, list[TableRow]] = {}
    for id, row in declared_rows(draft, definition):
        by_rule.setdefault(id, []).append(row)
    for id, rows in by_rule.items():
        rule_path, verdict_rows = model_path_of(definition, id), []
        for position, row in enumerate(rows):
            path = f"{rule_path}.rows[{position}]"
            draft.set_location(path, row.cells["rule"])
            fields, _ = read_row(draft, row, "verdict_rules", path, RowContext(each=True))
            verdict_rows.append(VerdictRow.model_validate(fields))
        refuse_contradictions(id, rows[0], rows[1:], TABLES["verdict_rules"].first_row_columns)
        read = read_cells(draft, rows[0], "verdict_rules", rule_path, RowContext(each=False))
        if read is not None:
            add_part(draft, "verdict_rules", id, {"rows": tuple(verdict_rows), **read})


def read_remedies(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the permitted alternative for each rule that forbids something."""
    for rule, words in draft.cell_pairs(definition, "rule", "words"):
        id = read_cell(draft, column_of("remedies", "rule"), rule, "")
        if isinstance(id, str) and draft.claim(f"verdicts.rules[{id}].remedy", rule, words):
            definition.subjects.append(id)
            draft.remedies[id] = draft.words_for(words)


def refuse_incomplete_verdicts(draft: ScorecardDraft) -> None:
    """Report verdict rules without governing sentence, or that sentence without rules."""
    stated = [path for path in ("verdicts", "verdicts.rules") if path in draft.locations]
    if len(stated) != 1:
        return
    written = {"fact": "…", "verdict": draft.words.words["verdicts"].write(Verdict.OK), "bases": "…"}
    sentences = draft.words.sentences
    missing = sentences["verdict_rules"].write() if stated == ["verdicts"] else sentences["verdicts"].write(**written)
    draft.report.add("RL027", draft.locations[stated[0]], "verdicts", sentence=missing)


def write_verdicts(render: Renderer, _definition: ResolvedDefinition) -> SentenceCells:
    """Render the governing fact and the default verdict."""
    verdicts = render.scorecard.verdicts
    if verdicts is None:
        return SentenceCells({"fact": "", "verdict": "", "bases": ""})
    return SentenceCells(
        {
            "fact": render.name(verdicts.governed_by),
            "verdict": render.verdict(verdicts.otherwise),
            "bases": render.listed(verdicts.otherwise_basis),
        }
    )


def write_remedies(render: Renderer, definition: ResolvedDefinition) -> SentenceCells | None:
    """Render the remedies in this language; returns None if there are none."""
    remedies = {id: render.names.rules[id].remedy.get(render.language, "") for id in definition.ids}
    rows: list[Cells] = [{"rule": id, "words": words} for id, words in remedies.items() if words]
    return SentenceCells({}, rows) if rows else None


_TRACK_TYPES = (FactType.CHOICE, FactType.FLAG, FactType.TEXT)


def declare_stages(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Declare the stages, highest first; several rows may lead to one stage."""
    if draft.first("stages", definition):
        declare_alternatives(draft, definition)


def read_stages(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the stage rows; the first row of a stage also defines its properties."""
    first: dict[str, TableRow] = {}
    alone = len(draft.rows(definition)) == 1
    for id, row in declared_rows(draft, definition):
        path = f"stages.rows[{len(draft.stage_rows)}]"
        draft.set_location(path, row.cells["stage"])
        if id in first:
            refuse_contradictions(id, first[id], (row,), TABLES["stages"].first_row_columns)
        else:
            first[id] = row
            read = read_cells(draft, row, "stages", model_path_of(definition, id), RowContext(each=False))
            if read is not None:
                add_part(draft, "stages", id, read)
        fields, _ = read_row(draft, row, "stages", path, RowContext(alone=alone, each=True))
        draft.stage_rows.append(StageRow.model_validate({"stage": id, **fields}))


def read_tracks(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the facts that form the tracks; the stage may be one of them."""
    if not draft.first("tracks", definition):
        return
    listed, bases = definition.slots["names"], definition.slots["bases"]
    draft.set_location("tracks.by", listed)
    draft.set_location("tracks.basis", bases)
    parts = (listed,) if draft.values.find(listed.text) is not None else draft.cells.items(listed)
    tracking = [_tracked(draft, part) for part in parts]
    known = tuple(dict.fromkeys(name for name in tracking if name is not None))
    draft.tracks = Tracks(by=known, basis=draft.known_bases(bases))


def _tracked(draft: ScorecardDraft, name: SourceText) -> str | None:
    if draft.values.id_of(name.text) == STAGE:
        return STAGE if draft.has_stages(name) else None
    named = draft.named_fact(name)
    if named is not None and named.type not in _TRACK_TYPES:
        draft.cells.refuse_type(name, named.type, "choice")
        return None
    return named.id if named is not None else None


def write_stages(render: Renderer, _definition: ResolvedDefinition) -> SentenceCells:
    """Render the stage rows; the first row of a stage also states its properties."""
    stages = render.scorecard.stages
    if stages is None:
        return SentenceCells({}, [])
    described = {described_stage.id: described_stage for described_stage in stages.stages}
    each, rows = RowContext(alone=len(stages.rows) == 1, each=True), []
    for row in stages.rows:
        stage, own = described.pop(row.stage, None), {"stage": row.stage}
        head = own if stage is None else write_cells(render, stage, "stages", RowContext(known=own, each=False))
        rows.append({**head, **write_cells(render, row, "stages", each)})
    return SentenceCells({}, rows)


def write_tracks(render: Renderer, _definition: ResolvedDefinition) -> SentenceCells:
    """Render the facts that form the tracks."""
    tracks, listed = render.scorecard.tracks, render.listed
    if tracks is None:
        return SentenceCells({"names": "", "bases": ""})
    return SentenceCells({"names": listed(render.name(name) for name in tracks.by), "bases": listed(tracks.basis)})


def read_results(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the named results."""
    draft.defined(Result).update({result.id: result for result in _read_result_rows(draft, definition, None)})


def read_record_results(draft: ScorecardDraft, definition: DefinitionDraft) -> None:
    """Read the named results of each record of a list."""
    each = draft.choose(definition, "each")["each"]
    owner = find_list_by_name(draft, each)
    if owner is None:
        suppress_unknown_names(definition.step, draft.report)
        return
    results = (RecordResult(**dict(result), list=owner) for result in _read_result_rows(draft, definition, owner))
    draft.defined(RecordResult).update({result.id: result for result in results})


def _read_result_rows(draft: ScorecardDraft, definition: DefinitionDraft, owner: str | None) -> Iterator[Result]:
    part = definition.production
    for row in draft.rows(definition):
        name, of_cell = row.need("result"), row.need("name")
        named = _find_figure(draft, of_cell, owner) if of_cell else None
        if named is None:
            draft.report.broken.update(cell.text for cell in (name, row.get("label")) if cell is not None)
        path = f"{part}[{name.text if name else ''}]"
        read = read_cells(draft, row, part, path, RowContext(known={"name": named.id if named is not None else None}))
        if name is None or _refuse_id_of_other_item(draft, name, named):
            continue
        item = named or NamedItem(name.text, "result", FactType.NUMBER)
        if declare_row(draft, definition, row, item) and named is not None and read is not None:
            yield Result.model_validate({"id": name.text, **read})


def _refuse_id_of_other_item(draft: ScorecardDraft, name: SourceText, named: NamedItem | None) -> bool:
    other = draft.values.items.get(name.text)
    if other is None or named is None or other.id == named.id:
        return False
    location = draft.values.location(name.text)
    draft.report.add("RL014", name, id=name.text, place=name_resolution.show_place(location) if location else name.text)
    return True


def _find_figure(draft: ScorecardDraft, cell: SourceText, owner: str | None) -> NamedItem | None:
    named = draft.values.find(cell.text)
    total = owner is None
    if named is not None and (_is_figure(named, owner) or (total and named.id == TOTAL_SCORE)):
        return named
    known = draft.values.words_of(lambda item: _is_figure(item, owner))
    if total:
        known += [TOTAL_SCORE, draft.words.words["reserved"].write(TOTAL_SCORE)]
    draft.cells.unknown_name(cell, known, "quantity")
    return None


def _is_figure(named: NamedItem, owner: str | None) -> bool:
    return named.kind == "quantity" and named.type is FactType.NUMBER and named.list == owner


def write_record_results(render: Renderer, definition: ResolvedDefinition) -> SentenceCells:
    """Render the results of each record of a list."""
    owner = next(
        record_result.list
        for record_result in render.scorecard.record_results or ()
        if record_result.id in definition.ids
    )
    return replace(write_definition_rows(render, definition), slots={"each": record_list_name(owner, render)})
