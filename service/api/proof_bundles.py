"""Proof bundle builder: whole record or selected steps, decisions, log proofs, time stamps and tables."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rules.contracts import (
    ErasedRecord,
    InputError,
    TrailError,
    Violation,
    WrittenRecord,
    canonical_bytes,
    message_factory,
)
from rules.model import PublishedVersion, file_stems, published_bytes
from rules.trail import CONCLUSION_STEP, prove_inclusion, to_erasable_record
from service.base.refusals import Reason, Refusal
from service.base.resource_names import check_evaluation_name
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.input.given_files import read_published_file
from service.output.bundles import (
    Bundle,
    BundledCase,
    BundledTable,
    BundledTimeStamp,
    BundledVersion,
    DisclosedRecord,
    DisclosedStep,
    LogLeafProof,
    encode_hashes,
)
from service.output.erasure_notices import evaluation_erased_refusal
from service.store.campaigns import disposition_name
from service.store.log_sequencer import LogIdentity
from service.store.stored_records import restore_record_or_remains
from service.store.tables import EvaluationRow
from service.transparency.checkpoints import SignedNote
from service.transparency.gazette_leaves import approvals_of, publication_leaf, sidecar_of
from service.transparency.leaves import CASE_STEP, DISPOSITION, EVALUATION, PUBLICATION, sort_findings

if TYPE_CHECKING:
    from service.configuration.settings import Settings
    from service.store.log_sequencer import LoggedLeaf
    from service.store.store import Store

_message = message_factory(__name__)


def keeper_of(settings: Settings) -> LogIdentity:
    """Return the identity of the configured log, with its key if set; raise InputError if the key is unusable."""
    if settings.log_key is None:
        return LogIdentity(settings.log_origin)
    from service.approval.signing_keys import read_signing_key  # noqa: PLC0415 -- cryptography is slow to load

    return LogIdentity(settings.log_origin, read_signing_key(settings.log_key))


@dataclass(frozen=True, slots=True)
class BundleMaker:
    """Builds bundles from a store and its gazette, signed with the identity of the log."""

    store: Store
    gazette: Gazette
    log_identity: LogIdentity

    def bundle(self, name: str, *, shown: Sequence[str] | None = None, names_others: bool = False) -> Bundle:
        """Return the bundle with the conclusion and the steps `shown`, or with the whole record if that is None.

        With `names_others` findings name evaluations of other organisations.
        """
        row, evaluation_leaf = self._logged_evaluation(name)
        written, erasures = restore_record_or_remains(row.record, row.record_key), self.store.erasing.of(name)
        decisions, cases = self._decisions(name), self._cases(name)
        case_leaves = [leaf for _, *leaves in cases for leaf in leaves]
        version = self.gazette.made_by(row.scorecard_version, written.head.rule_digest)
        if not self.gazette.holds(version):
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("OWN_CARD", version=version.name))
        published = self._published(version)
        self.store.integrate_log()
        leaves = (evaluation_leaf, published, *erasures, *decisions, *case_leaves)
        note = self._checkpoint_note(max(leaf.position for leaf in leaves) + 1)

        def proofs(some_leaves: Iterable[LoggedLeaf]) -> list[LogLeafProof]:
            return [LogLeafProof(**self._leaf_proof(leaf, note)) for leaf in some_leaves]

        approvals = approvals_of(self.gazette, version)
        return Bundle(
            evaluation=LogLeafProof(**self._leaf_proof(evaluation_leaf, note)),
            checkpoint=note.text,
            signature=self._signature(evaluation_leaf),
            version=BundledVersion(
                **self._leaf_proof(published, note),
                content=published_bytes(version.scorecard, version.sources).decode(),
                sidecar=sidecar_of(self.gazette, version).decode(),
                approvals=None if approvals is None else approvals.decode(),
            ),
            erasures=proofs(erasures) or None,
            decisions=proofs(decisions) or None,
            cases=[
                BundledCase(concluded=proofs([concluded])[0], content=content, steps=proofs(steps))
                for content, concluded, *steps in cases
            ]
            or None,
            time_stamps=self._time_stamps(evaluation_leaf) or None,
            **self._record(row, written, shown, names_others=names_others),
        )

    def _logged_evaluation(self, name: str) -> tuple[EvaluationRow, LoggedLeaf]:
        check_evaluation_name(name, field="name")
        row, leaf = self.store.find(name), self.store.log.leaf(EVALUATION, name)
        if row is None and (erased := self.store.erasing.full_erasure(name)) is not None:
            raise evaluation_erased_refusal(erased)
        if row is None or leaf is None:
            raise Refusal(Reason.EVALUATION_NOT_FOUND, _message("NOT_NOTED", name=name))
        return row, leaf

    def _record(
        self,
        row: EvaluationRow,
        written: WrittenRecord | ErasedRecord,
        shown: Sequence[str] | None,
        *,
        names_others: bool,
    ) -> Mapping[str, Any]:
        if isinstance(written, ErasedRecord):
            return {"shown": _disclose_steps(written, tuple(written.results_by_step) if shown is None else shown)}
        if shown is not None:
            return {"shown": _disclose_steps(to_erasable_record(written, row.record_key), shown)}
        findings = sort_findings(json.loads(row.archive_findings), names_others=names_others)
        return {
            "record": written.content.decode(),
            "record_key": base64.b64encode(row.record_key).decode(),
            "archive_findings": findings,
            "tables": self._tables(written),
        }

    def _decisions(self, name: str) -> list[LoggedLeaf]:
        leaves = []
        for decision_name in map(disposition_name, self.store.campaigns.decisions_on(name)):
            leaf = self.store.log.leaf(DISPOSITION, decision_name)
            if leaf is None:
                raise TrailError(_message("NOT_NOTED", name=decision_name))
            leaves.append(leaf)
        return leaves

    def _cases(self, name: str) -> list[tuple[Any, ...]]:
        return [
            (
                canonical_bytes(json.loads(case_row.content)).decode(),
                *(self._step(case_row.case, number) for number in (case_row.concluded, *case_row.steps)),
            )
            for case_row in self.store.campaigns.case_steps_on(name)
        ]

    def _step(self, case: str, number: int) -> LoggedLeaf:
        leaf = self.store.log.leaf(CASE_STEP, f"{case}/steps/{number}")
        if leaf is None:
            raise TrailError(_message("NOT_NOTED", name=f"{case}/steps/{number}"))
        return leaf

    def _published(self, version: PublishedVersion) -> LoggedLeaf:
        leaf = publication_leaf(version, sidecar_of(self.gazette, version))
        self.store.log.add_new([leaf])
        logged_leaf = self.store.log.leaf(PUBLICATION, leaf.name)
        if logged_leaf is None:
            raise TrailError(_message("NOT_NOTED", name=version.name))
        return logged_leaf

    def _checkpoint_note(self, minimum_size: int) -> SignedNote:
        note = self.store.log.cosigned_note(minimum_size) or self.store.log.note()
        if note is None or note.checkpoint.size < minimum_size:
            raise TrailError(_message("TAIL_CUT", size=minimum_size))
        return note

    def _leaf_proof(self, logged_leaf: LoggedLeaf, note: SignedNote) -> Mapping[str, Any]:
        proof = self.store.log.inclusion(logged_leaf.position, note.checkpoint.size)
        return {
            "leaf": logged_leaf.leaf.document.decode(),
            "position": logged_leaf.position,
            "beside": encode_hashes(proof.siblings),
        }

    def _time_stamps(self, logged_leaf: LoggedLeaf) -> list[BundledTimeStamp]:
        time_stamps = []
        for stamp in self.store.time_stamps.first_reaching(logged_leaf.position + 1):
            note = self.store.log.note(stamp.size)
            if note is None:
                raise TrailError(_message("TAIL_CUT", size=stamp.size))
            time_stamps.append(
                BundledTimeStamp(
                    authority=stamp.authority,
                    checkpoint=note.checkpoint.body,
                    beside=encode_hashes(self.store.log.inclusion(logged_leaf.position, stamp.size).siblings),
                    token=base64.b64encode(stamp.token).decode(),
                )
            )
        return time_stamps

    def _signature(self, logged_leaf: LoggedLeaf) -> dict[str, Any] | None:
        if self.log_identity.key is None:
            return None
        from service.transparency.log_signatures import attest  # noqa: PLC0415 -- cryptography is slow to load

        return dict(attest(logged_leaf.leaf, logged_leaf.position, self.log_identity.origin, self.log_identity.key))

    def _tables(self, written: WrittenRecord) -> list[BundledTable]:
        table_store = TableStore(self.gazette.folder / FOLDER)
        tables = []
        for use in written.head.tables:
            rows, manifest = file_stems(table_store.table(use.name, use.edition))
            tables.append(
                BundledTable(
                    manifest=read_published_file(table_store.folder / f"{manifest}.json").decode(),
                    rows=read_published_file(table_store.folder / f"{rows}.csv").decode(),
                )
            )
        return tables


def _disclose_steps(record: ErasedRecord, ids: Sequence[str]) -> DisclosedRecord:
    entries = zip(record.results_by_step, record.positions, record.steps, record.salts, strict=True)
    entries_by_id = {name: (position, step, salt) for name, position, step, salt in entries}
    unknown = [step_id for step_id in ids if step_id not in entries_by_id]
    if unknown:
        raise InputError(
            tuple(
                Violation("shown_step_ids", _message("NO_SUCH_STEP", step=step_id[:80]), "UNKNOWN")
                for step_id in unknown
            )
        )
    chosen = sorted({entries_by_id[CONCLUSION_STEP], *(entries_by_id[step_id] for step_id in ids)})
    return DisclosedRecord(
        head=record.head.written().decode(),
        steps=[
            DisclosedStep(
                place=position,
                step=step.decode(),
                salt=base64.b64encode(salt).decode(),
                beside=encode_hashes(prove_inclusion(record.commitments, position).siblings),
            )
            for position, step, salt in chosen
        ],
    )
