"""Proof bundle builder: whole record or selected steps, decisions, log proofs, time stamps and tables."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
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
from service.transparency.gazette_leaves import publication_leaf, sidecar_of
from service.transparency.leaves import CASE_STEP, DISPOSITION, EVALUATION, PUBLICATION, sort_findings

if TYPE_CHECKING:
    from service.configuration.settings import Settings
    from service.store.log_queries import LoggedLeaf
    from service.store.store import Store

_say = message_factory(__name__)


def keeper_of(settings: Settings) -> LogIdentity:
    """Say who keeps the log, as it is set up.

    Raises:
        InputError: the key of the log cannot be used.
    """
    if settings.log_key is None:
        return LogIdentity(settings.log_origin)
    from service.approval.signing_keys import read_signing_key  # noqa: PLC0415 -- cryptography is slow to load

    return LogIdentity(settings.log_origin, read_signing_key(settings.log_key))


@dataclass(frozen=True, slots=True)
class BundleMaker:
    """Makes bundles of what a store and its gazette hold, signed by the keeper of its log."""

    store: Store
    gazette: Gazette
    log_identity: LogIdentity

    def bundle(self, name: str, *, shown: Sequence[str] | None = None, names_others: bool = False) -> Bundle:
        """Make the bundle of an evaluation; `shown` are the ids of the steps to be shown, all if there are none.

        With `names_others` it says whose evaluations of other organisations used a number.
        """
        check_evaluation_name(name, field="name")
        row, noted = self.store.find(name), self.store.log.leaf(EVALUATION, name)
        if row is None and (erased := self.store.erasing.full_erasure(name)) is not None:
            raise evaluation_erased_refusal(erased)
        if row is None or noted is None:
            raise Refusal(Reason.EVALUATION_NOT_FOUND, _say("NOT_NOTED", name=name))
        written, erasures = restore_record_or_remains(row.record, row.record_key), self.store.erasing.of(name)
        decisions, cases = self._decisions(name), self._cases(name)
        followed = [leaf for _, *leaves in cases for leaf in leaves]
        version = self.gazette.made_by(row.scorecard_version, written.head.rule_digest)
        if not self.gazette.holds(version):
            raise Refusal(Reason.STEP_NOT_ALLOWED, _say("OWN_CARD", version=version.name))
        published = self._published(version)
        self.store.integrate_log()
        note = self._note(
            max(logged_leaf.position for logged_leaf in (noted, published, *erasures, *decisions, *followed)) + 1
        )
        return Bundle(
            evaluation=LogLeafProof(**self._leaf_proof(noted, note)),
            checkpoint=note.text,
            signature=self._signature(noted),
            version=BundledVersion(
                **self._leaf_proof(published, note),
                content=published_bytes(version.scorecard, version.sources).decode(),
                sidecar=sidecar_of(self.gazette, version).decode(),
            ),
            erasures=[LogLeafProof(**self._leaf_proof(erasure, note)) for erasure in erasures] or None,
            decisions=[LogLeafProof(**self._leaf_proof(decision, note)) for decision in decisions] or None,
            cases=[
                BundledCase(
                    concluded=LogLeafProof(**self._leaf_proof(concluded, note)),
                    content=content,
                    steps=[LogLeafProof(**self._leaf_proof(step, note)) for step in steps],
                )
                for content, concluded, *steps in cases
            ]
            or None,
            time_stamps=self._time_stamps(noted) or None,
            **self._record(row, written, shown, names_others=names_others),
        )

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
        """Give the leaves of the decisions on a result."""
        leaves = []
        for decision_name in map(disposition_name, self.store.campaigns.decisions_on(name)):
            leaf = self.store.log.leaf(DISPOSITION, decision_name)
            if leaf is None:
                raise TrailError(_say("NOT_NOTED", name=decision_name))
            leaves.append(leaf)
        return leaves

    def _cases(self, name: str) -> list[tuple[Any, ...]]:
        """Give what each case was given when it concluded on a result, and the leaves of that and what followed."""
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
            raise TrailError(_say("NOT_NOTED", name=f"{case}/steps/{number}"))
        return leaf

    def _published(self, version: PublishedVersion) -> LoggedLeaf:
        """Give the leaf of a version, which is noted now if it was published while the server ran."""
        leaf = publication_leaf(version, sidecar_of(self.gazette, version))
        self.store.log.add_new([leaf])
        noted = self.store.log.leaf(PUBLICATION, leaf.name)
        if noted is None:
            raise TrailError(_say("NOT_NOTED", name=version.name))
        return noted

    def _note(self, reaching: int) -> SignedNote:
        """Give the newest checkpoint that is cosigned and reaches so far, or else the newest of all."""
        note = self.store.log.cosigned_note(reaching) or self.store.log.note()
        if note is None or note.checkpoint.size < reaching:
            raise TrailError(_say("TAIL_CUT", size=reaching))
        return note

    def _leaf_proof(self, noted: LoggedLeaf, note: SignedNote) -> Mapping[str, Any]:
        proof = self.store.log.inclusion(noted.position, note.checkpoint.size)
        return {
            "leaf": noted.leaf.document.decode(),
            "position": noted.position,
            "beside": encode_hashes(proof.siblings),
        }

    def _time_stamps(self, noted: LoggedLeaf) -> list[BundledTimeStamp]:
        time_stamps = []
        for stamp in self.store.time_stamps.first_reaching(noted.position + 1):
            note = self.store.log.note(stamp.size)
            if note is None:
                raise TrailError(_say("TAIL_CUT", size=stamp.size))
            time_stamps.append(
                BundledTimeStamp(
                    authority=stamp.authority,
                    checkpoint=note.checkpoint.body,
                    beside=encode_hashes(self.store.log.inclusion(noted.position, stamp.size).siblings),
                    token=base64.b64encode(stamp.token).decode(),
                )
            )
        return time_stamps

    def _signature(self, noted: LoggedLeaf) -> dict[str, Any] | None:
        if self.log_identity.key is None:
            return None
        from service.transparency.log_signatures import attest  # noqa: PLC0415 -- cryptography is slow to load, and only then needed

        return dict(attest(noted.leaf, noted.position, self.log_identity.origin, self.log_identity.key))

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
    """Show the conclusion and these steps; of the others there is nothing but what binds them."""
    entries = zip(record.results_by_step, record.positions, record.steps, record.salts, strict=True)
    places = {name: (place, step, salt) for name, place, step, salt in entries}
    unknown = [step_id for step_id in ids if step_id not in places]
    if unknown:
        raise InputError(
            tuple(
                Violation("shown_step_ids", _say("NO_SUCH_STEP", step=step_id[:80]), "UNKNOWN") for step_id in unknown
            )
        )
    chosen = sorted({places[CONCLUSION_STEP], *(places[step_id] for step_id in ids)})
    return DisclosedRecord(
        head=record.head.written().decode(),
        steps=[
            DisclosedStep(
                place=place,
                step=step.decode(),
                salt=base64.b64encode(salt).decode(),
                beside=encode_hashes(prove_inclusion(record.commitments, place).siblings),
            )
            for place, step, salt in chosen
        ],
    )
