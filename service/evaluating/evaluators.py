"""Evaluators of this process, one per version, and a reader of records."""

from __future__ import annotations

import gc
import os
import threading
from collections import OrderedDict
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from rules.api import LazyRecord
from rules.contracts import (
    EvaluationCancelledError,
    InputError,
    TouchstoneError,
    TrailError,
    VersionError,
    WrittenRecord,
    error_message,
    message_factory,
    read_complete_record,
)
from rules.engine import InferenceEngine, ShouldStop, never_stop
from service.gazette.table_order import TableStores
from service.gazette.versions import Gazette

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.api import ConclusionSummary, Evaluator, Explanation, VerificationCheck
    from rules.contracts import Record, RecordHead, Subject
    from rules.model import PublishedVersion, TableSource
    from rules.trail import KnownVersionNames, OpenAnswer, PreviousRecord


_MAX_READY_VERSIONS = 32
_MAX_READY_DRAFTS = 2
"""Limited separately, so that drafts do not displace published versions."""
_REFERENCE_DIGEST = b"0" * 64
"""Digest of the reference case's evidence; no other record contains it."""


def new_record_key() -> bytes:
    """Return a random key to derive the salts of one record."""
    return os.urandom(32)


class _LoadedVersion:
    def __init__(self, published: PublishedVersion, tables: TableSource | None, *, reads_only: bool) -> None:
        self._published, self._reads_only = published, reads_only
        self.is_used_again = False
        self.engine = InferenceEngine(published.scorecard, tables, oracle_only=reads_only)

    @cached_property
    def evaluator(self) -> Evaluator:
        from rules.api import Evaluator  # noqa: PLC0415 -- slow to load, and not needed for a verdict

        version = self._published
        return Evaluator(
            version.scorecard, version.rule_digest, version.name, reads_only=self._reads_only, engine=self.engine
        )

    @cached_property
    def reference_content(self) -> bytes:
        """The record of the version's own reference case, which contains no facts of a client; empty if it fails."""
        from rules.api import reference_subject  # noqa: PLC0415 -- loaded only to store records

        scorecard, card = self._published.scorecard, self._published.card
        published = date.fromisoformat(self._published.publish_time[:10])
        try:
            subject = reference_subject(scorecard, min(max(card.first_date, published), card.last_date or date.max))
            content = self.evaluator.evaluate(subject, bytes(32)).written_record.uncommitted
        except EvaluationCancelledError:
            raise
        except (TouchstoneError, ValueError):
            return b""
        return content.replace(_REFERENCE_DIGEST, b"")

    def close(self) -> None:
        self.engine.close()


