"""Which rules give a verdict, what governs them, and what may be said instead?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.outcomes import Verdict
from rules.language.conditions import Conditions, value_scope
from rules.language.rows import Written, declare, declared_rows, place_of, read_cells, write_cells
from rules.language.tables import agree, read_table, refuse_table
from rules.model.expressions import AS_OF
from rules.model.scorecard import FactType, VerdictRow, VerdictRule, Verdicts

if TYPE_CHECKING:
    from rules.language.draft import Definition, Draft
    from rules.language.export_places import DefinitionSentence
    from rules.language.render import Renderer
    from rules.language.rows import Cells
    from rules.language.tables import TableRow
    from rules.language.text import Text

_GOVERNING = (FactType.DATE, FactType.PERIOD)
_ONCE = ("label", "verdict", "severity", "first", "last", "warn_from", "basis")
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
        draft.cells.refuse_type(name, named.type, "date")
        return None
    known = [word for word, id in draft.values.words.items() if draft.values.items[id].type in _GOVERNING]
    draft.cells.unknown_name(name, known, "facts")
    return None


def declare_verdict_rules(draft: Draft, definition: Definition) -> None:
    """Declare the rules of a table; several rows of one rule are alternatives."""
    for row in read_table(definition.step, "verdict_rules", draft.words, draft.report) or ():
        code = row.need("rule")
        if code is not None and code.text not in definition.subjects:
            declare(draft, definition, row, draft.rules, code.text)


def read_verdict_rules(draft: Draft, definition: Definition) -> None:
    """Read when each rule holds and is in force, and what verdict it gives."""
    draft.put("verdicts.rules", definition.step.sentence)
    first: dict[str, TableRow] = {}
    rows: dict[str, list[VerdictRow]] = {}
    conditions = Conditions(draft, value_scope(draft))
    for id, row in declared_rows(draft, definition):
        found = rows.setdefault(id, [])
        path = f"{place_of(definition, id)}.rows[{len(found)}]"
        draft.put(path, row.cells["rule"])
        when = row.need("when")
        found.append(VerdictRow(when=(conditions.read(when, f"{path}.when") or ()) if when else ()))
        if id in first:
            agree(id, first[id], row, _ONCE)
        else:
            first[id] = row
            read = read_cells(draft, row, "verdict_rules", place_of(definition, id))
            if read is not None:
                draft.verdict_rules[id] = VerdictRule.model_validate({"id": id, "rows": (), **read})
    for id, found in rows.items():
        if id in draft.verdict_rules:
            draft.verdict_rules[id] = draft.verdict_rules[id].model_copy(update={"rows": tuple(found)})


def read_remedies(draft: Draft, definition: Definition) -> None:
    """Read what may be said or done instead of what a rule forbids."""
    for row in read_table(definition.step, "remedies", draft.words, draft.report) or ():
        rule, words = row.need("rule"), row.need("words")
        if rule is None or words is None:
            continue
        id = draft.rules.id_of(rule.text)
        if id is None:
            draft.cells.unknown_name(rule, draft.rules.words, "verdict_rules")
            continue
        path = f"verdicts.rules[{id}].remedy"
        if id in draft.remedies:
            draft.cells.refuse_twice(rule, draft.locations[path])
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
        head = write_cells(render, rule, "verdict_rules", {"when": ""})
        for position, row in enumerate(rule.rows):
            rows.append({**({} if position else head), "rule": rule.id, "when": render.condition(row.when)})
    return Written({}, rows)


def write_remedies(render: Renderer, place: DefinitionSentence) -> Written | None:
    """Write what may be said instead, for those rules for which the language says it."""
    remedies = {id: render.names.rules[id].remedy.get(render.language, "") for id in place.ids}
    rows: list[Cells] = [{"rule": id, "words": words} for id, words in remedies.items() if words]
    return Written({}, rows) if rows else None
