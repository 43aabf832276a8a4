"""iCalendar export: RFC 5545 conformance and round trip."""

import re
from datetime import date

from service.calendar.calendar_service import entry_message
from service.calendar.day_answers import calendar_event
from service.calendar.entries import Entry, EntryKind
from service.output.terminal.icalendar import write_icalendar

REASON = "withdrawn; see the notice, page 3\\4\nand 全国碳排放权交易市场" + "的配额分配方案" * 20
ENTRY = Entry(
    date(2027, 1, 1),
    EntryKind.VERSION_REPEALED,
    "scorecards/a/versions/1.0.0",
    "2026-03-04T05:06:07Z",
    {"name": "a@1.0.0", "reason": REASON},
)


def unfolded(content: bytes) -> list[str]:
    """Join folded lines (RFC 5545, section 3.1)."""
    assert content.endswith(b"\r\n")
    return content.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def unescaped(text: str) -> str:
    """Read a value of text (section 3.3.11)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], text)


def test_lines_end_with_crlf_have_at_most_75_bytes_and_split_no_character() -> None:
    content = write_icalendar([calendar_event(entry_message(ENTRY, "en"))], "en")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) == 75
    assert all(line.decode() for line in lines[:-1])
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_an_event_lasts_all_day_and_has_a_stable_id_and_known_time() -> None:
    lines = unfolded(write_icalendar([calendar_event(entry_message(ENTRY, "en"))], "en"))
    assert (lines[0], lines[-1], lines.count("BEGIN:VEVENT")) == ("BEGIN:VCALENDAR", "END:VCALENDAR", 1)
    assert {"VERSION:2.0", f"UID:{ENTRY.uid}", "DTSTAMP:20260304T050607Z", "DTSTART;VALUE=DATE:20270101"} <= {*lines}


def test_a_text_survives_escaping() -> None:
    (summary,) = (
        line
        for line in unfolded(write_icalendar([calendar_event(entry_message(ENTRY, "en"))], "en"))
        if line.startswith("SUMMARY")
    )
    assert unescaped(summary.partition(":")[2]) == f"a@1.0.0 is repealed from this day on: {REASON}"
    assert not re.search(r"(?<!\\)[;,]", summary.partition(":")[2].replace("\\\\", ""))


def test_the_same_entries_have_the_same_bytes() -> None:
    assert write_icalendar([calendar_event(entry_message(ENTRY, "zh"))], "zh") == write_icalendar(
        [calendar_event(entry_message(ENTRY, "zh"))], "zh"
    )
    assert write_icalendar([], "en").count(b"\r\n") == 5
