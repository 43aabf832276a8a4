"""What becomes of the files behind what is erased? One goes when nothing of its organisation rests on it any more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.base.instants import to_timestamp
from service.base.refusals import Refusal
from service.files.kept import refusing_faults
from touchstone.v1 import erasure_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from service.files.kept import Files
    from service.store.documents import Documents
    from service.store.erasing import Erased

    Note = Callable[[Sequence[str]], None]

_NAMED = 100


@dataclass(frozen=True, slots=True)
class ErasedFiles:
    """Removes files that are not rested on. Whatever rests on one, under a legal hold or not, keeps it."""

    files: Files
    documents: Documents

    def planned(self, erased: Sequence[Erased]) -> list[list[erasure_service_pb2.ErasedFile]]:
        """Say of each erasure what would become of its files.

        Raises:
            Refusal: the store, or the files, cannot be read now.
        """
        return [[self._fate(one, digest, erased) for digest in self._kept(one)] for one in erased]

    def remove(self, erased: Sequence[Erased]) -> list[list[erasure_service_pb2.ErasedFile]]:
        """Remove the files of what has been erased, and say what became of each; one that cannot be now is kept."""
        told = []
        for one in erased:
            try:
                fates = [self._fate(one, digest, erased) for digest in self._kept(one)]
            except Refusal:  # it was logged, and what is erased is erased
                fates = [erasure_service_pb2.ErasedFile(content_digest=digest) for digest in one.documents]
            for fate in fates:
                fate.removed = fate.removed and self._removed(_organization(one), fate.content_digest)
            told.append(fates)
        return told

    def due(
        self, organization: str, evaluations: Collection[str], *, years: int, until: str, remove: Note | None
    ) -> Due:
        """Say which files are due: those on which only these evaluations rest, and those on which none does.

        To remove them, `remove` notes the former first; that the latter are needless, an erasure has noted.

        Raises:
            Refusal: the store, or the files, cannot be read now.
        """
        due, needless = [], []
        with refusing_faults():
            for one in self.files.list(organization):
                resting = self.documents.resting_on(organization, one.digest, limit=len(evaluations) + 1)
                if not resting:
                    needless.append(one.digest)
                elif years and set(resting) <= set(evaluations):
                    due.append(one.digest)
        message = erasure_service_pb2.DueFiles(years=years, file_count=len(due), needless_count=len(needless))
        if years:
            message.until.CopyFrom(to_timestamp(until))
        if remove is not None:
            if due:
                remove(sorted(due))
            message.removed_count = sum(self._removed(organization, digest) for digest in (*due, *needless))
        return message

    def _kept(self, one: Erased) -> list[str]:
        with refusing_faults():
            return [digest for digest in one.documents if self.files.find(_organization(one), digest) is not None]

    def _fate(self, one: Erased, digest: str, erased: Sequence[Erased]) -> erasure_service_pb2.ErasedFile:
        going = {other.erasure.evaluation for other in erased if digest in other.documents}
        found = self.documents.resting_on(_organization(one), digest, limit=_NAMED + len(going))
        resting = [name for name in found if name not in going][:_NAMED]
        return erasure_service_pb2.ErasedFile(content_digest=digest, removed=not resting, resting_on=resting)

    def _removed(self, organization: str, digest: str) -> bool:
        try:
            with refusing_faults():
                return self.files.remove(organization, digest)
        except Refusal:  # it was logged, and the next run of retention removes it
            return False


Due = erasure_service_pb2.DueFiles


def _organization(erased: Erased) -> str:
    return erased.erasure.evaluation.split("/")[1]
