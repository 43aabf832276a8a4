"""Message generator for fuzzing: random messages from API descriptors, and mutations of valid ones."""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Sequence
from typing import Any, cast

from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

_DEEPEST = 4
_MOST_BYTES = 64 * 1024
TEXTS = (
    "", " ", "\x00", "a", "0", "-1", "1e400", "NaN", "1/0", "9" * 34, "9" * 35, "0." + "0" * 33 + "1", "½", "９９",
    "１e５", "organizations/green-body", "organizations/green-body/subjects/factory-7", "organizations/-/subjects/-",
    "organizations//subjects/", "organizations/" + "a" * 64, "organizations/green-body/evaluations/0",
    f"organizations/green-body/evaluations/{uuid.UUID(int=7)}", "scorecards/small-factory", "scorecards/-",
    "scorecards/small-factory/versions/1.0.0", "scorecards/small-factory/versions/9.9.9",
    "scorecards/../../etc/passwd", "scorecards/small-factory/versions/1.0.0/inputSchema", str(uuid.UUID(int=7)),
    "2026-02-30", "2026-03-01", "0001-01-01", "9999-12-31", "10000-01-01", "2026-03-01T00:00:00Z", "en", "zh",
    "zh-Hant", "%", "kWh", "tCO2e", "parsec", "renewable_share", "credits", "serious_violations", "meter", "cascade",
    "I1", "G1", "closed", "gold", "DE", "EU", "record.conclusion.grade = gold",
    "record.as_of_date >= 2026-01-01 AND subject = a", "a = b OR", "((((((((", "NOT " * 200, "create_time desc",
    "record.as_of_date asc,", "\u202e\u2066abc", "e\u0301" * 50, "\U0001f3ed", "\ufeff", "\ud7ff", "\uffff",
    "' OR 1=1 --", "{{7*7}}", "%s%n", "<script>", "carbon neutral", "100 % green and climate friendly", "碳中和产品",
    "x" * 300, "[" * 5_000, "a\n" * 2_000, "ab" * 32, "AA==", "{}", "[]", "null", '{"a": 1', "\\u0000",
)  # fmt: skip
"""Values for text fields: valid for some fields, invalid for all others."""
_NUMBERS = (0, 1, -1, 2, 7, 50, 100, 1000, 2**31 - 1, -(2**31), 10**6)
_UNKNOWN_SHARE = 0.02
"""Share of enumeration numbers that are undefined."""
_LARGE = (0, 1, -1, 2**63 - 1, -(2**63), 253402300800, -62135596801, 1_772_323_200)
_FLOATS = (0.0, -0.0, 1.5, float("inf"), float("nan"), 1e308)


