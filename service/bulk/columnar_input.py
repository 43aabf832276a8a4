"""Columnar input: facts and records as scaled whole numbers, and rows for the core."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import reduce
from math import ceil, floor
from operator import or_
from typing import Any

import polars as pl

from rules.columns import (
    MAY_BE_ABSENT,
    MOST_CHOICES,
    WORD,
    ColumnReference,
    decimal_places,
    field_column,
    input_column,
    texts_looked_up,
)
from rules.contracts import (
    FIRST_DAY,
    LANGUAGES,
    LAST_DAY,
    DeclaredFact,
    DeclaredValue,
    InputError,
    PeriodText,
    Subject,
    Violation,
    did_you_mean,
    message_factory,
)
from rules.engine import MAXIMUM_RECORDS, Plan
from rules.model import FactDefinition, FactType, RecordType, Scorecard
from service.input.cells import reserved_words
from service.input.dossier.values import FLAG_WORDS

_message = message_factory(__name__)

_ABSENT_WORDS, _NONE_WORDS = (
    [reserved_words(language)[key] for language in LANGUAGES] for key in ("not_applicable", "none")
)
_CHOICES_SEPARATOR = ";"


def subject_from_row(
    card: Scorecard, row: Mapping[str, Any], *, as_of: str, known: str, settings: Mapping[str, str]
) -> Subject:
    """Return a row as a subject with unchanged cells, so that the core can refuse them."""
    records = {record.id: record for record in card.records}
    return Subject.trusted(
        {
            "subject": str(row["subject"]),
            "as_of": as_of,
            "known": known,
            "settings": dict(settings),
            "facts": tuple(_facts(card, row, records)),
        }
    )


def _facts(card: Scorecard, row: Mapping[str, Any], records: Mapping[str, RecordType]) -> Iterator[DeclaredFact]:
    for fact in card.facts:
        value = _value(fact, row, records)
        if value is not None:
            yield DeclaredFact.trusted({"id": fact.id, "value": value})


def _value(fact: FactDefinition, row: Mapping[str, Any], records: Mapping[str, RecordType]) -> DeclaredValue | None:
    raw_value = row.get(fact.id)
    if _is_marked_absent(fact, row):
        return DeclaredValue.trusted({"not_applicable": True})
    if fact.type is FactType.PERIOD:
        first, last = (_value_text(row.get(f"{fact.id}.{part}")) for part in ("first", "last"))
        return DeclaredValue.trusted({"period": PeriodText(first=first, last=last)}) if first or last else None
    if raw_value is None or raw_value == "":
        return None
    if raw_value in _ABSENT_WORDS:
        return DeclaredValue.trusted({"not_applicable": True})
    if fact.type is FactType.RECORDS:
        fields = {field.id: field for field in records[fact.record or ""].fields}
        return DeclaredValue.trusted({"records": tuple(_record(record, fields, records) for record in raw_value)})
    return _scalar(fact, raw_value)


def _is_marked_absent(fact: FactDefinition, row: Mapping[str, Any]) -> bool:
    mark = row.get(f"{fact.id}.not_applicable")
    absent = FLAG_WORDS.get(mark) if isinstance(mark, str) and mark else bool(mark)
    if absent is None or (absent and row.get(fact.id) not in (None, "", *_ABSENT_WORDS)):
        description = _message("ABSENT_AND_GIVEN" if absent else "NOT_A_FLAG", found=_value_text(mark)[:40])
        raise InputError.of(f"facts[{fact.id}].not_applicable", description, "WRONG_VALUE")
    return absent


def _record(
    record: Mapping[str, Any], fields: Mapping[str, FactDefinition], records: Mapping[str, RecordType]
) -> dict[str, DeclaredValue]:
    values = {name: _value(field, record, records) for name, field in fields.items()}
    return {name: value for name, value in values.items() if value is not None}


def _scalar(fact: FactDefinition, raw_value: Any) -> DeclaredValue:
    match fact.type:
        case FactType.NUMBER:
            return DeclaredValue.trusted({"number": _value_text(raw_value), "unit": fact.unit or None})
        case FactType.FLAG:
            flag = FLAG_WORDS.get(raw_value) if isinstance(raw_value, str) else bool(raw_value)
            return DeclaredValue.trusted({"text": _value_text(raw_value)} if flag is None else {"flag": flag})
        case FactType.CHOICE:
            return DeclaredValue.trusted({"choice": _value_text(raw_value)})
        case FactType.CHOICES:
            words = (
                raw_value.split(_CHOICES_SEPARATOR)
                if isinstance(raw_value, str)
                else [_value_text(word) for word in raw_value]
            )
            return DeclaredValue.trusted({"choices": () if raw_value in _NONE_WORDS else tuple(words)})
        case FactType.DATE:
            return DeclaredValue.trusted({"date": _value_text(raw_value)})
        case _:
            return DeclaredValue.trusted({"text": _value_text(raw_value)})


def _value_text(raw_value: Any) -> str:
    match raw_value:
        case None:
            return ""
        case date():
            return raw_value.isoformat()
        case Decimal():
            text = f"{raw_value:f}"
            return text.rstrip("0").rstrip(".") if "." in text else text
        case _:
            return str(raw_value)


ABSENT = "not_applicable"
WORDS = (pl.String, pl.Categorical, pl.Enum)
TEXT_PLACES, _MAXIMUM_PLACES = 6, 9
_MAXIMUM_DIGITS = 17
LARGEST = 10**_MAXIMUM_DIGITS
"""Scaled numbers above this limit are evaluated by the core."""
_NUMBER_PATTERN = r"^-?[0-9]{1,11}(\.[0-9]{1,6})?$"
_DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_PLAIN_TEXT_PATTERN = r"^[!-~]([ -~]{0,1998}[!-~])?$"
EPOCH = 719_163
"""The ordinal of 1970-01-01, where Polars starts counting days."""
_SMALL_INTEGERS = (pl.Int8, pl.Int16, pl.Int32, pl.UInt8, pl.UInt16, pl.UInt32)


def _columns_of_fact(fact: FactDefinition) -> dict[str, str]:
    if fact.type is FactType.PERIOD:
        return {part: f"{fact.id}.{part}" for part in ("first", "last")}
    absent = {MAY_BE_ABSENT: f"{fact.id}.{ABSENT}"} if fact.may_not_apply else {}
    return {"": fact.id, **absent}


class ColumnReader:
    """Converts columns of facts or record fields; `places` maps ids to decimal places."""

    def __init__(
        self,
        schema: Mapping[str, pl.DataType],
        domains: Mapping[str, tuple[str, ...]],
        words: Container[str],
        within: str,
    ) -> None:
        """Accept the values of choices and texts by id (`domains`) and the ids also stored as text (`words`)."""
        self._schema = schema
        self._domains = domains
        self._words = words
        self._list_name = within
        self.places: dict[str, int] = {}

    def column(self, fact: FactDefinition, part: str = "") -> ColumnReference:
        return field_column(self._list_name, fact.id, part) if self._list_name else input_column(fact.id, part)

    def outside(self, fact: FactDefinition, made: pl.DataFrame) -> pl.Series | None:
        if fact.type is not FactType.NUMBER:
            return None
        numbers, unity = made[self.column(fact).name], 10 ** self.places[fact.id]
        masks: list[pl.Series] = []
        least, most = numbers.min(), numbers.max()
        if fact.at_least is not None and isinstance(least, int) and least < fact.at_least * unity:
            masks.append(numbers < ceil(fact.at_least * unity))
        if fact.at_most is not None and isinstance(most, int) and most > fact.at_most * unity:
            masks.append(numbers > floor(fact.at_most * unity))
        if fact.multiple_of is not None:
            masks.append(numbers % int(fact.multiple_of * unity) != 0)
        return reduce(or_, masks) if masks else None

    def columns(self, fact: FactDefinition) -> Iterator[tuple[str, pl.Expr, pl.Expr | None]]:
        names = _columns_of_fact(fact)
        expression: pl.Expr
        invalid: pl.Expr | None
        match fact.type:
            case FactType.RECORDS:
                listed = pl.col(fact.id).list.len() if self._has_column(fact.id) else pl.lit(None)
                expression, invalid = listed.cast(pl.Int64), listed > MAXIMUM_RECORDS
            case FactType.PERIOD:
                days = {part: self._day(name) for part, name in names.items()}
                first, last = days["first"][0], days["last"][0]
                reversed_ = (last < first) | (first.is_null() != last.is_null())
                for part, (day, unread) in days.items():
                    wrong = reversed_ if unread is None else unread | reversed_
                    yield self.column(fact, part).name, day, wrong
                return
            case FactType.NUMBER:
                expression, invalid = self._number(fact)
            case FactType.DATE:
                expression, invalid = self._day(fact.id)
            case FactType.CHOICES:
                expression, invalid = self._bits(fact)
            case _:
                expression, invalid = self._code(fact)
        if fact.id in self._words:
            written = self._text(fact.id) if self._has_column(fact.id) else pl.lit(None, pl.String)
            yield self.column(fact, WORD).name, written, None
        if fact.may_not_apply:
            absent, unread = self._absence_marks(fact, names[MAY_BE_ABSENT])
            twice = absent & expression.is_not_null()
            yield self.column(fact, MAY_BE_ABSENT).name, absent, twice if unread is None else twice | unread
            if invalid is not None:
                invalid &= ~absent
        yield self.column(fact).name, expression, invalid

    def _absence_marks(self, fact: FactDefinition, column: str) -> tuple[pl.Expr, pl.Expr | None]:
        marks, unread = [], None
        if self._has_column(column):
            absence_column = pl.col(column)
            if self._schema[column] in WORDS:
                text = self._text(column)
                absence_column = text.replace_strict(FLAG_WORDS, default=None, return_dtype=pl.Boolean)
                unread = text.is_not_null() & absence_column.is_null()
            marks.append(absence_column.fill_null(False))
        if self._has_column(fact.id) and self._schema[fact.id] in WORDS:
            marks.append(pl.col(fact.id).cast(pl.String).is_in(_ABSENT_WORDS).fill_null(False))
        return pl.any_horizontal(marks) if marks else pl.lit(False), unread

    def _text(self, name: str) -> pl.Expr:
        text = pl.col(name).cast(pl.String)
        return pl.when(text != "").then(text)

    def _has_column(self, name: str) -> bool:
        return name in self._schema and self._schema[name] != pl.Null

    def _number(self, fact: FactDefinition) -> tuple[pl.Expr, pl.Expr | None]:
        minimum_places = places_of_domain(fact)
        self.places[fact.id] = minimum_places
        if not self._has_column(fact.id):
            return pl.lit(None, pl.Int64), None
        kind = self._schema[fact.id]
        if fact.multiple_of is not None and (fact.multiple_of * 10**minimum_places).denominator != 1:
            return pl.lit(None, pl.Int64), pl.col(fact.id).is_not_null()
        if isinstance(kind, pl.Decimal):
            return self._decimal(fact, kind, minimum_places)
        if kind in WORDS:
            return self._number_from_text(fact, minimum_places)
        raw = pl.col(fact.id).cast(pl.Int64, strict=False)
        if kind in _SMALL_INTEGERS:
            return raw * 10**minimum_places if minimum_places else raw, None
        most = LARGEST // 10**minimum_places
        fits = raw.is_between(-most, most)
        return pl.when(fits).then(raw) * 10**minimum_places, pl.col(fact.id).is_not_null() & ~fits.fill_null(False)

    def _decimal(self, fact: FactDefinition, kind: pl.Decimal, minimum_places: int) -> tuple[pl.Expr, pl.Expr | None]:
        scale = kind.scale
        places = max(minimum_places, min(scale, _MAXIMUM_PLACES))
        self.places[fact.id] = places
        unscaled = pl.col(fact.id).to_physical()
        if kind.precision + places - scale < _MAXIMUM_DIGITS and scale <= places:
            return unscaled.cast(pl.Int64) * 10 ** (places - scale) if places > scale else unscaled.cast(pl.Int64), None
        most = (
            min(LARGEST * 10 ** (scale - places), 10**38 - 1) if scale > places else LARGEST // 10 ** (places - scale)
        )
        fits = unscaled.is_between(-most, most)
        if scale > places:
            fits &= (unscaled % 10 ** (scale - places)) == 0
        bounded = pl.when(fits).then(unscaled)
        scaled = bounded // 10 ** (scale - places) if scale > places else bounded * 10 ** (places - scale)
        return scaled.cast(pl.Int64, strict=False), ~fits

    def _number_from_text(self, fact: FactDefinition, minimum_places: int) -> tuple[pl.Expr, pl.Expr | None]:
        places = max(minimum_places, TEXT_PLACES)
        self.places[fact.id] = places
        text = self._text(fact.id)
        fits = text.str.contains(_NUMBER_PATTERN)
        unscaled = pl.when(fits).then(text).cast(pl.Decimal(38, TEXT_PLACES)).to_physical()
        return (unscaled * 10 ** (places - TEXT_PLACES)).cast(pl.Int64, strict=False), text.is_not_null() & ~fits

    def _day(self, name: str) -> tuple[pl.Expr, pl.Expr | None]:
        if not self._has_column(name):
            return pl.lit(None, pl.Int64), None
        if self._schema[name] == pl.Date:
            day = pl.col(name).to_physical().cast(pl.Int64) + EPOCH
            return day, ~day.is_between(FIRST_DAY, LAST_DAY)
        text = self._text(name)
        formed = pl.when(text.str.contains(_DAY_PATTERN)).then(text)
        day = formed.str.to_date("%Y-%m-%d", strict=False).to_physical().cast(pl.Int64) + EPOCH
        return day, text.is_not_null() & (day.is_null() | (day < FIRST_DAY))

    def _code(self, fact: FactDefinition) -> tuple[pl.Expr, pl.Expr | None]:
        domain = self._domains[fact.id]
        kind = pl.UInt8 if len(domain) <= 255 else pl.UInt32
        if not self._has_column(fact.id):
            return pl.lit(None, kind), None
        if self._schema[fact.id] == pl.Boolean:
            return pl.col(fact.id).cast(kind), None
        text = self._text(fact.id)
        codes: dict[str, int] = {word: code for code, word in enumerate(domain)}
        if fact.type is FactType.FLAG:
            codes = {word: int(value) for word, value in FLAG_WORDS.items()}
        if fact.type is FactType.TEXT:
            codes.pop(domain[-1])
            plain = text.str.contains(_PLAIN_TEXT_PATTERN) & ~text.is_in(_ABSENT_WORDS)
            other = pl.lit(len(domain) - 1, kind)
            known = text.replace_strict(codes, default=other, return_dtype=kind) if codes else other
            return pl.when(text.is_not_null()).then(known), text.is_not_null() & ~plain
        code = text.replace_strict(codes, default=None, return_dtype=kind)
        return code, text.is_not_null() & code.is_null()

    def _bits(self, fact: FactDefinition) -> tuple[pl.Expr, pl.Expr | None]:
        if not self._has_column(fact.id) or len(fact.choices) > MOST_CHOICES:
            present = pl.col(fact.id).is_not_null() if fact.id in self._schema else None
            return pl.lit(None, pl.Int64), present
        words = pl.col(fact.id)
        if self._schema[fact.id] in WORDS:
            text = self._text(fact.id)
            none = pl.lit([], pl.List(pl.String))
            words = pl.when(text.is_in(_NONE_WORDS)).then(none).otherwise(text.str.split(_CHOICES_SEPARATOR))
        else:
            words = words.cast(pl.List(pl.String))
        has = [words.list.contains(choice.id) for choice in fact.choices]
        bits = pl.sum_horizontal([flag.cast(pl.Int64) * (1 << index) for index, flag in enumerate(has)])
        count = pl.sum_horizontal([flag.cast(pl.UInt32) for flag in has])
        return pl.when(words.is_not_null()).then(bits), words.is_not_null() & (count != words.list.len())


def places_of_domain(fact: FactDefinition) -> int:
    """Return the decimal places that a fact's domain needs, at most `_MAXIMUM_PLACES`."""
    bounds = [bound for bound in (fact.at_least, fact.at_most, fact.multiple_of) if bound is not None]
    needed = [decimal_places(bound) for bound in bounds]
    return max((_MAXIMUM_PLACES if places is None else min(places, _MAXIMUM_PLACES) for places in needed), default=0)


