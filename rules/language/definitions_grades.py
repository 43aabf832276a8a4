"""Which grade does a score earn, which findings are raised, and which figures are results?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language import names
from rules.language.conditions import Conditions
from rules.language.definitions_scales import read_bounds
from rules.language.draft import DATE_LOOKUP
from rules.language.export_rows import Written, bound_cells
from rules.language.names import Named, Scope
from rules.language.tables import read_table
from rules.model.expressions import TOTAL_SCORE
from rules.model.scorecard import FactType, FindingRule, FindingSeverity, LadderRow, Result, Rounding

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.tables import TableRow
    from rules.language.text import Text

_MOST_DAYS = 36_500
_MOST_PLACES = 12


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
        requires = _conditions(draft).read(row.get("requires"), f"{path}.requires")
        basis = draft.basis(row, path)
        draft.ladder.append(LadderRow(grade=name.text, **bounds, requires=requires or (), basis=basis))


def declare_findings(draft: Draft, definition: Definition) -> None:
    """Declare the codes of findings."""
    for row in read_table(definition.step, "findings", draft.words, draft.report) or ():
        code, label = row.need("finding"), row.get("label")
        if code is None or not draft.findings.declare(code, code.text):
            continue
        definition.subjects.append(code.text)
        draft.put(f"findings[{code.text}]", code)
        draft.put(f"findings[{code.text}].labels", label)
        if label is not None:
            draft.findings.label(code.text, label)


def read_findings(draft: Draft, definition: Definition) -> None:
    """Read when findings are raised."""
    for row in read_table(definition.step, "findings", draft.words, draft.report) or ():
        code, when_cell, severity_cell = row.get("finding"), row.need("when"), row.need("severity")
        if code is None or code.text not in definition.subjects:
            continue
        path = f"findings[{code.text}]"
        when = _conditions(draft).read(when_cell, f"{path}.when") if when_cell else None
        severity = draft.cells.word(severity_cell, "severities") if severity_cell else None
        close = row.get("close_within")
        draft.put(f"{path}.severity", severity_cell)
        draft.put(f"{path}.close_within_days", close)
        days = draft.cells.whole(close, low=1, high=_MOST_DAYS, unit="day") if close else None
        basis = draft.basis(row, path)
        if when is not None and severity is not None:
            draft.finding_rows[code.text] = FindingRule(
                id=code.text,
                when=when,
                severity=FindingSeverity(severity),
                close_within_days=days,
                basis=basis,
            )


def read_results(draft: Draft, definition: Definition) -> None:
    """Read the named figures that the user came for."""
    for row in read_table(definition.step, "results", draft.words, draft.report) or ():
        name, of_cell, rounding_cell = row.need("result"), row.need("name"), row.need("rounding")
        named = _figure(draft, of_cell) if of_cell else None
        if named is None:
            draft.report.broken.update(cell.text for cell in (name, row.get("label")) if cell is not None)
        rounding = _rounding(draft, rounding_cell) if rounding_cell else None
        basis = draft.basis(row, f"results[{name.text if name else ''}]")
        if name is None or not _declare(draft, name, named):
            continue
        definition.subjects.append(name.text)
        path = f"results[{name.text}]"
        draft.put(path, name)
        for column in ("label", "name", "rounding"):
            draft.put(f"{path}.{'labels' if column == 'label' else column}", row.get(column))
        _label(draft, name, row)
        if named is not None and rounding is not None:
            draft.result_rows[name.text] = Result(id=name.text, name=named.id, rounding=rounding, basis=basis)


def _declare(draft: Draft, name: Text, named: Named | None) -> bool:
    other = draft.values.items.get(name.text)
    if other is not None and named is not None and other.id != named.id:
        place = draft.values.place(name.text)
        draft.report.add("RL014", name, id=name.text, place=names.show_place(place) if place else name.text)
        return False
    figure = named or Named(name.text, "result", FactType.NUMBER)
    return draft.results.declare(name, figure)


def _label(draft: Draft, name: Text, row: TableRow) -> None:
    label = row.get("label")
    if label is not None:
        draft.results.label(name.text, label)


def _figure(draft: Draft, cell: Text) -> Named | None:
    named = draft.values.find(cell.text)
    if named is not None and (_is_figure(named) or named.id == TOTAL_SCORE):
        return named
    known = [word for word, id in draft.values.words.items() if _is_figure(draft.values.items[id])]
    known += [TOTAL_SCORE, draft.words.words["reserved"].write(TOTAL_SCORE)]
    tables = draft.words.sentences["quantity"].shown
    draft.report.add_unknown("RL011", cell, known, name=cell.text, tables=tables)
    return None


def _is_figure(named: Named) -> bool:
    """Say whether a name stands for a number of the whole subject."""
    return named.kind == "quantity" and named.type is FactType.NUMBER and named.list is None


def _rounding(draft: Draft, cell: Text) -> Rounding | None:
    plain = draft.marks.plain(cell)
    pattern = draft.words.forms["places"]
    for parse in pattern.parses(plain.text):
        places = draft.cells.whole(plain.part(*parse["places"]), low=0, high=_MOST_PLACES)
        if places is None or draft.card is None:
            return None
        return Rounding(places=places, mode=draft.card.rounding.mode)
    draft.cells.not_a_word(plain, (pattern.write(places="2"),))
    return None


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
                "requires": render.condition(row.requires),
                "basis": render.listed(row.basis),
            }
            for row in (ladder.rows if ladder is not None else ())
        ],
    )


def write_findings(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the findings."""
    findings = {one.id: one for one in render.scorecard.findings}
    severities = render.words.words["severities"]
    return Written(
        {},
        [
            {
                "finding": one.id,
                "label": render.own(one.labels),
                "when": render.condition(one.when),
                "severity": severities.write(one.severity),
                "close_within": ""
                if one.close_within_days is None
                else render.words.write_number(str(one.close_within_days), "day"),
                "basis": render.listed(one.basis),
            }
            for one in (findings[id] for id in place.ids)
        ],
    )


def write_results(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the results; the mode of their rounding is that of the card."""
    results = {one.id: one for one in render.scorecard.results}
    places = render.words.forms["places"]
    return Written(
        {},
        [
            {
                "result": one.id,
                "label": render.own(one.labels),
                "name": render.name(one.name),
                "rounding": places.write(places=str(one.rounding.places)),
                "basis": render.listed(one.basis),
            }
            for one in (results[id] for id in place.ids)
        ],
    )
