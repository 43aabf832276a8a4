"""The parts of a DMN file that the import reads: inputs, decision tables and literal expressions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ValueKind(StrEnum):
    """Type of an input or output."""

    NUMBER = "number"
    TEXT = "text"
    FLAG = "flag"
    DATE = "date"


class HitPolicy(StrEnum):
    """Selection among several matching rules; an aggregated COLLECT has its own name."""

    UNIQUE = "UNIQUE"
    ANY = "ANY"
    FIRST = "FIRST"
    PRIORITY = "PRIORITY"
    RULE_ORDER = "RULE ORDER"
    OUTPUT_ORDER = "OUTPUT ORDER"
    COLLECT = "COLLECT"
    SUM = "COLLECT SUM"
    MIN = "COLLECT MIN"
    MAX = "COLLECT MAX"
    COUNT = "COLLECT COUNT"

    @property
    def has_list_result(self) -> bool:
        return self in (HitPolicy.RULE_ORDER, HitPolicy.OUTPUT_ORDER, HitPolicy.COLLECT)


@dataclass(frozen=True, slots=True)
class DmnInput:
    """An input of the file, or a component of a structured input, such as `loan.rate`."""

    name: str
    kind: ValueKind | None
    allowed: str = ""
    unit: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class TableInput:
    """An input column; `allowed` contains its allowed values as unary tests."""

    expression: str
    kind: ValueKind | None
    allowed: str


@dataclass(frozen=True, slots=True)
class TableOutput:
    """An output column; `allowed` is in order of priority."""

    name: str
    allowed: str
    default: str


@dataclass(frozen=True, slots=True)
class TableRule:
    """The cells of one rule, as written."""

    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    basis: str = ""
    reason: str | None = None
    """Reason of an output that is null; None if the table has no column for reasons."""


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """A decision table with its cells as written."""

    policy: HitPolicy
    inputs: tuple[TableInput, ...]
    outputs: tuple[TableOutput, ...]
    rules: tuple[TableRule, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: a table or a literal expression."""

    name: str
    logic: DecisionTable | str
    line: int
    unit: str = ""
    id: str = ""
    otherwise_basis: str = ""
    otherwise_reason: str | None = None


@dataclass(frozen=True, slots=True)
class DmnBasis:
    """A basis that an export wrote into the file."""

    id: str
    instrument: str
    clause: str
    certainty: str


@dataclass(frozen=True, slots=True)
class DmnFile:
    """All inputs and decisions of a file, and the bases of an exported scorecard."""

    name: str
    inputs: tuple[DmnInput, ...]
    decisions: tuple[Decision, ...]
    bases: tuple[DmnBasis, ...] = ()
