"""Version difference as text and as HTML page, with citations and affected outcomes."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING, Any

from rules.contracts import format_citation, join_items, typeset
from rules.language import Renderer
from rules.model import last_day_in_force
from rules.rehearsal import ChangeCategory
from service.base.whole_numbers import parse_whole_number
from service.output.changed_words import bracket_changes, changed_words
from service.output.terminal.words import period_text, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import jinja2

    from rules.api import LegalDifference
    from rules.contracts import Location
    from rules.model import PublishedVersion, Scorecard, VersionOutline
    from rules.rehearsal import AffectedOutcomes, LegalChange


_PATH_PART = re.compile(r"([a-z_]+)(?:\[([^\]]*)\])?")
_NUMBER = re.compile(r"[0-9]+(?:[.,/-][0-9]+)*")
_ID_FIELDS = ("id", "fact")
_OTHER_KEY_FIELDS = ("grade", "stage", "value")
"""Keys of rows that have no id; a number in a path is the position of such a row, not its grade."""


def _clauses_at(scorecard: Scorecard, path: str | None) -> tuple[str, ...]:
    """Return the ids of the bases that the row at a path cites, or the part that contains the row."""
    clause_ids: tuple[str, ...] = ()
    element: object = scorecard
    for name, key in _PATH_PART.findall(path or ""):
        element = getattr(element, name, None)
        if key and isinstance(element, tuple):
            element = _item_at(element, key)
        clause_ids = getattr(element, "basis", ()) or clause_ids
    return clause_ids


def _item_at(items: tuple[object, ...], key: str) -> object:
    position = parse_whole_number(key, most=len(items) - 1)
    for fields in (_ID_FIELDS, _OTHER_KEY_FIELDS):
        for item in items:
            if key in {getattr(item, field, None) for field in fields}:
                return item
        if position is not None:
            return items[position]
    return None


def citations_of(scorecard: Scorecard, ids: Iterable[str], language: str) -> tuple[str, ...]:
    """Return the citations of bases by id, without repetitions."""
    known = {basis.id: basis for basis in scorecard.bases}
    bases = (known[id] for id in ids if id in known)
    return tuple(dict.fromkeys(format_citation(basis.instrument, basis.place, language) for basis in bases))


KINDS = ("gates", "indicators", "findings", "rules", "stages", "results", "grades")


def difference_lines(  # noqa: PLR0913 -- both sides, and the parts that the gazette adds
    difference: LegalDifference,
    before: Scorecard,
    after: Scorecard,
    language: str,
    *,
    validity: Sequence[str] = (),
    why: Sequence[str] = (),
) -> Iterator[str]:
    """Yield `validity`, the changes by category, their effects, the required version step and `why`."""
    templates = words(language)["diff"]
    if validity:
        yield from (templates["validity"], *validity, "")
    for part in ChangeCategory:
        own = [change for change in difference.changes if change.part is part]
        if own:
            yield from (templates[part.value], *change_lines(own, language, cards=(before, after)), "")
    yield from ending_lines(difference, before, after, language)
    for entry in why:
        yield from ("", templates["why"], *(f"  {line}".rstrip() for line in entry.splitlines()))


def validity_lines(
    before: PublishedVersion, after: PublishedVersion, published: Sequence[VersionOutline], language: str
) -> list[str]:
    """Return when each version is in force; empty for two scorecards.

    The last day of a superseded version is computed from `published` and both versions.
    """
    if before.card.id != after.card.id or before.card.version == after.card.version:
        return []
    templates = words(language)["diff"]
    numbers = {before.card.version, after.card.version}
    others = (other for other in published if other.card.version not in numbers)
    every: list[PublishedVersion | VersionOutline] = [before, after, *others]
    lines = []
    for version in (before, after):
        card = version.card
        successors = [other.card.version for other in every if other.card.supersedes == card.version]
        period = period_text(card.first_date, last_day_in_force(card, every), language)
        supersedes = templates["supersedes"].format(version=card.supersedes) if card.supersedes else ""
        superseded = templates["superseded"].format(version=successors[0]) if successors else ""
        lines.append(
            templates["in_force"].format(
                version=card.version, period=period, supersedes=supersedes, superseded=superseded
            )
        )
    return lines


def ending_lines(difference: LegalDifference, before: Scorecard, after: Scorecard, language: str) -> Iterator[str]:
    """Yield the effects, the required version step, and a note if the version rose by less."""
    templates = words(language)["diff"]
    step = difference.required_step
    if step is None:
        yield templates["nothing"]
        return
    if any(change.part is ChangeCategory.RULE for change in difference.changes):
        yield typeset(moves_text(difference.movable, after, language), language)
    yield templates[step.name.lower()].format(count=len(difference.changes))
    old, new = (tuple(map(int, card.card.version.split("."))) for card in (before, after))
    actual_step = 0 if new <= old else next(step for step in (3, 2, 1) if new[3 - step] > old[3 - step])
    if before.card.id == after.card.id and 0 < actual_step < step:
        numbers = {"before": before.card.version, "after": after.card.version}
        yield templates["smaller"].format(
            **numbers, taken=templates["steps"][str(actual_step)], asked=templates["steps"][str(int(step))]
        )


def change_lines(
    changes: Iterable[LegalChange], language: str, *, cards: tuple[Scorecard, Scorecard] | None = None
) -> Iterator[str]:
    """Yield each change with changed words in brackets; with `cards`, add citations."""
    templates = words(language)["diff"]
    for change in changes:
        yield typeset(heading_text(change, language), language)
        was, now = map(bracket_changes, changed_words(change.was, change.now))
        yield typeset(templates["was"].format(text=was or templates["none_was"]), language)
        yield typeset(templates["now"].format(text=now or templates["none_now"]), language)
        if cards is not None and (clauses := change_clauses(change, cards, language)):
            yield typeset(templates["by"].format(clauses=clauses), language)
        if cards is not None:
            yield from (typeset(line, language) for line in stale_note_lines(change, cards, language))


def heading_text(change: LegalChange, language: str) -> str:
    """Return the heading of a change with its location."""
    heading, location = row_text(change, language), place_text(change.location)
    return str(words(language)["diff"]["place"].format(place=location, told=heading) if location else heading)


def row_text(change: LegalChange, language: str) -> str:
    """Return the heading of a change with the unchanged cells of its row."""
    template = words(language)["diff"]["beside"]
    return str(template.format(heading=change.heading, beside=change.context)) if change.context else change.heading


def change_citations(change: LegalChange, cards: tuple[Scorecard, Scorecard], language: str) -> tuple[str, ...]:
    """Return the citations of a changed rule; empty for other changes."""
    if change.part is not ChangeCategory.RULE:
        return ()
    before, after = cards
    ids = cited_bases(change, cards)
    return citations_of(after, ids, language) or citations_of(before, ids, language)


def cited_bases(change: LegalChange, cards: tuple[Scorecard, Scorecard]) -> tuple[str, ...]:
    """Return the ids of the bases of a change, with the bases that the version before did not cite first."""
    was, now = (_clauses_at(card, path) for card, path in zip(cards, (change.was_at, change.now_at), strict=True))
    return tuple(sorted(now, key=was.__contains__)) or was


def change_clauses(change: LegalChange, cards: tuple[Scorecard, Scorecard], language: str) -> str:
    """Return the citations of a changed rule as text."""
    return str(words(language)["joins"]["clauses"].join(change_citations(change, cards, language)))


def stale_note_lines(change: LegalChange, cards: tuple[Scorecard, Scorecard], language: str) -> Iterator[str]:
    """Yield a line for each cited basis with a note that states a replaced number, but no number that replaces it."""
    if change.part is not ChangeCategory.RULE:
        return
    was, now = (set(_NUMBER.findall(text)) for text in (change.was, change.now))
    cited = cited_bases(change, cards)
    for basis in cards[1].bases:
        stated = set(_NUMBER.findall(basis.note.get(language, ""))) if basis.id in cited else set()
        if stated & (was - now) and not stated & (now - was):
            numbers = join_items(sorted(stated & (was - now)), language)
            yield str(words(language)["diff"]["stale_note"].format(basis=basis.id, numbers=numbers))


def place_text(place: Location | None) -> str:
    """Return a location as `path:line`; empty for None."""
    return "" if place is None else f"{place.path}:{place.line}"


def moves_text(movable: AffectedOutcomes, scorecard: Scorecard, language: str) -> str:
    """Render the outcomes that the changes can affect."""
    templates, render = words(language)["diff"], Renderer(scorecard, language)
    shown = {"grades": render.grade, "stages": render.stage}
    parts = []
    for kind in KINDS:
        names = getattr(movable, kind)
        if names:
            own = join_items((shown[kind](name) if kind in shown else name for name in names), language)
            parts.append(templates["moved"][kind].format(names=own))
    return str(
        templates["moves"].format(what=templates["between"].join(parts)) if parts else templates["moves_nothing"]
    )


def difference_page(  # noqa: PLR0913 -- both sides, and the parts that the gazette adds
    difference: LegalDifference,
    before: PublishedVersion,
    after: PublishedVersion,
    language: str,
    *,
    validity: Sequence[str] = (),
    why: Sequence[str] = (),
) -> str:
    """Return a self-contained page of validity, changes and reasons."""
    templates, cards = words(language)["diff"], (before.scorecard, after.scorecard)

    def change_view(change: LegalChange) -> dict[str, Any]:
        was, now = changed_words(typeset(change.was, language), typeset(change.now, language))
        sides = [
            (templates["was"].split("{")[0], was if change.was else ((templates["none_was"], False),), "del"),
            (templates["now"].split("{")[0], now if change.now else ((templates["none_now"], False),), "ins"),
        ]
        clauses = change_clauses(change, cards, language)
        clause_text = templates["by"].format(clauses=clauses) if clauses else ""
        stale = [typeset(line, language) for line in stale_note_lines(change, cards, language)]
        return {
            "heading": typeset(heading_text(change, language), language),
            "sides": sides,
            "clauses": "\n".join(filter(None, (clause_text, *stale))),
        }

    parts = [(part, [change for change in difference.changes if change.part is part]) for part in ChangeCategory]
    return _template().render(
        language={"zh": "zh-Hans"}.get(language, language),
        title=templates["title"].format(before=_version_label(before), after=_version_label(after)),
        in_force=templates["validity"],
        validity=validity,
        parts=[(templates[part.value], [change_view(change) for change in own]) for part, own in parts if own],
        ending=list(ending_lines(difference, *cards, language)),
        said_why=templates["why"],
        why=why,
    )


def _version_label(version: PublishedVersion) -> str:
    card = version.scorecard.card
    return f"{card.id} {card.version}"


def _template() -> jinja2.Template:
    import jinja2  # noqa: PLC0415 -- only the page needs it

    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    source = resources.files(__package__) / "changes.html.jinja"
    return environment.from_string(source.read_text(encoding="utf-8"))
