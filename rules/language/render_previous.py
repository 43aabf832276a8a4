"""How does what a fact takes from an earlier evaluation read in one language?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rules.language.render import Renderer
    from rules.model.previous import PreviousSource


def previous_part(source: PreviousSource, render: Renderer) -> str:
    """Write what of the evaluation is taken; a quantity of the card itself by its label."""
    if source.quantity is None:
        return render.words.words["previous_parts"].write(source.part)
    name = render.name(source.quantity) if source.card is None else source.quantity
    return render.words.forms["of_quantity"].write(quantity=name)


def previous_evaluation(source: PreviousSource, render: Renderer) -> str:
    """Write which evaluation is meant."""
    if source.year_of is None:
        return render.words.words["previous_evaluations"].write("last")
    return render.words.forms["of_year_before"].write(fact=render.name(source.year_of))
