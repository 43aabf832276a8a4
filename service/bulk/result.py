"""What came out of a run, and how is it followed to its end?"""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from service.bulk.parts import PARTS, Part, summed
from service.bulk.progress import progress

if TYPE_CHECKING:
    from collections.abc import Generator

    from service.bulk.parts import Folder


@dataclass(slots=True)
class BulkResult:
    """What came out of a run over so many `rows`, None if nobody counted them; `head` says what the run is."""

    head: dict[str, Any]
    rows: int | None
    resumed: int = 0
    seconds: float = 0.0
    interrupted: bool = False
    parts: list[Part] = field(default_factory=list)
    manifest: dict[str, Any] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """How many subjects this run answered for."""
        return sum(part.subjects for part in self.parts) - self.resumed

    def follow(self, parts: Generator[Part], label: str) -> None:
        """Take parts as they are done, until all are or Ctrl-C; what is begun then is ended in any case."""
        begun = time.monotonic()
        try:
            with progress(self.rows, label) as advance, closing(parts):
                for part in parts:
                    self.take(part)
                    advance(part.subjects)
        except KeyboardInterrupt:
            self.interrupted = True
        self.seconds = time.monotonic() - begun
        self.parts.sort(key=lambda part: part.number)

    def resume(self, part: Part) -> None:
        """Note a part that an earlier run did."""
        self.resumed += part.subjects
        self.take(part)

    def take(self, part: Part) -> None:
        """Note a part that is done."""
        self.parts.append(part)

    def finish(self, folder: Folder, beside: dict[str, Any], *, rows: str = "subjects") -> None:
        """Sum up, and write the manifest unless the run was interrupted; `rows` is what the manifest calls them."""
        parts = [{"file": f"{PARTS}/{part.file}", "digest": part.digest, rows: part.subjects} for part in self.parts]
        self.manifest = {**self.head, **beside, rows: self.resumed + self.done, **summed(self.parts), "parts": parts}
        if not self.interrupted:
            folder.finish(self.manifest)
