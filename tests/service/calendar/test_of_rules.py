"""Calendar of rules: every day that a published card names, under its version, computed once, with new versions."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from rules.contracts import InputError
from rules.contracts.inputs import DeclaredFact, DeclaredValue
from rules.model import DatedParts, Scorecard
from rules.model.dated_rules import DayRole, dated_rules
from rules.model.expressions import DateClause, DateExpression, DateOperator
from rules.model.published_version import draft_as_published
from rules.model.quantities import FormulaQuantity
from rules.model.scorecard import Gate
from service.calendar import entries
from service.calendar.calendar_service import CalendarQueries
from service.calendar.entries import CardDays, rule_entries
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.identity.principals import LOCAL, NOBODY, set_principal
from service.store.store import Store
from tests.support.commands import answered
from tests.support.logged import Logged
from tests.support.running import ROOT
from tests.support.small_card import CARD, LAW, small_card
from touchstone.v1 import calendar_service_pb2

GAZETTE = Gazette(ROOT / "scorecards")
DAY = date(2027, 2, 18)


def card_asking(operator: DateOperator, *, shift: int = 0) -> Any:
    clause = DateClause(name="audited_on", operator=operator, operand=DateExpression(literal=DAY, shift_months=shift))
    gate = Gate(id="G9", labels={"en": "Audit", "zh": "审核"}, requires=(clause,), basis=LAW)
    card = small_card()
    return card.model_copy(update={"gates": (*card.gates, gate)})


@pytest.mark.parametrize(
    ("operator", "day", "bearing"),
    [
        (DateOperator.FROM, DAY, DayRole.FIRST),
        (DateOperator.ON, DAY, DayRole.FIRST),
        (DateOperator.AFTER, DAY + timedelta(days=1), DayRole.FIRST),
        (DateOperator.UNTIL, DAY, DayRole.LAST),
        (DateOperator.BEFORE, DAY - timedelta(days=1), DayRole.LAST),
    ],
)
def test_a_day_is_the_first_or_last_day_of_a_condition(operator: DateOperator, day: date, bearing: DayRole) -> None:
    (rule,) = dated_rules(card_asking(operator))
    assert (rule.day, rule.bearing, rule.rule, rule.measure) == (day, bearing, "G9", "audited_on")


def test_a_shifted_day_is_listed_on_its_shifted_date() -> None:
    (rule,) = dated_rules(card_asking(DateOperator.FROM, shift=3))
    assert rule.day == date(2027, 5, 18)


def test_each_version_lists_only_days_that_it_governs() -> None:
    early, late = small_card(last="2027-02-17"), small_card(version="2.0.0", first="2027-02-18")
    asking = card_asking(DateOperator.FROM)
    versions = [
        replace(
            draft_as_published(asking.model_copy(update={"card": one.card}), {}), publish_time="2025-01-01T00:00:00Z"
        )
        for one in (early, late)
    ]
    (entry,) = rule_entries(versions)
    assert (entry.name, entry.day) == (versions[1].name, DAY)


def test_a_deadline_follows_from_the_dates_of_a_subject() -> None:
    importer = GAZETTE.versions("cbam-importer")[-1].scorecard
    (year,) = (fact for fact in importer.facts if fact.id == "year_end")
    declared = DeclaredFact(id=year.id, value=DeclaredValue(date="2026-12-31"))

    def days_after(after: str) -> dict[tuple[str, str], str]:
        days = CardDays(importer).of_subject((declared,), {}, date.fromisoformat(after))
        return {(rule.rule, rule.bearing.value): rule.day.isoformat() for rule, _ in days}

    assert days_after("2027-01-15")["D2", "last"] == "2027-09-30"
    assert ("D2", "last") not in days_after("2027-10-01")
    assert not list(CardDays(importer).of_subject((), {}, date(2027, 1, 15)))


def test_a_computed_date_adds_only_its_own_day() -> None:
    """Days that the card itself names, such as in row conditions of the date, belong to the card."""
    after, due = date(2000, 1, 1), date(2100, 1, 1)
    seen = 0
    for card in map(GAZETTE.newest, GAZETTE.card_ids()):
        formulas = [one for one in card.scorecard.quantities or () if isinstance(one, FormulaQuantity)]
        for id in (formula.id for formula in formulas if formula.gives == "date"):
            days = [(rule.rule, rule.day) for rule, _ in CardDays(card.scorecard).of_subject((), {id: due}, after)]
            assert days == [(id, due)]
            seen += 1
    assert seen >= 10


def literals(plain: Any) -> Iterator[date]:
    """Yield the literal dates in the rules of a published document that have no shift."""
    if isinstance(plain, dict):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", str(plain.get("literal", ""))) and plain.keys() == {"literal"}:
            yield date.fromisoformat(plain["literal"])
        for name, value in plain.items():
            if name not in {"reference_case", "facts", "card"}:
                yield from literals(value)
    elif isinstance(plain, list):
        for entry in plain:
            yield from literals(entry)


@pytest.mark.parametrize("card", GAZETTE.card_ids())
def test_every_day_in_the_rules_of_a_card_is_listed(card: str) -> None:
    version = GAZETTE.versions(card)[-1]
    path = GAZETTE.folder / card / f"{version.scorecard.card.version}.json"
    named = set(literals(json.loads(path.read_text("utf-8"))["scorecard"]))
    days = {found.day for found in dated_rules(version.scorecard)}
    near = {day + timedelta(days=off) for day in days for off in (-1, 0, 1)}
    assert named <= near


def test_the_calendar_of_a_card_with_future_obligations_is_not_empty() -> None:
    span = ("--card", "eu-battery", "--from", "2027-01-01", "--until", "2027-12-31")
    english = answered("card", "calendar", *span)
    assert "A48-DILIGENCE" in english
    assert re.search(r"2027-08-18 .*A48-DILIGENCE .*: changes from this day on \(by as-of date\)", english)
    assert "：自当日起变化" in answered("card", "calendar", *span, "--language", "zh")
    events = answered("card", "calendar", *span, "--format", "ics")
    assert "DTSTART;VALUE=DATE:20270818" in events
    assert len(set(re.findall(r"UID:(\S+)", events))) == events.count("BEGIN:VEVENT")


def test_the_days_of_a_scorecard_are_computed_once_for_all_its_results(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_principal(LOCAL)
    read = list[str]()

    def counted(scorecard: Scorecard) -> DatedParts:
        read.append(scorecard.card.id)
        return DatedParts(scorecard)

    monkeypatch.setattr(entries, "DatedParts", counted)
    with closing(Logged(tmp_path)) as logged:
        names = {logged.evaluate(subject=f"s-{number}").name for number in range(6)}
        request = calendar_service_pb2.ListCalendarEntriesRequest(parent="organizations/a", page_size=1_000)
        listed = CalendarQueries(logged.store, logged.gazette).entries(request, "en").calendar_entries
    assert names <= {entry.about for entry in listed}
    assert read == ["small-factory"]


def test_added_versions_are_listed(tmp_path: Path) -> None:
    set_principal(NOBODY)
    store: Store = None  # type: ignore[assignment]  # nothing that is stored is read
    days = CalendarQueries(store, Gazette(tmp_path))
    asked = calendar_service_pb2.ListRuleCalendarEntriesRequest(first_date="2025-01-01", scorecard=f"scorecards/{CARD}")
    write_version(tmp_path, small_card(last="2026-12-31"), {}, publish_time="2025-01-01T00:00:00Z")
    first = days.rule_entries(asked, "en")
    assert [entry.date for entry in first.calendar_entries] == ["2025-01-01", "2026-12-31"]
    assert days.rule_entries(asked, "en") == first
    write_version(tmp_path, small_card(version="2.0.0", first="2027-01-01"), {}, publish_time="2026-06-01T00:00:00Z")
    later = days.rule_entries(asked, "zh").calendar_entries
    assert [entry.date for entry in later] == ["2025-01-01", "2026-12-31", "2027-01-01"]
    asked.page_size = 2
    page = days.rule_entries(asked, "en")
    assert len(page.calendar_entries) == 2
    asked.page_token = page.next_page_token
    assert [entry.date for entry in days.rule_entries(asked, "en").calendar_entries] == ["2027-01-01"]
    asked.first_date = "2026-02-30"
    with pytest.raises(InputError):
        days.rule_entries(asked, "en")
