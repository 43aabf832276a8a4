"""Where in a feature file do new sentences and examples go, and how does it read with them?

A definition stands at the end of the background of its rule, an example at the end of the rule; what is there already
stays as it is to the byte. A rule that the file does not have is begun at its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gherkin.token_matcher import TokenMatcher

from rules.language.file_names import language_of
from rules.language.lexicon import lexicon
from rules.language.table import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


Heads = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Definition:
    """A new sentence in the background of a rule, or of the file if the title is blank, and the rows of its table."""

    rule: str
    sentence: str
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A new scenario at the end of a rule; `given` and `then` are sentences, and `when` is one."""

    rule: str
    title: str
    given: tuple[str, ...]
    when: str
    then: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LineOrigin:
    """Where a line comes from: line `line` of the file before, or that of the addition of this number, from 0."""

    addition: int | None
    line: int


@dataclass(slots=True)
class _Section:
    """The file up to its first rule, or one rule; numbers are of the lines behind the last that say something."""

    title: str
    head: int
    background: int = 0
    steps: bool = False
    end: int = 0


def rule_titles(text: str, path: str) -> list[str]:
    """Give the titles of the rules of a file, in their order."""
    return [section.title for section in _sections(text.split("\n"), _heads(path))[1:]]


def example_titles(text: str, path: str) -> set[tuple[str, str]]:
    """Give the titles of the scenarios of a file, each with that of its rule."""
    rules, _, scenarios = _heads(path)
    rule, found = "", set()
    for line in text.split("\n"):
        said = line.strip()
        if said.startswith(rules):
            rule = _title(said)
        elif said.startswith(scenarios):
            found.add((rule, _title(said)))
    return found


def _title(head: str) -> str:
    return head.partition(":")[2].strip()


def added(text: str, path: str, additions: Sequence[Definition | Example]) -> tuple[str, list[LineOrigin | None]]:
    """Put additions into a file; say of each line then where it comes from, None for heads that were needed."""
    keywords = _keywords(path)
    lines = text.split("\n")
    came: list[LineOrigin | None] = [LineOrigin(None, line) for line in range(len(lines))]
    ending = "\r" if lines[0].endswith("\r") else ""
    for number, addition in enumerate(additions):
        sections = _sections(lines, _heads(path))
        section = next((one for one in sections if one.title == addition.rule), None)
        if section is None:
            at = sections[-1].end
            lines[at:at], came[at:at] = [ending, f"  {keywords['rule']}: {addition.rule}{ending}"], [None, None]
            section = _Section(addition.rule, at + 2, end=at + 2)
        new = list(_lines(addition, section, keywords))
        at = section.end if isinstance(addition, Example) else section.background or section.head
        lines[at:at] = [f"{line}{ending}" for line, _ in new]
        came[at:at] = [None if part is None else LineOrigin(number, part) for _, part in new]
    return "\n".join(lines), came


def _keywords(path: str) -> Mapping[str, str]:
    return lexicon(language_of(path) or "en").keywords


def _heads(path: str) -> Heads:
    """Give the words that begin a rule, a background and a scenario, also those that the canonical form has not."""
    dialect = TokenMatcher(lexicon(language_of(path) or "en").dialect).dialect
    scenarios = (*dialect.scenario_keywords, *dialect.scenario_outline_keywords)
    kinds = (dialect.rule_keywords, dialect.background_keywords, scenarios)
    rule, background, scenario = (tuple(f"{word}:" for word in kind) for kind in kinds)
    return rule, background, scenario


def _sections(lines: Sequence[str], heads: Heads) -> list[_Section]:
    rules, backgrounds, scenarios = heads
    found = [_Section("", 0)]
    place = ""
    for number, line in enumerate(lines, 1):
        said = line.strip()
        own = found[-1]
        if said.startswith(rules):
            own = _Section(_title(said), number)
            found.append(own)
            place = "head"
        elif said.startswith(backgrounds):
            place = "background"
        elif said.startswith(scenarios):
            place = "scenario"
        if not said or (said.startswith("#") and number > 1):
            continue
        own.end = number
        if place == "background":
            own.steps = own.steps or own.background > 0
            own.background = number
        elif place != "scenario":
            own.head = number
    return found


def _lines(
    addition: Definition | Example, section: _Section, keywords: Mapping[str, str]
) -> Iterator[tuple[str, int | None]]:
    """Give the new lines, each with its number in the addition: its sentence or title, and what stands beneath."""
    outer = "    " if section.title else "  "
    inner = f"{outer}  "
    if isinstance(addition, Example):
        yield "", None
        yield f"{outer}{keywords['scenario']}: {addition.title}", 0
        steps = [("given", addition.given), ("when", (addition.when,)), ("then", addition.then)]
        words = [
            (keywords["and"] if at else keywords[key], said)
            for key, all_said in steps
            for at, said in enumerate(all_said)
        ]
        yield from ((f"{inner}{word} {said}", part) for part, (word, said) in enumerate(words, 1))
        return
    if not section.background:
        yield f"{outer}{keywords['background']}:", None
    yield f"{inner}{keywords['and' if section.steps else 'given']} {addition.sentence}", 0
    yield from ((f"{inner}  {line}", part) for part, line in enumerate(table_lines(addition.rows), 1))
