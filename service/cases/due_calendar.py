"""Due items of cases as calendar events."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rules.contracts import wording_loader

if TYPE_CHECKING:
    from touchstone.v1 import case_service_pb2

words = wording_loader(__name__)


@dataclass(frozen=True, slots=True)
class CalendarDueItem:
    """Due item as a calendar event."""

    day: date
    kind: str
    name: str
    text: str
    time: str
    uid: str

    @classmethod
    def of(cls, due_item: case_service_pb2.DueItem, language: str) -> CalendarDueItem:
        about = f"{due_item.case_name}/{due_item.item}" if due_item.item else due_item.case_name
        texts = words(language)
        text = texts["due_event"].format(
            what=texts["due"].get(due_item.kind, due_item.kind), about=about.partition("/cases/")[2]
        )
        time = due_item.step_time.ToDatetime().strftime("%Y-%m-%dT%H:%M:%SZ")
        uid = str(uuid.uuid5(uuid.NAMESPACE_URL, f"touchstone:due\n{due_item.kind}\n{about}"))
        return cls(date.fromisoformat(due_item.due_date), due_item.kind.upper(), about, text, time, uid)
