"""Terminal interview about claims: questions without repetition, and a reusable file of the answers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from rules.contracts import LANGUAGES
from service.base.whole_numbers import parse_whole_number
from service.input.tree.nodes import Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import FilePosition, PlacedError
from service.schemes.claims.answer_frame import one_line, words
from service.schemes.claims.caller_facts import CallerFacts, ClaimFacts, FactsByName, GivenFact, to_card_value
from service.schemes.claims.questions import Question, QuestionRanker

if TYPE_CHECKING:
    from service.schemes.claims.claim_check import ClaimCheckResult


_NOWHERE = FilePosition(1, 1)
_PLAIN_TEXT_PATTERN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_. %+-]*")
Value = str | tuple[str, ...]
"""What was answered: one word, or several of a fact with several choices."""


@dataclass(frozen=True, slots=True)
class InterviewAnswers:
    """Answers about all claims, and about single ones by their words."""

    general: dict[str, Value] = field(default_factory=dict)
    claims: dict[str, dict[str, Value]] = field(default_factory=dict)

    def of_all(self, facts: dict[str, Value]) -> InterviewAnswers:
        """Add answers about all claims."""
        return replace(self, general={**self.general, **facts})

    def about(self, quotes: Iterable[str], facts: dict[str, Value]) -> InterviewAnswers:
        """Add answers about the claims with these words."""
        return replace(
            self, claims={**self.claims, **{each: {**self.claims.get(each, {}), **facts} for each in quotes}}
        )

    def added_to(self, caller_facts: CallerFacts) -> CallerFacts:
        """Put the answers beside what was given; they go before it."""
        options = FactsByName({**caller_facts.options.facts, **_sheet(self.general).facts})
        claims = (ClaimFacts(quote, "quote", None, _sheet(facts)) for quote, facts in self.claims.items())
        return CallerFacts(caller_facts.general, options, (*caller_facts.claims, *claims))


def write_facts_file(caller_facts: CallerFacts) -> str:
    """Write everything that was given as a file of facts: what options say of all claims, too."""
    lines = ["# facts for `touchstone claims check --facts FILE`"]
    general = {**caller_facts.general.facts, **caller_facts.options.facts}
    if general:
        lines += ["facts:", *_lines(general, "  ")]
    if caller_facts.claims:
        lines.append("claims:")
    for quote in dict.fromkeys(claim.quote for claim in caller_facts.claims):
        facts: dict[str, GivenFact] = {}
        for claim in caller_facts.claims:
            facts |= claim.facts.facts if claim.quote == quote else {}
        lines += [f"  - quote: {json.dumps(quote, ensure_ascii=False)}", "    facts:", *_lines(facts, "      ")]
    return "\n".join(lines) + "\n"


def _lines(facts: dict[str, GivenFact], indent: str) -> Iterator[str]:
    return (f"{indent}{name}: {_node_text(fact.node)}" for name, fact in facts.items())


def _node_text(node: Node) -> str:
    match node:
        case Scalar(text=text, plain=plain):
            return text if plain and _PLAIN_TEXT_PATTERN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
        case Sequence(items=items):
            return f"[{', '.join(map(_node_text, items))}]"
        case Mapping(entries=entries):
            return f"{{{', '.join(f'{key}: {_node_text(value)}' for key, value in entries.items())}}}"


def _sheet(facts: dict[str, Value]) -> FactsByName:
    return FactsByName({name: GivenFact(_node(name, value), name) for name, value in facts.items()})


def _node(name: str, value: Value) -> Node:
    if isinstance(value, str):
        return to_card_value(name, Scalar(_NOWHERE, value))
    return Sequence(_NOWHERE, [Scalar(_NOWHERE, each) for each in value])


_SHOWN_QUOTE = 60


class QuitAskingError(Exception):
    """Whoever is asked wants no more questions."""


class Interview:
    """Asks about a text until every verdict is settled, nothing is left to ask, or whoever is asked quits."""

    def __init__(
        self,
        check: Callable[[InterviewAnswers], ClaimCheckResult],
        language: str,
        line: Callable[[], str | None],
        say: Callable[[str], None],
    ) -> None:
        """Ask in a language; every answer is judged at once, so that only what still matters is asked next.

        `line` reads a line, and gives none at the end of the input.
        """
        self._check, self._language, self._line, self._say = check, language, line, say
        self._words: dict[str, Any] = words(language)["asking"]
        both = [words(each)["asking"] for each in LANGUAGES]
        self._accepted = {
            key: {word for vocabulary in both for word in vocabulary[key]} for key in ("yes", "no", "quit", "unknown")
        }
        self._asked: dict[int, set[str]] = {}
        self._comma = "、" if language == "zh" else ", "
        self.answered = 0

    def learned(self) -> InterviewAnswers:
        """Ask claim by claim, and give what was answered."""
        learned = InterviewAnswers()
        judged = self._check(learned)
        self._say(self._words["begin"])
        try:
            for number in range(len(judged.claims)):
                while (question := self._next_question(judged, number)) is not None:
                    learned, judged = self._answer(question, learned, judged)
        except QuitAskingError:
            return learned
        self._say(self._words["end"].format(count=self.answered))
        return learned

    def _next_question(self, judged: ClaimCheckResult, number: int) -> Question | None:
        """Give what decides most about one claim; what is asked of every claim is asked of all of them at once."""
        without = self._asked.get(number, set())
        questions = QuestionRanker(judged, self._language, only=number).questions(1, without)
        if not questions or not questions[0].of_all:
            return questions[0] if questions else None
        every = QuestionRanker(judged, self._language).questions(None, without)
        return next((candidate for candidate in every if candidate.id == questions[0].id), questions[0])

    def _answer(
        self, question: Question, learned: InterviewAnswers, judged: ClaimCheckResult
    ) -> tuple[InterviewAnswers, ClaimCheckResult]:
        """Ask until there is an answer that is accepted, or none."""
        quotes = {one_line(judged.claims[number].candidate.quote): None for number in question.claims}
        self._print_question(question, tuple(quotes) if len(judged.claims) > 1 else ())
        for number in question.claims:
            self._asked.setdefault(number, set()).update({question.id, *(item.fact for item in question.items)})
        while True:
            facts = self._read_answer(question)
            if not facts:
                return learned, judged
            for number in question.claims:  # of a choice that is not as it should be, which one it is stays to be asked
                self._asked[number] -= {item.fact for item in question.items} - facts.keys()
            more = learned.of_all(facts) if question.scope else learned.about(quotes, facts)
            try:
                judged = self._check(more)
            except PlacedError as error:
                self._say(str(error))
                continue
            self.answered += 1
            return more, judged

    def _print_question(self, question: Question, quotes: tuple[str, ...]) -> None:
        about = self._comma.join(f"“{quote[:_SHOWN_QUOTE]}”" for quote in quotes)
        self._say("")
        self._say(self._words["about"].format(words=question.words, quotes=about) if about else question.words)
        for number, option in enumerate(question.options, 1):
            self._say(self._words["option"].format(number=number, words=option.words))
        for number, item in enumerate(question.items, 1):
            self._say(self._words["option"].format(number=number, words=item.words))
        kind = "points" if question.items else "several" if question.several else "one" if question.options else "free"
        self._say(self._words["hints"][kind].format(unit=question.unit).rstrip())

    def _read_answer(self, question: Question) -> dict[str, Value]:
        """Read an answer; no facts if it is not known."""
        while True:
            written = self._line()
            text = "" if written is None else written.strip().casefold()
            if written is None or text in self._accepted["quit"]:
                raise QuitAskingError
            if not text or text in self._accepted["unknown"]:
                return {}
            facts = self._points(question, text) if question.items else self._parse_choice(question, text)
            if facts is not None:
                return facts
            self._say(self._words["not_understood"].format(found=text[:40]))

    def _points(self, question: Question, text: str) -> dict[str, Value] | None:
        """Read `yes`, all is so, or the numbers of what is not so: a flag is then the other, a choice stays open."""
        if text in self._accepted["yes"]:
            return {item.fact: item.value or () for item in question.items}
        numbers = _numbers(text, len(question.items))
        if numbers is None:
            return None
        other = {"yes": "no", "no": "yes"}
        facts: dict[str, Value] = {}
        for number, item in enumerate(question.items):
            if number not in numbers:
                facts[item.fact] = item.value or ()
            elif item.value in other:
                facts[item.fact] = other[item.value]
        return facts

    def _parse_choice(self, question: Question, text: str) -> dict[str, Value] | None:
        """Read an option by its number or its words, several of them, or what is free."""
        options = question.options
        if not options:
            plain = text.replace(".", "", 1).isdecimal()
            return {question.id: f"{text} {question.unit}".strip() if plain else text}
        named = {
            each: number for number, option in enumerate(options) for each in (option.words.casefold(), option.value)
        }
        flags = {"yes", "no"} == {option.value for option in options}
        for word in ("yes", "no") if flags else ():
            number = next(number for number, option in enumerate(options) if option.value == word)
            named |= dict.fromkeys(self._accepted[word], number)
        parts = [part for part in text.replace("，", ",").replace("、", ",").split(",") if part.strip()]
        numbers = {named[text]} if text in named else _numbers(text, len(options))
        if numbers is None and all(part.strip() in named for part in parts):
            numbers = {named[part.strip()] for part in parts}
        if not numbers or (len(numbers) > 1 and not question.several):
            return None
        values = tuple(options[number].value for number in sorted(numbers))
        if question.several:
            return {question.id: tuple(value for value in values if value != "none")}
        return {question.id: values[0]}


def _numbers(text: str, most: int) -> set[int] | None:
    """Read numbers counted from 1, with commas or spaces between them; none if anything else is written."""
    parts = text.replace("，", ",").replace("、", ",").replace(",", " ").split()
    numbers = [parse_whole_number(part, least=1, most=most) for part in parts]
    return {number - 1 for number in numbers if number is not None} if numbers and None not in numbers else None
