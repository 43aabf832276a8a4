"""Proof bundle verification by a trust file alone.

1. The leaf matches the record.
2. The archive findings match the leaf.
3. The log includes the leaf.
4. The log signed the checkpoint.
5. Enough witnesses cosigned it.
6. The log signed its statement about the evaluation.
7. The steps match their commitments and the trail digest; erasures are logged.
8. The version is published, logged and named in the record.
9. The reference tables match the record (complete records only).
10. Trusted people approved the version (if the trust file names people).
11. Recomputation reproduces the record (complete records only).
12. Enough trusted authorities stamped a checkpoint that includes the leaf.
13. The result was valid when bundled; its decisions are logged.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from rules.api import CheckResult, VerificationCheck
from rules.contracts import (
    RecordHead,
    TouchstoneError,
    TrailError,
    WrittenRecord,
    canonical_bytes,
    digest,
    error_message,
    join_messages,
    message_factory,
    parse_date,
    read_complete_record,
)
from rules.model import DIGEST_LENGTH
from rules.trail import (
    KEY_BYTES,
    MerkleInclusion,
    commitment,
    mismatched_steps_of,
    trail_digest_of,
    with_late_publication,
)
from service.approval.approval_trust import read_trust
from service.approval.review_status import check_approved
from service.approval.statements import PAYLOAD_TYPE, read_statement
from service.evaluating.evaluators import Evaluators
from service.gazette.sidecars import APPROVALS, parse_sidecar, with_approvals
from service.gazette.tables import TableStore
from service.output.bundles import (
    Bundle,
    BundledTimeStamp,
    DisclosedStep,
    decode_base64,
    decode_hashes,
    read_bundled_version,
)
from service.output.erasure_notices import erasure_message
from service.output.report.render_text import render_conclusion
from service.store.result_states import ResultDecision, ResultState, status_of
from service.transparency.checkpoints import Checkpoint, read_note
from service.transparency.gazette_leaves import publication_leaf
from service.transparency.leaves import (
    CASE_STEP,
    DISPOSITION,
    ERASURE,
    ERASURES,
    EVALUATION,
    FORM,
    PUBLICATION,
    Leaf,
    sort_findings,
    summarize_findings,
)
from service.transparency.log_signatures import evaluation_statement, read_envelope
from service.transparency.log_trust import LogTrust, read_log_trust

_message = message_factory(__name__)

_RECOMPUTATION_CHECK_NUMBER = 7


def check_recomputation(bundle: Bundle, record: WrittenRecord, record_key: bytes) -> str:
    """Return the recomputation message. Raise TrailError if the check fails."""
    version = read_bundled_version(bundle.version)
    with _bundled_evaluators(bundle) as evaluators:
        checks = evaluators.verify(
            content=record.content, stated_digest=record.digest, record_key=record_key, versions=(version,)
        )
    check = checks[_RECOMPUTATION_CHECK_NUMBER - 1]
    if check.result is not CheckResult.PASSED:
        raise TrailError(check.message)
    return check.message


def bundled_result(bundle: Bundle, language: str) -> str:
    """Return the conclusion that a valid bundle proves, as text; empty if the bundle has only parts of the record."""
    try:
        written = read_complete_record((bundle.record or "").encode())
    except TrailError:
        return ""
    version = read_bundled_version(bundle.version)
    with _bundled_evaluators(bundle) as evaluators:
        return render_conclusion(evaluators.read(version, written).record, version.scorecard, language)


@contextmanager
def _bundled_evaluators(bundle: Bundle) -> Iterator[Evaluators]:
    """Provide evaluators with the reference tables of the bundle."""
    with TemporaryDirectory(prefix="touchstone-bundle-") as folder:
        evaluators = Evaluators(_table_store(bundle, Path(folder)))
        try:
            yield evaluators
        finally:
            evaluators.close()


def _table_store(bundle: Bundle, folder: Path) -> TableStore:
    for table in bundle.tables:
        manifest, rows = table.manifest.encode(), table.rows.encode()
        name = str(orjson.loads(manifest)["name"])
        if not name.replace("-", "").isalnum():
            raise TrailError(_message("TABLE_NAME", name=name[:80]))
        (folder / f"{name}-{digest(manifest)[:DIGEST_LENGTH]}.json").write_bytes(manifest)
        (folder / f"{name}-{digest(rows)[:DIGEST_LENGTH]}.csv").write_bytes(rows)
    return TableStore(folder)


def _describe_time_stamps(bundle: Bundle, trust: LogTrust) -> str:
    stamps = bundle.time_stamps or ()
    times = {
        stamp.authority: trust.stamped_time(stamp.authority, _token(stamp), _checkpoint(bundle, stamp))
        for stamp in stamps
        if stamp.authority in trust.authorities
    }
    if len(times) < trust.stamps_needed:
        raise TrailError(_message("TIME_STAMPS_LACKING", count=len(times), needed=trust.stamps_needed))
    if times:
        messages = (_message("TIME_STAMPED", authority=name, time=time) for name, time in sorted(times.items()))
        return join_messages(messages)
    if stamps:
        raise _NotCheckedError(_message("TIME_STAMPS_UNKNOWN", names=[stamp.authority for stamp in stamps]))
    raise _NotCheckedError(_message("NO_TIME_STAMP"))


def _checkpoint(bundle: Bundle, stamp: BundledTimeStamp) -> Checkpoint:
    checkpoint, siblings = read_note(f"{stamp.checkpoint}\n").checkpoint, decode_hashes(stamp.beside)
    leaf, signed = bundle.evaluation, read_note(bundle.checkpoint).checkpoint
    proof = MerkleInclusion(leaf.position, checkpoint.size, siblings or ())
    included = siblings is not None and proof.root(leaf.as_leaf(EVALUATION).hash) == checkpoint.root
    if not included or checkpoint.origin != signed.origin:
        raise TrailError(_message("STAMPED_OTHERWISE", authority=stamp.authority))
    return checkpoint


def _token(stamp: BundledTimeStamp) -> bytes:
    token = decode_base64(stamp.token)
    if token is None:
        raise TrailError(_message("STAMPED_OTHERWISE", authority=stamp.authority))
    return token


_STATE_MESSAGES = {
    ResultState.STANDS: "DECIDED_STANDS",
    ResultState.IN_QUESTION: "DECIDED_IN_QUESTION",
    ResultState.CORRECTED: "DECIDED_CORRECTED",
    ResultState.WITHDRAWN: "DECIDED_WITHDRAWN",
    ResultState.EXPIRED: "DECIDED_EXPIRED",
    ResultState.SUPERSEDED: "DECIDED_SUPERSEDED",
    ResultState.UNDER_APPEAL: "DECIDED_UNDER_APPEAL",
    ResultState.SUSPENDED: "DECIDED_SUSPENDED",
}


def describe_result_status(bundle: Bundle) -> str:
    """Describe the result status. Raise TrailError if the result was not valid."""
    status = status_of((*_decisions(bundle), *_case_decisions(bundle)))
    if status is None:
        return _message("NOTHING_DECIDED")
    message = _message(_STATE_MESSAGES[status.state], campaign=status.campaign, time=status.time)
    if not status.stands:
        raise TrailError(message)
    return message


def _decisions(bundle: Bundle) -> Iterator[ResultDecision]:
    checkpoint, name = read_note(bundle.checkpoint).checkpoint, bundle.evaluation.as_leaf(EVALUATION).content["name"]
    for decision in bundle.decisions or ():
        content = decision.as_leaf(DISPOSITION).content
        if content["evaluation"] != name or decision.root(DISPOSITION, checkpoint.size) != checkpoint.root:
            raise TrailError(_message("DECISION_NOT_INCLUDED", name=str(content["name"])[:120]))
        campaign, _, number = str(content["name"]).rpartition("/dispositions/")
        yield ResultDecision(campaign, int(number), content["disposition"], "", content["time"])


def _case_decisions(bundle: Bundle) -> Iterator[ResultDecision]:
    checkpoint, name = read_note(bundle.checkpoint).checkpoint, bundle.evaluation.as_leaf(EVALUATION).content["name"]
    for bundled_case in bundle.cases or ():
        for leaf in (bundled_case.concluded, *bundled_case.steps):
            if leaf.root(CASE_STEP, checkpoint.size) != checkpoint.root:
                raise TrailError(
                    _message("DECISION_NOT_INCLUDED", name=str(leaf.as_leaf(CASE_STEP).content["name"])[:120])
                )
        content = bundled_case.concluded.as_leaf(CASE_STEP).content
        case = str(content["name"]).rpartition("/steps/")[0]
        matches = orjson.loads(bundled_case.content)["evaluation"] == name and content["step"] == "conclude"
        if not matches or content["content"] != digest(bundled_case.content.encode()):
            raise TrailError(_message("DECISION_NOT_INCLUDED", name=str(content["name"])[:120]))
        appeals = 0
        for step in (leaf.as_leaf(CASE_STEP).content for leaf in bundled_case.steps):
            step_case, _, number = str(step["name"]).rpartition("/steps/")
            if step_case != case:
                raise TrailError(_message("DECISION_NOT_INCLUDED", name=str(step["name"])[:120]))
            appeals += step["step"] == "appeal"
            item = step["item"] or f"appeals/{appeals}"
            yield ResultDecision(f"{case}/{item}", int(number), step["step"], "", step["time"])


NAMES = (
    "leaf", "findings", "inclusion", "checkpoint", "witnesses", "signature", "steps", "version", "tables", "approvals",
    "recomputation", "time_stamps", "standing",
)  # fmt: skip


class _NotCheckedError(TouchstoneError):
    """A check that is impossible with this bundle or trust file; the message states why."""


_FORGERY_ERRORS = (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError)
"""Errors that forged parts cause; the check then fails."""
_LEAF_FIELDS = frozenset(
    {
        "leaf", "kind", "name", "organization", "subject", "request_id", "request_digest", "create_time", "principal",
        "software", "archive_findings", "record_digest", "predecessor",
    }
)  # fmt: skip


def check_bundle(bundle: Bundle, trust: Path) -> tuple[VerificationCheck, ...]:
    """Run the checks; a failed check does not raise."""
    checking = _BundleVerification(bundle, trust, read_log_trust(trust))
    return tuple(checking.checked(number, check) for number, check in checking.checks.items())


@dataclass(frozen=True)
class _BundleVerification:
    bundle: Bundle
    trust: Path
    logs: LogTrust

    @property
    def checks(self) -> Mapping[int, Callable[[], str]]:
        return {
            1: self._leaf, 2: self._findings, 3: self._inclusion, 4: self._checkpoint, 5: self._witnesses,
            6: self._signature, 7: self._steps, 8: self._version, 9: self._tables, 10: self._approvals,
            11: self._recomputation, 12: self._time_stamps, 13: self._result_status,
        }  # fmt: skip

    def checked(self, number: int, check: Callable[[], str]) -> VerificationCheck:
        try:
            result, message = CheckResult.PASSED, check()
        except _NotCheckedError as error:
            result, message = CheckResult.NOT_CHECKED, error_message(error)
        except TouchstoneError as error:
            result, message = CheckResult.FAILED, error_message(error)
        except _FORGERY_ERRORS:
            result, message = CheckResult.FAILED, _message("PART_UNREADABLE")
        return VerificationCheck(number, NAMES[number - 1], result, message)

    @cached_property
    def _head(self) -> RecordHead:
        if self.bundle.shown is None:
            return self._record.head
        try:
            head = RecordHead.model_validate_json(self.bundle.shown.head)
        except ValueError:
            raise TrailError(_message("HEAD_UNREADABLE")) from None
        if head.written().decode() != self.bundle.shown.head:
            raise TrailError(_message("HEAD_UNREADABLE"))
        return head

    @cached_property
    def _record(self) -> WrittenRecord:
        return read_complete_record((self.bundle.record or "").encode())

    @cached_property
    def _evaluation_leaf(self) -> Leaf:
        return self.bundle.evaluation.as_leaf(EVALUATION)

    def _leaf(self) -> str:
        content = _read_leaf(self._evaluation_leaf)
        head = self._head
        wanted = {
            "leaf": FORM,
            "kind": EVALUATION,
            "record_digest": digest(head.written()) if self.bundle.shown is not None else self._record.digest,
            "subject": head.subject,
            "organization": head.subject.split("/")[1],
        }
        _compare(content, wanted)
        if not str(content.get("name")).startswith(f"organizations/{content['organization']}/evaluations/"):
            raise TrailError(_message("LEAF_NAME", name=content.get("name")))
        return _message("LEAF_HOLDS", name=content["name"], time=content["create_time"], subject=head.subject)

    def _findings(self) -> str:
        noted = _read_leaf(self._evaluation_leaf)["archive_findings"]
        if not isinstance(noted, dict) or noted.keys() != summarize_findings(()).keys():
            raise TrailError(_message("LEAF_UNREADABLE"))
        slots = {"count": noted["count"], "major": noted["major"]}
        if self.bundle.archive_findings is None:
            return _message("FINDINGS_WITHHELD", **slots)
        try:
            findings_digest = summarize_findings(self.bundle.archive_findings)["digest"]
            as_noted = sort_findings(self.bundle.archive_findings) == self.bundle.archive_findings
        except (KeyError, TypeError, AttributeError):
            raise TrailError(_message("FINDINGS_DIFFER", **slots)) from None
        if not as_noted or findings_digest not in (noted["digest"], noted["shown"]):
            raise TrailError(_message("FINDINGS_DIFFER", **slots))
        return _message("FINDINGS_HOLD", **slots)

    def _inclusion(self) -> str:
        note, evaluation = read_note(self.bundle.checkpoint), self.bundle.evaluation
        size = note.checkpoint.size
        if evaluation.root(EVALUATION, size) != note.checkpoint.root:
            raise TrailError(_message("NOT_INCLUDED", position=evaluation.position, size=size))
        return _message("INCLUDED", position=evaluation.position, size=size, log=note.checkpoint.origin)

    def _checkpoint(self) -> str:
        note = read_note(self.bundle.checkpoint)
        problem = self.logs.log_doubt(note)
        if problem is not None:
            raise TrailError(problem)
        return _message("CHECKPOINT_SIGNED", log=note.checkpoint.origin)

    def _witnesses(self) -> str:
        cosigned = self.logs.cosigned(read_note(self.bundle.checkpoint))
        slots = {"count": len(cosigned), "needed": self.logs.needed}
        if len(cosigned) < self.logs.needed:
            raise TrailError(_message("WITNESSES_LACKING", **slots))
        if not cosigned:
            raise _NotCheckedError(_message("NO_WITNESS_NEEDED"))
        first = datetime.fromtimestamp(min(cosigned.values()), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        return _message("WITNESSED", **slots, names=sorted(cosigned), time=first)

    def _signature(self) -> str:
        if self.bundle.signature is None:
            raise TrailError(_message("NO_SIGNATURE"))
        attested = read_envelope(self.bundle.signature)
        origin, position = read_note(self.bundle.checkpoint).checkpoint.origin, self.bundle.evaluation.position
        key = self.logs.key_named(origin, attested.key)
        if key is None:
            raise TrailError(_message("SIGNER_UNKNOWN", key=attested.key, log=origin))
        problem = self.logs.key_doubt(key, position + 1)
        if problem is not None:
            raise TrailError(problem)
        payload, signature = (base64.b64encode(part).decode() for part in (attested.payload, attested.signature))
        as_written = {
            "payload": payload,
            "payloadType": PAYLOAD_TYPE,
            "signatures": [{"keyid": attested.key, "sig": signature}],
        }
        _read_leaf(self._evaluation_leaf)
        stated = evaluation_statement(self._evaluation_leaf, position, origin)
        if attested.payload != stated or self.bundle.signature != as_written or not attested.is_signed_with(key.public):
            raise TrailError(_message("SIGNATURE_WRONG"))
        return _message("SIGNATURE_HOLDS", key=attested.key)

    def _steps(self) -> str:
        head = self._head
        if self.bundle.shown is not None:
            steps = self.bundle.shown.steps
            if len({shown.place for shown in steps}) != len(steps):
                raise TrailError(_message("STEP_TWICE"))
            for shown in steps:
                self._check_shown_step(shown)
            message = _message("STEPS_SHOWN", count=len(steps), all=head.step_count)
            return join_messages((message, *map(erasure_message, self._erasures())))
        key, record = decode_base64(self.bundle.record_key or ""), self._record
        mismatched = (
            record.results_by_step if key is None or len(key) != KEY_BYTES else mismatched_steps_of(record, key)
        )
        if len(mismatched) == len(record.steps):
            raise TrailError(_message("STEPS_CLOSED"))
        if mismatched:
            slots = {"count": len(mismatched), "all": head.step_count, "step": next(iter(mismatched))}
            raise TrailError(_message("STEPS_CHANGED", **slots))
        if trail_digest_of(record) != head.trail_digest or len(record.commitments) != head.step_count:
            raise TrailError(_message("TRAIL_DIFFERS"))
        return _message("STEPS_OPEN", count=head.step_count)

    def _check_shown_step(self, shown: DisclosedStep) -> None:
        salt, siblings = decode_base64(shown.salt), decode_hashes(shown.beside)
        proof = MerkleInclusion(shown.place, self._head.step_count, siblings or ())
        if (
            salt is None
            or siblings is None
            or self._head.trail_digest != (proof.root(commitment(salt, shown.step.encode())) or b"").hex()
        ):
            raise TrailError(_message("STEP_NOT_PROVED", step=shown.step[:80]))

    def _erasures(self) -> Iterator[Mapping[str, Any]]:
        checkpoint, name = read_note(self.bundle.checkpoint).checkpoint, self._evaluation_leaf.content["name"]
        for erasure in self.bundle.erasures or ():
            content = erasure.as_leaf(ERASURE).content
            matches = str(content["name"]).startswith(f"{name}{ERASURES}")
            if not matches or erasure.root(ERASURE, checkpoint.size) != checkpoint.root:
                raise TrailError(_message("ERASURE_NOT_INCLUDED", name=str(content["name"])[:120]))
            yield content

    def _version(self) -> str:
        bundled, head = self.bundle.version, self._head
        version = read_bundled_version(bundled)
        leaf = publication_leaf(version, bundled.sidecar.encode())
        if leaf.document.decode() != bundled.leaf:
            raise TrailError(_message("VERSION_NOT_AS_NOTED", version=version.name))
        checkpoint = read_note(self.bundle.checkpoint).checkpoint
        if bundled.root(PUBLICATION, checkpoint.size) != checkpoint.root:
            raise TrailError(_message("VERSION_NOT_INCLUDED", version=version.name))
        if (version.name, version.rule_digest) != (head.scorecard_version, head.rule_digest):
            raise TrailError(_message("OTHER_VERSION", found=version.name, stated=head.scorecard_version))
        holds = _message("VERSION_HOLDS", version=version.name, time=version.publish_time)
        return with_late_publication(holds, version, parse_date(head.as_of_date))

    def _tables(self) -> str:
        self._need_whole_record()
        by_digest = {digest(table.manifest.encode()): table for table in self.bundle.tables}
        if len(by_digest) != len(self.bundle.tables) or set(by_digest) != {use.digest for use in self._head.tables}:
            raise TrailError(_message("OTHER_TABLES", names=[f"{use.name}@{use.edition}" for use in self._head.tables]))
        for use in self._head.tables:
            table = by_digest[use.digest]
            if orjson.loads(table.manifest)["content_digest"] != digest(table.rows.encode()):
                raise TrailError(_message("OTHER_ROWS", name=f"{use.name}@{use.edition}"))
        return _message("TABLES_HOLD", count=len(by_digest))

    def _approvals(self) -> str:
        version = read_bundled_version(self.bundle.version)
        sidecar, later = parse_sidecar(self.bundle.version.sidecar.encode()), self.bundle.version.approvals
        statements = with_approvals(sidecar, None if later is None else later.encode(), APPROVALS).statements
        if not self.logs.names_people:
            code = "NO_PEOPLE_TRUSTED" if statements else "VERSION_UNSIGNED"
            raise _NotCheckedError(_message(code, version=version.name))
        trust = read_trust(self.trust)
        status = check_approved(version, tuple(map(read_statement, statements)), trust)
        if status is None:
            raise _NotCheckedError(_message("ACCEPTED_UNSIGNED", version=version.name))
        approvers = (approval.predicate.person for approval in status.approvals)
        slots = {"approvers": map(trust.name_of, approvers), "authors": map(trust.name_of, status.authors)}
        return _message("APPROVED", version=version.name, **{slot: list(names) for slot, names in slots.items()})

    def _recomputation(self) -> str:
        self._need_whole_record()
        return check_recomputation(self.bundle, self._record, decode_base64(self.bundle.record_key or "") or b"")

    def _need_whole_record(self) -> None:
        if self.bundle.shown is not None:
            raise _NotCheckedError(_message("PARTS_ONLY"))

    def _time_stamps(self) -> str:
        return _describe_time_stamps(self.bundle, self.logs)

    def _result_status(self) -> str:
        return describe_result_status(self.bundle)


def _read_leaf(leaf: Leaf) -> Mapping[str, Any]:
    try:
        content = leaf.content
        if not isinstance(content, dict) or canonical_bytes(content) != leaf.document or content.keys() != _LEAF_FIELDS:
            raise TypeError
    except (orjson.JSONDecodeError, TypeError):
        raise TrailError(_message("LEAF_UNREADABLE")) from None
    return content


def _compare(content: Mapping[str, Any], wanted: Mapping[str, Any]) -> None:
    for field, value in wanted.items():
        if content.get(field) != value:
            raise TrailError(_message("LEAF_DIFFERS", field=field, noted=str(content.get(field))[:120], found=value))
