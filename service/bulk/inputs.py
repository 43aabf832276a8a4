"""Which facts stand in the columns of an input, and what stands in the records of its lists?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from rules.columns.tables import texts_looked_up
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.contracts.suggestions import meant
from rules.model.scorecard import FactType
from service.bulk.readings import ABSENT, WORDS, Readings, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.engine.plan import Plan
    from rules.model.scorecard import FactDefinition, RecordType

_say = speaker(__name__)

SUBJECT = "subject"
_OF = "of"


@dataclass(frozen=True, slots=True)
class ListColumns:
    """The records of a list of some subjects as columns; `of` says for each record whose it is, by place."""

    frame: pl.DataFrame
    of: pl.Series
    places: dict[str, int]


@dataclass(frozen=True, slots=True)
class FactColumns:
    """The facts of some subjects as columns of whole numbers; `odd` marks subjects of whom one is no such number."""

    frame: pl.DataFrame
    odd: pl.Series
    places: dict[str, int]
    lists: dict[str, ListColumns] = field(default_factory=dict)

    def usual(self) -> FactColumns:
        """Give the subjects that are not odd."""
        usual = ~self.odd
        if usual.all():
            return self
        place = usual.cast(pl.Int64).cum_sum() - 1
        lists = {}
        for name, one in self.lists.items():
            kept = usual.gather(one.of)
            lists[name] = ListColumns(one.frame.filter(kept), place.gather(one.of.filter(kept)), one.places)
        return FactColumns(self.frame.filter(usual), self.odd.filter(usual), self.places, lists)


class Inputs:
    """Reads inputs of one form, so that all parts of an input are read alike."""

    def __init__(self, plan: Plan, schema: pl.Schema) -> None:
        """Check the columns of an input.

        Raises:
            InputError: a column is unknown, of a type that is not exact, or no column names the subjects.
        """
        self._facts = plan.scorecard.facts
        self._schema = schema
        records = {record.id: record for record in plan.scorecard.records}
        wrong = [*self._wrong_subject(), *_wrong(self._facts, records, schema, "")]
        if wrong:
            raise InputError(tuple(wrong))
        words = texts_looked_up(plan)
        self._reader = Readings(schema, plan.names.domains, words, "")
        self._made = [part for fact in self._facts for part in self._reader.columns(fact)]
        there = [fact.id for fact in self._facts if fact.record and schema.get(fact.id, pl.Null()) != pl.Null]
        self._lists = {
            name: _Records(name, scope.record, scope.names.domains, words, _fields_of(schema[name]))
            for name, scope in plan.records.items()
            if name in there
        }
        self._for_core = [name for name in there if name not in self._lists]

    def read(self, raw: pl.DataFrame) -> FactColumns:
        """Read some subjects."""
        odd = [found for _, _, found in self._made if found is not None]
        # A constant must be repeated for every subject, which a column beside it brings about.
        made = raw.select(pl.col(SUBJECT), **{name: found for name, found, _ in self._made}).drop(SUBJECT)
        marked = raw.select(pl.col(SUBJECT).is_null(), *(part.alias(str(place)) for place, part in enumerate(odd)))
        masks = [mask for fact in self._facts if (mask := self._reader.outside(fact, made)) is not None]
        masks += [raw[name].is_not_null() for name in self._for_core]
        lists: dict[str, ListColumns] = {}
        for name, records in self._lists.items():
            lists[name], wrong = records.read(raw[name])
            masks.append(wrong)
        whole = marked.hstack([mask.alias(f"mask:{place}") for place, mask in enumerate(masks)])
        found = whole.select(pl.any_horizontal(pl.all().fill_null(False))).to_series()
        return FactColumns(made, found, self._reader.places, lists)

    def _wrong_subject(self) -> Iterator[Violation]:
        if SUBJECT not in self._schema:
            yield Violation(SUBJECT, _say("NO_SUBJECT_COLUMN", column=SUBJECT), "REQUIRED")
        elif self._schema[SUBJECT] not in WORDS and not self._schema[SUBJECT].is_integer():
            yield Violation(SUBJECT, _say("WRONG_COLUMN_TYPE", found=str(self._schema[SUBJECT])), "WRONG_TYPE")


class _Records:
    """Reads the records of one list."""

    def __init__(
        self,
        name: str,
        record: RecordType,
        domains: Mapping[str, tuple[str, ...]],
        words: frozenset[str],
        schema: Mapping[str, pl.DataType],
    ) -> None:
        self._record = record
        self._reader = Readings(schema, domains, words, name)
        self._made = [part for one in record.fields for part in self._reader.columns(one)]
        self._columns = list(schema)
        self._schema = schema

    def read(self, lists: pl.Series) -> tuple[ListColumns, pl.Series]:
        """Read the records of some subjects, and mark the subjects of whom one cannot be."""
        numbered = pl.DataFrame({_OF: pl.int_range(lists.len(), eager=True), "list": lists})
        exploded = numbered.filter(pl.col("list").list.len() > 0).explode("list")
        of, raw = exploded[_OF], exploded["list"].struct.unnest()
        odd = [found for _, _, found in self._made if found is not None]
        made = raw.with_columns(of.alias("of:")).select(pl.col("of:"), **{name: part for name, part, _ in self._made})
        masks = [made["of:"].is_null(), exploded["list"].is_null()]
        masks += [raw.with_columns(of.alias("of:")).select(pl.col("of:"), odd=part)["odd"] for part in odd]
        masks += [mask for one in self._record.fields if (mask := self._reader.outside(one, made)) is not None]
        masks += [self._repeated(name, raw, made, of) for name in (self._record.key, *self._record.unique)]
        masks.append(self._without_key(raw))
        wrong = pl.select(pl.any_horizontal([mask.fill_null(False) for mask in masks])).to_series()
        marked = pl.int_range(lists.len(), eager=True).is_in(of.filter(wrong).unique().implode())
        return ListColumns(made.drop("of:"), of, self._reader.places), marked

    def _compared(self, name: str, raw: pl.DataFrame, made: pl.DataFrame) -> pl.Series:
        """Give what must not repeat, texts without differences of case and spacing."""
        definition = next(one for one in self._record.fields if one.id == name)
        if definition.type is not FactType.TEXT or name not in raw.columns:
            return made[self._reader.column(definition).name]
        return raw[name].cast(pl.String).str.to_lowercase().str.replace_all(" ", "", literal=True)

    def _repeated(self, name: str, raw: pl.DataFrame, made: pl.DataFrame, of: pl.Series) -> pl.Series:
        pairs = pl.DataFrame({_OF: of, "value": self._compared(name, raw, made)})
        return pairs.is_duplicated() & pairs["value"].is_not_null()

    def _without_key(self, raw: pl.DataFrame) -> pl.Series:
        if self._record.key not in raw.columns:
            return pl.repeat(True, raw.height, eager=True)
        key = raw[self._record.key]
        return key.is_null() | (key == "") if key.dtype in WORDS else key.is_null()


def _fields_of(kind: pl.DataType) -> dict[str, pl.DataType]:
    inner = kind.inner if isinstance(kind, pl.List) else None
    fields = inner.fields if isinstance(inner, pl.Struct) else []
    return dict(pl.Schema((one.name, one.dtype) for one in fields))


def _wrong(
    definitions: tuple[FactDefinition, ...],
    records: Mapping[str, RecordType],
    schema: Mapping[str, pl.DataType],
    within: str,
) -> Iterator[Violation]:
    """List the columns that name nothing, or are of a type that their fact does not take."""
    known = {name: fact for fact in definitions for name in parts(fact).values()}
    for column, kind in schema.items():
        if column == SUBJECT and not within:
            continue
        place, fact = f"{within}{column[:60]}", known.get(column)
        if fact is None:
            hint = meant(column[:60], known)
            yield Violation(place, _say("UNKNOWN_COLUMN", hint=hint), "UNKNOWN_COLUMN")
        elif not fact.can_be_stated:
            yield Violation(place, _say("PREVIOUS_COLUMN"), "NOT_WANTED")
        elif kind.is_float():
            yield Violation(place, _say("FLOAT_COLUMN", found=str(kind)), "NOT_EXACT")
        elif kind != pl.Null and not _takes(fact, column, kind):
            yield Violation(place, _say("COLUMN_OF_FACT", found=str(kind), type=fact.type.value), "WRONG_TYPE")
        elif fact.record is not None:
            yield from _wrong(records[fact.record].fields, records, _fields_of(kind), f"{column}[].")


def _takes(fact: FactDefinition, name: str, kind: pl.DataType) -> bool:
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