class Maker:
    """Makes messages by chance, the same for the same seed."""

    def __init__(self, drawn: random.Random) -> None:
        """Draw from this."""
        self._drawn = drawn

    def message(self, kind: Descriptor, depth: int = 0) -> Message:
        """Make a message of a kind, with some of its fields."""
        made = GetMessageClass(kind)()
        share = self._drawn.choice((0.2, 0.5, 0.9)) / (1 + depth)
        for field in kind.fields:
            if self._drawn.random() < share:
                self._fill(made, field, depth)
        return made

    def changed(self, good: Message) -> Message:
        """Return a copy of a valid message with a few random changes."""
        made = type(good)()
        made.CopyFrom(good)
        for _ in range(self._drawn.choice((1, 1, 2, 3, 6))):
            self._change(made)
        return made

    def spoilt(self, content: bytes, others: Sequence[bytes]) -> bytes:
        """Change the bytes of a message: some flipped, cut out, doubled, or those of another between them."""
        spoilt = bytearray(content or b"\x00")
        for _ in range(self._drawn.choice((1, 1, 2, 8))):
            at = self._drawn.randrange(len(spoilt) + 1)
            match self._drawn.randrange(6):
                case 0 if at < len(spoilt):
                    spoilt[at] ^= 1 << self._drawn.randrange(8)
                case 1:
                    del spoilt[at : at + self._drawn.randint(1, 16)]
                case 2:
                    spoilt[at:at] = spoilt[at : at + self._drawn.randint(1, 64)]
                case 3:
                    spoilt[at:at] = self._drawn.randbytes(self._drawn.randint(1, 8))
                case 4:
                    spoilt = spoilt[:at] + bytearray(self._drawn.choice(others)[at:])
                case _:
                    spoilt[at:at] = b"\xff\xff\xff\xff\x7f"
        return bytes(spoilt[:_MOST_BYTES])

    def text(self) -> str:
        """Make a text."""
        chosen_text = self._drawn.choice(TEXTS)
        match self._drawn.randrange(12):
            case 0:
                return chosen_text + self._drawn.choice(TEXTS)
            case 1:
                return "".join(chr(self._drawn.choice((0, 32, 47, 97, 0x4E2D, 0x1F600, 0xFF10))) for _ in range(5))
            case 2 if chosen_text:
                at = self._drawn.randrange(len(chosen_text))
                return chosen_text[:at] + self._drawn.choice("\x00/-.…0") + chosen_text[at + 1 :]
            case _:
                return chosen_text

    def _fill(self, message: Any, field: FieldDescriptor, depth: int) -> None:
        place = getattr(message, field.name)
        if field.message_type is not None and field.message_type.GetOptions().map_entry:
            key, value = (field.message_type.fields_by_name[name] for name in ("key", "value"))
            for _ in range(self._count()):
                if value.message_type is None:
                    place[self._scalar(key)] = self._scalar(value)
                elif depth < _DEEPEST:
                    place[self._scalar(key)].CopyFrom(self.message(value.message_type, depth + 1))
        elif field.message_type is not None:
            if depth < _DEEPEST:
                made = [
                    self.message(field.message_type, depth + 1)
                    for _ in range(self._count() if field.is_repeated else 1)
                ]
                _ = place.extend(made) if field.is_repeated else place.CopyFrom(made[0])
        elif field.is_repeated:
            place.extend(self._scalar(field) for _ in range(self._count()))
        else:
            setattr(message, field.name, self._scalar(field))

    def _count(self) -> int:
        return self._drawn.choice((0, 1, 1, 2, 3, 3, 40))

    def _scalar(self, field: FieldDescriptor) -> Any:
        drawn = self._drawn
        kinds: dict[int, Callable[[], Any]] = {
            FieldDescriptor.TYPE_STRING: self.text,
            FieldDescriptor.TYPE_BYTES: lambda: drawn.choice((b"", b"%PDF-1.7", b"PK\x03\x04", drawn.randbytes(40))),
            FieldDescriptor.TYPE_BOOL: lambda: drawn.random() < 0.5,
            FieldDescriptor.TYPE_INT32: lambda: drawn.choice(_NUMBERS),
            FieldDescriptor.TYPE_INT64: lambda: drawn.choice(_LARGE),
            FieldDescriptor.TYPE_DOUBLE: lambda: drawn.choice(_FLOATS),
            FieldDescriptor.TYPE_ENUM: lambda: self._enum(cast("EnumDescriptor", field.enum_type)),
        }
        return kinds[field.type]()

    def _enum(self, kind: EnumDescriptor) -> int:
        """Return a number, seldom an undefined one: the server refuses such a message before reading any of it."""
        known = [value.number for value in kind.values]
        return self._drawn.choice((99, -1) if self._drawn.random() < _UNKNOWN_SHARE else known)

    def _change(self, message: Message) -> None:
        """Change one element: clear or fill a field, change an element, or descend into a nested message."""
        described = cast("Descriptor", message.DESCRIPTOR)
        there = [field for field, _ in message.ListFields()]
        if not there or self._drawn.random() < 0.2:
            if described.fields:
                self._fill(message, self._drawn.choice(described.fields), _DEEPEST - 2)
            return
        field = self._drawn.choice(there)
        value = getattr(message, field.name)
        if self._drawn.random() < 0.15:
            message.ClearField(field.name)
        elif field.message_type is not None and field.message_type.GetOptions().map_entry:
            inner = field.message_type.fields_by_name["value"].message_type
            if inner is not None and value:
                self._change(value[self._drawn.choice(list(value))])
            else:
                self._fill(message, field, _DEEPEST - 2)
        elif field.message_type is not None:
            self._change(self._drawn.choice(value) if field.is_repeated else value)
        elif field.is_repeated:
            value[self._drawn.randrange(len(value))] = self._scalar(field)
        else:
            setattr(message, field.name, self._scalar(field))