class Evaluators:
    """Cached evaluators of versions, for one caller at a time."""

    def __init__(
        self, tables: TableSource | TableStores | None, *, lasting: bool = False, reads_only: bool = False
    ) -> None:
        """Prepare each version on first use.

        `lasting` excludes prepared versions from garbage collection. `reads_only` prepares no networks.
        """
        self._tables = tables
        self._lasting = lasting
        self._reads_only = reads_only
        self._ready: OrderedDict[tuple[str, str], _LoadedVersion] = OrderedDict()
        self._drafts: OrderedDict[tuple[str, str], _LoadedVersion] = OrderedDict()

    @classmethod
    def for_gazette(cls, gazette: Gazette, *, lasting: bool = False, reads_only: bool = False) -> Evaluators:
        return cls(TableStores(gazette), lasting=lasting, reads_only=reads_only)

    def engine(self, published: PublishedVersion) -> InferenceEngine:
        return self._load(published).engine

    def evaluate(
        self, published: PublishedVersion, subject: Subject, record_key: bytes, should_stop: ShouldStop = never_stop
    ) -> LazyRecord:
        """Evaluate a subject under a published version.

        Raises:
            InputError: If the inputs are rejected.
            EngineDisagreement: If the two evaluators differ.
            PlanError: If the version does not fit the engine.
            EvaluationCancelledError: If `should_stop` returned True.
            VersionError: If a reference table edition is missing.
        """
        evaluator = self._evaluator(published)
        with evaluator.engine.cancellation.until(should_stop):
            return evaluator.evaluate(subject, record_key)

    def reference_content(self, published: PublishedVersion, should_stop: ShouldStop = never_stop) -> bytes:
        """Return the content of the record of the version's own reference case; empty if it cannot be evaluated.

        Also empty on the first call, so that a version of few evaluations costs no evaluation more.
        """
        version = self._load(published, for_records=True)
        if not version.is_used_again or not published.publish_time:
            version.is_used_again = True
            return b""
        with version.engine.cancellation.until(should_stop):
            return version.reference_content

    def read(self, published: PublishedVersion, written: WrittenRecord) -> LazyRecord:
        return self._evaluator(published).read(written)

    def conclude(
        self, published: PublishedVersion, subject: Subject, should_stop: ShouldStop = never_stop
    ) -> ConclusionSummary:
        from rules.api import evaluate_to_summary  # noqa: PLC0415 -- loaded only if needed

        engine = self.engine(published)
        with engine.cancellation.until(should_stop):
            return evaluate_to_summary(engine, subject)

    def explain(
        self,
        published: PublishedVersion,
        record: Record,
        language: str,
        criterion: str | None = None,
        should_stop: ShouldStop = never_stop,
    ) -> Explanation:
        from rules.api import explain  # noqa: PLC0415 -- loaded only if needed

        evaluator = self._evaluator(published)
        with evaluator.engine.cancellation.until(should_stop):
            return explain(evaluator, record, language, criterion)

    def open_answers(
        self, published: PublishedVersion, record: Record, should_stop: ShouldStop = never_stop
    ) -> tuple[OpenAnswer, ...]:
        from rules.api import open_answers  # noqa: PLC0415 -- loaded only if needed

        evaluator = self._evaluator(published)
        with evaluator.engine.cancellation.until(should_stop):
            return open_answers(evaluator.engine, record)

    def open_in(
        self, published: PublishedVersion, recorded: LazyRecord, should_stop: ShouldStop = never_stop
    ) -> tuple[OpenAnswer, ...]:
        from rules.api import open_answers  # noqa: PLC0415 -- loaded only if needed

        evaluator = self._evaluator(published)
        record = recorded.without_steps  # building the record also completes the inference
        with evaluator.engine.cancellation.until(should_stop):
            return open_answers(evaluator.engine, record, recorded.evaluation.inference)

    def verify(  # noqa: PLR0913 -- independent inputs of one check
        self,
        *,
        content: bytes,
        stated_digest: str,
        record_key: bytes,
        versions: Sequence[PublishedVersion],
        known_here: KnownVersionNames | None = None,
        previous: Sequence[PreviousRecord] = (),
        should_stop: ShouldStop = never_stop,
    ) -> tuple[VerificationCheck, ...]:
        """Check a record without using prepared versions.

        A failed check is returned, not raised. `known_here` are the versions known at creation, None if unknown.

        Raises:
            EvaluationCancelledError: If `should_stop` returned True.
        """
        from rules.api import verify  # noqa: PLC0415 -- loaded only if needed

        return verify(
            content=content,
            stated_digest=stated_digest,
            record_key=record_key,
            versions=versions,
            known_here=known_here,
            tables=self._source(versions[0] if versions else None),
            previous=previous,
            should_stop=should_stop,
        )

    def close(self) -> None:
        for ready in (self._ready, self._drafts):
            while ready:
                ready.popitem()[1].close()

    def _source(self, published: PublishedVersion | None) -> TableSource | None:
        if not isinstance(self._tables, TableStores):
            return self._tables
        return self._tables.for_all if published is None else self._tables.source(published)

    def _evaluator(self, published: PublishedVersion) -> Evaluator:
        return self._load(published, for_records=True).evaluator

    def _load(self, published: PublishedVersion, *, for_records: bool = False) -> _LoadedVersion:
        # Two organizations with the same rules may use different tables.
        owner = self._tables.owner(published) if isinstance(self._tables, TableStores) else ""
        key = published.content_digest, owner
        is_draft = not published.publish_time
        ready, limit = (self._drafts, _MAX_READY_DRAFTS) if is_draft else (self._ready, _MAX_READY_VERSIONS)
        version = ready.pop(key, None)
        if version is None:
            version = _LoadedVersion(published, self._source(published), reads_only=self._reads_only)
            if self._lasting and not is_draft:
                if for_records:
                    _ = version.evaluator
                _freeze_objects(unfreeze=len(ready) >= limit)
        ready[key] = version
        while len(ready) > limit:
            ready.popitem(last=False)[1].close()
        return version


def _freeze_objects(*, unfreeze: bool) -> None:
    """Exclude long-lived objects from garbage collections, which slow down one call in fifteen.

    Collections write to memory shared with forked processes, so unfreeze only if objects may be unused.
    """
    if unfreeze:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


_message = message_factory(__name__)


class RecordReader:
    """Thread-safe reader of records under the versions that made them."""

    def __init__(self, gazette: Gazette) -> None:
        self.gazette = gazette
        self.shelves = TableStores(gazette)
        self._evaluators = Evaluators(self.shelves, reads_only=True)
        self._lock = threading.Lock()

    def read(self, content: bytes) -> LazyRecord:
        return self.restore(read_complete_record(content))

    def restore(self, written: WrittenRecord) -> LazyRecord:
        """Restore a parsed record; raises the same errors as `read`."""
        version = self.version_of(written.head)
        with self._lock:
            return self._evaluators.read(version, written)

    def version_of(self, head: RecordHead) -> PublishedVersion:
        """Return the version that made a record; raises the same errors as `read`."""
        try:
            version = self.gazette.made_by(head.scorecard_version, head.rule_digest)
        except InputError as error:
            raise TrailError(error_message(error)) from None
        if version.rule_digest != head.rule_digest:
            message = _message("OTHER_RULES", version=version.name, found=version.rule_digest, stated=head.rule_digest)
            raise VersionError(message, missing=True)
        return version

    def close(self) -> None:
        with self._lock:
            self._evaluators.close()
