"""In which stage is a subject, and which sections count there?"""

from __future__ import annotations

from rules.contracts.inputs import Frozen
from rules.contracts.numbers import Exact
from rules.model.definitions import Words
from rules.model.expressions import Condition


class Stage(Frozen):
    """A stage: the sections whose indicators count in it, and the most points they can count together."""

    id: str
    labels: Words = {}
    sections: tuple[str, ...] = ()
    maximum: Exact


class StageRow(Frozen):
    """A condition under which the subject is in a stage."""

    stage: str
    when: Condition = ()
    basis: tuple[str, ...]


class Stages(Frozen):
    """The stages from highest to lowest, and the rows walked from the top; the first row that holds decides.

    Indicators of sections that do not count in the stage are outside it: they neither earn points nor are they
    rescaled away, for the maximum of the stage is stated.
    """

    stages: tuple[Stage, ...]
    rows: tuple[StageRow, ...]


class Tracks(Frozen):
    """The facts, and the reserved name of the stage, that form a track; only within one track is anybody ranked."""

    by: tuple[str, ...]
    basis: tuple[str, ...]
