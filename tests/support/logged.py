"""A store with a signed log in a folder of its own, evaluations in it, and a trust file that knows it."""

import json
import sqlite3
import uuid
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rules.contracts.inputs import DeclaredValue
from service.api.proof_bundles import BundleMaker
from service.approval.signing_keys import public_half
from service.base.instants import now
from service.base.resource_names import new_evaluation_name
from service.evaluating.evaluators import Evaluators, new_record_key
from service.gazette.publication import write_version
from service.gazette.versions import CardResolver, Gazette
from service.identity.principals import LOCAL
from service.output.bundles import Bundle
from service.output.evaluation_row import to_evaluation_row
from service.proofs.log_service import append_publications
from service.store.log_sequencer import LogIdentity
from service.store.record_dictionaries import dictionary_of
from service.store.serial_use import usages_of
from service.store.store import Store
from service.store.tables import EvaluationRow
from service.store.use_index import pack_uses
from service.transparency.checkpoints import SignedNote
from service.transparency.log_signatures import cosign
from tests.support.small_card import small_card, small_subject

ORIGIN = "example.org/log"
WITNESS = "witness.example"
SEEN = 1_764_000_000
"""Time of the test witness's cosignatures, in Unix seconds."""


class Logged:
    """Store with a signed log for tests; `key` signs for the log and `witness` cosigns."""

    def __init__(self, folder: Path, url: str = "") -> None:
        self.folder = folder
        write_version(folder / "gazette", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
        self.gazette = Gazette(folder / "gazette")
        self.key, self.witness = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        self.keeper = LogIdentity(ORIGIN, self.key)
        self.url = url or f"sqlite:///{folder}/store.sqlite3"
        self.store = Store(self.url, log_identity=self.keeper, cards=CardResolver(self.gazette))
        append_publications(self.store, self.gazette, self.keeper)
        self.trust = folder / "trust.json"
        self.write_trust()
        self._evaluators = Evaluators.for_gazette(self.gazette)

    @property
    def bundling(self) -> BundleMaker:
        return BundleMaker(self.store, self.gazette, self.keeper)

    def close(self) -> None:
        self._evaluators.close()
        self.store.close()

    def write_trust(self, *, needed: int = 1, log: dict[str, Any] | None = None, **more: Any) -> None:
        plain = {
            "logs": {ORIGIN: {"keys": [{"public": public_half(self.key), **(log or {})}]}},
            "witnesses": {WITNESS: {"keys": [{"public": public_half(self.witness), "first_day": "2025-01-01"}]}},
            "witnesses_needed": needed,
            **more,
        }
        self.trust.write_text(json.dumps(plain), encoding="utf-8")

    def evaluate(
        self, *, organization: str = "a", subject: str = "b", time: str = "", **changes: DeclaredValue | None
    ) -> EvaluationRow:
        """Evaluate a subject, and store it, perhaps by a clock that shows another time."""
        declared_subject = small_subject(**changes).model_copy(
            update={"subject": f"organizations/{organization}/subjects/{subject}", "known": "2026-03-01T12:00:00Z"}
        )
        version, key = self.gazette.newest("small-factory"), new_record_key()
        recorded = self._evaluators.evaluate(version, declared_subject, key)
        dictionary = dictionary_of(self._evaluators.reference_content(version))
        name = new_evaluation_name(organization)
        row = to_evaluation_row(
            recorded,
            name=name,
            organization=organization,
            request_id=str(uuid.uuid4()),
            body_digest="ab" * 32,
            create_time=time or now(),
            record_key=key,
            software_versions={"touchstone": "0.1.0"},
            principal=LOCAL,
            dictionary=dictionary,
        )
        uses = pack_uses(usages_of(recorded.evaluation, version.scorecard))
        stored = b"" if dictionary is None else dictionary.stored
        return self.store.append(row, uses, dictionary=stored).result(timeout=30)

    def cosigned(self) -> SignedNote:
        """Cosign the newest checkpoint as the witness, and return the cosigned note."""
        self.store.integrate_log()
        note = self.store.log.note()
        assert note is not None
        self.store.log.add_cosignature(note.checkpoint.size, cosign(note.checkpoint, WITNESS, self.witness, SEEN))
        cosigned_note = self.store.log.note()
        assert cosigned_note is not None
        return cosigned_note

    def bundle(self, row: EvaluationRow, **how: Any) -> Bundle:
        """Make a bundle of an evaluation under a cosigned checkpoint."""
        self.cosigned()
        return self.bundling.bundle(row.name, **how)


def alter(connection: sqlite3.Connection, statement: str, *values: object) -> None:
    """Run a statement behind the back of the triggers."""
    guards = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"))
    for name in guards:
        connection.execute(f"DROP TRIGGER {name}")
    connection.execute(statement, values)
    for guard in guards.values():
        connection.execute(guard)
