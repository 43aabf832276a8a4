"""How does a terminal tell what one version says otherwise than another?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import listed
from rules.contracts.typesetting import typeset
from rules.language.render import Renderer
from rules.rehearsal.legal_changes import ChangePart
from service.answering.terminal.changed_words import bracketed, changed_words
from service.answering.terminal.cited_clauses import clauses_at
from service.answering.terminal.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rules.contracts.diagnostics import Location
    from rules.model.scorecard import Scorecard
    from rules.rehearsal.legal_changes import LegalChange, LegalDifference
    from rules.rehearsal.moving import Movable

KINDS = ("gates", "indicators", "findings", "rules", "stages", "results", "grades")


def difference_lines(
    difference: LegalDifference, before: Scorecard, after: Scorecard, language: str, *, why: Sequence[str] = ()
) -> Iterator[str]:
    """Write all changes, the rules first, each with its clauses; then what they can move, the step, and `why`."""
    said = words(language)["diff"]
    for part in ChangePart:
        own = [change for change in difference.changes if change.part is part]
        if own:
            yield from (said[part.value], *change_lines(own, language, cards=(before, after)), "")
    yield from ending_lines(difference, before, after, language)
    for entry in why:
        yield from ("", said["why"], *(f"  {line}".rstrip() for line in entry.splitlines()))


def ending_lines(difference: LegalDifference, before: Scorecard, after: Scorecard, language: str) -> Iterator[str]:
    """Say what the changes can move and which step they ask for, and how a number is to be read that rose by less."""
    said = words(language)["diff"]
    step = difference.required_step
    if step is None:
        yield said["nothing"]
        return
    if any(change.part is ChangePart.RULE for change in difference.changes):
        yield typeset(moves_text(difference.movable, after, language), language)
    yield said[step.name.lower()].format(count=len(difference.changes))
    old, new = (tuple(map(int, card.card.version.split("."))) for card in (before, after))
    taken = 0 if new <= old else next(step for step in (3, 2, 1) if new[3 - step] > old[3 - step])
    if before.card.id == after.card.id and 0 < taken < step:
        numbers = {"before": before.card.version, "after": after.card.version}
        yield said["smaller"].format(**numbers, taken=said["steps"][str(taken)], asked=said["steps"][str(int(step))])


def change_lines(
    changes: Iterable[LegalChange], language: str, *, cards: tuple[Scorecard, Scorecard] | None = None
) -> Iterator[str]:
    """Write changes, each with its place, as it was and as it is, with the words that changed between brackets.

    With the cards on both sides the clauses that each rests on are named.
    """
    said = words(language)["diff"]
    for change in changes:
        yield typeset(heading_text(change, language), language)
        was, now = map(bracketed, changed_words(change.was, change.now))
        yield typeset(said["was"].format(text=was or said["none_was"]), language)
        yield typeset(said["now"].format(text=now or said["none_now"]), language)
        if cards is not None and (clauses := change_clauses(change, cards, language)):
            yield typeset(said["by"].format(clauses=clauses), language)


def heading_text(change: LegalChange, language: str) -> str:
    """Write what changed, and where it stands."""
    said = words(language)["diff"]
    told = said["beside"].format(heading=change.heading, beside=change.beside) if change.beside else change.heading
    place = place_text(change.place)
    return str(said["place"].format(place=place, told=told) if place else told)


def change_clauses(change: LegalChange, cards: tuple[Scorecard, Scorecard], language: str) -> str:
    """Name the clauses on which a changed rule rests now, or rested; nothing of what is no rule."""
    if change.part is not ChangePart.RULE:
        return ""
    before, after = cards
    found = clauses_at(after, change.now_at, language) or clauses_at(before, change.was_at, language)
    return str(words(language)["joins"]["clauses"].join(found))


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
