"""Query options of the OData feed: converted to requests of the API."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from google.protobuf.message_factory import GetMessageClass

from rules.contracts import InputError, message_factory
from service.base.whole_numbers import parse_whole_number
from service.store.listing_query import AS_OF_DATE, CREATE_TIME, FIELDS

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from service.http.odata_tables import Column, EntitySet

_message = message_factory(__name__)

_MOST_ROWS = 1_000
_MOST_TOP = 1_000_000_000
_OPTIONS = ("$select", "$filter", "$orderby", "$top", "$skiptoken", "$format", "$count")
_OPERATORS = {"eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
_COMPARISON = re.compile(
    r"""(?P<opened>[\s(]*) (?P<field>\w+) \s+ (?P<operator>eq|ne|lt|le|gt|ge)
    \s+ (?P<value>'(?:[^']|'')*'|[\w.:+-]+) (?P<closed>[\s)]*) (?P<joint>and\b|\Z)""",
    re.ASCII | re.VERBOSE,
)
FILTERED: Mapping[str, Sequence[str]] = {"ListEvaluations": tuple(FIELDS)}
ORDERED: Mapping[str, Sequence[str]] = {"ListEvaluations": (CREATE_TIME, AS_OF_DATE)}
"""Fields for the filter and the order of a call."""


@dataclass(frozen=True, slots=True)
class Query:
    """Request of one page of an entity set."""

    entities: EntitySet
    root: str
    message: Message
    columns: Sequence[Column]
    is_selected: bool
    remaining: int | None
    parameters: Mapping[str, str]


def read_query(entities: EntitySet, parent: str, root: str, query: str) -> Query:
    """Parse the query options of a table under the address `root`.

    Raises:
        InputError: If an option is unknown, repeated or not supported, or has an invalid value.
    """
    try:
        pairs = parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query), max_num_fields=len(_OPTIONS))
    except ValueError:
        raise InputError.of("query", _message("OPTIONS", known=_OPTIONS), "MALFORMED") from None
    options = dict(pairs)
    if len(options) < len(pairs):
        raise InputError.of("query", _message("OPTION_TWICE"), "REPEATED")
    for name in options:
        if name not in _OPTIONS:
            raise InputError.of(name[:80], _message("NO_OPTION", known=_OPTIONS), "UNKNOWN")
    if options.get("$count", "false") != "false":
        raise InputError.of("$count", _message("NO_COUNT"), "WRONG_VALUE")
    if options.get("$format", "json").partition(";")[0] not in {"json", "application/json"}:
        raise InputError.of("$format", _message("ONLY_JSON"), "WRONG_VALUE")
    columns = _selected(entities, options)
    remaining, token = _remaining(options)
    message = GetMessageClass(entities.route.method.input_type)(parent=parent)
    for name, value in (
        ("page_size", min(_MOST_ROWS, remaining or _MOST_ROWS)),
        ("page_token", token),
        ("filter", _filter(entities, options.get("$filter", ""))),
        ("order_by", _order(entities, options.get("$orderby", ""))),
    ):
        if name in message.DESCRIPTOR.fields_by_name:
            setattr(message, name, value)
    parameters = {name: value for name, value in options.items() if name not in {"$top", "$skiptoken", "$count"}}
    return Query(entities, root, message, columns, "$select" in options, remaining, parameters)


def _selected(entities: EntitySet, options: Mapping[str, str]) -> Sequence[Column]:
    named = [name.strip() for name in options.get("$select", "*").split(",")]
    if named == ["*"]:
        return tuple(entities.columns.values())
    unknown = [name for name in named if name not in entities.columns]
    if unknown:
        raise InputError.of("$select", _message("NO_COLUMN", found=unknown[0][:80], table=entities.name), "UNKNOWN")
    return [entities.columns[name] for name in dict.fromkeys(named)]


def _remaining(options: Mapping[str, str]) -> tuple[int | None, str]:
    rest, _, token = options.get("$skiptoken", ".").partition(".")
    text = rest if "$skiptoken" in options else options.get("$top", "")
    if not text:
        return None, token
    count = parse_whole_number(text, least=1, most=_MOST_TOP)
    if count is None:
        name = "$skiptoken" if "$skiptoken" in options else "$top"
        raise InputError.of(name, _message("NO_NUMBER", least=1, most=_MOST_TOP), "WRONG_VALUE")
    return count, token


def _filter(entities: EntitySet, text: str) -> str:
    """Convert comparisons joined by `and` to the filter of the API; parentheses change nothing between them."""
    fields, text = entities.fields(FILTERED), text.strip()
    comparisons: list[str] = []
    position = depth = 0
    is_joined = bool(text)
    while is_joined:
        match = _COMPARISON.match(text, position)
        if match is None or match["field"] not in fields:
            raise _filter_error(position, fields)
        depth += match["opened"].count("(") - match["closed"].count(")")
        position, is_joined = match.end(), bool(match["joint"])
        if depth < 0 or (depth and not is_joined):
            raise _filter_error(position, fields)
        value = match["value"]
        literal = json.dumps(value[1:-1].replace("''", "'"), ensure_ascii=False) if value.startswith("'") else value
        comparisons.append(f"{fields[match['field']]} {_OPERATORS[match['operator']]} {literal}")
    return " AND ".join(comparisons)


def _filter_error(position: int, fields: Mapping[str, str]) -> InputError:
    return InputError.of("$filter", _message("NO_FILTER", position=position + 1, known=sorted(fields)), "MALFORMED")


def _order(entities: EntitySet, text: str) -> str:
    if not text:
        return ""
    name, _, direction = text.strip().partition(" ")
    fields = entities.fields(ORDERED)
    if name not in fields or direction.strip() not in {"", "asc", "desc"}:
        raise InputError.of("$orderby", _message("NO_ORDER", known=sorted(fields)), "WRONG_VALUE")
    return f"{fields[name]} desc" if direction.strip() == "desc" else fields[name]
