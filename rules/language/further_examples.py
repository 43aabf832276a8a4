"""How does a file read that states nothing and proves what the examples beside the rules leave open?

It stands beside the files of a card, names the card and holds examples alone, so that an example found later changes
nothing of what the card says, and its published version stays as it is.
"""

from __future__ import annotations

import re
from itertools import chain, count
from typing import TYPE_CHECKING

from rules.language.card_rows import card_rows
from rules.language.lexicon import lexicon
from rules.language.render import Renderer
from rules.language.translated_examples import scenario_lines, translated
from rules.model.examples import FactChange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from rules.language.lexicon import Lexicon
    from rules.model.examples import Change, Example, Expectation
    from rules.model.scorecard import Scorecard

_NUMBERED = re.compile(r" \(\d+\)\Z")


def further_path(language: str) -> str:
    """Name the file of one language."""
    return f"further.{language}.feature"


def with_further(text: str | None, found: Mapping[str, Sequence[Example]], scorecard: Scorecard, language: str) -> str:
    """Write examples, by the rule that each is about, behind those of the file, or into a new one.

    Examples of one rule that differ in words alone become the rows of an outline. Above each scenario a comment asks to
    confirm it.
    """
    renderer, words = Renderer(scorecard, language), lexicon(language)
    lines = (text or _opening(scorecard, language, words)).rstrip("\n").split("\n")
    titles = {line.partition(": ")[2] for line in lines}
    for rule, examples in found.items():
        for shape in _by_shape(examples):
            for one in translated(shape, renderer):
                title = next(name for name in _numbered(rule) if name not in titles)
                titles.add(title)
                lines += ["", f"    # {words.keywords['proposed_further']}", *scenario_lines(one, title, words)]
    return "\n".join(lines) + "\n"


def in_other_words(scorecard: Scorecard, here: str, there: str) -> Callable[[str], str]:
    """Give who says in one language what `with_further` wrote in another; nothing of what somebody else wrote."""
    ours, theirs = _own_words(scorecard, here), _own_words(scorecard, there)
    known = {said: theirs[of] for of, said in ours.items() if of in theirs}

    def other(said: str) -> str:
        title, _, number = said.rpartition(" (") if _NUMBERED.search(said) else (said, "", "")
        found = known.get(title, "")
        return f"{found} ({number}" if found and number else found

    return other


def _own_words(scorecard: Scorecard, language: str) -> Mapping[str, str]:
    """Give the title, the prose, the rule and what each place of the model is called, by that place."""
    said = lexicon(language).keywords
    title = said["further"].format(title=scorecard.card.titles.get(language, scorecard.card.id))
    headings = {row.path: row.heading for row in card_rows(scorecard, language)}
    return {"feature": title, "prose": said["further_prose"], "rule": said["further_rule"], **headings}


def _opening(scorecard: Scorecard, language: str, words: Lexicon) -> str:
    card, keywords = scorecard.card, words.keywords
    title = keywords["further"].format(title=card.titles.get(language, card.id))
    named = words.sentences["scorecard"].write(card=card.id)
    lines = (
        f"# language: {words.dialect}",
        f"{keywords['feature']}: {title}",
        f"  {keywords['further_prose']}",
        "",
        f"  {keywords['background']}:",
        f"    {keywords['given']} {named}",
        "",
        f"  {keywords['rule']}: {keywords['further_rule']}",
    )
    return "\n".join(lines)


def _numbered(title: str) -> Iterator[str]:
    yield title
    yield from (f"{title} ({number})" for number in count(2))


def _by_shape(examples: Sequence[Example]) -> Iterator[Sequence[Example]]:
    """Put those together that change and expect the same kinds of things of the same names."""
    found: dict[object, list[Example]] = {}
    for example in examples:
        found.setdefault(_shape(example), []).append(example)
    yield from found.values()


def _shape(example: Example) -> object:
    items = chain((one.item for one in example.changes), (one.item for one in example.expectations))
    return tuple(map(_kind, items))


def _kind(item: Change | Expectation) -> object:
    """Tell apart what reads as another sentence, or has a table, which no row of an outline can vary."""
    if not isinstance(item, FactChange):
        return type(item)
    value = item.value
    return item.fact, value is None or value.kind is None, value and value.not_applicable, repr(value and value.records)
