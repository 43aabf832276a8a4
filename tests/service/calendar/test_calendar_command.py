"""Command `card calendar`: entries as text, JSON and iCalendar, and refusal of invalid days."""

import json
from pathlib import Path

from service.gazette.versions import Gazette
from tests.support.commands import answered, touchstone

ROOT = Path(__file__).resolve().parents[3]

GOODS = ("card", "calendar", "--card", "cbam-goods", "--from", "2026-01-01", "--until", "2026-12-31")


def test_a_calendar_lists_the_versions_of_a_card_and_its_tables() -> None:
    lines = answered(*GOODS).splitlines()
    assert "2026-01-01  cbam-goods@1.0.0 comes into force" in lines
    assert (
        "2026-07-06  Table cbam-certificate-price@2026-04-07 is superseded by cbam-certificate-price@2026-07-06"
        in lines
    )
    assert lines[1:] == sorted(lines[1:], key=lambda line: line[:10])
    assert not any("green-claim" in line or "cn-ets" in line for line in lines)
    assert "2026-01-01  cbam-goods@1.0.0 开始生效" in answered(*GOODS, "--language", "zh").splitlines()


def test_a_single_version_lists_only_its_own_days() -> None:
    published = Gazette(ROOT / "scorecards").newest("cdp-climate").publish_time[:10]
    lines = answered("card", "calendar", "--card", "cdp-climate@1.0.0", "--from", "2020-01-01").splitlines()[1:]
    assert lines == [
        "2023-01-01  cdp-climate@1.0.0 comes into force",
        f"{published}  cdp-climate@1.0.0 is superseded by cdp-climate@2.0.0",
    ]


def test_all_output_forms_contain_the_same_entries(tmp_path: Path) -> None:
    entries = json.loads(answered(*GOODS, "--format", "json"))["calendarEntries"]
    assert [f"{one['date']}  {one['text']}" for one in entries] == answered(*GOODS).splitlines()[1:]
    for name in ("one.ics", "other.ics"):
        answered(*GOODS, "--format", "ics", "--out", tmp_path / name)
    written = (tmp_path / "one.ics").read_bytes()
    assert written == (tmp_path / "other.ics").read_bytes()
    assert written.count(b"BEGIN:VEVENT\r\n") == len(entries)
    assert all(f"UID:{one['uid']}\r\n".encode() in written for one in entries)


def test_a_period_without_entries_is_reported() -> None:
    output = answered("card", "calendar", "--from", "1990-01-01", "--until", "1990-12-31")
    assert output == "No entries from 1990-01-01 to 1990-12-31: nothing begins, ends, expires or is due.\n"


def test_a_project_has_its_own_calendar(tmp_path: Path) -> None:
    """If the card allows several deadlines, only the deadline valid for the project is named."""
    store = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    subject = "organizations/example/subjects/article-6-4-activity"
    sample = (ROOT / "examples/international/article-6-4-activity.yaml").read_text("utf-8")
    outstanding = sample.replace("submitted: yes", "submitted: no").partition("  submitted_on:")[0]
    days = ("card", "calendar", "--subject", subject, "--database-url", store, "--from", "2026-12-01")
    for changes, last_day in (("no", "2026-12-31"), ("yes", "2027-07-10")):
        dossier = tmp_path / "project.yaml"
        dossier.write_text(outstanding.replace("changes: no", f"changes: {changes}"), "utf-8")
        touchstone("evaluate", "article-6-4-activity", dossier, "--as-of", "2026-12-01", "--database-url", store)
        entries = json.loads(answered(*days, "--format", "json"))["calendarEntries"]
        assert [(entry["date"], "submission_due" in entry["text"]) for entry in entries] == [(last_day, True)]
    unknown = touchstone(
        "card", "calendar", "--subject", f"{subject}x", "--database-url", store, "--from", "2026-12-01"
    )
    assert f"--subject: This store has no valid evaluation of {subject}x" in unknown.stderr
    refused = touchstone(*days, "--archive", "organizations/other")
    assert f"--subject: {subject} is not a subject of organizations/other" in refused.stderr


def test_wrong_days_and_unknown_cards_are_refused() -> None:
    for arguments, message in (
        (("--from", "2026-02-30"), "--from: The day 2026-02-30 does not exist in the calendar."),
        (("--until", "soon"), "--until: 'soon' is not a date. Use the form YYYY-MM-DD, for example 2027-01-31."),
        (
            ("--from", "2026-02-02", "--until", "2026-02-01"),
            "--until: 2026-02-01 is before 2026-02-02, the first day",
        ),
        (("--card", "cbam-good"), "The scorecard 'cbam-good' was not found"),
        (("--card", "cbam-goods@9.9.9"), "has no version 9.9.9"),
        (("--format", "pdf"), "--format: 'pdf' is not allowed. Use one of text, json, ics."),
    ):
        result = touchstone("card", "calendar", *arguments)
        assert result.exit_code == 2
        assert message in result.stderr, result.stderr
