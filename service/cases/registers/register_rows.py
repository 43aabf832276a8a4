"""Rows of an upload file: values by column, with the gaps that a public register would refuse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from service.cases.registers.body_values import BodyValues
    from service.cases.registers.certificate_fields import FieldReader
    from service.cases.registers.certificate_history import CertificateEvent, CertificateHistory
    from service.cases.registers.register_formats import RegisterColumn, RegisterFormat

_message = message_factory(__name__)

MAX_ROWS = 20_000
GapKind = Literal["missing", "value", "length"]


@dataclass(frozen=True, slots=True)
class ExportPeriod:
    """Period of an export: after the first instant, up to and including the last.

    `exported` names the events of the first second in an earlier export; the others of that second are included. If it
    is None, none of them is, as they belong to the month before.
    """

    after: str
    until: str
    exported: frozenset[str] | None = None

    def includes(self, number: str, event: CertificateEvent) -> bool:
        if event.time == self.after and self.exported is not None:
            return event_key(number, event) not in self.exported
        return self.after < event.time <= self.until


class Gap(NamedTuple):
    """Value that is missing, not allowed or too long."""

    number: str
    client: str
    column: str
    kind: GapKind
    found: str = ""


class ExportRow(NamedTuple):
    """Values of a row in the order of the columns."""

    number: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportContent:
    """Rows of an export, their gaps, and the events of the last second."""

    rows: Sequence[ExportRow]
    gaps: Sequence[Gap]
    last_events: Sequence[str]

    def document(self) -> dict[str, Any]:
        return {"rows": [[row.number, *row.values] for row in self.rows], "gaps": [list(gap) for gap in self.gaps]}


def event_key(number: str, event: CertificateEvent) -> str:
    """Return the identity of an event in exports."""
    return f"{number} {event.key}"


def export_content(
    register_format: RegisterFormat,
    histories: Iterable[CertificateHistory],
    reader: FieldReader,
    values: BodyValues,
    period: ExportPeriod,
) -> ExportContent:
    """Return the rows of a period.

    Raises:
        Refusal: If there are more rows than a file may have.
    """
    sorted_rows: list[tuple[tuple[str, str], ExportRow]] = []
    gaps: list[Gap] = []
    last_events: list[str] = []
    for history in histories:
        events = history.events(period.until)
        last_events += [event_key(history.number, event) for event in events if event.time == period.until]
        for event in _row_events(register_format, history, events, period):
            fields = reader.fields(history, events, event)
            row, row_gaps = _row(register_format, history, event, fields, values)
            by_time = event.time if register_format.rows == "events" else ""
            sorted_rows.append(((by_time, history.number), row))
            gaps += row_gaps
            if len(sorted_rows) > MAX_ROWS:
                raise Refusal(Reason.STEP_NOT_ALLOWED, _message("EXPORT_TOO_LARGE", most=MAX_ROWS))
    rows = [row for _, row in sorted(sorted_rows, key=lambda entry: entry[0])]
    return ExportContent(rows, sorted(dict.fromkeys(gaps)), sorted(last_events))


def _row_events(
    register_format: RegisterFormat,
    history: CertificateHistory,
    events: Sequence[CertificateEvent],
    period: ExportPeriod,
) -> Sequence[CertificateEvent]:
    included = [event for event in events if period.includes(history.number, event)]
    return events[-1:] if included and register_format.rows == "certificates" else included


def _row(
    register_format: RegisterFormat,
    history: CertificateHistory,
    event: CertificateEvent,
    fields: dict[str, str],
    body_values: BodyValues,
) -> tuple[ExportRow, list[Gap]]:
    gaps: list[Gap] = []
    values = []
    client = history.case.client.rpartition("/")[2]
    for column in register_format.columns:
        value = next(filter(None, (column.coded(fields[name]) for name in column.sources if fields.get(name))), "")
        value = value or body_values.value(column, history)
        gaps += (
            Gap(history.number, client, column.head, kind, found)
            for kind, found in _problems(column, value, event.state)
        )
        values.append(value)
    return ExportRow(history.number, tuple(values)), gaps


def _problems(column: RegisterColumn, value: str, state: str) -> Iterator[tuple[GapKind, str]]:
    if not value:
        if column.is_required(state):
            yield "missing", ""
    elif column.allowed_values and value not in column.allowed_values:
        yield "value", value[:80]
    elif len(value) > column.limit:
        yield "length", str(len(value))
