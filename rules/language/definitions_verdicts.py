"""Which rules give a verdict, what governs them, and what may be said instead?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import Verdict
from rules.language import names
from rules.language.conditions import Conditions
from rules.language.dates import Dates, type_word
from rules.language.draft import DATE_LOOKUP
from rules.language.export_rows import Written
from rules.language.names import Scope
from rules.language.quantity_sentences import value_scope
from rules.language.tables import agree, read_table, refuse_table
from rules.model.expressions import AS_OF
from rules.model.scorecard import FactType, VerdictRow, VerdictRule, Verdicts, VerdictSeverity

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.export_rows import Cells
    from rules.language.render import Renderer
    from rules.language.tables import TableRow
    from rules.language.text import Text

_GOVERNING = (FactType.DATE, FactType.PERIOD)
_DATES = ("first", "last", "warn_from")
_ONCE = ("label", "verdict", "severity", *_DATES, "basis")
"""What the first row of a rule says for all of them."""


def read_verdicts(draft: Draft, definition: Definition) -> None:
    """Read which date or period selects the rules, and which verdict is given if none of them holds."""
    refuse_table(definition.step, draft.report)
    if not draft.first("verdicts", definition):
        return
    slots = draft.choose(definition, "fact")
    draft.put("verdicts.governed_by", slots["fact"])
    draft.put("verdicts.otherwise", slots["verdict"])
    draft.put("verdicts.otherwise.basis", slots["bases"])
    governing = _governing(draft, slots["fact"])
    otherwise = draft.cells.word(slots["verdict"], "verdicts")
    basis = draft.known_bases(slots["bases"])
    if governing is not None and otherwise is not None:
        draft.verdicts = Verdicts(governed_by=governing, otherwise=Verdict(otherwise), otherwise_basis=basis, rules=())


def _governing(draft: Draft, name: Text) -> str | None:
    named = draft.values.find(name.text)
    if named is not None and (named.id == AS_OF or (named.kind == "fact" and named.type in _GOVERNING)):
        return named.id
    if named is not None and named.kind in ("fact", "reserved"):
        wanted, kind = draft.words.words["types"].write("date"), type_word(draft.cells, named.type)
        draft.report.add("RL016", name, "expected", name=name.text, type=kind, wanted=wanted)
        return None
    known = [word for word, id in draft.values.words.items() if draft.values.items[id].type in _GOVERNING]
    draft.report.add_unknown("RL011", name, known, name=name.text, tables=draft.words.sentences["facts"].shown)
    return None


def declare_verdict_rules(draft: Draft, definition: Definition) -> None:
    """Declare the rules of a table; several rows of one rule are alternatives."""
    for row in read_table(definition.step, "verdict_rules", draft.words, draft.report) or ():
        code, label = row.need("rule"), row.get("label")
        if code is None or code.text in definition.subjects or not draft.rules.declare(code, code.text):
            continue
        definition.subjects.append(code.text)
        path = f"verdicts.rules[{code.text}]"
        draft.put(path, code)
        draft.put(f"{path}.labels", label)
        if label is not None:
            draft.rules.label(code.text, label)


def read_verdict_rules(draft: Draft, definition: Definition) -> None:
    """Read when each rule holds and is in force, and what verdict it gives."""
    draft.put("verdicts.rules", definition.step.sentence)
    first: dict[str, TableRow] = {}
    rows: dict[str, list[VerdictRow]] = {}
    conditions = Conditions(draft, value_scope(draft))
    for row in read_table(definition.step, "verdict_rules", draft.words, draft.report) or ():
        code = row.get("rule")
        if code is None or code.text not in definition.subjects:
            continue
        found = rows.setdefault(code.text, [])
        path = f"verdicts.rules[{code.text}].rows[{len(found)}]"
        draft.put(path, code)
        when = row.need("when")
        found.append(VerdictRow(when=(conditions.read(when, f"{path}.when") or ()) if when else ()))
        if code.text in first:
            agree(code.text, first[code.text], row, _ONCE)
        else:
            first[code.text] = row
            _read_rule(draft, row, code.text)
    for id, found in rows.items():
        if id in draft.verdict_rules:
            draft.verdict_rules[id] = draft.verdict_rules[id].model_copy(update={"rows": tuple(found)})


def _read_rule(draft: Draft, row: TableRow, id: str) -> None:
    path = f"verdicts.rules[{id}]"
    verdict_cell, severity_cell = row.need("verdict"), row.need("severity")
    for column in ("verdict", "severity", *_DATES):
        draft.put(f"{path}.{column}", row.get(column))
    verdict = draft.cells.word(verdict_cell, "verdicts") if verdict_cell else None
    severity = draft.cells.word(severity_cell, "severities") if severity_cell else None
    scope = Scope((draft.values,), lambda named: named.kind == DATE_LOOKUP)
    reader = Dates(draft.cells, scope, ("date_lookup",))
    dates = {column: reader.expression(cell) for column in _DATES if (cell := row.get(column)) is not None}
    basis = draft.basis(row, path)
    if verdict is not None and severity is not None:
        draft.verdict_rules[id] = VerdictRule(
            id=id,
            rows=(),
            verdict=Verdict(verdict),
            severity=VerdictSeverity(severity),
            first=dates.get("first"),
            last=dates.get("last"),
            warn_from=dates.get("warn_from"),
            basis=basis,
        )


def read_remedies(draft: Draft, definition: Definition) -> None:
    """Read what may be said or done instead of what a rule forbids."""
    for row in read_table(definition.step, "remedies", draft.words, draft.report) or ():
        rule, words = row.need("rule"), row.need("words")
        if rule is None or words is None:
            continue
        id = draft.rules.id_of(rule.text)
        if id is None:
            tables = draft.words.sentences["verdict_rules"].shown
            draft.report.add_unknown("RL011", rule, draft.rules.words, name=rule.text, tables=tables)
            continue
        path = f"verdicts.rules[{id}].remedy"
        if id in draft.remedies:
            draft.report.add("RL014", rule, id=rule.text, place=names.show_place(draft.locations[path]))
            continue
        draft.put(path, words)
        definition.subjects.append(id)
        draft.remedies[id] = draft.words_for(words)


def refuse_incomplete_verdicts(draft: Draft) -> None:
    """Report verdict rules without the sentence that governs them, or that sentence without rules."""
    stated = [path for path in ("verdicts", "verdicts.rules") if path in draft.locations]
    if len(stated) != 1:
        return
    written = {"fact": "…", "verdict": draft.words.words["verdicts"].write(Verdict.OK), "bases": "…"}
    sentences = draft.words.sentences
    missing = sentences["verdict_rules"].write() if stated == ["verdicts"] else sentences["verdicts"].write(**written)
    draft.report.add("RL027", draft.locations[stated[0]], "verdicts", sentence=missing)


def write_verdicts(render: Renderer, place: DefinitionSentence) -> Written:
    """Write what governs the rules, and what holds otherwise."""
    del place
    verdicts = render.scorecard.verdicts
    if verdicts is None:
        return Written({"fact": "", "verdict": "", "bases": ""})
    return Written(
        {
            "fact": render.name(verdicts.governed_by),
            "verdict": render.verdict(verdicts.otherwise),
            "bases": render.listed(verdicts.otherwise_basis),
        }
    )


def write_verdict_rules(render: Renderer, place: DefinitionSentence) -> Written:
    """Write the rows of rules; everything but its conditions stands in the first of each."""
    rows: list[Cells] = []
    for rule in (render.names.rules[name] for name in place.ids):
        head = {
            "label": render.own(rule.labels),
            "verdict": render.verdict(rule.verdict),
            "severity": render.words.words["severities"].write(rule.severity),
            "basis": render.listed(rule.basis),
        }
        days = {"first": rule.first, "last": rule.last, "warn_from": rule.warn_from}
        head |= {column: "" if day is None else render.date(day) for column, day in days.items()}
        for position, row in enumerate(rule.rows):
            rows.append({"rule": rule.id, "when": render.condition(row.when), **(head if position == 0 else {})})
    return Written({}, rows)


def write_remedies(render: Renderer, place: DefinitionSentence) -> Written | None:
    """Write what may be said instead, for those rules for which the language says it."""
    remedies = {id: render.names.rules[id].remedy.get(render.language, "") for id in place.ids}
    rows: list[Cells] = [{"rule": id, "words": words} for id, words in remedies.items() if words]
    return Written({}, rows) if rows else None
