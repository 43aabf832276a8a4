"""How do lookups in reference tables, and what examples expect of them, read in one language?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.numbers import format_exact
from rules.model.examples import ExpectAbsent, ExpectLeft, ExpectMissing, ExpectNumber, ExpectOfRecord, ExpectWord
from rules.model.scorecard import KeyReading

if TYPE_CHECKING:
    from rules.language.render import Renderer
    from rules.model.examples import QuantityExpectation
    from rules.model.scorecard import TableKey

_FORMS = {KeyReading.YEAR: "year_of", KeyReading.QUARTER: "quarter_of"}
_SUFFIXES = {
    ExpectWord: "_word",
    ExpectMissing: "_missing",
    ExpectAbsent: "_absent",
    ExpectLeft: "_left",
    ExpectNumber: "",
}


def each_name(owner: str, renderer: Renderer) -> str:
    """Write for each record of which list something is computed: by the name of the records if that says it."""
    record = renderer.names.facts[owner].record
    lists = [fact.id for fact in renderer.scorecard.facts if fact.record == record]
    kind = next((one for one in renderer.scorecard.records if one.id == record), None)
    return renderer.name(owner) if kind is None or len(lists) > 1 else renderer.record(kind)


def _one_word(owner: str, renderer: Renderer) -> str:
    """Write for which records, in one word, so that what follows is the key of one of them."""
    said, shared = each_name(owner, renderer), renderer.name(owner)
    return said if " " not in said else owner if said == shared else renderer.names.facts[owner].record or owner


def keys_text(keys: tuple[TableKey, ...], renderer: Renderer, within: str | None) -> str:
    """Write what is looked up in each key column."""
    forms = renderer.words.forms
    written = []
    for key in keys:
        value = f"'{key.word}'" if key.name is None else renderer.name(key.name, within)
        if key.reading is not KeyReading.VALUE:
            value = forms[_FORMS[key.reading]].write(date=value)
        written.append(forms["key_is"].write(column=key.column, value=value))
    return renderer.words.clauses_separator.join(written)


def looked_up_line(expected: QuantityExpectation | ExpectOfRecord, renderer: Renderer) -> str:
    """Write what is expected of a lookup, or of a quantity of one record, as the sentence of a step."""
    of_record = isinstance(expected, ExpectOfRecord)
    item = expected.item if isinstance(expected, ExpectOfRecord) else expected
    slots = {"quantity": renderer.name(item.name)}
    if isinstance(expected, ExpectOfRecord):
        slots |= {"each": _one_word(expected.list, renderer), "key": expected.key}
    match item:
        case ExpectWord(word=word):
            slots["word"] = word
        case ExpectMissing(table=table):
            slots["table"] = table
        case ExpectNumber(name=name, value=value):
            slots["number"] = renderer.words.write_number(format_exact(value), renderer.names.unit(name))
        case _:
            pass
    key = f"expect_{'each' if of_record else 'quantity'}{_SUFFIXES[type(item)]}"
    return renderer.words.steps[key].write(**slots)
