"""What is in the way of a line: which fact is to be entered, where, or which table is silent?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.messages import told
from rules.contracts.outcomes import MissingReason
from rules.contracts.typesetting import typeset
from rules.language.render import Renderer
from rules.model.scorecard import FactType
from rules.trail.sentences import words as trail_words
from rules.trail.worth_telling import Looked, worth_telling
from service.schemes.cbam.cells import looked_up_as
from service.schemes.cbam.goods import CODE, CODE_OF_RECORD, ORIGIN, ORIGIN_OF_RECORD
from service.schemes.cbam.words import words

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from rules.model.scorecard import FactDefinition, Scorecard, Words
    from rules.trail.stops import Stop
    from service.schemes.cbam.goods import GoodsLine

OF_IDS = "en"
"""The language of which ids are words."""
COUNTRY = "country"
"""The key column by which tables know countries."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing in the way, in words: the fact to enter, with its cell if it has one, or the table that is silent."""

    text: str
    fact: str = ""
    place: str = ""


class Allowed:
    """Says in words what may stand in a cell."""

    def __init__(self, scorecard: Scorecard, language: str) -> None:
        """Ask the card which texts it looks up as codes and as countries."""
        self._language = language
        self._words = words(language)
        self._read_as = looked_up_as(scorecard)

    def of(self, fact: FactDefinition, within: str = "") -> str:
        """Say it of a fact, or of a field of the records in the list `within`."""
        allowed = self._of_kind(fact, within)
        return self._words["allowed_or_not"].format(allowed=allowed) if fact.may_not_apply else allowed

    def _choice(self, id: str, labels: Words) -> str:
        """Name a choice; where ids are foreign words, by its label too, if it has one."""
        label = id if self._language == OF_IDS else labels.get(self._language, id)
        return id if label == id else str(self._words["allowed_choice"].format(label=label, id=id))

    def _of_kind(self, fact: FactDefinition, within: str) -> str:
        match fact.type:
            case FactType.CHOICE:
                named = (self._choice(one.id, one.labels) for one in fact.choices)
                listed: str = self._words["listing"].join(named)
                return listed
            case FactType.NUMBER:
                key = "allowed_number" if fact.unit else "allowed_plain_number"
                number: str = self._words[key].format(unit=fact.unit)
                return number
            case FactType.TEXT:
                read_as = self._read_as.get((within, fact.id), fact.type.value)
                return str(self._words[f"allowed_{read_as}"])
            case _:
                return str(self._words[f"allowed_{fact.type.value}"])


