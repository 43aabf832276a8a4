"""Strict JSON parser (RFC 8259): UTF-8 only, numbers as written, optionally unique keys."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any, NoReturn, Self

from rules.contracts import error_message, message_factory
from service.input.encodings import BYTE_ORDER_MARK, NotUtf8Error, decode_utf8
from service.input.given_files import read_text_file
from service.input.tree.placed_errors import FilePosition, PlacedError, raise_placed_error

_message = message_factory(__name__)

_TEXT_OR_CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*"|(NaN|-?Infinity)')


class WrittenNumber(float):
    """A float that prints as written, such as 0.10 or 1e400."""

    def __new__(cls, text: str) -> Self:
        read = super().__new__(cls, text)
        read._text = text
        return read

    _text: str

    def __str__(self) -> str:
        return self._text


def read_json(content: bytes, *, keys_once: bool = False) -> Any:
    """Parse JSON; with `keys_once`, reject repeated keys.

    Raises:
        PlacedError: If it is invalid, too deep, or contains NaN, infinity or a huge integer.
    """
    try:
        text = decode_utf8(content).removeprefix(BYTE_ORDER_MARK)
        return json.loads(
            text,
            parse_float=WrittenNumber,
            parse_constant=partial(_reject_constant, text),
            object_pairs_hook=_object_with_unique_keys if keys_once else None,
        )
    except NotUtf8Error as error:
        raise_placed_error(FilePosition(error.line, 1), error_message(error), "NOT_UTF8")
    except json.JSONDecodeError as error:
        raise_placed_error(FilePosition(error.lineno, error.colno), _message("NOT_JSON", problem=error.msg), "NOT_JSON")
    except RecursionError:
        raise_placed_error(None, _message("JSON_TOO_DEEP"), "TOO_DEEP")
    except ValueError:
        raise_placed_error(None, _message("LONG_INTEGER"), "WRONG_VALUE")


def read_json_file(path: Path, *, most: int) -> Any:
    """Parse a JSON file of at most `most` bytes, without repeated keys.

    Raises:
        InputError: If it is refused, or is no such JSON.
        OSError: If it cannot be read.
    """
    try:
        return read_json(read_text_file(path, most=most, allowed="JSON"), keys_once=True)
    except PlacedError as error:
        raise error.of_file(str(path)) from None


def _reject_constant(text: str, constant: str) -> NoReturn:
    offset = next(match.start() for match in _TEXT_OR_CONSTANT.finditer(text) if match[1])
    location = json.JSONDecodeError("", text, offset)
    raise_placed_error(
        FilePosition(location.lineno, location.colno), _message("CONSTANT", constant=constant), "NOT_JSON"
    )


def _object_with_unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Reject repeated keys, because JSON does not define which value is valid."""
    members = dict(pairs)
    if len(members) < len(pairs):
        ((repeated_key, _),) = Counter(key for key, _ in pairs).most_common(1)
        raise_placed_error(None, _message("KEY_TWICE", found=repeated_key[:60]), "REPEATED")
    return members
