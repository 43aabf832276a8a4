"""LogService RPCs, and opening of the store with its log."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rules.contracts import InputError, TrailError, error_message, message_factory
from service.api.proof_bundles import BundleMaker, keeper_of
from service.api.service_dependencies import ServiceContext, answers_in_threads, require_store
from service.base import logs
from service.base.instants import to_timestamp
from service.base.paging import read_page_size
from service.base.refusals import Reason, Refusal
from service.base.resource_names import check_evaluation_name
from service.configuration.settings import Settings
from service.gazette.versions import CardResolver, Gazette
from service.identity.principals import knows_others
from service.store.log_sequencer import Log, LogIdentity
from service.store.store import Store
from service.transparency.checkpoints import SignedNote, read_note
from service.transparency.gazette_leaves import key_leaf, leaves_of
from service.transparency.leaves import EVALUATION
from service.transparency.time_stamps import TimeStamp
from touchstone.v1 import log_service_pb2


def check_trust(settings: Settings) -> None:
    """Raise InputError if the configured trust file is invalid or does not list the environment."""
    if settings.trust is not None:
        from service.approval.approval_trust import read_rule_trust  # noqa: PLC0415 -- cryptography is slow to load
        from service.transparency.log_trust import read_log_trust  # noqa: PLC0415 -- cryptography is slow to load

        read_log_trust(settings.trust)
        read_rule_trust(settings.trust, settings.environment)


def open_store(settings: Settings, gazette: Gazette) -> Store:
    """Open the store and add unlogged publications to its log.

    Raises:
        InputError: If the log key is unusable.
        Refusal: If the store is not writable now.
        StoreError: If the store cannot be opened.
        TrailError: If the gazette or log is corrupt.
    """
    log_identity = keeper_of(settings)
    store = Store(
        settings.database_url,
        wait_milliseconds=settings.database_wait_milliseconds,
        log_identity=log_identity,
        cards=CardResolver(gazette),
    )
    try:
        append_publications(store, gazette, log_identity)
    except Exception:
        store.close()
        raise
    return store


def add(parts: ServiceContext) -> None:
    """Register the LogService methods."""
    settings = parts.settings
    proving = ProofProvider(BundleMaker(require_store(parts), parts.gazette, keeper_of(settings)), settings.trust)
    methods = answers_in_threads(
        parts.limiters.reading,
        {
            "GetCheckpoint": proving.checkpoint,
            "GetInclusionProof": proving.inclusion,
            "GetConsistencyProof": proving.consistency,
            "ListLogEntries": proving.entries,
            "CosignCheckpoint": proving.cosign,
            "StampCheckpoint": proving.stamp,
            "GetProofBundle": proving.bundle,
        },
    )
    parts.answer(_SERVICE, methods)


def append_publications(store: Store, gazette: Gazette, log_identity: LogIdentity) -> None:
    """Add unlogged publications and the signing key to the log.

    Raises:
        Refusal: If the store is not writable now.
        TrailError: If the gazette or log is corrupt.
    """
    leaves = list(leaves_of(gazette))
    if log_identity.key is not None:
        from service.approval.signing_keys import key_id, public_half  # noqa: PLC0415 -- cryptography is slow to load

        public = public_half(log_identity.key)
        leaves.append(key_leaf(public, f"{log_identity.origin}/{key_id(public)}"))
    store.log.add_new(leaves)
    store.integrate_log()


def try_append_publications(store: Store, gazette: Gazette, log_identity: LogIdentity) -> bool:
    """Add publications to the log; return False if the next start must retry."""
    try:
        append_publications(store, gazette, log_identity)
    except (Refusal, TrailError) as error:
        logs.error("published_not_noted", until="the next start", problem=error_message(error)[:400])
        return False
    return True


_message = message_factory(__name__)

_SERVICE = log_service_pb2.DESCRIPTOR.services_by_name["LogService"]


@dataclass(frozen=True, slots=True)
class ProofProvider:
    """Provider of proofs, with the trust file for witnesses and authorities."""

    bundling: BundleMaker
    trust: Path | None

    @property
    def _log(self) -> Log:
        return self.bundling.store.log

    def checkpoint(self, request: log_service_pb2.GetCheckpointRequest) -> log_service_pb2.Checkpoint:
        if not request.time_stamped:
            return self._checkpoint_message(self._note(request.tree_size))
        if request.tree_size:
            raise InputError.of("tree_size", _message("SIZE_AND_STAMPED"), "WRONG_VALUE")
        newest = self.bundling.store.time_stamps.newest()
        if newest is None:
            raise Refusal(Reason.CHECKPOINT_NOT_FOUND, _message("NOT_STAMPED"))
        return self._checkpoint_message(self._note(newest.size))

    def inclusion(self, request: log_service_pb2.GetInclusionProofRequest) -> log_service_pb2.InclusionProof:
        check_evaluation_name(request.name, field="name")
        noted = self._log.leaf(EVALUATION, request.name)
        if noted is None:
            raise Refusal(Reason.EVALUATION_NOT_FOUND, _message("NOT_NOTED", name=request.name))
        if not request.tree_size:
            self.bundling.store.integrate_log()
        note = self._note(request.tree_size)
        size = note.checkpoint.size
        if size <= noted.position:
            message = _message("OLDER_CHECKPOINT", size=size, position=noted.position)
            raise InputError.of("tree_size", message, "WRONG_VALUE")
        return log_service_pb2.InclusionProof(
            position=noted.position,
            leaf_json=noted.leaf.document.decode(),
            hashes=self._log.inclusion(noted.position, size).siblings,
            checkpoint=self._checkpoint_message(note),
        )

    def consistency(self, request: log_service_pb2.GetConsistencyProofRequest) -> log_service_pb2.ConsistencyProof:
        size = self._note(0).checkpoint.size
        first, second = request.first_tree_size, request.second_tree_size
        if not 0 <= first <= second <= size:
            message = _message("SIZES", first=first, second=second, size=size)
            raise InputError.of("first_tree_size", message, "WRONG_VALUE")
        return log_service_pb2.ConsistencyProof(hashes=self._log.consistency(first, second))

    def entries(self, request: log_service_pb2.ListLogEntriesRequest) -> log_service_pb2.ListLogEntriesResponse:
        if request.first_position < 0:
            raise InputError.of("first_position", _message("POSITION"), "WRONG_VALUE")
        count = read_page_size(request.page_size)
        return log_service_pb2.ListLogEntriesResponse(entries=self._log.entries(request.first_position, count))

    def cosign(self, request: log_service_pb2.CosignCheckpointRequest) -> log_service_pb2.Checkpoint:
        if self.trust is None:
            raise Refusal(Reason.NO_WITNESSES, _message("NO_TRUST"))
        from service.transparency.log_trust import read_log_trust  # noqa: PLC0415 -- cryptography is slow to load, and seldom needed

        trust = read_log_trust(self.trust)
        if not trust.witnesses:
            raise Refusal(Reason.NO_WITNESSES, _message("NO_TRUST"))
        try:
            note = read_note(request.note)
        except TrailError as error:
            raise InputError.of("note", error_message(error), "MALFORMED") from None
        own = self._log.note(note.checkpoint.size)
        if own is None or own.checkpoint != note.checkpoint:
            raise InputError.of("note", _message("OTHER_CHECKPOINT"), "WRONG_VALUE")
        cosignatures = [cosignature for cosignature, _ in trust.cosignatures(note)]
        if not cosignatures:
            raise InputError.of("note", _message("NOT_COSIGNED", known=sorted(trust.witnesses)), "WRONG_VALUE")
        for signature in cosignatures:
            self._log.add_cosignature(note.checkpoint.size, signature)
        return self._checkpoint_message(self._note(note.checkpoint.size))

    def stamp(self, request: log_service_pb2.StampCheckpointRequest) -> log_service_pb2.Checkpoint:
        if self.trust is None:
            raise Refusal(Reason.NO_AUTHORITIES, _message("NO_AUTHORITY_NAMED"))
        from service.transparency.log_trust import read_log_trust  # noqa: PLC0415 -- cryptography is slow to load, and seldom needed

        trust = read_log_trust(self.trust)
        if not trust.authorities:
            raise Refusal(Reason.NO_AUTHORITIES, _message("NO_AUTHORITY_NAMED"))
        note = self._note(request.tree_size)
        try:
            authority, time = trust.stamped(request.token, note.checkpoint)
        except TrailError as error:
            raise InputError.of("token", error_message(error), "WRONG_VALUE") from None
        self.bundling.store.time_stamps.add(TimeStamp(note.checkpoint.size, authority, time, request.token))
        return self._checkpoint_message(note)

    def bundle(self, request: log_service_pb2.GetProofBundleRequest) -> log_service_pb2.ProofBundle:
        shown = list(request.shown_step_ids) if request.shown_step_ids or request.conclusion_only else None
        proof_bundle = self.bundling.bundle(request.name, shown=shown, names_others=knows_others())
        return log_service_pb2.ProofBundle(content=proof_bundle.written())

    def _checkpoint_message(self, note: SignedNote) -> log_service_pb2.Checkpoint:
        checkpoint = note.checkpoint
        stamps = [
            log_service_pb2.TimeStamp(authority=stamp.authority, stamp_time=to_timestamp(stamp.time), token=stamp.token)
            for stamp in self.bundling.store.time_stamps.of(checkpoint.size)
        ]
        return log_service_pb2.Checkpoint(
            origin=checkpoint.origin,
            tree_size=checkpoint.size,
            root_hash=checkpoint.root,
            note=note.text,
            time_stamps=stamps,
        )

    def _note(self, size: int) -> SignedNote:
        note = self._log.note(size or None)
        if note is None:
            raise Refusal(Reason.CHECKPOINT_NOT_FOUND, _message("NO_SUCH_CHECKPOINT", size=size))
        return note