class ObstacleTeller:
    """Speaks for one version of the card in one language."""

    def __init__(self, card: Scorecard, language: str) -> None:
        """Prepare what is the same for every line."""
        self.language = language
        self._words = words(language)
        self._templates = trail_words(language)
        self._renderer = Renderer(card, language)
        self._allowed = Allowed(card, language)
        self._facts = {fact.id: fact for fact in card.facts}
        types = {record.id: record for record in card.records}
        self._fields = {fact.id: types[fact.record].fields for fact in card.facts if fact.record is not None}
        self._tables = {reference.id: reference.name for reference in card.tables or ()}

    def obstacles(self, line: GoodsLine, stops: Iterable[Stop], of_scope: Container[Stop] = ()) -> tuple[Obstacle, ...]:
        """Say what stops the rules, the nearest first, and not what only follows from another stop."""
        listed = tuple(stops)
        silent = [stop for stop in listed if stop.missing is not None]
        looked = [
            Looked(stop.list, stop.record, stop.missing.table, stop.missing.keys) for stop in silent if stop.missing
        ]
        following = {stop for stop, told_too in zip(silent, worth_telling(looked), strict=True) if not told_too}
        return tuple(
            dict.fromkeys(
                self._of_stop(line, stop, of_scope=stop in of_scope) for stop in listed if stop not in following
            )
        )

    def _of_stop(self, line: GoodsLine, stop: Stop, *, of_scope: bool) -> Obstacle:
        """Say what stops the rules; a code as it was given, not the heading that was looked for last."""
        name = self._renderer.name(stop.name, stop.list or None)
        missing = stop.missing
        if missing is None or missing.reason is None:
            return self._unknown(line, stop, name)
        if of_scope and any(column == CODE for column, _ in missing.keys):
            return self._obstacle("outside_lists", code=line.code)
        if [column for column, _ in missing.keys] == [COUNTRY]:
            return self._no_country(line, stop, missing.keys[0][1])
        if stop.list and [column for column, _ in missing.keys] == [CODE]:
            place, fact = self._cell(line, stop, CODE_OF_RECORD)
            slots = {"record": stop.record, "code": missing.keys[0][1], "where": self._where(place, fact)}
            return self._obstacle("outside_lists_of_record", fact, place, **slots)
        named = self._words["keys"]
        keys = self._words["listing"].join(
            f"{named.get(column, column)} {word if column != CODE or stop.list else _as_given(line, word)}"
            for column, word in missing.keys
        )
        table = self._tables.get(missing.table, missing.table)
        reason = self._templates[f"missing_{missing.reason.value}"].format(table=table, keys=keys)
        whose = self._words["of_record"].format(record=stop.record) if stop.list else ""
        remedy, fact, place = self._remedy(line, stop, missing.reason, table)
        return self._obstacle("silent", fact, place, name=name, whose=whose, reason=reason, remedy=remedy)

    def _remedy(self, line: GoodsLine, stop: Stop, reason: MissingReason, table: str) -> tuple[str, str, str]:
        """Say what to enter where a table is silent, and in which cell of which fact; nothing if nothing would help."""
        key = reason.value if reason in (MissingReason.DIVIDED, MissingReason.AMBIGUOUS) else table
        remedy = self._words["remedies_of_record" if stop.list else "remedies"].get(key)
        if remedy is None:
            return "", "", ""
        if "fact" not in remedy:
            return remedy["text"], "", ""
        place, fact = self._cell(line, stop, remedy["fact"])
        return remedy["text"].format(where=self._where(place, fact)), fact, place

    def _cell(self, line: GoodsLine, stop: Stop, id: str) -> tuple[str, str]:
        """Name the cell of a fact, or of a field of the record that stops the rules, if it has one, and the fact."""
        if not stop.list:
            return (line.place(id) if id in line.columns.numbers else ""), id
        listed = line.listed
        if listed is None or id not in listed.columns.numbers:
            return "", f"{stop.list}[{stop.record}].{id}"
        place, _ = line.place_of(f"facts[{stop.list}].records[{stop.record}].{id}")
        return place, f"{stop.list}[{stop.record}].{id}"

    def _where(self, place: str, fact: str) -> str:
        return told(place, self.language) or self._words["in_column"].format(id=fact)

    def _no_country(self, line: GoodsLine, stop: Stop, word: str) -> Obstacle:
        """Name the cell of a country that stands in no list of countries."""
        field = f"facts[{stop.list}].records[{stop.record}].{ORIGIN_OF_RECORD}" if stop.list else ""
        place, fact = line.place_of(field) if field else (line.place(ORIGIN), ORIGIN)
        slots = {"place": told(place, self.language), "found": word, "fact": fact}
        return self._obstacle("no_country", fact, place, allowed=self._words["allowed_country"], **slots)

    def _unknown(self, line: GoodsLine, stop: Stop, name: str) -> Obstacle:
        """Name the fact to enter, the cell or column that it belongs in, and what may stand there."""
        place, id = self._cell(line, stop, stop.name)
        if stop.list:
            fact = next(one for one in self._fields[stop.list] if one.id == stop.name)
            key = "enter" if place else "enter_field"
        else:
            fact = self._facts[stop.name]
            key = "enter" if place else "add_column"
        if fact.type is FactType.RECORDS:
            key = "enter_list"
        heading = f"{id} ({fact.unit})" if fact.unit else id
        slots = {"name": name, "id": id, "place": told(place, self.language), "heading": heading}
        slots |= {
            "allowed": self._allowed.of(fact, stop.list),
            "where": self._where(place, id),
        }
        return self._obstacle(key, id, place, **slots)

    def _obstacle(self, key: str, fact: str = "", place: str = "", /, **slots: str) -> Obstacle:
        return Obstacle(typeset(self._words[key].format(**slots), self.language), fact, place)


def _as_given(line: GoodsLine, word: str) -> str:
    """Give the code of a line as it was written, for the heading of it that was looked for."""
    stated = line.facts.get(CODE)
    return line.code if stated is not None and (stated.text or "").startswith(word) else word
