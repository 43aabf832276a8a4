"""Log witness: cosigned growth, alarms for forks, rollbacks and unsigned checkpoints, and a verified mirror."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from rules.contracts.errors import TrailError
from service.proofs.log_handlers import ForkError, Witness, mirror
from service.transparency.checkpoints import Checkpoint, read_note
from service.transparency.log_trust import read_log_trust
from tests.support.logged import SEEN, WITNESS, Logged

A_DAY = 24 * 60 * 60


@dataclass
class Source:
    """The log of a store as a witness sees it."""

    logged: Logged
    handed_over: list[str] = field(default_factory=list)

    def checkpoint(self) -> str:
        self.logged.store.integrate_log()
        note = self.logged.store.log.note()
        assert note is not None
        return note.text

    def consistency(self, first: int, second: int) -> Sequence[bytes]:
        return self.logged.store.log.consistency(first, second)

    def hand_over(self, note: str) -> None:
        self.handed_over.append(note)


@dataclass
class Replayed(Source):
    """A log that shows an earlier checkpoint again."""

    note: str = ""

    def checkpoint(self) -> str:
        return self.note


@pytest.fixture(scope="module")
def logged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Logged]:
    environment = Logged(tmp_path_factory.mktemp("logged"))
    yield environment
    environment.close()


@pytest.fixture
def witness(logged: Logged, tmp_path: Path) -> Witness:
    return Witness(WITNESS, logged.witness, tmp_path, read_log_trust(logged.trust))


def test_the_witness_cosigns_a_growing_log_after_a_day_of_absence(logged: Logged, witness: Witness) -> None:
    source = Source(logged)
    first = witness.look(source, SEEN)
    for _ in range(7):
        logged.evaluate()
    second = witness.look(source, SEEN + A_DAY)
    assert second.checkpoint.size == first.checkpoint.size + 7
    assert witness.trust.cosigned(read_note(source.handed_over[-1])) == {WITNESS: SEEN + A_DAY}
    assert witness.look(source, SEEN + 2 * A_DAY).checkpoint == second.checkpoint  # nothing new


def test_the_witness_refuses_a_forked_log_and_raises_an_alarm(
    logged: Logged, witness: Witness, tmp_path_factory: pytest.TempPathFactory
) -> None:
    logged.evaluate()
    witness.look(Source(logged), SEEN)
    other = Logged(tmp_path_factory.mktemp("other"))
    other.keeper = type(other.keeper)(other.keeper.origin, logged.key)
    other.store.close()
    try:
        other.store = type(other.store)(other.url, log_identity=other.keeper)
        for _ in range(20):
            other.evaluate()
        source = Source(other)
        with pytest.raises(ForkError, match=r"ALARM: earlier entries of the log .* were changed or are missing"):
            witness.look(source, SEEN)
        assert source.handed_over == []
        with pytest.raises(
            ForkError, match="an earlier run found that entries of the log"
        ):  # also the first history until the alarm is resolved
            witness.look(Source(logged), SEEN)
    finally:
        other.close()
    (alarm,) = witness.folder.glob("*.alarm")
    assert alarm.read_text("utf-8").count("example.org/log\n") == 2


def test_the_witness_refuses_an_earlier_checkpoint_and_another_root(logged: Logged, witness: Witness) -> None:
    source = Source(logged)
    before = source.checkpoint()
    logged.evaluate()
    witness.look(source, SEEN)
    with pytest.raises(ForkError):
        witness.look(Replayed(logged, note=before), SEEN)


def test_the_witness_refuses_a_checkpoint_not_signed_by_the_log(
    logged: Logged, witness: Witness, tmp_path: Path
) -> None:
    note = read_note(Source(logged).checkpoint())
    forged = Checkpoint(note.checkpoint.origin, note.checkpoint.size + 1, note.checkpoint.root)
    for text, said in (
        (forged.body + "\n", "no signature of the log example.org/log: the server had no log key"),
        (note.text.replace(note.checkpoint.body, forged.body), "not signed with a key"),
    ):
        with pytest.raises(TrailError, match=said):
            witness.look(Replayed(logged, note=text), SEEN)
    stranger = note.text.replace("example.org/log", "example.org/other")
    with pytest.raises(TrailError, match="The trust file does not contain the log"):
        witness.look(Replayed(logged, note=stranger), SEEN)
    assert not list(tmp_path.glob("*.checkpoint"))


def test_a_mirror_matches_its_checkpoint(logged: Logged, tmp_path: Path) -> None:
    log, note = logged.store.log, Source(logged).checkpoint()
    size = mirror(tmp_path, note, log.entries)
    assert (tmp_path / "checkpoint").read_text("utf-8") == note
    assert (tmp_path / "tile" / "0" / f"000.p/{size}").stat().st_size == 32 * size
    entry = log.entries(0, 1)[0]
    assert (tmp_path / "tile" / "entries" / f"000.p/{size}").read_bytes()[2 : 2 + len(entry)] == entry
    assert mirror(tmp_path, note, lambda *_: []) == size  # nothing is fetched again

    def other(first: int, count: int) -> list[bytes]:
        return [b"x", *log.entries(first, count)[1:]]

    with pytest.raises(TrailError, match="The copied log entries do not match the checkpoint of"):
        mirror(tmp_path / "other", note, other)
    with pytest.raises(TrailError, match="did not return log entry 0"):
        mirror(tmp_path / "third", note, lambda *_: [])
    assert not (tmp_path / "other" / "checkpoint").exists()
