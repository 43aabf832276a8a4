"""Does a quarterly report have the elements it must have, in their order, with values of their kinds?

The rules are our own statement, `schema.toml`; a user who has the published schema can check against that as well.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rules.contracts.errors import Violation
from rules.contracts.messages import speaker
from rules.contracts.toml_files import read_toml
from service.reading.tree.problems import Place
from service.schemes.cbam.quarterly_report.words import word_problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_say = speaker(__name__)

NAMESPACE = "http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1"
ROOT = "QReport"
_HINTS = "{http://www.w3.org/2001/XMLSchema-instance}"
_PART = re.compile(r"(?P<kind>\S+)(?: (?:(?P<optional>\?)|\{(?P<least>[0-9]+),(?P<most>[0-9]+)\}))?\Z")
_BLANK = " \t\n\r"


@dataclass(frozen=True, slots=True)
class Part:
    """One element inside another: what it holds, and how often it stands."""

    kind: str
    least: int
    most: int


@cache
def statement() -> Mapping[str, Mapping[str, Part]]:
    """Give the parts of every kind of element, in order."""
    kinds = read_toml("service.schemes.cbam.quarterly_report", "schema.toml")
    return {kind: {name: _part(written) for name, written in parts.items()} for kind, parts in kinds.items()}


def _part(written: str) -> Part:
    found = _PART.match(written)
    if found is None:
        raise ValueError(f"'{written}' does not say what a part holds and how often it stands")
    if found["optional"]:
        return Part(found["kind"], 0, 1)
    return Part(found["kind"], int(found["least"] or 1), int(found["most"] or 1))


def schema_problems(root: _Element) -> tuple[Violation, ...]:
    """List everything in which a report departs from the schema, in the order of the file."""
    if root.tag != _tag(ROOT):
        said = _say("OTHER_ROOT", found=_name(root), root=ROOT, namespace=NAMESPACE)
        return (_at(root, said),)
    problems = [*_attributes(root, ROOT), *_inside(root, ROOT, ROOT)]
    return tuple(sorted(problems, key=lambda problem: int(problem.field.removeprefix("line "))))


def _inside(element: _Element, kind: str, path: str) -> Iterator[Violation]:
    parts = statement()[kind]
    order = list(parts)
    if _loose_text(element):
        yield _at(element, _say("TEXT_BETWEEN", path=path))
    counts: Counter[str] = Counter()
    reached = 0
    for child in element.iterchildren(tag="*"):
        name = _own_name(child)
        if name not in parts:
            yield _at(child, _say("ELEMENT_UNKNOWN", path=path, name=_name(child), known=order))
            continue
        counts[name] += 1
        place = order.index(name)
        if place < reached:
            yield _at(child, _say("WRONG_ORDER", path=path, name=name, before=order[reached]))
        reached = max(reached, place)
        part = parts[name]
        if counts[name] == part.most + 1:
            yield _at(child, _say("TOO_OFTEN", path=path, name=name, times=_times(part.most)))
        yield from _child(child, part, f"{path}/{name}{f'[{counts[name]}]' if part.most > 1 else ''}")
    for name, part in parts.items():
        if counts[name] < part.least:
            yield _at(element, _say("MISSING", path=path, name=name))


def _child(child: _Element, part: Part, path: str) -> Iterator[Violation]:
    yield from _attributes(child, path)
    if part.kind in statement():
        yield from _inside(child, part.kind, path)
        return
    if next(child.iterchildren(tag="*"), None) is not None:
        yield _at(child, _say("ELEMENTS_INSIDE", path=path))
        return
    problem = word_problem(part.kind, "".join(child.itertext(tag=child.tag, with_tail=False)))
    if problem:
        yield _at(child, _say("AT_PATH", path=path, problem=problem))


def _attributes(element: _Element, path: str) -> Iterator[Violation]:
    for name in element.attrib:
        if not str(name).startswith(_HINTS):
            yield _at(element, _say("ATTRIBUTE", path=path, name=name))


def _loose_text(element: _Element) -> bool:
    texts = [element.text, *(child.tail for child in element)]
    return any(text and text.strip(_BLANK) for text in texts)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _own_name(element: _Element) -> str:
    prefix = f"{{{NAMESPACE}}}"
    return element.tag.removeprefix(prefix) if element.tag.startswith(prefix) else ""


def _name(element: _Element) -> str:
    name = _own_name(element)
    return name or _say("OTHER_NAMESPACE", name=element.tag[:120])


def _times(count: int) -> str:
    return _say("ONCE") if count == 1 else _say("TIMES", count=count)


def _at(element: _Element, description: str) -> Violation:
    return Violation(Place(element.sourceline or 0, 0).cell, description, "SCHEMA")
