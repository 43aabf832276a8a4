"""Forms about claims: what was typed of a text, its circumstances and its answers, as a request to judge it."""

from __future__ import annotations

import base64
import binascii
import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, Violation, message_factory
from touchstone.v1 import fact_pb2, screening_service_pb2 as screenings, types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from service.workbench.page import PageRequest

_say = message_factory(__name__)

MOST_CLAIMS = 100
"""So many claims of a text are judged on one page."""
LARGEST_CARRIED = 512 * 1024
"""So many bytes of a file a page carries from one judgement to the next; of a larger one the text as it was read."""
_CIRCUMSTANCES = ("audience", "medium")
_FLAGS = {"yes": True, "no": False}
_TYPED = "typed:"
BEHIND_QUESTION = " – "
"""Stands between a question and its answer."""
_SEPARATORS = re.compile(r"[\s,;，；、]+")
_BETWEEN_NAMES = re.compile(r"[,;，；、\n]")
_FORM_FIELDS = {"source": "text", "file": "files", "claim_facts": "facts"}
"""Where what a call names otherwise is typed."""


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """An answer to a question: a fact and its values, of the claims with these words; of all claims without any.

    `words` say both for people. No value is that none of several choices holds.
    """

    fact: str
    values: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    words: str = ""

    def written(self) -> str:
        """Write it as one field of a form."""
        return json.dumps([self.fact, self.values, self.quotes, self.words], ensure_ascii=False)

    @staticmethod
    def read(written: str) -> ClaimAnswer | None:
        """Read what `written` wrote; None of anything else, which no page of ours sends."""
        try:
            fact, values, quotes, words = json.loads(written)
        except (ValueError, TypeError, RecursionError):
            return None
        lists = isinstance(values, list) and isinstance(quotes, list)
        if not lists or not all(isinstance(text, str) for text in (fact, words, *values, *quotes)):
            return None
        return ClaimAnswer(fact, tuple(values), tuple(quotes), words)

    def message(self) -> fact_pb2.Fact:
        """Write it as a fact."""
        value = types_pb2.Value()
        if len(self.values) == 1 and self.values[0] in _FLAGS:
            value.flag = _FLAGS[self.values[0]]
        elif len(self.values) == 1:
            value.text = self.values[0]
        else:
            value.choices.values.extend(self.values)
        return fact_pb2.Fact(fact_id=self.fact, value=value)


def typed_name(fact: str, unit: str, quotes: Sequence[str], words: str) -> str:
    """Name the field in which a number, date or text is typed that answers a question."""
    return _TYPED + json.dumps([fact, unit, list(quotes), words], ensure_ascii=False)


def answers_of(page_request: PageRequest) -> list[ClaimAnswer]:
    """Give the answers that a form brings, the newest of each fact about the same words."""
    by_subject: dict[tuple[str, tuple[str, ...]], ClaimAnswer] = {}
    for answer in (*_kept_answers(page_request), *_new_answers(page_request)):
        by_subject.pop((answer.fact, answer.quotes), None)  # the newest goes before what was said earlier
        by_subject[answer.fact, answer.quotes] = answer
    return list(by_subject.values())


def _kept_answers(page_request: PageRequest) -> Iterator[ClaimAnswer]:
    """Give the answers of judgements before, as far as the words that they are about still stand in the text."""
    text = " ".join(page_request.typed("text").split())
    for answer in filter(None, map(ClaimAnswer.read, page_request.values.get("given", ()))):
        quotes = tuple(quote for quote in answer.quotes if not text or quote in text)
        if quotes or not answer.quotes:
            yield replace(answer, quotes=quotes)


def _new_answers(page_request: PageRequest) -> Iterator[ClaimAnswer]:
    """Give the answers chosen and typed now; several choices of one question are one answer."""
    for name, values in page_request.values.items():
        if name.startswith("answer-"):
            chosen = [answer for answer in map(ClaimAnswer.read, values) if answer is not None]
            for fact in dict.fromkeys(answer.fact for answer in chosen):
                of_fact = [answer for answer in chosen if answer.fact == fact]
                several = tuple(value for answer in of_fact for value in answer.values)
                said = [words for words in (of_fact[0].words, *(_choice(answer) for answer in of_fact[1:])) if words]
                yield ClaimAnswer(fact, several, of_fact[0].quotes, ", ".join(said))
        elif name.startswith(_TYPED) and (text := values[0].strip() if values else ""):
            yield from _typed_answer(name.removeprefix(_TYPED), text)


