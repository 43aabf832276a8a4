"""Query options of the OData feed: converted to requests of the API."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
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
_COMPARISONS = {"eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
_FILTER_TOKEN = re.compile(
    r"""\s*(?:(?P<quoted>'(?:[^']|'')*')|(?P<parenthesis>[()])|(?P<word>[\w.:+-]+))""", re.ASCII | re.VERBOSE
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
    fields, words = entities.fields(FILTERED), list(_words(text))
    comparisons = []
    if words and len(words) % 4 != 3:
        raise _filter_error(fields)
    for name, sign, value, joint in zip(*(iter([*words, "and"]),) * 4, strict=False):
        if name not in fields or sign not in _COMPARISONS or joint != "and":
            raise _filter_error(fields)
        literal = json.dumps(value[1:-1].replace("''", "'"), ensure_ascii=False) if value.startswith("'") else value
        comparisons.append(f"{fields[name]} {_COMPARISONS[sign]} {literal}")
    return " AND ".join(comparisons)


def _filter_error(fields: Mapping[str, str]) -> InputError:
    return InputError.of("$filter", _message("NO_FILTER", known=sorted(fields)), "MALFORMED")


def _words(text: str) -> Iterator[str]:
    position, depth = 0, 0
    while position < len(text.rstrip()):
        match = _FILTER_TOKEN.match(text, position)
        depth += {"(": 1, ")": -1}.get(match["parenthesis"] or "", 0) if match is not None else -1
        if match is None or depth < 0:
            raise InputError.of("$filter", _message("FILTER_AT", position=position + 1), "MALFORMED")
        position = match.end()
        if not match["parenthesis"]:
            yield match["quoted"] or match["word"]
    if depth:
        raise InputError.of("$filter", _message("FILTER_AT", position=len(text)), "MALFORMED")


def _order(entities: EntitySet, text: str) -> str:
    if not text:
        return ""
    name, _, direction = text.strip().partition(" ")
    fields = entities.fields(ORDERED)
    if name not in fields or direction.strip() not in {"", "asc", "desc"}:
        raise InputError.of("$orderby", _message("NO_ORDER", known=sorted(fields)), "WRONG_VALUE")
    return f"{fields[name]} desc" if direction.strip() == "desc" else fields[name]
