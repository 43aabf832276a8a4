"""Transactional outbox: order by endpoint, replay, dead letters and exclusive delivery."""

from __future__ import annotations

import pytest

from service.store.outbox import VERSION_PUBLISHED, Backlog, Outbox, open_outbox, publication_event
from service.store.store import Store
from service.store.tables import EndpointRow


@pytest.fixture
def outbox(store: Store) -> Outbox:
    return store.outbox


def published(outbox: Outbox, *names: str) -> list[int]:
    """Add events and return the positions of all stored events."""
    outbox.add_new([publication_event(VERSION_PUBLISHED, name, "2026-01-01T00:00:00Z", {}) for name in names])
    return [event.position for event in outbox.after(0, None, 100)]


def moved_to(outbox: Outbox, position: int, *, dead: str = "") -> None:
    before = outbox.progress("erp")
    assert before is not None
    outbox.advance(before, EndpointRow(name="erp", position=position), dead=dead)


@pytest.mark.full(sample=5)
def test_a_new_endpoint_gets_only_later_events_and_a_known_endpoint_continues(outbox: Outbox) -> None:
    published(outbox, "a")
    outbox.enter("erp")
    published(outbox, "a", "b")
    outbox.enter("erp")
    progress = outbox.progress("erp")
    assert progress is not None
    assert [event.subject for event in outbox.after(progress.position, "any", 100)] == ["b"]
    assert outbox.backlog("erp", None) == Backlog(1, "2026-01-01T00:00:00Z", 0)


@pytest.mark.full(sample=5)
def test_a_replay_skips_no_event_and_overrides_a_delivery_in_progress(outbox: Outbox) -> None:
    outbox.enter("erp")
    positions = published(outbox, "a", "b", "c")
    under_way = outbox.progress("erp")
    assert under_way is not None
    moved_to(outbox, positions[1], dead="HTTP 500")
    assert outbox.dead("erp") == [positions[1]]
    assert outbox.replay("erp", 1_000_000)
    assert outbox.progress("erp") == EndpointRow(name="erp", position=positions[1])
    assert outbox.dead("erp") == [positions[1]]
    moved = outbox.progress("erp")
    assert moved is not None
    assert outbox.replay("erp", positions[0])
    assert outbox.dead("erp") == []
    outbox.advance(moved, EndpointRow(name="erp", position=positions[2]), dead="HTTP 500")
    assert outbox.progress("erp") == EndpointRow(name="erp", position=positions[0] - 1)
    assert outbox.dead("erp") == []
    assert not outbox.replay("nobody", 1)


@pytest.mark.full(sample=5)
def test_only_one_process_delivers_to_an_endpoint(url: str, outbox: Outbox) -> None:
    if url.startswith("sqlite"):
        return  # there is one server
    outbox.enter("erp")
    outbox.enter("bi")
    with open_outbox(url) as other:
        with outbox.delivering("erp") as mine, other.delivering("erp") as theirs, other.delivering("bi") as free:
            assert mine is not None
            assert theirs is None
            assert free is not None
        with other.delivering("erp") as theirs:
            assert theirs is not None
