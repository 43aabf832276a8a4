"""What does a text in JSON say, and where is it none?"""

from __future__ import annotations

import json
from typing import Any, NoReturn

from rules.contracts.messages import speaker, words_of
from service.reading.encodings import BYTE_ORDER_MARK, NotUtf8Error, decode_utf8
from service.reading.tree.problems import Place, refuse

_say = speaker(__name__)


def read_json(content: bytes) -> Any:
    """Read JSON as RFC 8259 has it, in UTF-8.

    Raises:
        PlacedError: it is no UTF-8 or no JSON, is nested too deep, or holds a number that is none.
    """
    try:
        return json.loads(decode_utf8(content).removeprefix(BYTE_ORDER_MARK), parse_constant=_refuse_constant)
    except NotUtf8Error as error:
        refuse(Place(error.line, 1), words_of(error), "NOT_UTF8")
    except json.JSONDecodeError as error:
        refuse(Place(error.lineno, error.colno), _say("NOT_JSON", problem=error.msg), "NOT_JSON")
    except RecursionError:
        refuse(None, _say("JSON_TOO_DEEP"), "TOO_DEEP")
    except ValueError:
        refuse(None, _say("LONG_INTEGER"), "WRONG_VALUE")


def _refuse_constant(constant: str) -> NoReturn:
    refuse(None, _say("CONSTANT", constant=constant), "NOT_JSON")
