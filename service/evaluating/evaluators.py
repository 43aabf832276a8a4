"""Evaluators of this process, one for each version, and the reader of records in a process of its own."""

from __future__ import annotations

import gc
import os
import threading
from collections import OrderedDict
from functools import cached_property
from typing import TYPE_CHECKING

from rules.api import LazyRecord
from rules.contracts import (
    InputError,
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
    from rules.contracts import Record, Subject
    from rules.model import PublishedVersion, TableSource
    from rules.trail import KnownVersionNames, OpenAnswer, PreviousRecord


_READY = 32
"""How many versions are kept ready; building one takes far longer than an evaluation."""
_DRAFTS_READY = 2
"""How many drafts; they must not push out what is published."""


def new_record_key() -> bytes:
    """Draw the key from which the salts of one record are derived."""
    return os.urandom(32)


class _LoadedVersion:
    """A version made ready: its engine, and what makes and reads records with it once one is asked for."""

    def __init__(self, published: PublishedVersion, tables: TableSource | None, *, reads_only: bool) -> None:
        self._published, self._reads_only = published, reads_only
        self.engine = InferenceEngine(published.scorecard, tables, oracle_only=reads_only)

    @cached_property
    def evaluator(self) -> Evaluator:
        from rules.api import Evaluator  # noqa: PLC0415 -- loads all that tells, which a verdict needs not

        of = self._published
        return Evaluator(of.scorecard, of.rule_digest, of.name, reads_only=self._reads_only, engine=self.engine)

    def close(self) -> None:
        self.engine.close()


class Evaluators:
    """Evaluates, explains and verifies for one caller at a time, who may say when nobody waits any more."""

    def __init__(
        self, tables: TableSource | TableStores | None, *, lasting: bool = False, reads_only: bool = False
    ) -> None:
        """Start without any version; each is prepared on first use.

        `tables` is where reference tables come from; none if there are none, and for each version its own if they are
        those of a gazette. `lasting` says that what is ready will be used for long. Those that read only prepare no
        networks.
        """
        self._tables = tables
        self._lasting = lasting
        self._reads_only = reads_only
        self._ready: OrderedDict[tuple[str, str], _LoadedVersion] = OrderedDict()
        self._drafts: OrderedDict[tuple[str, str], _LoadedVersion] = OrderedDict()

    @classmethod
    def for_gazette(cls, gazette: Gazette, *, lasting: bool = False, reads_only: bool = False) -> Evaluators:
        """Evaluate, or only read, with the reference tables of a gazette."""
        return cls(TableStores(gazette), lasting=lasting, reads_only=reads_only)

    def engine(self, published: PublishedVersion) -> InferenceEngine:
        """Give the engine of a version, for what is concluded without a record."""
        return self._made_ready(published).engine

    def evaluate(
        self, published: PublishedVersion, subject: Subject, record_key: bytes, should_stop: ShouldStop = never_stop
    ) -> LazyRecord:
        """Evaluate a subject under a published version.

        Raises:
            InputError: the facts, settings or evidence cannot be accepted.
            EngineDisagreement: the two evaluators differ.
            PlanError: the version does not fit the engine.
            Stopped: `should_stop` said so.
            VersionError: an edition of a reference table that the version names is not there.
        """
        evaluator = self._evaluator(published)
        with evaluator.engine.cancellation.until(should_stop):
            return evaluator.evaluate(subject, record_key)

    def read(self, published: PublishedVersion, written: WrittenRecord) -> LazyRecord:
        """Read a record again under the published version that it was made with.

        Raises:
            TrailError: its steps do not follow from its inputs.
            VersionError: a reference table that the record names is not there.
        """
        return self._evaluator(published).read(written)

    def conclude(
        self, published: PublishedVersion, subject: Subject, should_stop: ShouldStop = never_stop
    ) -> ConclusionSummary:
        """Conclude under a published version as `evaluate` does, for whoever keeps no record; raises the same."""
        from rules.api import evaluate_to_summary  # noqa: PLC0415 -- each is loaded by who needs it

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
        """Explain a record under the version it was made with.

        Raises:
            InputError: the language is not spoken, or there is no such criterion.
            EngineDisagreement: the two evaluators differ on a change that was tried.
            Stopped: `should_stop` said so.
            TrailError: the payloads of the record were erased.
        """
        from rules.api import explain  # noqa: PLC0415 -- likewise

        evaluator = self._evaluator(published)
        with evaluator.engine.cancellation.until(should_stop):
            return explain(evaluator, record, language, criterion)

    def open_answers(
        self, published: PublishedVersion, record: Record, should_stop: ShouldStop = never_stop
    ) -> tuple[OpenAnswer, ...]:
        """List what is not known in a record that was read, each with what it waits for.

        Raises:
            EngineDisagreement: the two evaluators differ.
            Stopped: `should_stop` said so.
            VersionError: a reference table that the record names is not there.
        """
        from rules.api import open_answers  # noqa: PLC0415 -- likewise

        evaluator = self._evaluator(published)
        with evaluator.engine.cancellation.until(should_stop):
            return open_answers(evaluator.engine, record)

    def open_in(
        self, published: PublishedVersion, recorded: LazyRecord, should_stop: ShouldStop = never_stop
    ) -> tuple[OpenAnswer, ...]:
        """List what is not known in what was evaluated just now, each with what it waits for.

        Raises:
            Stopped: `should_stop` said so.
            VersionError: a reference table that the record names is not there.
        """
        from rules.api import open_answers  # noqa: PLC0415 -- likewise

        evaluator = self._evaluator(published)
        record = recorded.without_steps  # by which the rest of what was inferred is worked out
        with evaluator.engine.cancellation.until(should_stop):
            return open_answers(evaluator.engine, record, recorded.evaluation.inference)

    def verify(  # noqa: PLR0913 -- what a record is checked against
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
        """Check a record against the published versions of its scorecard and the earlier evaluations at hand.

        `known_here` is what was known where it was made; None if that is not known.

        A failed check is an answer.

        Nothing that stands ready is used for it.

        Raises:
            Stopped: `should_stop` said so.
        """
        from rules.api import verify  # noqa: PLC0415 -- likewise

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
        """Free the networks."""
        for ready in (self._ready, self._drafts):
            while ready:
                ready.popitem()[1].close()

    def _source(self, published: PublishedVersion | None) -> TableSource | None:
        if not isinstance(self._tables, TableStores):
            return self._tables
        return self._tables.for_all if published is None else self._tables.source(published)

    def _evaluator(self, published: PublishedVersion) -> Evaluator:
        return self._made_ready(published, for_records=True).evaluator

    def _made_ready(self, published: PublishedVersion, *, for_records: bool = False) -> _LoadedVersion:
        # The same rules of two organisations may look in different tables.
        owner = self._tables.owner(published) if isinstance(self._tables, TableStores) else ""
        key = published.content_digest, owner
        is_draft = not published.publish_time
        ready, most = (self._drafts, _DRAFTS_READY) if is_draft else (self._ready, _READY)
        version = ready.pop(key, None)
        if version is None:
            version = _LoadedVersion(published, self._source(published), reads_only=self._reads_only)
            if self._lasting and not is_draft:
                if for_records:
                    _ = version.evaluator
                _settle(again=len(ready) >= most)
        ready[key] = version
        while len(ready) > most:
            ready.popitem(last=False)[1].close()
        return version


def _settle(*, again: bool) -> None:
    """Spare what stays for long from every later search for garbage, which would cost one call in fifteen its time.

    What was spared before is searched `again` only where some of it may not be needed any more: a search writes to all
    that it looks at, and what was loaded before this process was forked is shared with others until then.
    """
    if again:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


_say = message_factory(__name__)


class RecordReader:
    """Tells records under the published versions that they were made with; several threads may ask."""

    def __init__(self, gazette: Gazette) -> None:
        """Read with the versions and the reference tables of a gazette; each is prepared on first use."""
        self.gazette = gazette
        self.shelves = TableStores(gazette)
        self._evaluators = Evaluators(self.shelves, reads_only=True)
        self._lock = threading.Lock()

    def read(self, content: bytes) -> LazyRecord:
        """Read the bytes of a record.

        Raises:
            TrailError: they are no record, or its steps do not follow from its inputs.
            VersionError: its version or a reference table is not published here with the same content.
        """
        return self.told(read_complete_record(content))

    def told(self, written: WrittenRecord) -> LazyRecord:
        """Tell a record whose bytes were read; raises the same."""
        head = written.head
        try:
            version = self.gazette.made_by(head.scorecard_version, head.rule_digest)
        except InputError as error:
            raise TrailError(error_message(error)) from None
        if version.rule_digest != head.rule_digest:
            message = _say("OTHER_RULES", version=version.name, found=version.rule_digest, stated=head.rule_digest)
            raise VersionError(message, missing=True)
        with self._lock:
            return self._evaluators.read(version, written)

    def close(self) -> None:
        """Free what was prepared."""
        with self._lock:
            self._evaluators.close()
