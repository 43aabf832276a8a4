"""Which grade does a score earn, and which findings are raised?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.alternatives import declare_cases, grouped, has_cases, read_condition, written_cases
from rules.language.definitions_conditions import stated_case, unless_text
from rules.language.definitions_scales import BOUNDS, refuse_opposed
from rules.language.rows import Written, declare, outcome_conditions, place_of, read_cells, write_cells
from rules.language.tables import read_table
from rules.model.scorecard import FindingRule, LadderRow

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.rows import Cells, Read
    from rules.language.tables import TableRow
    from rules.language.text import Text

_FINDING = "finding"
_MOST_DAYS = 36_500


def declare_grades(draft: Draft, definition: Definition) -> None:
    """Declare the grades of a ladder, best first; several rows may lead to one grade."""
    for row in read_table(definition.step, "grades", draft.words, draft.report) or ():
        name = row.need("grade")
        if name is None or name.text in definition.subjects:
            continue
        declare(draft, definition, row, draft.grades, name.text)


def read_grade_words(draft: Draft, definition: Definition) -> None:
    """Read the words in which grades are shown."""
    for row in read_table(definition.step, "grade_words", draft.words, draft.report) or ():
        grade, words = row.need("grade"), row.need("words")
        if grade is None or words is None:
            continue
        if grade.text not in draft.grades.items:
            draft.cells.unknown_name(grade, draft.grades.items, "grades")
            draft.report.broken.add(words.text)
            continue
        definition.subjects.append(grade.text)
        draft.grades.label(grade.text, words)


def read_grades(draft: Draft, definition: Definition) -> None:
    """Read the rows of the ladder."""
    for row in read_table(definition.step, "grades", draft.words, draft.report) or ():
        name = row.get("grade")
        if name is None or name.text not in definition.subjects:
            continue
        path = f"ladder.rows[{len(draft.ladder)}]"
        draft.put(path, name)
        refuse_opposed(row)
        cell = row.get("requires")
        stated, exception = (cell, False) if cell is None else stated_case(draft, cell)
        requires = outcome_conditions(draft).read(stated, f"{path}.requires")
        read = read_cells(draft, row, "grades", path)
        said = LadderRow.model_validate(
            {"grade": name.text, "exception": exception or None, "requires": requires or (), **(read or {"basis": ()})}
        )
        draft.ladder.append(said)
        if exception:
            _refuse_bounds(draft, row, name)
    _refuse_exceptions_alone(draft, definition)


def _refuse_bounds(draft: Draft, row: TableRow, grade: Text) -> None:
    """Report an exception to a grade that has bounds: it holds whatever the score is, unless it asks for that."""
    for bound in BOUNDS:
        cell = row.get(bound)
        if cell is not None:
            draft.report.add("RL091", cell, "bound", name=grade.text, column=row.names[bound])
            return


def _refuse_exceptions_alone(draft: Draft, definition: Definition) -> None:
    """Report a grade that has exceptions and no row that earns it."""
    earned = {row.grade for row in draft.ladder if not row.exception}
    for place, row in enumerate(draft.ladder):
        if row.grade in definition.subjects and row.grade not in earned:
            earned.add(row.grade)
            draft.report.add("RL091", draft.locations[f"ladder.rows[{place}]"], name=row.grade)


def declare_findings(draft: Draft, definition: Definition) -> None:
    """Declare the codes of findings."""
    for rows in grouped(read_table(definition.step, "findings", draft.words, draft.report), _FINDING):
        if declare(draft, definition, rows[0], draft.findings, rows[0].cells[_FINDING].text):
            declare_cases(draft, rows, _FINDING)


def read_findings(draft: Draft, definition: Definition) -> None:
    """Read when findings are raised."""
    for rows in grouped(read_table(definition.step, "findings", draft.words, draft.report), _FINDING):
        code = rows[0].get(_FINDING)
        if code is None or code.text not in definition.subjects:
            continue
        cases: Read | None = None
        if has_cases(draft, rows, _FINDING):
            when, basis = read_condition(draft, rows, _FINDING)
            cases = {"when": when or (), "basis": basis}
        read = read_cells(draft, rows[0], "findings", place_of(definition, code.text), cases)
        if read is not None:
            draft.finding_rows[code.text] = FindingRule.model_validate({"id": code.text, **read})


def write_grades(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the rows of the ladder."""
    del place
    ladder = render.scorecard.ladder
    rows: list[Cells] = []
    for row in ladder.rows if ladder is not None else ():
        requires = unless_text(render, row.requires) if row.exception else render.condition(row.requires)
        rows.append(write_cells(render, row, "grades", {"requires": requires}))
    return Written({}, rows)


def write_findings(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the findings."""
    findings = {one.id: one for one in render.scorecard.findings}
    rows: list[Cells] = []
    for one in (findings[id] for id in place.ids):
        rows += written_cases(render, _FINDING, one.when, write_cells(render, one, "findings"))
    return Written({}, rows)
