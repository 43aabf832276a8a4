"""Log with two histories, each shown to one witness: no history has both cosignatures; a comparison proves it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rules.trail.verify import CheckResult
from service.approval.signing_keys import public_half
from service.output.log_checks import LogChecker as LogChecks
from service.proofs.bundle_verification import check_bundle
from service.proofs.log_handlers import ForkError, Witness
from service.transparency.checkpoints import read_note
from service.transparency.log_trust import read_log_trust
from tests.service.proofs.test_witness import Replayed, Source
from tests.support.logged import SEEN, WITNESS, Logged

SECOND = "second.example"


class Handing(Source):
    """A log that keeps the cosignatures that it is given."""

    def hand_over(self, note: str) -> None:
        signed_note = read_note(note)
        for signature in signed_note.signatures:
            if signature.name in (WITNESS, SECOND):
                self.logged.store.log.add_cosignature(signed_note.checkpoint.size, signature)


@pytest.fixture
def histories(tmp_path: Path) -> Iterator[tuple[Logged, Logged]]:
    """Stores with the same log origin and key, as a dishonest operator would show to different parties."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    history, other = Logged(tmp_path / "one"), Logged(tmp_path / "other")
    other.store.close()
    other.key, other.keeper = history.key, type(other.keeper)(other.keeper.origin, history.key)
    other.store = type(other.store)(other.url, log_identity=other.keeper)
    yield history, other
    history.close()
    other.close()


@pytest.mark.full
def test_neither_of_two_histories_has_both_cosignatures_and_a_comparison_proves_the_fork(
    histories: tuple[Logged, Logged], tmp_path: Path
) -> None:
    history, other = histories
    second = Ed25519PrivateKey.generate()
    witnesses = {
        name: {"keys": [{"public": public_half(key), "first_day": "2025-01-01"}]}
        for name, key in ((WITNESS, history.witness), (SECOND, second))
    }
    history.write_trust(needed=2, witnesses=witnesses)
    trust = read_log_trust(history.trust)
    shown = {}
    for logged, name, key in ((history, WITNESS, history.witness), (other, SECOND, second)):
        row = logged.evaluate(status=None) if logged is other else logged.evaluate()
        for _ in range(3):
            logged.evaluate()
        (tmp_path / name).mkdir()
        Witness(name, key, tmp_path / name, trust).look(Handing(logged), SEEN)  # each witness accepts its history
        shown[name] = logged.store.log.note()
        bundle = logged.bundling.bundle(row.name)
        failed = {check.name for check in check_bundle(bundle, history.trust) if check.result is CheckResult.FAILED}
        assert failed == {"witnesses"}  # the log signature and one cosignature, but two cosignatures are required
    theirs = shown[SECOND]
    assert theirs is not None
    with pytest.raises(ForkError, match="ALARM"):
        Witness(WITNESS, history.witness, tmp_path / WITNESS, trust).look(Replayed(history, note=theirs.text), SEEN)
    (alarm,) = (tmp_path / WITNESS).glob("*.alarm")
    assert alarm.read_text("utf-8").count("example.org/log\n") == 2  # both signed, and so both proved


def test_an_evaluation_under_another_name_passes_no_log_check(histories: tuple[Logged, Logged]) -> None:
    logged, _ = histories
    row = logged.evaluate()
    renamed = row.model_copy(update={"name": f"{row.name[:-1]}{'0' if row.name[-1] != '0' else '1'}"})
    checks = LogChecks(logged.store).of_stored(renamed.name, renamed)
    assert CheckResult.PASSED not in {check.result for check in checks}