SUBJECT = "subject"
_SUBJECT_INDEX = "of"


@dataclass(frozen=True, slots=True)
class ListColumns:
    """Records as columns; `of` is the subject index of each record."""

    frame: pl.DataFrame
    of: pl.Series
    places: dict[str, int]


@dataclass(frozen=True, slots=True)
class FactColumns:
    """Facts as whole numbers; `odd` marks subjects for the core."""

    frame: pl.DataFrame
    odd: pl.Series
    places: dict[str, int]
    lists: dict[str, ListColumns] = field(default_factory=dict)

    def usual(self) -> FactColumns:
        usual = ~self.odd
        if usual.all():
            return self
        row_index = usual.cast(pl.Int64).cum_sum() - 1
        lists = {}
        for name, list_columns in self.lists.items():
            retained = usual.gather(list_columns.of)
            lists[name] = ListColumns(
                list_columns.frame.filter(retained),
                row_index.gather(list_columns.of.filter(retained)),
                list_columns.places,
            )
        return FactColumns(self.frame.filter(usual), self.odd.filter(usual), self.places, lists)


class InputReader:
    """Reader of inputs with one schema."""

    def __init__(self, plan: Plan, schema: pl.Schema) -> None:
        self._facts = plan.scorecard.facts
        self._schema = schema
        records = {record.id: record for record in plan.scorecard.records}
        wrong = [*self._subject_violations(), *_column_violations(self._facts, records, schema, "")]
        if wrong:
            raise InputError(tuple(wrong))
        words = texts_looked_up(plan)
        self._reader = ColumnReader(schema, plan.names.domains, words, "")
        self._expressions = [part for fact in self._facts for part in self._reader.columns(fact)]
        list_ids = [fact.id for fact in self._facts if fact.record and schema.get(fact.id, pl.Null()) != pl.Null]
        self._lists = {
            name: _RecordListReader(name, scope.record, scope.names.domains, words, _fields_of(schema[name]))
            for name, scope in plan.records.items()
            if name in list_ids
        }
        self._for_core = [name for name in list_ids if name not in self._lists]

    def read(self, raw: pl.DataFrame) -> FactColumns:
        invalid = [expression for _, _, expression in self._expressions if expression is not None]
        # The subject column makes Polars repeat constants for every row.
        made = raw.select(pl.col(SUBJECT), **{name: expression for name, expression, _ in self._expressions}).drop(
            SUBJECT
        )
        marked = raw.select(pl.col(SUBJECT).is_null(), *(part.alias(str(index)) for index, part in enumerate(invalid)))
        masks = [mask for fact in self._facts if (mask := self._reader.outside(fact, made)) is not None]
        masks += [raw[name].is_not_null() for name in self._for_core]
        lists: dict[str, ListColumns] = {}
        for name, records in self._lists.items():
            lists[name], wrong = records.read(raw[name])
            masks.append(wrong)
        masks_by_row = marked.hstack([mask.alias(f"mask:{index}") for index, mask in enumerate(masks)])
        odd_rows = masks_by_row.select(pl.any_horizontal(pl.all().fill_null(False))).to_series()
        return FactColumns(made, odd_rows, self._reader.places, lists)

    def _subject_violations(self) -> Iterator[Violation]:
        if SUBJECT not in self._schema:
            yield Violation(SUBJECT, _message("NO_SUBJECT_COLUMN", column=SUBJECT), "REQUIRED")
        elif self._schema[SUBJECT] not in WORDS and not self._schema[SUBJECT].is_integer():
            yield Violation(SUBJECT, _message("WRONG_COLUMN_TYPE", found=str(self._schema[SUBJECT])), "WRONG_TYPE")


