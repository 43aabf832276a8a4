"""Which grade does a score earn, and which findings are raised?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.alternatives import declare_cases, grouped, has_cases, read_condition, written_cases
from rules.language.conditions import Conditions
from rules.language.definitions_conditions import stated_case, unless_text
from rules.language.definitions_scales import read_bounds
from rules.language.draft import DATE_LOOKUP
from rules.language.export_rows import Written, bound_cells
from rules.language.names import Scope
from rules.language.tables import read_table
from rules.model.scorecard import FindingRule, FindingSeverity, LadderRow

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.export_rows import Cells
    from rules.language.render import Renderer
    from rules.language.tables import TableRow
    from rules.language.text import Text

_FINDING = "finding"
_MOST_DAYS = 36_500


def _conditions(draft: Draft) -> Conditions:
    scope = Scope((draft.values,), lambda named: named.kind != DATE_LOOKUP)
    return Conditions(draft, scope, about_criteria=True)


def declare_grades(draft: Draft, definition: Definition) -> None:
    """Declare the grades of a ladder, best first; several rows may lead to one grade."""
    for row in read_table(definition.step, "grades", draft.words, draft.report) or ():
        name = row.need("grade")
        if name is None or name.text in definition.subjects:
            continue
        if draft.grades.declare(name, name.text):
            definition.subjects.append(name.text)
            draft.put(f"ladder.grades[{name.text}]", name)


def read_grade_words(draft: Draft, definition: Definition) -> None:
    """Read the words in which grades are shown."""
    for row in read_table(definition.step, "grade_words", draft.words, draft.report) or ():
        grade, words = row.need("grade"), row.need("words")
        if grade is None or words is None:
            continue
        if grade.text not in draft.grades.items:
            tables = draft.words.sentences["grades"].shown
            draft.report.add_unknown("RL011", grade, draft.grades.items, name=grade.text, tables=tables)
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
        bounds = read_bounds(draft, row, path)
        cell = row.get("requires")
        stated, exception = (cell, False) if cell is None else stated_case(draft, cell)
        requires = _conditions(draft).read(stated, f"{path}.requires")
        basis = draft.basis(row, path)
        said = LadderRow(grade=name.text, **bounds, exception=exception or None, requires=requires or (), basis=basis)
        draft.ladder.append(said)
        if exception:
            _refuse_bounds(draft, row, name)
    _refuse_exceptions_alone(draft, definition)


def _refuse_bounds(draft: Draft, row: TableRow, grade: Text) -> None:
    """Report an exception to a grade that has bounds: it holds whatever the score is, unless it asks for that."""
    for bound in ("more_than", "at_least", "at_most", "below"):
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
        row = rows[0]
        code, label = row.need("finding"), row.get("label")
        if code is None or not draft.findings.declare(code, code.text):
            continue
        declare_cases(draft, rows, _FINDING)
        definition.subjects.append(code.text)
        draft.put(f"findings[{code.text}]", code)
        draft.put(f"findings[{code.text}].labels", label)
        if label is not None:
            draft.findings.label(code.text, label)


def read_findings(draft: Draft, definition: Definition) -> None:
    """Read when findings are raised."""
    for rows in grouped(read_table(definition.step, "findings", draft.words, draft.report), _FINDING):
        row = rows[0]
        code, when_cell, severity_cell = row.get("finding"), row.need("when"), row.need("severity")
        if code is None or code.text not in definition.subjects:
            continue
        path = f"findings[{code.text}]"
        if has_cases(draft, rows, _FINDING):
            draft.put(f"{path}.when", when_cell)
            draft.put(f"{path}.basis", row.get("basis"))
            when, basis = read_condition(draft, rows, _FINDING)
        else:
            when = _conditions(draft).read(when_cell, f"{path}.when") if when_cell else None
            basis = draft.basis(row, path)
        severity = draft.cells.word(severity_cell, "severities") if severity_cell else None
        close = row.get("close_within")
        draft.put(f"{path}.severity", severity_cell)
        draft.put(f"{path}.close_within_days", close)
        days = draft.cells.whole(close, low=1, high=_MOST_DAYS, unit="day") if close else None
        if when is not None and severity is not None:
            draft.finding_rows[code.text] = FindingRule(
                id=code.text,
                when=when,
                severity=FindingSeverity(severity),
                close_within_days=days,
                basis=basis,
            )


def write_grades(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the rows of the ladder."""
    del place
    ladder = render.scorecard.ladder
    return Written(
        {},
        [
            {
                "grade": row.grade,
                **bound_cells(row, render),
                "requires": unless_text(render, row.requires) if row.exception else render.condition(row.requires),
                "basis": render.listed(row.basis),
            }
            for row in (ladder.rows if ladder is not None else ())
        ],
    )


def write_findings(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the findings."""
    findings = {one.id: one for one in render.scorecard.findings}
    severities = render.words.words["severities"]
    rows: list[Cells] = []
    for one in (findings[id] for id in place.ids):
        days = one.close_within_days
        first = {
            "finding": one.id,
            "label": render.own(one.labels),
            "when": render.condition(one.when),
            "severity": severities.write(one.severity),
            "close_within": "" if days is None else render.words.write_number(str(days), "day"),
            "basis": render.listed(one.basis),
        }
        rows += written_cases(render, _FINDING, one.when, first)
    return Written({}, rows)
