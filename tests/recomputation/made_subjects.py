"""Subjects of published cards for the recomputation: their examples, and random ones around the reference case."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from rules.contracts.inputs import (
    Assurance,
    DeclaredFact,
    DeclaredValue,
    EvidenceItem,
    Judgement,
    PeriodText,
    PreviousGapReason,
    PreviousValue,
    Rating,
    Subject,
    Verification,
)
from rules.contracts.numbers import parse_exact
from rules.contracts.units import convertible_units
from rules.language.compiler import compile_folder
from rules.model.lookups import TableSource
from rules.model.published_version import PublishedVersion
from rules.model.scorecard import FactDefinition, FactType, RecordType, Scorecard
from rules.rehearsal.example_runner import changed_subject, reference_subject

KNOWN = "2026-12-01T00:00:00Z"
_WAYS = [(0.03, 0.0), (0.0, 0.03), (0.0, 0.15), (0.03, 0.05), (0.2, 0.0), (0.2, 0.03), (0.6, 0.1), (1.0, 0.4)]
"""Pairs of the probability that a fact is changed and the probability that a fact is omitted."""


def examples_of(version: PublishedVersion, tables: TableSource) -> Iterator[Subject]:
    """Return every example of a version as a subject, except those that suppose something."""
    for example in compile_folder(dict(version.sources), tables=tables).examples:
        subject, supposed = changed_subject(version.scorecard, [one.item for one in example.changes], example.as_of)
        if not supposed:
            yield subject.model_copy(update={"known": KNOWN})


class RandomSubjects:
    """Random subjects of one card: near its reference case, or anything that its facts allow."""

    def __init__(self, scorecard: Scorecard, seed: int) -> None:
        self._card = scorecard
        self._random = Random(f"{scorecard.card.id} {seed}")
        self._records = {record.id: record for record in scorecard.records}
        self._keys_of = {
            fact.id: self._records[fact.record].key for fact in scorecard.facts if fact.record in self._records
        }
        self._numbers = sorted(set(_numbers_in(scorecard.model_dump(mode="json"))), key=parse_exact)
        self._words = sorted(_words_in(scorecard.model_dump(mode="json")))
        self._changed = self._forgotten = 0.0

    def subject(self) -> Subject:
        random, card = self._random, self._card.card
        self._changed, self._forgotten = random.choice(_WAYS)
        last = card.last_date or card.first_date + timedelta(days=1_500)
        day = card.first_date + timedelta(days=random.randint(0, (last - card.first_date).days))
        whole = reference_subject(self._card, day)
        values = {fact.id: fact.value for fact in whole.facts}
        facts = [made for one in self._card.facts if (made := self._fact(one, values.get(one.id), day)) is not None]
        evidence = [item for item in whole.evidence if random.random() > self._forgotten / 3]
        kept = {item.id for item in evidence}
        return whole.model_copy(
            update={
                "known": KNOWN,
                "facts": tuple(_with_known_evidence(fact, kept) for fact in facts),
                "evidence": tuple(self._evidence(item, day) for item in evidence),
                "settings": {
                    one.id: random.choice(one.choices).id for one in self._card.settings if random.random() < 0.7
                },
            }
        )

    def _fact(self, definition: FactDefinition, value: DeclaredValue | None, day: date) -> DeclaredFact | None:
        random = self._random
        if definition.issued_for is not None or random.random() < self._forgotten:
            return None
        if definition.previous is not None and (value is None or random.random() < 0.7):
            return self._taken(definition, day)
        if random.random() < self._changed or value is None:
            value = self.value(definition, day).model_copy(update={"evidence": value.evidence if value else ()})
        elif value.records is not None:
            value = self._some_records(definition, value, day)
        verification = None
        if random.random() < 0.02:
            judgement = random.choice(list(Judgement))
            corrected = self.value(definition, day) if judgement is Judgement.CORRECTED else None
            verification = Verification(
                judgement=judgement, corrected=corrected, method="m", reason="r", person="p", date="2026-01-01"
            )
        if random.random() < 0.02 and definition.type is not FactType.RECORDS and verification is None:
            other = value if random.random() < 0.5 else self.value(definition, day)
            people = ((person, one) for person, one in (("b", value), ("a", other)))
            ratings = tuple(Rating(person=person, value=one, rationale="why") for person, one in people)
            return DeclaredFact(id=definition.id, ratings=ratings)
        return DeclaredFact(id=definition.id, value=value, verification=verification)

    def _taken(self, definition: FactDefinition, day: date) -> DeclaredFact:
        """Return a fact from an earlier evaluation: a value, or the reason for its absence."""
        random = self._random
        what: dict[str, object] = {"value": self.value(definition, day)}
        if random.random() < 0.1:
            what = {"lacks": random.choice(list(PreviousGapReason))}
        previous = PreviousValue.model_validate(
            {"record_digest": "0" * 64, "scorecard_version": "another", "as_of_date": day.isoformat(), **what}
        )
        return DeclaredFact(id=definition.id, previous=previous)

    def _some_records(self, definition: FactDefinition, value: DeclaredValue, day: date) -> DeclaredValue:
        random, record = self._random, self._records[definition.record or ""]
        rows = []
        for row in value.records or ():
            if random.random() < 0.1:
                continue
            changed = {
                field.id: self.value(field, day)
                if random.random() < self._changed / 3 and field.id not in (record.key, *record.unique)
                else row[field.id]
                for field in record.fields
                if field.id in row and (field.id == record.key or random.random() > self._forgotten / 3)
            }
            rows.append(changed)
        random.shuffle(rows)
        return value.model_copy(update={"records": tuple(rows)})

    def value(self, definition: FactDefinition, day: date) -> DeclaredValue:
        random = self._random
        if definition.may_not_apply and random.random() < 0.25:
            return DeclaredValue(not_applicable=True)
        match definition.type:
            case FactType.NUMBER:
                return self._number(definition)
            case FactType.CHOICE:
                return DeclaredValue(choice=random.choice(definition.choices).id)
            case FactType.CHOICES:
                chosen = [one.id for one in definition.choices if random.random() < 0.4]
                return DeclaredValue(choices=tuple(random.sample(chosen, len(chosen))))
            case FactType.FLAG:
                return DeclaredValue(flag=random.random() < 0.5)
            case FactType.DATE:
                return DeclaredValue(date=self._day(day).isoformat())
            case FactType.PERIOD:
                first = self._day(day)
                last = first + timedelta(days=random.choice([0, 89, 364, 365, 700]))
                return DeclaredValue(period=PeriodText(first=first.isoformat(), last=last.isoformat()))
            case FactType.TEXT:
                return DeclaredValue(text=random.choice([*self._words, "DE", "CN", "72083900", "7208", "other"]))
            case _:
                record = self._records[definition.record or ""]
                return DeclaredValue(records=tuple(self._row(record, n, day) for n in range(random.randint(0, 3))))

    def _row(self, record: RecordType, place: int, day: date) -> dict[str, DeclaredValue]:
        alone = {record.key, *record.unique}
        row = {
            field.id: DeclaredValue(text=f"{field.id}{place}") if field.id in alone else self.value(field, day)
            for field in record.fields
            if field.id in alone or self._random.random() > self._forgotten / 2
        }
        if (outer := record.belongs_to) is not None and outer.field in row:
            # The first record of the list that it belongs to is there oftener than any other.
            row[outer.field] = DeclaredValue(text=f"{self._keys_of[outer.list]}0")
        wrong = [field.id for field in record.fields if field.id in alone and field.type is not FactType.TEXT]
        return row | {
            name: self.value(next(field for field in record.fields if field.id == name), day) for name in wrong
        }

    def _day(self, day: date) -> date:
        random = self._random
        near = random.choice([day, date(day.year, 1, 1), date(day.year, 12, 31)])
        return near + timedelta(days=random.choice([0, 0, 1, -1, -31, -366, 366, random.randint(-900, 900)]))

    def _number(self, definition: FactDefinition) -> DeclaredValue:
        random = self._random
        factors = [Fraction(1), Fraction(1), Fraction(1), Fraction(1, 2), Fraction(2), Fraction(10)]
        number = parse_exact(random.choice(self._numbers)) * random.choice(factors)
        number += Fraction(random.choice([0, 0, 1, -1]), 100)
        number = max(number, definition.at_least) if definition.at_least is not None else number
        number = min(number, definition.at_most) if definition.at_most is not None else number
        if definition.multiple_of is not None:
            number = number // definition.multiple_of * definition.multiple_of
        text = f"{number.numerator}/{number.denominator}" if number.denominator > 1 else str(number.numerator)
        unit = definition.unit or None
        if unit is not None and random.random() < 0.1 and definition.multiple_of is None:
            unbounded = definition.at_least in {0, None} and definition.at_most is None
            unit = random.choice(convertible_units(unit)) if unbounded else unit
        return DeclaredValue(number=text, unit=unit)

    def _evidence(self, item: EvidenceItem, day: date) -> EvidenceItem:
        random = self._random
        if random.random() > self._forgotten / 2:
            return item
        changes: list[dict[str, object]] = [
            {"assurance": random.choice(list(Assurance))},
            {"issue_date": (day + timedelta(days=random.choice([1, -30, -3_000]))).isoformat()},
            {"issue_date": None},
            {"valid_until": (day + timedelta(days=random.choice([0, -1]))).isoformat()},
            {"valid_from": (day + timedelta(days=random.choice([0, 1]))).isoformat()},
        ]
        return item.model_copy(update=random.choice(changes))


def _with_known_evidence(fact: DeclaredFact, kept: set[str]) -> DeclaredFact:
    def of(value: DeclaredValue) -> DeclaredValue:
        named = tuple(name for name in value.evidence if name in kept)
        rows = value.records and tuple({name: of(part) for name, part in row.items()} for row in value.records)
        return value.model_copy(update={"evidence": named, "records": rows if value.records is not None else None})

    changes: dict[str, object] = {"value": None if fact.value is None else of(fact.value)}
    changes["ratings"] = tuple(one.model_copy(update={"value": of(one.value)}) for one in fact.ratings)
    return fact.model_copy(update=changes)


def _numbers_in(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            if isinstance(value, str) and name in {
                "value",
                "at_least",
                "at_most",
                "below",
                "more_than",
                "at",
                "number",
            }:
                try:
                    parse_exact(value)
                except ValueError:
                    continue
                yield value
            else:
                yield from _numbers_in(value)
    elif isinstance(part, (list, tuple)):
        for item in part:
            yield from _numbers_in(item)
    yield from ("0", "1", "100")


def _words_in(part: object) -> set[str]:
    words: set[str] = set()
    waiting: list[object] = [part]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            if isinstance(node.get("values"), (list, tuple)):
                words |= {str(word) for word in node["values"]}
            if isinstance(node.get("text"), str):
                words.add(node["text"])
            waiting += node.values()
        elif isinstance(node, Sequence) and not isinstance(node, str):
            waiting += node
    return words | {"x"}
