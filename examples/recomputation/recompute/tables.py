"""Reference tables in editions: selection by date, digest check, row matching and shorter codes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from recompute.canonical import digest
from recompute.known import Json
from recompute.numbers import read_number
from recompute.words import GivenError

CERTAINTIES = ("confirmed", "secondary", "own_reading")
LEADS_ON = ("look_further", "no_row")
SPECIAL = {"-": "look_further", "N/A": "out_of_scope", "": "blank"}
_YEARS = re.compile(r"([12][0-9]{3})(?:(-)([12][0-9]{3})?)?\Z")
FORMS = {
    "cn_code": (re.compile(r"[0-9]{4}([0-9]{2}){0,3}\Z"), "a CN code of 4, 6, 8 or 10 digits without spaces"),
    "country": (
        re.compile(r"[A-Z]{2}\Z|[a-z][a-z_]*\Z"),
        "a country as two capitals (ISO 3166-1), or a group of countries in small letters such as other",
    ),
    "years": (_YEARS, "a year or a span such as 2026, 2026-2027 or 2028-"),
    "quarter": (re.compile(r"[12][0-9]{3}-Q[1-4]\Z"), "a quarter such as 2026-Q1"),
    "code": (re.compile(r"[A-Za-z0-9_]+([/+.-][A-Za-z0-9_]+)*\Z"), "a word of letters, digits and _"),
}

Row = list[str]


@dataclass(frozen=True)
class Tried:
    """One step of a lookup."""

    table: str
    keys: Mapping[str, str]
    finding: str
    certainty: str
    row: Row
    detail: str

    def written(self) -> Json:
        further = [part for part in (self.row, self.detail) if part]
        return [self.table, dict(self.keys), self.finding, self.certainty, *further]


class Table:
    """One edition: its manifest and its rows."""

    def __init__(self, manifest: Json, rows: list[Row]) -> None:
        """Index the rows by the leading key: the CN code if there is one, else the first."""
        self.manifest = manifest
        self.name = f"{manifest['name']}@{manifest['edition']}"
        self.keys: list[Json] = manifest["keys"]
        self.values: list[Json] = manifest["values"]
        self.columns = [one["id"] for one in (*self.keys, *self.values)]
        self.rows = rows
        self._lead = next((key for key in self.keys if key["type"] == "cn_code"), self.keys[0])
        self._by_lead: dict[str, list[Row]] = {}
        for row in rows:
            self._by_lead.setdefault(row[self.keys.index(self._lead)], []).append(row)

    def column(self, name: str) -> Json:
        """Return the definition of a value column; an empty object if there is none."""
        return next((one for one in self.values if one["id"] == name), {})

    def lacks(self, column: str, keys: Mapping[str, str]) -> str:
        """Return a message if the requested column or keys are not in the table, else an empty text."""
        if not self.column(column):
            there = ", ".join(one["id"] for one in self.values)
            return f"the table {self.manifest['name']} gives no '{column}'; it gives {there}"
        stray = sorted(keys.keys() - {key["id"] for key in self.keys})
        return f"the table {self.manifest['name']} has no key {', '.join(stray)}" if stray else ""

    def _certainty(self, row: Row) -> str:
        own = next((one["id"] for one in self.values if one.get("type") == "certainty"), None)
        return row[self.columns.index(own)] if row and own is not None else str(self.manifest["certainty"])

    def steps(self, asked: Mapping[str, str], column: str) -> list[Tried]:
        """Find a value under the exact keys, then under each shorter code, until a finding ends the search."""
        tried: list[Tried] = []
        lead = self._lead["id"]

        def step(keys: Mapping[str, str], finding: str, detail: str = "", row: Row | None = None) -> list[Tried]:
            return [*tried, Tried(self.name, keys, finding, self._certainty(row or []), row or [], detail)]

        bad = [problem for key in self.keys if (problem := _malformed(key, asked.get(key["id"])))]
        if bad:
            return step(asked, "malformed", "; ".join(bad))
        for cut in self._cuts(asked):
            keys = {**asked, **cut}
            rows = self._matching(keys)
            if rows:
                return step(keys, *self._answer(keys, rows, self.column(column)))
            deeper = self._longer(keys) if cut and keys == asked else []
            if deeper:
                shown = ", ".join([*deeper[:6], *(["…"] if len(deeper) > 6 else [])])
                return step(keys, "divided", f"{self.name} divides {keys[lead]} further; give one of {shown}")
            tried = step(keys, "no_row", f"{self.name} has no row for {_named(keys)}")
        gap = next((one for one in self.manifest.get("gaps", []) if one["keys"].items() <= asked.items()), None)
        if gap is not None:
            detail = gap["reason"].get("en", f"{self.name} does not cover {_named(gap['keys'])}")
            return step(asked, "not_covered", detail)
        unsaid = f"{self.name} is not complete, so a row that is not there says nothing"
        return tried if self.manifest["complete"] else step(asked, "not_covered", unsaid)

    def _cuts(self, keys: Mapping[str, str]) -> list[dict[str, str]]:
        """Return the leading key and its shorter codes in order. Other types of keys have no shorter codes."""
        code = keys.get(self._lead["id"], "*")
        if self._lead["type"] != "cn_code" or code == "*":
            return [{}]
        return [{self._lead["id"]: code[:length]} for length in (10, 8, 6, 4) if length <= len(code)]

    def _matching(self, keys: Mapping[str, str]) -> list[Row]:
        """List the rows for the keys; if a key names several words, those of each."""
        for several in (key["id"] for key in self.keys if key.get("greatest_of_several")):
            words = keys.get(several, "").split("/")
            if len(words) > 1:
                found = (tuple(row) for word in words for row in self._matching({**keys, several: word}))
                return list(map(list, dict.fromkeys(found)))
        rows, code = self.rows, keys.get(self._lead["id"], "*")
        if code != "*" and self._lead["type"] != "years":
            rows = [*self._by_lead.get(code, []), *self._by_lead.get("*", [])]
        given = [place for place, key in enumerate(self.keys) if keys.get(key["id"], "*") != "*"]
        for place in given:
            key = self.keys[place]
            rows = [row for row in rows if row[place] == "*" or _holds(key, row[place], keys[key["id"]])]
        alike: dict[tuple[str, ...], list[Row]] = {}
        for row in rows:
            left = tuple(row[place] for place in range(len(self.keys)) if place not in given)
            alike.setdefault(left, []).append(row)
        return [row for group in alike.values() for row in _most_specific(group, given)]

    def _longer(self, keys: Mapping[str, str]) -> list[str]:
        """List the longer codes with rows for the other keys."""
        lead = self._lead["id"]
        deeper = (one for one in sorted(self._by_lead) if one.startswith(keys[lead]) and one != keys[lead])
        return [one for one in deeper if self._matching({**keys, lead: one})]

    def _answer(self, keys: Mapping[str, str], rows: list[Row], value: Json) -> tuple[str, str, Row]:
        """Return the finding, a detail message, and the row with the answer."""
        place, chosen = self.columns.index(value["id"]), rows[0]
        cells = {row[place] for row in rows}
        if len(cells) > 1:
            columns = {key["id"]: sorted({row[number] for row in rows}) for number, key in enumerate(self.keys)}
            free = {key: words for key, words in columns.items() if keys.get(key, "*") == "*" and len(words) > 1}
            if free or value.get("type", "number") != "number" or cells & SPECIAL.keys():
                choices = "; ".join(f"{key}: {', '.join(words)}" for key, words in free.items()) or "one word"
                differ = f"{len(rows)} rows with different answers for {_named(keys)}; give {choices}"
                return "ambiguous", f"{self.name} has {differ}", []
            chosen = max(rows, key=lambda row: read_number(row[place]))
        cell = chosen[place]
        details = {
            "-": f"{self.name} says for {_named(keys)} to look further",
            "N/A": f"{self.name} says that {value['id']} is not asked for",
            "": f"{self.name} has no figure for {_named(keys)}: the cell is blank",
        }
        return SPECIAL.get(cell, "value"), details.get(cell, ""), chosen


def _most_specific(rows: list[Row], given: list[int]) -> list[Row]:
    for place in given:
        rows = [row for row in rows if row[place] != "*"] or rows
    return rows


def _named(keys: Mapping[str, str]) -> str:
    return ", ".join(f"{key} {word}" for key, word in keys.items())


def _malformed(key: Json, wanted: str | None) -> str | None:
    if wanted is None or wanted == "*":
        return None
    words = wanted.split("/") if key.get("greatest_of_several") else [wanted]
    problem = next((said for word in words if (said := _problem(key, word))), None)
    if problem is None and key["type"] == "years" and not wanted.isdigit():
        problem = f"'{wanted}' is not one year"
    return problem and f"{key['id']}: {problem}"


def _problem(key: Json, word: str) -> str | None:
    form, allowed = FORMS[key["type"]]
    if word == "*" and key.get("every"):
        return None
    if not word:
        return f"a key is never blank; write {allowed}{' or *' if key.get('every') else ''}"
    if not form.match(word) or word == "N/A":
        return f"'{word[:40]}' is not {allowed}"
    if key["type"] == "years":
        first, last = _span(word)
        return f"the span {word} ends before it begins" if last < first else None
    return None


def _span(cell: str) -> tuple[int, int]:
    found = _YEARS.match(cell)
    if found is None:
        raise GivenError("NO_SPAN", found=cell)
    first, dash, last = found.groups()
    return int(first), int(last or (date.max.year if dash else first))


def _holds(key: Json, cell: str, wanted: str) -> bool:
    if key["type"] != "years":
        return cell == wanted
    first, last = _span(cell)
    return first <= int(wanted) <= last


@cache
def manifests_in(folder: Path) -> list[tuple[Json, str]]:
    """Return the manifests of a folder, each with the digest of its file."""
    found = [(json.loads(content), digest(content)) for content in map(Path.read_bytes, sorted(folder.glob("*.json")))]
    return [one for one in found if isinstance(one[0], dict) and "edition" in one[0]]


def in_force(folder: Path, reference: Json, as_of: str, known: str) -> Json:
    """Name the edition of a table of a card that is looked in, as a head does; None if it is not one of the folder."""
    every = {one["edition"]: (one, stated) for one, stated in manifests_in(folder) if one["name"] == reference["name"]}
    valid = {
        edition
        for edition, (one, _) in every.items()
        if one["known_from"] <= known and one["first_date"] <= as_of <= (one.get("last_date") or "9999-12-31")
    }
    left = valid - {older for edition in valid for older in _superseded(edition, every)}
    if "edition" in reference:
        left = {reference["edition"]} & every.keys()
    if len(left) != 1:
        return None
    manifest, stated = every[min(left)]
    parts = {name: manifest[name] for name in ("name", "edition", "certainty")}
    return {"id": reference["id"], "digest": stated, **parts}


def _superseded(edition: str, every: Mapping[str, tuple[Json, str]]) -> set[str]:
    """Return the editions superseded by an edition, directly or indirectly."""
    found, waiting = set[str](), [edition]
    while waiting:
        manifest, _ = every.get(waiting.pop(), ({}, ""))
        named = manifest.get("supersedes") or []
        older = {named} if isinstance(named, str) else set(named)
        waiting += older - found
        found |= older
    return found


@cache
def read_table(folder: Path, name: str, edition: str, stated: str) -> Table:
    """Read the edition of a table with the stated manifest digest, and check its rows.

    Raises:
        GivenError: the edition is not in the folder, or differs.
    """
    named = [one for one in manifests_in(folder) if (one[0]["name"], one[0]["edition"]) == (name, edition)]
    if not named:
        raise GivenError("NO_TABLE", folder=folder, table=f"{name}@{edition}")
    manifest, found = named[0]
    if found != stated:
        raise GivenError("TABLE_DIGEST", path=f"{name}@{edition}", stated=stated)
    for rows in folder.glob("*.csv"):
        if digest(rows.read_bytes()) == manifest["content_digest"]:
            return Table(manifest, [line.split(",") for line in rows.read_text("ascii").split("\n")[1:-1]])
    raise GivenError("NO_ROWS", path=f"{name}@{edition}", stated=manifest["content_digest"])
