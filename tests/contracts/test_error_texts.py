"""Texts of errors that Python or a library raised."""

import errno
import os
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from rules.contracts.error_texts import error_message, field_problem
from rules.contracts.errors import TrailError
from rules.contracts.messages import Message, in_language, message_factory

_message = message_factory("rules.contracts.dates")


class Form(BaseModel):
    """A model with a field of each kind."""

    model_config = ConfigDict(extra="forbid", strict=True)

    text: Annotated[str, Field(min_length=2, max_length=3, pattern="[a-z]+")] = "ab"
    flag: bool = True
    count: Annotated[int, Field(ge=1, lt=9)] = 1
    items: Annotated[list[int], Field(min_length=1, max_length=2)] = Field(default=[1])
    part: dict[str, int] = Field(default={})
    choice: Literal["red", "green"] = "red"
    number: Literal[1, 2, 3] = 1
    phrase: Literal["it's", "x"] = "x"
    needed: int


@pytest.mark.parametrize(
    ("given", "english", "chinese"),
    [
        ({}, "needed: the value is missing", "needed：缺少值"),
        ({"needed": 1, "x": 1}, "x: the field is not known", "x：没有这个字段"),
        ({"needed": 1, "text": 1}, "text: the value is not a text", "text：该值不是文本"),
        ({"needed": 1, "text": "a"}, "text: the text is shorter than 2 characters", "text：文本少于 2 个字符"),
        ({"needed": 1, "text": "abcd"}, "text: the text is longer than 3 characters", "text：文本多于 3 个字符"),
        ({"needed": 1, "text": "12"}, "text: the text does not have the form [a-z]+", "text：文本不符合形式 [a-z]+"),
        ({"needed": 1, "flag": 2}, "flag: the value is neither true nor false", "flag：该值既不是 true 也不是 false"),
        ({"needed": 1, "count": "x"}, "count: the value is not an integer", "count：该值不是整数"),
        ({"needed": 1, "count": 0}, "count: the value is below 1", "count：该值小于 1"),
        ({"needed": 1, "count": 9}, "count: the value is not below 9", "count：该值不小于 9"),
        ({"needed": 1, "items": 1}, "items: the value is not a list", "items：该值不是列表"),
        (
            {"needed": 1, "items": []},
            "items: the list has fewer than 1 entry",
            "items：列表的条目少于 1 个",
        ),
        (
            {"needed": 1, "part": 1},
            "part: the value is not an object with named fields",
            "part：该值不是带有字段名的对象",
        ),
        (
            {"needed": 1, "choice": "blue"},
            "choice: the value is not one of red, green",
            "choice：该值不在以下各值之内：red、green",
        ),
        (
            {"needed": 1, "number": 4},
            "number: the value is not one of 1, 2, 3",
            "number：该值不在以下各值之内：1、2、3",
        ),
        (
            {"needed": 1, "phrase": "y"},
            "phrase: the value is not one of it's, x",
            "phrase：该值不在以下各值之内：it's、x",
        ),
        ({"needed": 1, "items": [1, 2, 3]}, "items: the list has more than 2 entries", "items：列表的条目多于 2 个"),
    ],
)
def test_a_violation_of_a_model_has_a_text_in_both_languages(given: object, english: str, chinese: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Form.model_validate(given)
    message = error_message(refused.value)
    assert (message, in_language(message, "zh")) == (english, chinese)


def test_a_message_that_a_validator_raises_is_kept() -> None:
    message = _message("NO_SUCH_DAY", day="2026-02-30")
    assert (
        field_problem({"type": "value_error", "msg": "Value error", "ctx": {"error": ValueError(message)}}) is message
    )


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC, errno.EADDRINUSE])
def test_an_error_of_the_operating_system_has_a_text_in_both_languages(number: int) -> None:
    message = error_message(OSError(number, os.strerror(number), "secret.txt"))
    assert isinstance(message, Message)
    assert "Errno" not in message
    assert not in_language(message, "zh").isascii()


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (TrailError("as it is"), "as it is"),
        (OSError(errno.EDOM, "Numerical argument out of domain"), "Numerical argument out of domain"),
        (OSError("timed out"), "timed out"),
        (KeyError("schema"), "the entry 'schema' is missing"),
        (TypeError("'NoneType' object is not callable"), "the content has another structure than expected"),
        (ValueError("x" * 500), "x" * 400),
    ],
)
def test_other_errors_keep_their_text_or_get_a_plain_one(error: Exception, expected: str) -> None:
    assert error_message(error) == expected
