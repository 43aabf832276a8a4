"""Comparison of an exported evaluation with the record inside it: head, conclusion, points and facts.

The record is one text in the file (`recordJson`). People and programs read `record`, which is derived from it. All
parts that a decision is based on are compared: head, conclusion, answers, points, figures and facts. All other parts of
the file are reported as not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from recompute.canonical import canonical
from recompute.known import Json
from recompute.numbers import read_number

HEAD = ("subject", "scorecard_version", "rule_digest", "settings", "as_of_date", "known_time", "trail_digest")
ANSWERS = {
    "gates/": ("criterion_results", {"outcome": 1}),
    "indicators/": ("criterion_results", {"outcome": 1, "points": 2, "maximum_points": 3}),
    "rules/": ("rule_results", {"outcome": 1, "in_force": 2, "verdict": 3}),
    "sections/": ("section_results", {"score": 1, "maximum_points": 2}),
    "findings/": ("findings", {"outcome": 1}),
}
"""The displayed part for each kind of step, and the step index of each displayed field."""
SILENT = {"findings/": ("not_met", "not_applicable")}
"""A finding that was not raised is not shown."""
SEARCHED = ("witness", "witness_settings", "maximum_points")
WHOLE = ("conclusion", "declared_conclusion")
REPEATED = (*{part for part, _ in ANSWERS.values()}, "results", "facts")
"""Parts with entries that have unique ids."""
FIELDS = {
    **{part: {field for other, places in ANSWERS.values() if other == part for field in places} for part in REPEATED},
    "results": {"figure"},
    "facts": {"value"},
}
"""The compared fields of an entry in each of these parts, in addition to its id."""
COMPARED = {*HEAD, *WHOLE, *REPEATED, "schema", "semantics"}
BASIC = {*HEAD, "conclusion", "schema", "semantics", "standing", "track"}
"""A file that shows no more than these shows head and conclusion alone, as the shorter views of the API do."""
NOTHING: tuple[Json, ...] = ("", [], {}, "(,)", "unknown", "not_applicable")
"""Values equivalent to no value. The file omits them."""
NAMES = {
    "first_date": "first", "last_date": "last", "evidence_ids": "evidence", "deciding_rule_ids": "deciding_rules",
}  # fmt: skip
ENUMS = re.compile(r"(?:KIND|POSSIBILITY|VERDICT|OUTCOME|UNKNOWN_REASON)_([A-Z_]+)\Z")


def differences(shown: Json, record: Json, scorecard: Json) -> Iterator[tuple[str, str, str]]:
    """Yield each difference between the displayed parts and the record: location, displayed value, recorded value."""
    visible, steps = _plain(shown), {step[0]: step for step in record["steps"]}
    for place, *both in (*_places(visible, record["head"], steps), *_figures(visible, steps, scorecard)):
        found, said = (canonical(None if one in NOTHING else one).decode() for one in both)
        if found != said:
            yield place, found, said


def not_compared(file: Json) -> list[str]:
    """Return the parts and fields of a file that were not compared with the record."""
    beside = [name for name in file if name not in {"record", "recordJson", "recordKey", "recordDigest"}]
    for name, entries in file["record"].items():
        part = _snake(name)
        if part not in COMPARED:
            beside.append(f"record.{name}")
        elif part in FIELDS:
            fields = dict.fromkeys(field for one in entries for field in one.get("fact", one) if field[-2:] != "Id")
            beside += [f"record.{name}[].{field}" for field in fields if _snake(field) not in FIELDS[part]]
    return beside


def _places(visible: Json, head: Json, steps: dict[str, Json]) -> Iterator[tuple[str, Json, Json]]:
    whole = not visible.keys() <= BASIC
    for name in WHOLE if whole else WHOLE[:1]:
        step = steps.get(name)
        yield name, _without_witness(visible.get(name)), None if step is None else _without_witness(_known(step[1]))
    for name in HEAD:
        yield name, visible.get(name), head[name]
    for kind, (part, places) in ANSWERS.items() if whole else ():
        listed = {_id(one): one for one in visible.get(part, [])}
        for step in (one for id, one in steps.items() if id.startswith(kind)):
            id = step[0].removeprefix(kind)
            for field, place in places.items():
                said = step[place] if len(step) > place else None
                if id in listed or said not in SILENT.get(kind, ()):
                    yield f"{part}[{id}].{field}", _number(listed.get(id, {}).get(field)), said
        named = {id.partition("/")[2] for id in steps if ANSWERS.get(f"{id.partition('/')[0]}/", ("",))[0] == part}
        yield part, sorted(listed.keys() - named), []
    for part in REPEATED:
        ids = [_id(one.get("fact", one)) for one in visible.get(part, [])]
        yield part, sorted(ids), sorted(set(ids))
    facts = {_id(one["fact"]): one for one in visible.get("facts", [])}
    if whole:
        given = sorted(id.removeprefix("facts/") for id in steps if id.startswith("facts/") and id.count("/") == 1)
        yield "facts", sorted(facts), given
    for id, one in facts.items():
        declared, *seen = steps.get(f"facts/{id}", [None, {}])[1:]
        used = next((each for each in seen if isinstance(each, dict)), declared.get("value"))
        is_open = any(isinstance(each, str) for each in seen)
        yield f"facts[{id}].fact.value", one["fact"].get("value"), _known(declared.get("value"))
        yield f"facts[{id}].used_value", one.get("used_value"), None if is_open else _known(used)
        yield f"facts[{id}].unknown_reason", one.get("unknown_reason"), seen[-1] if is_open else None


def _figures(visible: Json, steps: dict[str, Json], scorecard: Json) -> Iterator[tuple[str, Json, Json]]:
    """Yield the exact numbers of the named figures that are quantities."""
    listed = {_id(one): one for one in visible.get("results", [])}
    declared = {one["id"] for one in scorecard.get("results", [])}
    if not visible.keys() <= BASIC:
        yield "results", sorted(listed), sorted(declared)
    for one in scorecard.get("results", []):
        step = steps.get(f"quantities/{one['name']}")
        if step is not None and one["id"] in listed:
            yield f"results[{one['id']}]", _number(listed[one["id"]].get("figure")), step[1]
    for one in (*visible.get("results", []), *visible.get("section_results", [])):
        figure = one.get("figure", one.get("score", {}))
        for end in ("low", "high"):
            exact, rounded = (figure.get(part, {}).get(end) for part in ("exact", "rounded"))
            if rounded is not None and not _near(exact, rounded):
                yield f"results[{_id(one)}].rounded", rounded, exact


def _near(exact: str | None, rounded: str) -> bool:
    """Return whether `rounded` differs from the exact number by less than one unit of its last digit."""
    unit = Fraction(1, 10 ** len(rounded.partition(".")[2]))
    return exact is not None and abs(read_number(exact) - read_number(rounded)) < unit


def _id(one: Json) -> str:
    return str(next(value for name, value in one.items() if name.endswith("_id")))


def _number(found: Json) -> Json:
    """Return a displayed number in the form of a step, using the exact number of a score."""
    if not isinstance(found, dict):
        return found
    ends = found.get("exact", found if found.keys() & {"low", "high"} else {})
    low, high = ends.get("low", ""), ends.get("high", "")
    if low and low == high:
        return low
    begin = "(" if ends.get("low_open") or not low else "["
    return f"{begin}{low},{high}{')' if ends.get('high_open') or not high else ']'}"


def _without_witness(found: Json) -> Json:
    """Return a conclusion without witnesses. The search is repeated, so its witnesses are not compared."""
    if isinstance(found, dict):
        return {name: _without_witness(value) for name, value in found.items() if name not in SEARCHED}
    return [_without_witness(one) for one in found] if isinstance(found, list) else found


def _known(said: Json) -> Json:
    """Return recorded data without empty values, which the JSON form of messages omits."""
    if isinstance(said, dict):
        return {name: _known(value) for name, value in said.items() if value not in (None, "", [], {})}
    return [_known(one) for one in said] if isinstance(said, list) else said


def _plain(shown: Json) -> Json:
    """Return displayed data in the form of a record."""
    if isinstance(shown, list):
        return [_plain(one) for one in shown]
    if isinstance(shown, str) and (found := ENUMS.match(shown)):
        return found[1].lower()
    if not isinstance(shown, dict):
        return shown
    if shown.keys() <= {"values"}:
        return [_plain(one) for one in shown.get("values", [])]
    if shown.keys() == {"fields"}:
        return _plain({f"={name}": value for name, value in shown["fields"].items()})
    plain = {_snake(name): _plain(value) for name, value in shown.items()}
    return {NAMES.get(name, name): value for name, value in plain.items() if value not in (None, "", [], {})}


def _snake(name: str) -> str:
    return name[1:] if name.startswith("=") else re.sub("[A-Z]", lambda found: f"_{found[0].lower()}", name)
