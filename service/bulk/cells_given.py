"""What does a cell that goes to the exact core declare?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rules.contracts.errors import InputError, Violation
from rules.contracts.inputs import DeclaredFact, DeclaredValue, PeriodText, Subject
from rules.contracts.messages import speaker
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.model.scorecard import FactDefinition, RecordType, Scorecard

_say = speaker(__name__)

ABSENT_TEXT, NONE_TEXT = "(not applicable)", "(none)"
CHOICES_BETWEEN = ";"
FLAGS = {"no": False, "yes": True, "false": False, "true": True}


def subject_of(
    card: Scorecard, row: Mapping[str, Any], *, as_of: str, known: str, settings: Mapping[str, str]
) -> Subject:
    """Declare what a row says, each cell as it stands there, so that the core can refuse it.

    Raises:
        InputError: a fact has a value and does not apply.
    """
    records = {record.id: record for record in card.records}
    return Subject(
        subject=str(row["subject"]),
        as_of=as_of,
        known=known,
        settings=dict(settings),
        facts=tuple(_facts(card, row, records)),
    )


def _facts(card: Scorecard, row: Mapping[str, Any], records: Mapping[str, RecordType]) -> Iterator[DeclaredFact]:
    for fact in card.facts:
        value = _value(fact, row, records)
        if value is not None:
            yield DeclaredFact(id=fact.id, value=value)


def _value(fact: FactDefinition, row: Mapping[str, Any], records: Mapping[str, RecordType]) -> DeclaredValue | None:
    beside = row.get(f"{fact.id}.not_applicable")
    absent = FLAGS.get(beside) if isinstance(beside, str) and beside else bool(beside)
    if absent is None or (absent and row.get(fact.id) not in (None, "", ABSENT_TEXT)):
        description = _say("ABSENT_AND_GIVEN" if absent else "NOT_A_FLAG", found=_plain(beside)[:40])
        raise InputError((Violation(f"facts[{fact.id}].not_applicable", description, "WRONG_VALUE"),))
    if absent:
        return DeclaredValue(not_applicable=True)
    if fact.type is FactType.PERIOD:
        first, last = (row.get(f"{fact.id}.{part}") for part in ("first", "last"))
        if first in (None, "") and last in (None, ""):
            return None
        return DeclaredValue(period=PeriodText(first=_plain(first), last=_plain(last)))
    given = row.get(fact.id)
    if given is None or given == "":
        return None
    if given == ABSENT_TEXT:
        return DeclaredValue(not_applicable=True)
    if fact.type is FactType.RECORDS:
        fields = {field.id: field for field in records[fact.record or ""].fields}
        return DeclaredValue(records=tuple(_record(one, fields, records) for one in given))
    return _scalar(fact, given)


def _record(
    given: Mapping[str, Any], fields: Mapping[str, FactDefinition], records: Mapping[str, RecordType]
) -> dict[str, DeclaredValue]:
    found = {name: _value(field, given, records) for name, field in fields.items()}
    return {name: value for name, value in found.items() if value is not None}


def _scalar(fact: FactDefinition, given: Any) -> DeclaredValue:
    match fact.type:
        case FactType.NUMBER:
            return DeclaredValue(number=_plain(given), unit=fact.unit or None)
        case FactType.FLAG:
            flag = FLAGS.get(given) if isinstance(given, str) else bool(given)
            return DeclaredValue(text=_plain(given)) if flag is None else DeclaredValue(flag=flag)
        case FactType.CHOICE:
            return DeclaredValue(choice=_plain(given))
        case FactType.CHOICES:
            words = given.split(CHOICES_BETWEEN) if isinstance(given, str) else [_plain(word) for word in given]
            return DeclaredValue(choices=() if given == NONE_TEXT else tuple(words))
        case FactType.DATE:
            return DeclaredValue(date=_plain(given))
        case _:
            return DeclaredValue(text=_plain(given))


def _plain(given: Any) -> str:
    match given:
        case None:
            return ""
        case date():
            return given.isoformat()
        case Decimal():
            text = f"{given:f}"
            return text.rstrip("0").rstrip(".") if "." in text else text
        case _:
            return str(given)
