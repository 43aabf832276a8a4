"""Terminal interview about claims, with a file of the answers."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from rules.contracts import LANGUAGES
from service.base.whole_numbers import parse_whole_number
from service.input.tree.nodes import Mapping, Node, Scalar, Sequence as Items
from service.input.tree.placed_errors import FilePosition, PlacedError
from service.output.terminal.columns import one_line
from service.schemes.claims.answer_frame import words
from service.schemes.claims.caller_facts import (
    CallerFact,
    CallerFacts,
    ClaimFacts,
    FactsByName,
    FactSource,
    to_card_value,
)
from service.schemes.claims.questions import LEADING_QUESTIONS, Option, Question, QuestionRanker

if TYPE_CHECKING:
    from service.schemes.claims.claim_check import ClaimCheckResult


_NO_POSITION = FilePosition(1, 1)
_PLAIN_TEXT_PATTERN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_. %+-]*")
Value = str | tuple[str, ...]
"""One value, or several for a multiple-choice fact."""


@dataclass(frozen=True, slots=True)
class InterviewAnswers:
    """Answers about all claims, and about single claims by quote."""

    general: dict[str, Value] = field(default_factory=dict)
    claims: dict[str, dict[str, Value]] = field(default_factory=dict)

    def of_all(self, facts: dict[str, Value]) -> InterviewAnswers:
        return replace(self, general={**self.general, **facts})

    def about(self, quotes: Iterable[str], facts: dict[str, Value]) -> InterviewAnswers:
        return replace(
            self, claims={**self.claims, **{each: {**self.claims.get(each, {}), **facts} for each in quotes}}
        )

    def added_to(self, caller_facts: CallerFacts) -> CallerFacts:
        options = FactsByName({**caller_facts.options, **_facts_by_name(self.general)})
        claims = (ClaimFacts(quote, "quote", None, _facts_by_name(facts)) for quote, facts in self.claims.items())
        return CallerFacts(caller_facts.general, options, (*caller_facts.claims, *claims))


def write_facts_file(caller_facts: CallerFacts) -> str:
    """Return all stated facts as YAML."""
    lines = ["# facts for `touchstone claims check --facts FILE`"]
    general = {**caller_facts.general, **caller_facts.options}
    if general:
        lines += ["facts:", *_yaml_lines(general, "  ")]
    if caller_facts.claims:
        lines.append("claims:")
    for quote in dict.fromkeys(claim.quote for claim in caller_facts.claims):
        facts: dict[str, CallerFact] = {}
        for claim in caller_facts.claims:
            facts |= claim.facts if claim.quote == quote else {}
        lines += [f"  - quote: {json.dumps(quote, ensure_ascii=False)}", "    facts:", *_yaml_lines(facts, "      ")]
    return "\n".join(lines) + "\n"


def _yaml_lines(facts: dict[str, CallerFact], indent: str) -> Iterator[str]:
    return (f"{indent}{name}: {_node_text(fact.node)}" for name, fact in facts.items())


def _node_text(node: Node) -> str:
    match node:
        case Scalar(text=text, plain=plain):
            return text if plain and _PLAIN_TEXT_PATTERN.fullmatch(text) else json.dumps(text, ensure_ascii=False)
        case Items(items=items):
            return f"[{', '.join(map(_node_text, items))}]"
        case Mapping(entries=entries):
            return f"{{{', '.join(f'{key}: {_node_text(value)}' for key, value in entries.items())}}}"


def _facts_by_name(facts: dict[str, Value]) -> FactsByName:
    return FactsByName(
        {name: CallerFact(_node(name, value), name, source=FactSource.ANSWER) for name, value in facts.items()}
    )


def _node(name: str, value: Value) -> Node:
    if isinstance(value, str):
        return to_card_value(name, Scalar(_NO_POSITION, value))
    return Items(_NO_POSITION, [Scalar(_NO_POSITION, each) for each in value])


_MAX_QUOTE_LENGTH = 60


class QuitAskingError(Exception):
    """Raised when the user ends the interview."""


class Interview:
    """Interview about a text until verdicts are settled or the user quits."""

    def __init__(
        self,
        check: Callable[[InterviewAnswers], ClaimCheckResult],
        language: str,
        line: Callable[[], str | None],
        write_line: Callable[[str], None],
    ) -> None:
        self._check, self._language, self._read_line, self._print = check, language, line, write_line
        self._words: dict[str, Any] = words(language)["asking"]
        both = [words(each)["asking"] for each in LANGUAGES]
        self._accepted = {
            key: {word for vocabulary in both for word in vocabulary[key]} for key in ("yes", "no", "quit", "unknown")
        }
        self._covered_facts: dict[int, set[str]] = {}
        self._posed = Counter[int]()
        self._comma = "、" if language == "zh" else ", "
        self.answered = 0

    def learned(self) -> InterviewAnswers:
        learned = InterviewAnswers()
        judged = self._check(learned)
        self._print(self._words["begin"])
        try:
            for number in range(len(judged.claims)):
                while (question := self._next_question(judged, number)) is not None:
                    learned, judged = self._answer(question, learned, judged)
        except QuitAskingError:
            if self.answered:
                return learned
        self._print(self._words["end" if self.answered else "nothing"].format(count=self.answered))
        return learned

    def _next_question(self, judged: ClaimCheckResult, number: int) -> Question | None:
        covered, leading = self._covered_facts.get(number, set()), max(LEADING_QUESTIONS - self._posed[number], 0)
        questions = QuestionRanker(judged, self._language, only=number).questions(1, covered, leading)
        if not questions or not questions[0].of_all:
            return questions[0] if questions else None
        general_questions = QuestionRanker(judged, self._language).questions(None, covered, leading)
        return next((candidate for candidate in general_questions if candidate.id == questions[0].id), questions[0])

    def _answer(
        self, question: Question, learned: InterviewAnswers, judged: ClaimCheckResult
    ) -> tuple[InterviewAnswers, ClaimCheckResult]:
        quotes = {one_line(judged.claims[number].candidate.quote): None for number in question.claims}
        self._print_question(question, tuple(quotes) if len(judged.claims) > 1 else ())
        stated = {item.fact for item in question.stated_items()}
        self._posed.update(question.claims)
        for number in question.claims:
            self._covered_facts.setdefault(number, set()).update({question.id, *stated})
        while True:
            facts = self._read_answer(question)
            if not facts:
                return learned, judged
            for number in question.claims:  # facts without a value need another question
                self._covered_facts[number] -= stated - facts.keys()
            more = learned.of_all(facts) if question.scope else learned.about(quotes, facts)
            try:
                judged = self._check(more)
            except PlacedError as error:
                self._print(str(error))
                continue
            self.answered += 1
            return more, judged

    def _print_question(self, question: Question, quotes: tuple[str, ...]) -> None:
        about = self._comma.join(f"“{quote[:_MAX_QUOTE_LENGTH]}”" for quote in quotes)
        self._print("")
        self._print(self._words["about"].format(words=question.words, quotes=about) if about else question.words)
        for number, option in enumerate(question.options, 1):
            self._print(self._words["option"].format(number=number, words=option.words))
        for number, item in enumerate(question.items, 1):
            self._print(self._words["option"].format(number=number, words=item.words))
        kind = "points" if question.items else "several" if question.several else "one" if question.options else "free"
        self._print(self._words["hints"][kind].format(unit=question.unit).rstrip())

    def _read_answer(self, question: Question) -> dict[str, Value]:
        while True:
            written = self._read_line()
            text = "" if written is None else written.strip().casefold()
            if written is None or text in self._accepted["quit"]:
                raise QuitAskingError
            if not text or text in self._accepted["unknown"]:
                return {}
            facts = self._parse_points(question, text) if question.items else self._parse_choice(question, text)
            if facts is not None:
                return facts
            self._print(self._words["not_understood"].format(found=text[:40]))

    def _parse_points(self, question: Question, text: str) -> dict[str, Value] | None:
        """Parse "yes" or the numbers of exceptions; None if malformed.

        An exception inverts a flag and skips a choice.
        """
        if text in self._accepted["yes"]:
            return {item.fact: item.value or () for item in question.items}
        numbers = _parse_numbers(text, len(question.items))
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
        options = question.options
        if not options:
            plain = text.replace(".", "", 1).isdecimal()
            return {question.id: f"{text} {question.unit}".strip() if plain else text}
        numbers = self._chosen_numbers(options, text)
        if not numbers or (len(numbers) > 1 and not question.several):
            return None
        values = tuple(options[number].value for number in sorted(numbers))
        if chosen := [item for number in numbers for item in options[number].sets]:
            return {item.fact: item.value for item in chosen}
        if question.several:
            return {question.id: tuple(value for value in values if value != "none")}
        return {question.id: values[0]}

    def _chosen_numbers(self, options: Sequence[Option], text: str) -> set[int] | None:
        option_numbers = self._option_numbers(options)
        if text in option_numbers:
            return {option_numbers[text]}
        parts = [part for each in _with_commas(text).split(",") if (part := each.strip())]
        named = {option_numbers[part] for part in parts} if option_numbers.keys() >= {*parts} else None
        numbers = _parse_numbers(text, len(options))
        return named if numbers is None else numbers

    def _option_numbers(self, options: Iterable[Option]) -> dict[str, int]:
        """Return the numbers of options by the words that choose them."""
        by_value = {option.value: number for number, option in enumerate(options)}
        numbers = {
            each: number for number, option in enumerate(options) for each in (option.words.casefold(), option.value)
        }
        for word in ("yes", "no") if by_value.keys() == {"yes", "no"} else ():
            numbers |= dict.fromkeys(self._accepted[word], by_value[word])
        return numbers


def _with_commas(text: str) -> str:
    return text.replace("，", ",").replace("、", ",")


def _parse_numbers(text: str, most: int) -> set[int] | None:
    parts = _with_commas(text).replace(",", " ").split()
    numbers = [parse_whole_number(part, least=1, most=most) for part in parts]
    return {number - 1 for number in numbers if number is not None} if numbers and None not in numbers else None
