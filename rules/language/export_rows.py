"""What stands in the table of each definition sentence when it is written from the model?

Cells are keyed by the columns of the lexicon; blank ones are left out of a table later, unless somebody must fill them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.inputs import Assurance
from rules.language.render_steps import record_rows
from rules.model.scorecard import FactType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rules.language.render import Renderer
    from rules.model.scorecard import (
        Band,
        Choice,
        FactDefinition,
        LadderRow,
        Rounding,
    )

Cells = dict[str, str]
"""The cells of one row by the keys of their columns."""


@dataclass(frozen=True, slots=True)
class Written:
    """What fills a definition sentence: its slots, and the rows of its table; None if it has no table.

    `production` is named if another sentence says it than the one that stood there, `table` if its table is called
    otherwise than the sentence.
    """

    slots: Mapping[str, str]
    rows: Sequence[Cells] | None = None
    production: str = ""
    table: str = ""


def bound_cells(row: Band | LadderRow, render: Renderer) -> Cells:
    """Write the bounds of a band or of a row of the ladder."""
    return {
        "more_than": render.number(row.more_than),
        "at_least": render.number(row.at_least),
        "at_most": render.number(row.at_most),
        "below": render.number(row.below),
    }


def fact_cells(fact: FactDefinition, key: str, render: Renderer) -> Cells:
    """Write the row of a fact, or of a field of records."""
    words, months = render.words.words, fact.maximum_age_months
    return {
        key: fact.id,
        "label": render.own(fact.labels),
        "type": _type_word(fact, render),
        "unit": render.words.write_unit(fact.unit),
        "choices": "" if fact.type is FactType.FLAG else render.listed(choice.id for choice in fact.choices),
        "at_least": render.number(fact.at_least),
        "at_most": render.number(fact.at_most),
        "multiple_of": render.number(fact.multiple_of),
        "step": render.number(fact.step),
        "evidence": render.listed(fact.evidence),
        "assurance": "" if fact.assurance is Assurance.NONE else words["assurances"].write(fact.assurance),
        "maximum_age": "" if months is None else render.words.write_number(str(months), "month"),
        "may_not_apply": words["answers"].write("yes") if fact.may_not_apply else "",
        "may_lie_ahead": words["answers"].write("yes") if fact.may_lie_ahead else "",
        **({"given": words["answers"].write("yes") if fact.given else ""} if key == "fact" else {}),
    }


def _type_word(fact: FactDefinition, render: Renderer) -> str:
    if fact.type is not FactType.RECORDS:
        return render.words.words["types"].write(fact.type)
    record = next(one for one in render.scorecard.records if one.id == fact.record)
    return render.words.forms["list_of"].write(record=render.record(record))


class Rows:
    """Writes rows of tables in one language."""

    def __init__(self, renderer: Renderer) -> None:
        self.render = renderer
        self.words = renderer.words

    def rounding(self, rounding: Rounding) -> str:
        """Write decimal places and mode."""
        mode = self.words.words["roundings"].write(rounding.mode)
        return self.words.forms["rounding"].write(mode=mode, places=str(rounding.places))

    def card(self) -> list[Cells]:
        """Write the card table."""
        card, words = self.render.scorecard.card, self.words.words
        rows = {
            "id": card.id,
            "version": card.version,
            "supersedes": card.supersedes or "",
            "title": self.render.own(card.titles),
            "subject": card.subject_kind,
            "attestation": words["attestations"].write(card.attestation),
            "time_zone": card.time_zone,
            "first_date": card.first_date.isoformat(),
            "last_date": card.last_date.isoformat() if card.last_date else "",
            "rounding": self.rounding(card.rounding),
            "compare": words["comparisons"].write("rounded") if card.compare_rounded else "",
            "not_applicable": words["policies"].write(card.not_applicable),
        }
        stated = [(key, text) for key, text in rows.items() if text]
        stated += [("not_assessed", self.render.own(texts)) for texts in card.not_assessed if self.render.own(texts)]
        return [{"field": words["card"].write(key), "value": text} for key, text in stated]

    def choice(self, choice: Choice, key: str = "value") -> Cells:
        """Write the row that gives a choice or grade its words."""
        return {key: choice.id, "words": self.render.own(choice.labels)}

    def case_records(self, fact: str) -> list[list[str]]:
        """Write the records of the reference case with their heading."""
        value = next(one.value for one in self.render.scorecard.reference_case if one.fact == fact)
        return record_rows(fact, value, self.render)