class _RecordListReader:
    def __init__(
        self,
        name: str,
        record: RecordType,
        domains: Mapping[str, tuple[str, ...]],
        words: frozenset[str],
        schema: Mapping[str, pl.DataType],
    ) -> None:
        self._record = record
        self._reader = ColumnReader(schema, domains, words, name)
        self._expressions = [part for record_field in record.fields for part in self._reader.columns(record_field)]

    def read(self, lists: pl.Series) -> tuple[ListColumns, pl.Series]:
        numbered = pl.DataFrame({_SUBJECT_INDEX: pl.int_range(lists.len(), eager=True), "list": lists})
        exploded = numbered.filter(pl.col("list").list.len() > 0).explode("list")
        of, raw = exploded[_SUBJECT_INDEX], exploded["list"].struct.unnest()
        invalid = [expression for _, _, expression in self._expressions if expression is not None]
        made = raw.with_columns(of.alias("of:")).select(
            pl.col("of:"), **{name: part for name, part, _ in self._expressions}
        )
        masks = [made["of:"].is_null(), exploded["list"].is_null()]
        masks += [raw.with_columns(of.alias("of:")).select(pl.col("of:"), odd=part)["odd"] for part in invalid]
        masks += [
            mask
            for record_field in self._record.fields
            if (mask := self._reader.outside(record_field, made)) is not None
        ]
        masks += [self._repeated(name, raw, made, of) for name in (self._record.key, *self._record.unique)]
        masks.append(self._without_key(raw))
        wrong = pl.select(pl.any_horizontal([mask.fill_null(False) for mask in masks])).to_series()
        marked = pl.int_range(lists.len(), eager=True).is_in(of.filter(wrong).unique().implode())
        return ListColumns(made.drop("of:"), of, self._reader.places), marked

    def _comparable_values(self, name: str, raw: pl.DataFrame, made: pl.DataFrame) -> pl.Series:
        definition = next(record_field for record_field in self._record.fields if record_field.id == name)
        if definition.type is not FactType.TEXT or name not in raw.columns:
            return made[self._reader.column(definition).name]
        return raw[name].cast(pl.String).str.to_lowercase().str.replace_all(" ", "", literal=True)

    def _repeated(self, name: str, raw: pl.DataFrame, made: pl.DataFrame, of: pl.Series) -> pl.Series:
        pairs = pl.DataFrame({_SUBJECT_INDEX: of, "value": self._comparable_values(name, raw, made)})
        return pairs.is_duplicated() & pairs["value"].is_not_null()

    def _without_key(self, raw: pl.DataFrame) -> pl.Series:
        if self._record.key not in raw.columns:
            return pl.repeat(True, raw.height, eager=True)
        key = raw[self._record.key]
        return key.is_null() | (key == "") if key.dtype in WORDS else key.is_null()


