"""What is noted of an erasure, of an evaluation, a draft or files, and of a legal hold?

All are leaves of the log (docs/spec/log.md). An erasure says of which evaluation, by whom, when, why and how much, and
binds by digests what is left; what was erased is nowhere in it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from rules.trail.erasing import Extent
from service.log.leaves import DRAFT_ERASURE, ERASURE, FILE_REMOVAL, HOLD, HOLD_LIFT, published_leaf

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.log.leaves import Leaf

ERASURES = "/erasures/"
"""Stands between the name of an evaluation or a draft and the number of an erasure of it, counted from 1."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What was erased of an evaluation.

    `principal` has id, kind and organisation. `facts` are named where facts were erased, `steps` says how many steps
    went. `record_left` is the digest of the bytes of what is left of the record, `findings_left` that of the findings
    of the archive, and `findings_left_shown` as those see them who may not know others; all are empty where nothing is
    left. `uses_left` is the digest of what is left of the uses of numbers and documents; leaves of before it was bound
    have none.
    """

    name: str
    subject: str
    time: str
    principal: Mapping[str, str]
    reason: str
    extent: Extent
    facts: tuple[str, ...]
    steps: int
    record_left: str = ""
    findings_left: str = ""
    findings_left_shown: str = ""
    uses_left: str = ""

    @property
    def evaluation(self) -> str:
        """The name of the evaluation."""
        return self.name.rpartition(ERASURES)[0]

    def leaf(self) -> Leaf:
        """Write the leaf that notes it."""
        said = asdict(self)
        if not self.uses_left:
            del said["uses_left"]
        return published_leaf(ERASURE, said.pop("name"), {**said, "extent": self.extent.value})

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> Erasure:
        """Read what a leaf says.

        Raises:
            KeyError: a part is missing.
            ValueError: its extent is none.
        """
        parts = {name: said[name] for name in cls.__dataclass_fields__ if name != "uses_left" or name in said}
        return cls(**{**parts, "extent": Extent(said["extent"]), "facts": tuple(said["facts"])})


@dataclass(frozen=True, slots=True)
class _Removal:
    """That something with files went; `files` are their digests in order, so that a copy can be recognised."""

    KIND: ClassVar[str]

    name: str
    time: str
    principal: Mapping[str, str]
    reason: str
    files: tuple[str, ...]

    def leaf(self) -> Leaf:
        """Write the leaf that notes it."""
        said = asdict(self)
        return published_leaf(self.KIND, said.pop("name"), said)

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> Self:
        """Read what a leaf says.

        Raises:
            KeyError: a part is missing.
        """
        return cls(said["name"], said["time"], said["principal"], said["reason"], tuple(said["files"]))


class DraftErasure(_Removal):
    """That a draft went whole, with the files of its revisions."""

    __slots__ = ()
    KIND = DRAFT_ERASURE


class FileRemoval(_Removal):
    """That files behind evidence went for their years, while the records that state their digests stay.

    It is noted before they go, so one that could not be removed then is noted again when it is.
    """

    __slots__ = ()
    KIND = FILE_REMOVAL


@dataclass(frozen=True, slots=True)
class Hold:
    """A legal hold: nothing of the target, a subject, an evaluation or a draft, is erased before somebody lifts it.

    The parts that begin with `lift` are those of its end, empty before that.
    """

    name: str
    target: str
    time: str
    principal: Mapping[str, str]
    reason: str
    lift_time: str = ""
    lift_principal: Mapping[str, str] | None = None
    lift_reason: str = ""

    def leaf(self) -> Leaf:
        """Write the leaf that notes that it was set."""
        said = {"target": self.target, "time": self.time, "principal": self.principal, "reason": self.reason}
        return published_leaf(HOLD, self.name, said)

    def lift_leaf(self) -> Leaf:
        """Write the leaf that notes that it was lifted."""
        said = {"time": self.lift_time, "principal": self.lift_principal, "reason": self.lift_reason}
        return published_leaf(HOLD_LIFT, self.name, said)

    @classmethod
    def read(cls, said: Mapping[str, Any], lifted: Mapping[str, Any] | None) -> Hold:
        """Read what the leaves of its beginning and its end say.

        Raises:
            KeyError: a part is missing.
        """
        parts = said["name"], said["target"], said["time"], said["principal"], said["reason"]
        return cls(*parts) if lifted is None else cls(*parts, lifted["time"], lifted["principal"], lifted["reason"])
