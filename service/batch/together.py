"""Which subjects does one dossier hold that is about several, and what does it say of all of them?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from service.reading.dossier.reading import dossier_of
from service.reading.tree.fields import Fields
from service.reading.tree.nodes import Mapping, Node, Scalar, Sequence
from service.reading.tree.problems import PlacedError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rules.model.scorecard import Scorecard
    from service.reading.dossier.reading import Dossier
    from service.reading.tree.problems import Place

_say = speaker(__name__)

SUBJECTS = "subjects"
_SHARED = ("settings", "facts", "evidence")


def subjects_of(
    tree: Node, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]
) -> Iterator[tuple[str, Place, Callable[[], Dossier]]]:
    """Give the subjects of a dossier about several, each with its name, its place and how it is read.

    What stands beside `subjects` holds for each of them that does not say otherwise: settings, facts and evidence by
    their ids.

    Raises:
        PlacedError: the dossier has another form.
    """
    if not isinstance(tree, Mapping) or SUBJECTS not in tree.entries:
        raise PlacedError([Problem(tree.place, SUBJECTS, _say("NO_SUBJECTS"), "REQUIRED")])
    fields = Fields()
    parts = fields.mapping(tree, "", (*_SHARED, SUBJECTS), what=_say("DOSSIER_OF_SEVERAL"))
    listed = parts.get(SUBJECTS)
    if not isinstance(listed, Sequence) or not listed.items:
        place = tree.place if listed is None else listed.place
        fields.problem(place, SUBJECTS, _say("SUBJECTS_WANTED"), "WRONG_SHAPE")
        listed = None
    for number, item in enumerate(listed.items if listed is not None else ()):
        if not isinstance(item, Mapping):
            fields.problem(item.place, f"{SUBJECTS}[{number}]", _say("SUBJECT_WANTED"), "WRONG_SHAPE")
    if fields.problems:
        raise PlacedError(fields.problems)
    shared = {name: parts[name] for name in _SHARED if name in parts}
    for item in listed.items if listed is not None else ():
        whole = _with(item, shared)
        yield _name(item), item.place, partial(_read, whole, scorecard, as_of, settings)


def _read(tree: Node, scorecard: Scorecard, as_of: str, settings: dict[str, str]) -> Dossier:
    return dossier_of(tree, Fields(), scorecard, as_of=as_of, settings=settings)


def _name(node: Node) -> str:
    named = node.entries.get("subject") if isinstance(node, Mapping) else None
    return named.text if isinstance(named, Scalar) else ""


def _with(own: Node, shared: dict[str, Node]) -> Node:
    """Give a subject with what holds for all; of one id its own says more."""
    if not isinstance(own, Mapping):
        return own
    entries, keys = dict(own.entries), dict(own.keys)
    for name, part in shared.items():
        there = entries.get(name)
        keys.setdefault(name, part.place)
        entries[name] = part if there is None else _merged(part, there)
    return Mapping(own.place, entries, keys)


def _merged(shared: Node, own: Node) -> Node:
    if isinstance(shared, Mapping) and isinstance(own, Mapping):
        return Mapping(own.place, {**shared.entries, **own.entries}, {**shared.keys, **own.keys})
    if isinstance(shared, Sequence) and isinstance(own, Sequence):
        return Sequence(own.place, [*shared.items, *own.items])
    return own
