"""Rotation of slow and parametrised tests: each has its turn, and tests affected by a change always run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from tests.support import turns

if TYPE_CHECKING:
    from collections.abc import Iterator

CARDS = [f"card-{number}" for number in range(23)]


@dataclass(frozen=True)
class Item:
    """Minimal test double of a pytest item."""

    card: str
    mark: str = turns.MARK
    path: Path = Path("tests/test_cards.py")
    file: str = "tests/test_cards.py"

    @property
    def nodeid(self) -> str:
        return f"{self.file}::test_a_card[{self.card}-en]"

    def get_closest_marker(self, name: str) -> bool:
        return name == self.mark


@pytest.fixture(autouse=True)
def changed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(turns, "names_changed", lambda: frozenset({"card-7", "tests"}))
    yield
    turns.tries_a_change.cache_clear()  # later files collected in this process must not see this change


def cards_left(monkeypatch: pytest.MonkeyPatch, commit: int, items: list[Item], one_of: int = 5) -> set[str]:
    """Return the cards deferred to a later commit."""
    monkeypatch.setattr(turns, "_last_commit", lambda: str(commit))
    left = turns.left_for_another_turn(cast("list[pytest.Item]", items), one_of)
    return {cast("Item", item).card for item in left}


@pytest.mark.parametrize(("one_of", "some"), [(5, 5), (3, 8), (1, 23)])
def test_a_part_of_the_cards_and_every_changed_card_are_run(
    monkeypatch: pytest.MonkeyPatch, one_of: int, some: int
) -> None:
    for commit in range(20):
        run = set(CARDS) - cards_left(monkeypatch, commit, [Item(card) for card in CARDS], one_of)
        assert len(run - {"card-7"}) in (some - 1, some)
        assert "card-7" in run


def test_each_card_has_its_turn_within_sixty_commits(monkeypatch: pytest.MonkeyPatch) -> None:
    always_left = set(CARDS)
    for commit in range(60):
        always_left &= cards_left(monkeypatch, commit, [Item(card) for card in CARDS])
    assert always_left == set()


def test_at_least_one_marked_test_and_every_unmarked_test_are_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(cards_left(monkeypatch, 1, [Item("a"), Item("b")])) == 1
    assert cards_left(monkeypatch, 1, [Item(card, mark="full") for card in CARDS]) == set()


def test_all_of_a_changed_file_of_tests_are_run(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cards_left(monkeypatch, 1, [Item(card, path=Path("tests/card-7")) for card in CARDS]) == set()


def dear_left(monkeypatch: pytest.MonkeyPatch, commit: int, file: str, *changed: str) -> int:
    """Return the number of 100 slow tests deferred after a commit that changed these modules."""
    monkeypatch.setattr(turns, "_last_commit", lambda: str(commit))
    monkeypatch.setattr(turns, "dear", lambda: frozenset({f"{file}::test_a_card"}))
    monkeypatch.setattr(turns, "modules_changed", lambda: frozenset(tuple(module.split(".")) for module in changed))
    turns.tries_a_change.cache_clear()
    items = [Item(f"card_{number}", path=turns.ROOT / file, file=file) for number in range(100)]
    return len(turns.dear_left_for_another_turn(cast("list[pytest.Item]", items)))


def test_slow_tests_are_deferred_to_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    file = "tests/trail/test_ways_up.py"
    assert 65 < dear_left(monkeypatch, 1, file) < 95
    assert dear_left(monkeypatch, 1, file, "service.store.dependents") == dear_left(monkeypatch, 1, file)


@pytest.mark.parametrize("changed", ["rules.trail.no_such_module", "tests.support.tiers", "rules.contracts.numbers"])
def test_slow_tests_next_to_a_changed_module_or_importing_a_changed_module_are_run(
    monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    assert dear_left(monkeypatch, 1, "tests/trail/test_ways_up.py", changed) == 0


def test_every_listed_slow_test_exists() -> None:
    for name in turns.dear():
        file, *_, function = name.split("::")
        assert f"def {function}(" in (turns.ROOT / file).read_text(encoding="utf-8"), (
            f"{name} is not there any more: take it out of tests/support/dear.txt"
        )


def test_about_a_seventh_of_the_names_has_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_last_commit", lambda: "1")
    assert 100 < sum(turns.has_turn(f"card-1 rules.en.feature {line}", 7) for line in range(1000)) < 190
    assert all(turns.has_turn(f"card-7 rules.en.feature {line}", 7) for line in range(10))
