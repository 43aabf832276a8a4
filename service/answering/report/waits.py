"""With which words is said what an answer that is not known waits for?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import listed
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
    named += [words["waits_rules"].format(name=teller.fact(quantity)) for quantity in answer.left_open]
    told = listed(named[:_SHOWN], teller.language)
    more = len(named) - _SHOWN
    return str(words["waits_more"].format(named=told, count=more)) if more > 0 else told
