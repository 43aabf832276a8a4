"""Reader of stored and exported records, in a process of its own beside evaluation."""

from __future__ import annotations

import threading

from rules.api import LazyRecord
from rules.contracts import InputError, TrailError, VersionError, WrittenRecord, error_message, message_factory
from rules.trail import read_complete_record
from service.evaluating.evaluators import Evaluators
from service.gazette.shelves import TableStores
from service.gazette.versions import Gazette

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
