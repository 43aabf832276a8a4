"""How does a terminal tell what one version says otherwise than another?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import listed
from rules.contracts.typesetting import typeset
from rules.language.render import Renderer
from rules.rehearsal.legal_changes import ChangePart
from service.answering.terminal.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.contracts.diagnostics import Location
    from rules.model.scorecard import Scorecard
    from rules.rehearsal.legal_changes import LegalChange, LegalDifference
    from rules.rehearsal.moving import Movable

KINDS = ("gates", "indicators", "findings", "rules", "stages", "results", "grades")


def difference_lines(difference: LegalDifference, scorecard: Scorecard, language: str) -> Iterator[str]:
    """Write all changes, the rules first, then what they can move, and the step that they ask for."""
    said = words(language)["diff"]
    for part in ChangePart:
        own = [change for change in difference.changes if change.part is part]
        if own:
            yield from (said[part.value], *change_lines(own, language), "")
    count, step = len(difference.changes), difference.required_step
    if step is None:
        yield said["nothing"]
        return
    if any(change.part is ChangePart.RULE for change in difference.changes):
        yield typeset(moves_text(difference.movable, scorecard, language), language)
    yield said[step.name.lower()].format(count=count)


def change_lines(changes: Iterable[LegalChange], language: str) -> Iterator[str]:
    """Write changes, each with its place, as it was and as it is."""
    said = words(language)["diff"]
    for change in changes:
        told = said["beside"].format(heading=change.heading, beside=change.beside) if change.beside else change.heading
        place = place_text(change.place)
        yield typeset(said["place"].format(place=place, told=told) if place else told, language)
        yield typeset(said["was"].format(text=change.was or said["none_was"]), language)
        yield typeset(said["now"].format(text=change.now or said["none_now"]), language)


def place_text(place: Location | None) -> str:
    """Write a place in a file; nothing where there is none."""
    return "" if place is None else f"{place.path}:{place.line}"


def moves_text(movable: Movable, scorecard: Scorecard, language: str) -> str:
    """Say what the changes can move, grades and stages by their words in the card."""
    said, render = words(language)["diff"], Renderer(scorecard, language)
    shown = {"grades": render.grade, "stages": render.stage}
    parts = []
    for kind in KINDS:
        names = getattr(movable, kind)
        if names:
            own = listed((shown[kind](name) if kind in shown else name for name in names), language)
            parts.append(said["moved"][kind].format(names=own))
    return str(said["moves"].format(what=said["between"].join(parts)) if parts else said["moves_nothing"])
