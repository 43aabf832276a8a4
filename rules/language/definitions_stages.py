"""In which stage is a subject, which sections count there, and what forms the track within which it is ranked?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.language.conditions import read_when, value_scope, when_words
from rules.language.definitions_case import find_fact
from rules.language.rows import Written, declare, read_cells
from rules.language.tables import agree, read_table, refuse_table
from rules.model.expressions import STAGE
from rules.model.scorecard import FactType, Stage, StageRow, Tracks

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.rows import Cells
    from rules.language.tables import TableRow
    from rules.language.text import Text

_TRACKED = (FactType.CHOICE, FactType.FLAG, FactType.TEXT)


def declare_stages(draft: Draft, definition: Definition) -> None:
    """Declare the stages, highest first; several rows may lead to one stage."""
    if not draft.first("stages", definition):
        return
    for row in read_table(definition.step, "stages", draft.words, draft.report) or ():
        name = row.need("stage")
        if name is not None and name.text not in definition.subjects:
            declare(draft, definition, row, draft.stages, name.text)


def read_stages(draft: Draft, definition: Definition) -> None:
    """Read when a subject is in each stage, and what counts there; the first row of a stage says the latter."""
    first: dict[str, TableRow] = {}
    rows = tuple(read_table(definition.step, "stages", draft.words, draft.report) or ())
    for row in rows:
        name = row.get("stage")
        if name is None or name.text not in definition.subjects:
            continue
        path = f"stages.rows[{len(draft.stage_rows)}]"
        draft.put(path, name)
        if name.text in first:
            agree(name.text, first[name.text], row, ("label", "counts", "maximum"))
        else:
            first[name.text] = row
            _read_stage(draft, row, name.text)
        when = read_when(draft, row, value_scope(draft), f"{path}.when", alone=len(rows) == 1)
        basis = draft.basis(row, path)
        draft.stage_rows.append(StageRow(stage=name.text, when=when or (), basis=basis))


def _read_stage(draft: Draft, row: TableRow, id: str) -> None:
    counts = row.need("counts")
    path = f"stages.stages[{id}]"
    draft.put(f"{path}.sections", counts)
    read = read_cells(draft, row, "stages", path)
    if read is not None:
        sections = _read_sections(draft, counts) if counts else ()
        draft.stage_definitions[id] = Stage.model_validate({"id": id, "sections": sections, **read})


def _read_sections(draft: Draft, cell: Text) -> tuple[str, ...]:
    if draft.words.words["values"].read(cell.text) == "none":
        return ()
    found: list[str] = []
    parts = (cell,) if draft.sections.find(cell.text) is not None else draft.cells.items(cell)
    for part in parts:
        id = draft.sections.id_of(part.text)
        if id is None:
            draft.cells.unknown_name(part, draft.sections.words, "sections")
        else:
            found.append(id)
    return tuple(dict.fromkeys(found))


def read_tracks(draft: Draft, definition: Definition) -> None:
    """Read what forms the tracks: choices, flags and texts of a subject, and the stage that it is in."""
    refuse_table(definition.step, draft.report)
    if not draft.first("tracks", definition):
        return
    listed, bases = definition.slots["names"], definition.slots["bases"]
    draft.put("tracks.by", listed)
    draft.put("tracks.basis", bases)
    parts = (listed,) if draft.values.find(listed.text) is not None else draft.cells.items(listed)
    names = [_tracked(draft, part) for part in parts]
    known = tuple(dict.fromkeys(name for name in names if name is not None))
    draft.tracks = Tracks(by=known, basis=draft.known_bases(bases))


def _tracked(draft: Draft, name: Text) -> str | None:
    if draft.values.id_of(name.text) == STAGE:
        return STAGE if draft.has_stages(name) else None
    named = find_fact(draft, name)
    if named is not None and named.type not in _TRACKED:
        draft.cells.refuse_type(name, named.type, "choice")
        return None
    return named.id if named is not None else None


def write_stages(render: Renderer, place: DefinitionSentence) -> Written:
    """Write every row; label, sections and maximum stand in the first row of each stage."""
    del place
    stages, words = render.scorecard.stages, render.words
    described = {} if stages is None else {one.id: one for one in stages.stages}
    rows: list[Cells] = []
    for row in () if stages is None else stages.rows:
        stage = described.pop(row.stage, None)
        head: Cells = {}
        if stage is not None:
            nothing = words.words["values"].write("none")
            head = {
                "label": render.own(stage.labels),
                "counts": render.listed(stage.sections) or nothing,
                "maximum": format_exact(stage.maximum),
            }
        basis = render.listed(row.basis)
        when = when_words(render, row.when, alone=stages is not None and len(stages.rows) == 1)
        rows.append({"stage": row.stage, **head, "when": when, "basis": basis})
    return Written({}, rows)


def write_tracks(render: Renderer, place: DefinitionSentence) -> Written:
    """Write what forms the tracks, and the bases."""
    del place
    tracks, listed = render.scorecard.tracks, render.listed
    if tracks is None:
        return Written({"names": "", "bases": ""})
    return Written({"names": listed(render.name(name) for name in tracks.by), "bases": listed(tracks.basis)})
