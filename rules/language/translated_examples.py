"""How do the examples of one language read as scenarios of another?

They are written from what they mean, so that they prove the same in both. The rows of an outline become an outline
again: what differs between them goes into columns, which bear the ids of what they change or expect, for ids are the
same in all languages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.language.export_blocks import Block
from rules.language.render_steps import change_lines, evaluate_line, expectation_line, record_rows
from rules.language.source import Section
from rules.language.table import table_lines
from rules.model.examples import FactChange

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.language.lexicon import Lexicon
    from rules.language.render import Renderer
    from rules.model.examples import Change, Example

_NAMES = ("fact", "setting", "criterion", "indicator", "finding", "rule", "name")


@dataclass(frozen=True, slots=True)
class TranslatedStep:
    """One step: its section, what it says, and the id after which its column is named if it is one of an outline."""

    section: Section
    block: Block
    name: str


@dataclass(frozen=True, slots=True)
class TranslatedScenario:
    """One scenario; with a heading and rows an outline."""

    steps: tuple[TranslatedStep, ...]
    heading: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def translated(examples: Sequence[Example], renderer: Renderer) -> list[TranslatedScenario]:
    """Write what one scenario, or the rows of one outline, stand for, in the language of a renderer.

    Rows that differ in their steps or tables, and not only in words of a step, become scenarios of their own.
    """
    every = [tuple(_steps(example, renderer)) for example in examples]
    if len(every) > 1 and len({_shape(steps) for steps in every}) == 1:
        return [_folded(every)]
    return [TranslatedScenario(steps) for steps in every]


def scenario_lines(one: TranslatedScenario, title: str, words: Lexicon) -> list[str]:
    """Write a scenario as it stands inside a rule, below its title."""
    lines = [f"    {words.keywords['outline' if one.rows else 'scenario']}: {title}".rstrip()]
    section: Section | None = None
    for step in one.steps:
        keyword = words.keywords["and" if step.section is section else str(step.section)]
        lines.append(f"      {keyword} {step.block.sentence}")
        lines += [f"        {row}" for row in table_lines(step.block.rows)]
        section = step.section
    if one.rows:
        lines += ["", f"      {words.keywords['examples']}:"]
        lines += [f"        {row}" for row in table_lines([one.heading, *one.rows])]
    return lines


def _steps(example: Example, renderer: Renderer) -> Iterator[TranslatedStep]:
    for change in example.changes:
        yield TranslatedStep(Section.GIVEN, _change(change.item, renderer), _name(change.item))
    yield TranslatedStep(Section.WHEN, Block(evaluate_line(example.as_of, renderer)), "date")
    for expected in example.expectations:
        sentence = expectation_line(expected.item, renderer)
        yield TranslatedStep(Section.THEN, Block(sentence), _name(expected.item))


def _change(change: Change, renderer: Renderer) -> Block:
    sentence = change_lines(change, renderer)[0]
    if isinstance(change, FactChange) and change.value is not None and change.value.records:
        return Block(sentence, record_rows(change.fact, change.value, renderer))
    return Block(sentence)


def _name(item: object) -> str:
    found = (getattr(item, name, None) for name in _NAMES)
    return next((name for name in found if isinstance(name, str)), type(item).__name__.removeprefix("Expect").lower())


def _shape(steps: Sequence[TranslatedStep]) -> object:
    return tuple((step.section, tuple(tuple(row) for row in step.block.rows)) for step in steps)


def _folded(every: Sequence[tuple[TranslatedStep, ...]]) -> TranslatedScenario:
    """Put what differs between scenarios of the same steps into columns."""
    columns: dict[str, tuple[str, ...]] = {}
    steps = []
    for same in zip(*every, strict=True):
        first = same[0]
        sentences = [step.block.sentence.split(" ") for step in same]
        sentence = first.block.sentence
        if any(words != sentences[0] for words in sentences):
            before, behind = _common(sentences)
            values = tuple(" ".join(words[before : len(words) - behind]) for words in sentences)
            column = _column(first.name, values, columns)
            words = sentences[0]
            sentence = " ".join([*words[:before], f"<{column}>", *words[len(words) - behind :]])
        steps.append(TranslatedStep(first.section, Block(sentence, first.block.rows), first.name))
    rows = tuple(zip(*columns.values(), strict=True))
    return TranslatedScenario(tuple(steps), tuple(columns), rows)


def _common(sentences: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Count the words that all begin with, and those that all end with; of each at least one word is left between."""
    shortest = min(map(len, sentences))
    before = _alike(sentences, shortest - 1)
    behind = _alike([words[::-1] for words in sentences], shortest - 1 - before)
    return before, behind


def _alike(sentences: Sequence[Sequence[str]], most: int) -> int:
    return next((at for at in range(most) if len({words[at] for words in sentences}) > 1), most)


def _column(name: str, values: tuple[str, ...], columns: dict[str, tuple[str, ...]]) -> str:
    """Name a column, or use the one that says the same."""
    number, unique = 1, name
    while unique in columns and columns[unique] != values:
        number += 1
        unique = f"{name}_{number}"
    columns[unique] = values
    return unique
