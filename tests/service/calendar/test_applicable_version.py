"""Applicable rules on a day: as known then and as known now, with reasons for each difference."""

from __future__ import annotations

import json
import shutil
import uuid
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rules.model.lookups import TableReference
from rules.model.published_version import Repeal, draft_as_published
from service.calendar.applicable_version import DayQuery, KnownState, differences
from service.gazette.publication import write_repeal, write_version
from service.gazette.tables import TableStore, write_edition
from service.gazette.versions import Gazette
from tests.support.commands import answered, touchstone
from tests.support.small_card import CARD, small_card
from tests.support.small_table import small_table

SUBJECT = "organizations/a/subjects/mended"
OLD, NEW = (f"scorecards/{CARD}/versions/{number}" for number in ("1.0.0", "1.1.0"))
FIRST, SECOND = (f"organizations/a/evaluations/{uuid.UUID(int=place)}" for place in (1, 2))


@pytest.fixture
def gazette(small_store: Path, tmp_path: Path) -> Path:
    """Publish a further version after all evaluations, from June on also for the days before."""
    shutil.copytree(small_store / "gazette", tmp_path / "gazette")
    card = small_card(version="1.1.0", supersedes="1.0.0", first="2026-03-01", gold=90)
    write_version(tmp_path / "gazette", card, {}, publish_time="2026-06-01T00:00:00Z")
    return tmp_path / "gazette"


def asked(small_store: Path, gazette: Path, *more: str) -> tuple[str, ...]:
    url = f"sqlite:///{small_store}/store.sqlite3"
    return ("evaluation", "applied", SUBJECT, "--gazette", str(gazette), "--database-url", url, *more)


def told(small_store: Path, gazette: Path, *more: str) -> dict[str, Any]:
    (card,) = json.loads(answered(*asked(small_store, gazette, *more), "--format", "json"))["cards"]
    assert isinstance(card, dict)
    return card


def of(known: dict[str, Any]) -> tuple[str | None, str | None]:
    return known.get("scorecardVersion"), known.get("evaluation")


def test_later_publications_and_evaluations_are_not_known_earlier(small_store: Path, gazette: Path) -> None:
    card = told(small_store, gazette, "--on", "2026-03-15")
    assert of(card["then"]) == (OLD, None)
    assert of(card["now"]) == (NEW, FIRST)
    assert card["differences"] == [
        f"{NEW} applies to this day. It was published at 2026-06-01T00:00:00Z.",
        f"{FIRST} is the last evaluation for this day. It was stored at 2026-04-02T00:00:01Z.",
    ]


def test_the_evaluation_with_the_latest_as_of_date_is_valid(small_store: Path, gazette: Path) -> None:
    card = told(small_store, gazette, "--on", "2026-05-01", "--known", "2026-05-31")
    assert of(card["then"]) == (OLD, SECOND)
    assert of(card["now"]) == (NEW, SECOND)
    assert len(card["differences"]) == 1
    assert of(told(small_store, gazette, "--on", "2026-05-01", "--known", "2026-04-02T00:00:01Z")["then"])[1] == FIRST


def test_no_difference_is_reported_when_nothing_has_changed(small_store: Path, gazette: Path) -> None:
    text = answered(*asked(small_store, gazette, "--on", "2026-04-30", "--known", "2026-07-01"))
    then, now, same = text.splitlines()[3:]
    assert then.partition(": ")[2] == now.partition(": ")[2]
    assert f"by {SECOND}, as of 2026-04-01 under 1.0.0" in now
    assert same == "  No difference."


def test_a_later_repeal_is_a_reason(small_store: Path, gazette: Path) -> None:
    version = Gazette(gazette).version(CARD, "1.0.0")
    write_repeal(gazette, version, Repeal(date(2026, 1, 1), "2026-07-01T00:00:00Z", "withdrawn"))
    card = told(small_store, gazette, "--on", "2026-02-01", "--known", "2026-05-01")
    assert (card["then"]["scorecardVersion"], card["now"].get("scorecardVersion")) == (OLD, None)
    assert card["differences"] == [f"{OLD} was repealed at 2026-07-01T00:00:00Z. Reason: withdrawn"]


def test_the_answer_is_in_chinese_and_a_subject_without_evaluations_is_refused(
    small_store: Path, gazette: Path
) -> None:
    text = answered(*asked(small_store, gazette, "--on", "2026-03-15", "--language", "zh"))
    assert "截至 2026-03-15T23:59:59Z 已知：版本 1.0.0 生效；没有评价" in text
    options = asked(small_store, gazette, "--on", "2026-03-15")[3:]
    other = ("evaluation", "applied", "organizations/a/subjects/nobody", *options)
    assert "SUBJECT: No evaluation of organizations/a/subjects/nobody is stored" in touchstone(*other).stderr


def test_a_table_edition_published_since_is_a_reason(tmp_path: Path) -> None:
    for edition, known_from, before in (("2026-01", "2026-01-01", None), ("2026-07", "2026-07-15", "2026-01")):
        write_edition(tmp_path, small_table(edition=edition, known_from=known_from, supersedes=before))
    card = small_card().model_copy(update={"tables": (TableReference(id="values", name="defaults"),)})
    version = replace(draft_as_published(card, {}), publish_time="2025-01-01T00:00:00Z")
    known = KnownState(version, None)
    for day, count in (("2026-07-14", 1), ("2026-07-15", 0)):
        asked = DayQuery(date(2026, 3, 1), f"{day}T23:59:59Z", "2026-11-01T00:00:00Z")
        reasons = tuple(differences(known, known, asked, TableStore(tmp_path)))
        assert reasons == ("The table defaults@2026-07 is valid on this day. It was published on 2026-07-15.",) * count