def _fields_of(kind: pl.DataType) -> dict[str, pl.DataType]:
    inner = kind.inner if isinstance(kind, pl.List) else None
    fields = inner.fields if isinstance(inner, pl.Struct) else []
    return dict(pl.Schema((column_field.name, column_field.dtype) for column_field in fields))


def _column_violations(
    definitions: tuple[FactDefinition, ...],
    records: Mapping[str, RecordType],
    schema: Mapping[str, pl.DataType],
    prefix: str,
) -> Iterator[Violation]:
    known = {name: fact for fact in definitions for name in _columns_of_fact(fact).values()}
    for column, kind in schema.items():
        if column == SUBJECT and not prefix:
            continue
        location, fact = f"{prefix}{column[:60]}", known.get(column)
        if fact is None:
            hint = did_you_mean(column[:60], known)
            yield Violation(location, _message("UNKNOWN_COLUMN", hint=hint), "UNKNOWN_COLUMN")
        elif fact.previous is not None and not fact.can_be_stated:
            yield Violation(location, _message("PREVIOUS_COLUMN"), "NOT_WANTED")
        elif kind.is_float():
            yield Violation(location, _message("FLOAT_COLUMN", found=str(kind)), "NOT_EXACT")
        elif kind != pl.Null and not _accepts_type(fact, column, kind):
            yield Violation(location, _message("COLUMN_OF_FACT", found=str(kind), type=fact.type.value), "WRONG_TYPE")
        elif fact.record is not None:
            yield from _column_violations(records[fact.record].fields, records, _fields_of(kind), f"{column}[].")


def _accepts_type(fact: FactDefinition, name: str, kind: pl.DataType) -> bool:
    if name.endswith(f".{ABSENT}"):
        return kind == pl.Boolean or kind in WORDS
    if fact.type is FactType.RECORDS:
        return isinstance(kind, pl.List) and isinstance(kind.inner, pl.Struct)
    if kind in WORDS:
        return True
    match fact.type:
        case FactType.NUMBER:
            return kind.is_integer() or kind.is_decimal()
        case FactType.FLAG:
            return kind == pl.Boolean
        case FactType.DATE | FactType.PERIOD:
            return kind == pl.Date
        case FactType.CHOICES:
            return isinstance(kind, pl.List) and kind.inner in WORDS
        case _:
            return False
