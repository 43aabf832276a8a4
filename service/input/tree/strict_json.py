"""Strict JSON parser (RFC 8259): UTF-8 only, numbers as written, and optional refusal of repeated keys."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import partial
from typing import Any, NoReturn, Self

from rules.contracts import error_message, message_factory
from service.input.encodings import BYTE_ORDER_MARK, NotUtf8Error, decode_utf8
from service.input.tree.placed_errors import FilePosition, raise_placed_error

_say = message_factory(__name__)

_TEXT_OR_CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*"|(NaN|-?Infinity)')


class WrittenNumber(float):
    """A number that is no integer, told as it was written: binary floats have no 1e400, and no 0.10."""

    def __new__(cls, text: str) -> Self:
        """Read it as JSON has it."""
        read = super().__new__(cls, text)
        read._text = text
        return read

    _text: str

    def __str__(self) -> str:
        return self._text


def read_json(content: bytes, *, keys_once: bool = False) -> Any:
    """Read JSON as RFC 8259 has it, in UTF-8; `keys_once` refuses keys that stand twice in one object.

    Raises:
        PlacedError: it is no UTF-8 or no JSON, is nested too deep, holds a number that is none, or repeats a key.
    """
    try:
        text = decode_utf8(content).removeprefix(BYTE_ORDER_MARK)
        return json.loads(
            text,
            parse_float=WrittenNumber,
            parse_constant=partial(_refuse_constant, text),
            object_pairs_hook=_object if keys_once else None,
        )
    except NotUtf8Error as error:
        raise_placed_error(FilePosition(error.line, 1), error_message(error), "NOT_UTF8")
    except json.JSONDecodeError as error:
        raise_placed_error(FilePosition(error.lineno, error.colno), _say("NOT_JSON", problem=error.msg), "NOT_JSON")
    except RecursionError:
        raise_placed_error(None, _say("JSON_TOO_DEEP"), "TOO_DEEP")
    except ValueError:
        raise_placed_error(None, _say("LONG_INTEGER"), "WRONG_VALUE")


def _refuse_constant(text: str, constant: str) -> NoReturn:
    """Refuse the first constant of a text, as the reader of JSON does not say where it stands."""
    at = next(match.start() for match in _TEXT_OR_CONSTANT.finditer(text) if match[1])
    spot = json.JSONDecodeError("", text, at)
    raise_placed_error(FilePosition(spot.lineno, spot.colno), _say("CONSTANT", constant=constant), "NOT_JSON")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Give an object; of two values under one key JSON leaves open which holds."""
    members = dict(pairs)
    if len(members) < len(pairs):
        ((twice, _),) = Counter(key for key, _ in pairs).most_common(1)
        raise_placed_error(None, _say("KEY_TWICE", found=twice[:60]), "REPEATED")
    return members
