"""On which days do rules of published versions begin, end or change, because they name the day themselves?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.dates import parse_date
from rules.contracts.errors import VersionError
from rules.contracts.messages import LANGUAGES, Label, speaker
from rules.model.dated_rules import Bearing, dated_rules
from rules.model.expressions import AS_OF, PeriodEdge
from rules.model.names import Names
from rules.model.published import in_force
from service.calendar.entries import Entry, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from rules.contracts.inputs import DeclaredFact
    from rules.model.dated_rules import DatedRule
    from rules.model.published import Published
    from rules.model.scorecard import Scorecard

    Slots = dict[str, str]

_say = speaker(__name__)

_EVER = "9999-12-31T23:59:59Z"
KINDS = {Bearing.FIRST: Kind.RULE_BEGINS, Bearing.LAST: Kind.RULE_ENDS, Bearing.GIVEN: Kind.RULE_NAMES}


def rule_entries(versions: Sequence[Published]) -> Iterator[Entry]:
    """Give the days that the rules of one card name, of each version those on which it governs, as known now."""
    for one in versions:
        card, names = one.scorecard.card, Names(one.scorecard)
        for found in dated_rules(one.scorecard):
            try:
                governs = in_force(versions, found.day, _EVER) is one
            except VersionError:
                governs = False
            if governs:
                slots = {"name": f"{card.id}@{card.version}", **_told(found, names)}
                yield Entry(found.day, KINDS[found.bearing], one.name, one.publish_time, slots, place_of(found))


def days_of_subject(
    scorecard: Scorecard, facts: Iterable[DeclaredFact], after: date
) -> Iterator[tuple[DatedRule, Slots]]:
    """Give the days after one that follow for a subject from its own dates, with what their sentences name."""
    dates: dict[tuple[str, PeriodEdge | None], date] = {}
    for fact in facts:
        value = fact.value
        if value is not None and value.date is not None:
            dates[fact.id, None] = parse_date(value.date)
        if value is not None and value.period is not None:
            dates[fact.id, PeriodEdge.FIRST] = parse_date(value.period.first)
            dates[fact.id, PeriodEdge.LAST] = parse_date(value.period.last)
    named, names = set(dated_rules(scorecard)), Names(scorecard)
    for found in dated_rules(scorecard, dates):
        if found.day > after and found not in named:
            yield found, _told(found, names)


def place_of(found: DatedRule) -> str:
    """Give what tells the days of one card or evaluation apart."""
    return f"{found.part}/{found.rule}/{found.measure}"


def _told(found: DatedRule, names: Names) -> Slots:
    rule = _label(found.rule, found.labels) if found.rule else _say("WHOLE_CARD")
    return {"rule": rule, "measure": _measure(names, found.measure)}


def _measure(names: Names, name: str) -> str:
    if name == AS_OF:
        return _say("AS_OF_DATE")
    definition = names.definition(name)
    return name if definition is None else Label({one: definition.labels.get(one, name) for one in LANGUAGES})


def _label(id: str, labels: Mapping[str, str]) -> Label:
    """Name a rule by its id and its name in each language, once if it is called by its id."""
    return Label({one: " ".join(dict.fromkeys((id, labels.get(one, id)))) for one in LANGUAGES})
