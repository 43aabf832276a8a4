"""What does a reference table answer for some keys?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

from recompute.canonical import digest
from recompute.known import Json
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


class UnfitError(ValueError):
    """A table lacks the column or a key that a card asks for."""


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
        self.lead = next((place for place, key in enumerate(self.keys) if key["type"] == "cn_code"), 0)
        self.by_lead: dict[str, list[Row]] = {}
        for row in rows:
            self.by_lead.setdefault(row[self.lead], []).append(row)

    def certainty(self, row: Row | None) -> str:
        """Give how sure a row is, or the table."""
        own = next((one["id"] for one in self.values if one.get("type") == "certainty"), None)
        if row is None or own is None:
            return str(self.manifest["certainty"])
        return row[self.columns.index(own)]


@dataclass(frozen=True)
class Tried:
    """One step of a lookup."""

    table: str
    keys: Mapping[str, str]
    finding: str
    certainty: str
    row: Row | None = None
    detail: str = ""

    def written(self) -> Json:
        """Write it as it stands in the record."""
        row = [] if self.row is None else [self.row]
        return [
            self.table,
            dict(self.keys),
            self.finding,
            self.certainty,
            *row,
            *([self.detail] if self.detail else []),
        ]


@dataclass(frozen=True)
class Found:
    """What a search came to: `value` or `out_of_scope` with the cell, or why not; at which place it ended."""

    reason: str
    tried: tuple[Tried, ...]
    place: int
    column: Json
    cell: str = ""
    detail: str = ""


def search(column: str, attempts: list[tuple[Table, dict[str, str]]]) -> Found:
    """Look in one place after the other.

    Raises:
        UnfitError: a table lacks the column or a key.
    """
    tried: list[Tried] = []
    first = ""
    value: Json = None
    for place, (table, keys) in enumerate(attempts):
        value = next((one for one in table.values if one["id"] == column), None)
        if value is None:
            there = ", ".join(one["id"] for one in table.values)
            raise UnfitError(f"the table {table.manifest['name']} gives no '{column}'; it gives {there}")
        stray = sorted(keys.keys() - {key["id"] for key in table.keys})
        if stray:
            raise UnfitError(f"the table {table.manifest['name']} has no key {', '.join(stray)}")
        steps = list(_steps(table, keys, value))
        tried += steps
        last = steps[-1]
        if last.finding not in LEADS_ON:
            cell = last.row[table.columns.index(column)] if last.row else ""
            return Found(last.finding, tuple(tried), place, value, cell, last.detail)
        first = steps[0].detail
    place = len(attempts) - 1
    if any(one.finding == "look_further" for one in tried):
        return Found("look_further", tuple(tried), place, value, detail=tried[-1].detail)
    return Found("no_row", tuple(tried), place, value, detail=first)


def _steps(table: Table, asked: dict[str, str], value: Json) -> Iterator[Tried]:
    keys = dict(asked)

    def step(finding: str, detail: str = "", row: Row | None = None) -> Tried:
        return Tried(table.name, dict(keys), finding, table.certainty(row), row, detail)

    bad = [problem for key in table.keys if (problem := _malformed(key, keys.get(key["id"])))]
    if bad:
        yield step("malformed", "; ".join(bad))
        return
    lead = table.keys[table.lead]["id"]
    for code in _cuts(table, keys):
        if code is not None:
            keys[lead] = code
        rows = matching(table, keys)
        if rows:
            yield step(*_read(table, keys, rows, value))
            return
        deeper = _longer(table, keys, code) if code is not None and code == asked[lead] else []
        if deeper:
            shown = ", ".join([*deeper[:6], *(["…"] if len(deeper) > 6 else [])])
            yield step("divided", f"{table.name} divides {code} further; give one of {shown}")
            return
        yield step("no_row", f"{table.name} has no row for {_named(keys)}")
    keys.update(asked)
    gap = next((one for one in table.manifest.get("gaps", []) if one["keys"].items() <= keys.items()), None)
    if gap is not None:
        detail = gap["reason"].get("en", f"{table.name} does not cover {_named(gap['keys'])}")
        yield step("not_covered", detail)
    elif not table.manifest["complete"]:
        yield step("not_covered", f"{table.name} is not complete, so a row that is not there says nothing")


def _read(table: Table, keys: Mapping[str, str], rows: list[Row], value: Json) -> tuple[str, str, Row | None]:
    place, chosen = table.columns.index(value["id"]), rows[0]
    cells = {row[place] for row in rows}
    if len(cells) > 1:
        free = [
            key["id"]
            for number, key in enumerate(table.keys)
            if keys.get(key["id"], "*") == "*" and len({row[number] for row in rows}) > 1
        ]
        if free or value.get("type", "number") != "number" or cells & SPECIAL.keys():
            said = f"{table.name} has {len(rows)} rows with different answers for {_named(keys)}; give "
            return "ambiguous", said + (_choices(table, free, rows) or "one word"), None
        chosen = max(rows, key=lambda row: Fraction(row[place]))
    cell = chosen[place]
    details = {
        "-": f"{table.name} says for {_named(keys)} to look further",
        "N/A": f"{table.name} says that {value['id']} is not asked for",
        "": f"{table.name} has no figure for {_named(keys)}: the cell is blank",
    }
    return SPECIAL.get(cell, "value"), details.get(cell, ""), chosen


def _choices(table: Table, free: list[str], rows: list[Row]) -> str:
    words = ((key, sorted({row[table.columns.index(key)] for row in rows})) for key in free)
    return "; ".join(f"{key}: {', '.join(listed)}" for key, listed in words)


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
        if last is not None and last < first:
            return f"the span {word} ends before it begins"
    return None


def _span(cell: str) -> tuple[int, int | None]:
    found = _YEARS.match(cell)
    if found is None:
        raise GivenError("NO_SPAN", found=cell)
    last = int(found[1]) if found[2] is None else int(found[3]) if found[3] else None
    return int(found[1]), last


def _cuts(table: Table, keys: Mapping[str, str]) -> list[str | None]:
    lead = table.keys[table.lead]
    code = keys.get(lead["id"], "*")
    if lead["type"] != "cn_code" or code == "*":
        return [None]
    return [code[:length] for length in (10, 8, 6, 4) if length <= len(code)]


def matching(table: Table, keys: Mapping[str, str]) -> list[Row]:
    """List the rows for the keys; if a key names several words, those of each."""
    for key in table.keys:
        words = keys.get(key["id"], "").split("/")
        if key.get("greatest_of_several") and len(words) > 1:
            found: list[Row] = []
            for word in words:
                found += [row for row in matching(table, {**keys, key["id"]: word}) if row not in found]
            return found
    lead, rows = table.keys[table.lead], table.rows
    code = keys.get(lead["id"], "*")
    if code != "*" and lead["type"] != "years":
        rows = [*table.by_lead.get(code, []), *table.by_lead.get("*", [])]
    given = [place for place, key in enumerate(table.keys) if keys.get(key["id"], "*") != "*"]
    for place in given:
        key = table.keys[place]
        rows = [row for row in rows if row[place] == "*" or _holds(key, row[place], keys[key["id"]])]
    alike: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        left = tuple(row[place] for place in range(len(table.keys)) if place not in given)
        alike.setdefault(left, []).append(row)
    return [row for group in alike.values() for row in _most_specific(group, given)]


def _most_specific(rows: list[Row], given: list[int]) -> list[Row]:
    for place in given:
        rows = [row for row in rows if row[place] != "*"] or rows
    return rows


def _holds(key: Json, cell: str, wanted: str) -> bool:
    if key["type"] != "years":
        return cell == wanted
    first, last = _span(cell)
    return first <= int(wanted) and (last is None or int(wanted) <= last)


def _longer(table: Table, keys: Mapping[str, str], code: str) -> list[str]:
    lead = table.keys[table.lead]["id"]
    deeper = sorted(one for one in table.by_lead if one.startswith(code) and one != code)
    return [one for one in deeper if matching(table, {**keys, lead: one})]


@cache
def manifests_in(folder: Path) -> list[tuple[Json, str]]:
    """Give the manifests of a folder, each with the digest of its file."""
    found = [(json.loads(content), digest(content)) for content in map(Path.read_bytes, sorted(folder.glob("*.json")))]
    return [one for one in found if isinstance(one[0], dict) and "edition" in one[0]]


def in_force(folder: Path, reference: Json, as_of: str, known: str) -> Json:
    """Name the edition of a table of a card that is looked in, as a head does; None if it is not one of the folder."""
    of_name = [one for one in manifests_in(folder) if one[0]["name"] == reference["name"]]
    older = {one["edition"]: _predecessors(one) for one, _ in of_name}
    valid = {
        one["edition"]: (one, stated)
        for one, stated in of_name
        if one["known_from"] <= known and one["first_date"] <= as_of <= (one.get("last_date") or "9999-12-31")
    }
    left = valid.keys() - {edition for one in valid for edition in _superseded(one, older)}
    if "edition" in reference:
        valid, left = {one["edition"]: (one, stated) for one, stated in of_name}, {reference["edition"]} & older.keys()
    if len(left) != 1:
        return None
    manifest, stated = valid[min(left)]
    parts = {name: manifest[name] for name in ("name", "edition", "certainty")}
    return {"id": reference["id"], "digest": stated, **parts}


def _predecessors(manifest: Json) -> list[str]:
    named = manifest.get("supersedes") or []
    return [named] if isinstance(named, str) else list(named)


def _superseded(edition: str, older: Mapping[str, list[str]]) -> set[str]:
    found, waiting = set[str](), list(older.get(edition, []))
    while waiting:
        one = waiting.pop()
        waiting += [] if one in found else older.get(one, [])
        found.add(one)
    return found


@cache
def read_table(folder: Path, name: str, edition: str, stated: str) -> Table:
    """Read the edition of a table whose manifest has the digest stated, and check its rows.

    Raises:
        GivenError: it is not in the folder, or not the same.
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