def _choice(answer: ClaimAnswer) -> str:
    return answer.words.rpartition(BEHIND_QUESTION)[2]


def _typed_answer(named: str, text: str) -> Iterator[ClaimAnswer]:
    try:
        fact, unit, quotes, words = json.loads(named)
        parts = (fact, unit, words, *quotes)
    except (ValueError, TypeError, RecursionError):
        return
    if not all(isinstance(part, str) for part in parts):
        return
    value = f"{text} {unit}".strip() if text.replace(".", "", 1).isdecimal() else text
    yield ClaimAnswer(fact, (value,), tuple(quotes), f"{words}{BEHIND_QUESTION}{value}")


def places_typed(page_request: PageRequest) -> list[str]:
    """Give the jurisdictions that were typed, each once."""
    return list(
        dict.fromkeys(place.upper() for place in _SEPARATORS.split(page_request.typed("jurisdictions")) if place)
    )


def names_typed(page_request: PageRequest) -> list[str]:
    """Give the names of the trader that were typed."""
    names = _BETWEEN_NAMES.split(page_request.typed("trader_names"))
    return [name.strip() for name in names if name.strip()]


def carried_file(page_request: PageRequest) -> bytes:
    """Give the file that the page carried from the judgement before; empty if it carried none."""
    try:
        return base64.b64decode(page_request.typed("carried_file"), validate=True)
    except (binascii.Error, ValueError):
        return b""


def check_request(
    page_request: PageRequest, source: str | bytes, answers: Iterable[ClaimAnswer]
) -> screenings.CheckClaimsRequest:
    """Ask about a text or file, as the form says."""
    request = screenings.CheckClaimsRequest(
        jurisdictions=places_typed(page_request),
        language_code=page_request.language,
        trader_names=[
            name.strip() for name in _BETWEEN_NAMES.split(page_request.typed("trader_names")) if name.strip()
        ],
        not_assumed_fact_ids=page_request.several("not_assumed"),
        page_size=MOST_CLAIMS,
    )
    if isinstance(source, str):
        request.text = source
    else:
        request.file = source
    if day := page_request.typed("shown_period").strip():
        request.shown_period.first_date = request.shown_period.last_date = day
    for fact in _CIRCUMSTANCES:
        if value := page_request.typed(fact):
            request.facts.append(ClaimAnswer(fact, (value,)).message())
    by_quote: dict[str, dict[str, fact_pb2.Fact]] = {}
    for answer in answers:
        for quote in answer.quotes:
            by_quote.setdefault(quote, {})[answer.fact] = answer.message()
    for quote, facts in by_quote.items():
        request.claim_facts.append(screenings.ClaimFacts(quote=quote, facts=facts.values()))
    return request


def check_form(page_request: PageRequest, *, has_source: bool) -> None:
    """Refuse a form without a text or a place, before anything is judged.

    Raises:
        InputError: it is; both are listed.
    """
    violations = []
    if not has_source:
        violations.append(Violation("text", _say("NO_TEXT"), "REQUIRED"))
    if not places_typed(page_request):
        violations.append(Violation("jurisdictions", _say("NO_PLACE"), "REQUIRED"))
    if violations:
        raise InputError(tuple(violations))


def name_fields_as_typed(page_request: PageRequest) -> None:
    """Let what is wrong stand at the fields of the form."""
    page_request.errors = tuple((_FORM_FIELDS.get(field, field), said) for field, said in page_request.errors)


def standings_written(response: screenings.CheckClaimsResponse) -> str:
    """Write how the claims of an answer stand, to tell in the next one what changed."""
    rows: list[list[Any]] = [
        [claim.candidate_claim.span.start, answer.jurisdiction, answer.standing]
        for claim in response.checked_claims
        for answer in claim.answers
    ]
    return json.dumps([len(response.text), len(response.questions), rows])


def standings_before(page_request: PageRequest, length: int) -> tuple[int, dict[tuple[int, str], int]] | None:
    """Give how many questions there were and how the claims stood in the answer before, if that was of this text."""
    try:
        earlier_length, questions, rows = json.loads(page_request.typed("earlier"))
        if earlier_length != length:
            return None
        return int(questions), {(int(start), str(place)): int(standing) for start, place, standing in rows}
    except (ValueError, TypeError, RecursionError):
        return None


def report_name(names: Sequence[str], ending: str) -> str:
    """Name the file of a report after the file that was checked, if there was one."""
    stem = (names[0].rpartition(".")[0] or names[0]) if names and names[0] else "claims"
    return f"{stem}-claims.{ending}" if stem != "claims" else f"claims.{ending}"
