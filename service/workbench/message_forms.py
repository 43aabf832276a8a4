"""Forms of messages: one declaration draws, fills in and reads the fields.

The descriptor of a message decides the widget and the reader of a field; labels and hints are page words.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message

from rules.contracts import InputError, Violation, error_message, message_factory
from service.base.grpc_status import WorkerError
from service.base.whole_numbers import parse_whole_number
from service.workbench.page import read_message

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from service.workbench.page import PageRequest

_message = message_factory(__name__)

_Filled = TypeVar("_Filled", bound=Message)
Choices = dict[str, "Sequence[tuple[str, ...]]"]
"""Choices by field: submitted value, label and optionally the id."""

_LONG_TEXTS = frozenset(
    {"statement", "cause", "correction", "corrective_action", "method", "scope", "scope_zh", "outcome", "public_reason",
     "enrolment"}
)  # fmt: skip
_ROWS = {"interests": 2, "enrolment": 3}
_ROWS_OF_LINES, _ROWS_OF_TEXT = 3, 4
_WIDTHS = {"region_code": "w4"} | dict.fromkeys(
    ("account", "case_id", "client", "merged_into", "person", "registered_id", "subject"), "w12"
)
_MAX_NUMBER = 9_999


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of a form, with its values and choices."""

    name: str
    kind: str
    """The widget: `text`, `area` (also of lines), `choice` or `choices`."""
    needed: bool
    values: Sequence[str]
    choices: Sequence[tuple[str, ...]] = ()
    is_list: bool = False
    suggestions: Sequence[tuple[str, ...]] = ()
    """Values that a text field proposes, with their titles; other values are allowed."""

    @property
    def value(self) -> str:
        return self.values[0] if self.values else ""

    @property
    def rows(self) -> int:
        return _ROWS.get(self.name, _ROWS_OF_LINES if self.is_list else _ROWS_OF_TEXT)

    @property
    def width(self) -> str:
        return "w8 num" if self.name.endswith("_date") else _WIDTHS.get(self.name, "wfull")


@dataclass(frozen=True)
class MessageForm:
    """Form of a message: its fields in order, the needed ones, and widgets other than those of the descriptor.

    The page itself reads names that are not fields of the message.
    """

    message: type[Message]
    names: Sequence[str]
    needed: Collection[str] = ()
    kinds: Mapping[str, str] = field(default_factory=dict)

    def fields(
        self,
        page_request: PageRequest,
        known: Message | None = None,
        choices: Choices | None = None,
        *,
        but: Collection[str] = (),
        filled: Mapping[str, Sequence[str]] | None = None,
    ) -> list[FormField]:
        """Return the fields as typed, or filled in from a message and from texts by name; leave out those in `but`."""
        is_sent = not page_request.values.keys().isdisjoint(self.names)
        initial = (filled or {}) if known is None else _texts(known, self.names) | dict(filled or {})
        listed = []
        for name in self.names:
            if name in but:
                continue
            offered = (choices or {}).get(name)
            kind = self.kinds.get(name) or self._kind(name, has_choices=offered is not None)
            is_list = kind == "choices" or self._is_list(name)
            typed = page_request.several(name) if is_list else [page_request.typed(name)]
            values = typed if is_sent else initial.get(name, ())
            listed.append(FormField(name, kind, name in self.needed, values, offered or (), is_list))
        return listed

    def read(self, page_request: PageRequest, into: _Filled) -> _Filled:
        """Set the fields of a message as typed; raise InputError for malformed values.

        A value that is typed twice counts once. Lists of messages are unchanged: the page reads them by itself.
        """
        violations: list[Violation] = []
        for name in self.names:
            if name in self.message.DESCRIPTOR.fields_by_name:
                violations.extend(_read_field(page_request, name, into))
        if violations:
            raise InputError(tuple(violations))
        return into

    def _is_list(self, name: str) -> bool:
        described = self.message.DESCRIPTOR.fields_by_name.get(name)
        return described is not None and described.is_repeated and described.message_type is None

    def _kind(self, name: str, *, has_choices: bool) -> str:
        described = self.message.DESCRIPTOR.fields_by_name.get(name)
        if has_choices:
            return "choices" if self._is_list(name) else "choice"
        is_long = described is not None and (described.is_repeated or described.message_type is not None)
        return "area" if is_long or name in _LONG_TEXTS else "text"


def _texts(known: Message, names: Iterable[str]) -> dict[str, Sequence[str]]:
    texts: dict[str, Sequence[str]] = {}
    for name in names:
        described = known.DESCRIPTOR.fields_by_name.get(name)
        if described is not None and described.message_type is None:
            value = getattr(known, name)
            texts[name] = [*value] if described.is_repeated else [str(value)]
    return texts


def _read_field(page_request: PageRequest, name: str, into: Message) -> Iterable[Violation]:
    described, text = into.DESCRIPTOR.fields_by_name[name], page_request.typed(name).strip()
    if described.message_type is not None:
        if text and not described.is_repeated:
            yield from _read_json(text, name, into)
    elif described.is_repeated:
        into.ClearField(name)
        getattr(into, name).extend(dict.fromkeys(page_request.several(name)))
    elif described.enum_type is not None:
        setattr(into, name, described.enum_type.values_by_name[enum_name(described.enum_type, text)].number)
    elif described.cpp_type == FieldDescriptor.CPPTYPE_STRING:
        into.ClearField(name)
        if text:
            setattr(into, name, text)
    else:
        try:
            setattr(into, name, typed_number(page_request, name))
        except InputError as error:
            yield from error.violations


def typed_number(page_request: PageRequest, name: str) -> int:
    """Return a typed whole number; raise InputError if it is malformed."""
    text = page_request.typed(name).strip()
    number = parse_whole_number(text, most=_MAX_NUMBER)
    if number is None:
        raise InputError.of(name, _message("NO_WHOLE_NUMBER", found=text[:20]), "MALFORMED")
    return number


def _read_json(text: str, name: str, into: Message) -> Iterable[Violation]:
    try:
        read_message(text, getattr(into, name))
    except ValueError as error:
        yield Violation(name, _message("NO_JSON", problem=error_message(error)), "MALFORMED")


@contextmanager
def reporting(change: Callable[[Violation], Violation]) -> Iterator[None]:
    """Change the violations of a request, for example to the fields of a form."""
    try:
        yield
    except InputError as error:
        violations = error.violations
    except WorkerError as error:  # evaluation runs in a separate process
        violations = tuple(Violation(name, description, "WRONG_VALUE") for name, description in error.wrong_fields())
        if not violations:
            raise
    else:
        return
    raise InputError(tuple(map(change, violations))) from None


def reporting_at(field_of: Callable[[str], str]) -> AbstractContextManager[None]:
    """Report the violations of a request at other fields."""
    return reporting(lambda violation: replace(violation, field=field_of(violation.field)))


def enum_words(described: Any) -> list[str]:
    """Return the words of an enum descriptor: its value names in lower case without their prefix."""
    prefix = described.values[0].name.removesuffix("UNSPECIFIED")
    return [value.name.removeprefix(prefix).lower() for value in described.values[1:]]


def enum_name(described: Any, word: str) -> str:
    """Return the value name of an enum word, or that of "unspecified" if it is unknown."""
    words = ["", *enum_words(described)]
    return str(described.values[words.index(word) if word in words else 0].name)
