"""Governing periods of a card over as-of day and known time: agreement with evaluations, and drawing."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings, strategies as st

from rules.contracts import VersionError
from rules.model import PublishedVersion, Repeal, find_version_in_force
from service.output.mapping.scorecards import write_version
from service.workbench.governing_periods import draw_axes, known_states, last_days, superseded_by
from tests.support.small_card import small_card
from tests.support.tiers import tries

FIRST = date(2024, 1, 1)
DAYS = st.integers(0, 900).map(lambda days: FIRST + timedelta(days))
INSTANTS = st.integers(0, 40).map(lambda days: f"{FIRST + timedelta(days * 20)}T10:00:00Z")


@st.composite
def histories(draw: st.DrawFn) -> list[PublishedVersion]:
    """Draw versions of one card as a gazette may hold them, lowest first."""
    versions: list[PublishedVersion] = []
    for number in range(1, draw(st.integers(1, 5)) + 1):
        first = draw(DAYS)
        days = draw(st.none() | st.integers(0, 400))
        last = None if days is None else first + timedelta(days)
        superseded = draw(st.sampled_from([None, *(each.scorecard.card.version for each in versions)]))
        card = small_card(
            version=f"1.{number}.0", first=first.isoformat(), last=last.isoformat() if last else None,
            supersedes=superseded,
        )  # fmt: skip
        repeal = draw(st.none() | st.builds(Repeal, DAYS, INSTANTS, st.just("wrong")))
        versions.append(PublishedVersion(card, {}, "", "", f"digest-{number}", draw(INSTANTS), repeal))
    return versions


@settings(max_examples=tries(120), deadline=None)
@given(histories(), DAYS, INSTANTS)
def test_the_governing_version_of_a_day_is_the_version_used_by_evaluations(
    versions: list[PublishedVersion], day: date, known: str
) -> None:
    try:
        expected = find_version_in_force(versions, day, known).name
    except VersionError:
        expected = ""
    states = known_states([write_version(version) for version in versions])
    then = [state for state in states if state.since <= known]
    assert (then[-1].governing(day) if then else "") == expected
    for state in states:
        for earlier, later in zip(state.periods, state.periods[1:], strict=False):
            assert earlier.first <= earlier.last < later.first


def test_a_superseded_version_ends_on_the_day_before_its_successor() -> None:
    cards = [small_card(first="2022-06-01"), small_card(version="1.1.0", first="2027-01-01", supersedes="1.0.0")]
    instant = "2026-01-01T10:00:00Z"
    versions = [write_version(PublishedVersion(card, {}, "", "", card.card.version, instant)) for card in cards]
    names = [version.name for version in versions]
    assert last_days(versions) == {names[0]: "2026-12-31", names[1]: ""}
    assert superseded_by(versions) == {names[0]: "1.1.0"}


@settings(max_examples=tries(60), deadline=None)
@given(histories(), DAYS, INSTANTS)
def test_all_is_drawn_inside_the_picture(versions: list[PublishedVersion], day: date, known: str) -> None:
    axes = draw_axes(known_states([write_version(version) for version in versions]), day, known, "")
    for block in axes.blocks:
        assert 0 <= block.x <= block.x + block.width <= 100
        assert block.width >= 0
        assert 0 <= block.y < block.y + 30 <= axes.bottom
    across, down = axes.ring
    assert 0 <= across <= 100
    assert 0 <= down <= axes.bottom
    assert all(0 <= x <= 100 for x, _ in axes.ticks)
    assert 1 <= len(axes.ticks) <= 9
