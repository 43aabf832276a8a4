"""With which words is said what an answer that is not known waits for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import listed
from rules.model.expressions import Undetermined
from rules.model.scorecard import FormulaQuantity
from rules.trail.explain_tables import missing_words

if TYPE_CHECKING:
    from rules.trail.open_answers import OpenAnswer
    from service.answering.report.telling import RecordTeller

_SHOWN = 4
"""So many things that one answer waits for are named, the nearest first."""


def waits_for(answer: OpenAnswer, teller: RecordTeller) -> str:
    """Name the facts, settings, values of reference tables and rules that an answer waits for; nothing if none is."""
    words = teller.words
    named = [teller.origins.waits(fact) or teller.fact(fact) for fact in answer.facts]
    named += [words["waits_setting"].format(name=teller.renderer.name(setting)) for setting in answer.settings]
    for value in answer.missing:
        name, reason = missing_words(value, teller.record, teller.renderer)
        named.append(words["waits_table"].format(name=name, reason=reason))
    named += list(dict.fromkeys(_left_open(quantity, teller) for quantity in answer.left_open))
    told = listed(named[:_SHOWN], teller.language)
    more = len(named) - _SHOWN
    return str(words["waits_more"].format(named=told, count=more)) if more > 0 else told


def _left_open(place: str, teller: RecordTeller) -> str:
    """Say that the rules leave a quantity open, and why if they say it; of records, once for each reason."""
    id = place.rsplit(".", 1)[-1]
    found = next((one for one in teller.scorecard.quantities if one.id == id), None)
    step, of_record = (f"quantities/{id}", None) if "[" not in place else (_step_of(place), id)
    payload = teller.payloads.get(step, {})
    said = teller.recorded(payload if of_record is None else payload.get("quantities", {}).get(of_record, {}))
    rows = found.rows if isinstance(found, FormulaQuantity) else ()
    reasons = (row.formula.because or {} for row in rows if isinstance(row.formula, Undetermined))
    reason = next((one for one in (because.get(teller.language) for because in reasons) if one and one in said), None)
    if reason is None:
        name = teller.fact(place) if found is None else teller.renderer.name(id)
        return str(teller.words["waits_rules"].format(name=name))
    return str(teller.words["waits_rules_because"].format(name=teller.renderer.name(id), reason=reason))


def _step_of(place: str) -> str:
    """Give the step of the record that an address such as `units[A].allocated` begins with."""
    list, rest = place.split("[", 1)
    return f"facts/{list}/{rest.rsplit(']', 1)[0]}"
