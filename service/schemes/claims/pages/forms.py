"""Claim forms: typed text, circumstances and answers as a claim check request."""

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

_message = message_factory(__name__)

MOST_CLAIMS = 100
LARGEST_CARRIED = 512 * 1024
"""Maximum size of a file retained for the next check; otherwise its text is retained."""
_CIRCUMSTANCES = ("audience", "medium")
_FLAGS = {"yes": True, "no": False}
_TYPED_PREFIX = "typed:"
BEHIND_QUESTION = " – "
_SEPARATORS = re.compile(r"[\s,;，；、]+")
_NAME_SEPARATORS = re.compile(r"[,;，；、\n]")
_FORM_FIELDS = {"source": "text", "file": "files", "claim_facts": "facts"}


@dataclass(frozen=True, slots=True)
class ClaimAnswer:
    """Answer to a question about claims with these quotes; no quotes mean all claims.

    Empty `values` mean that no choice applies.
    """

    fact: str
    values: tuple[str, ...]
    quotes: tuple[str, ...] = ()
    words: str = ""

    def written(self) -> str:
        return json.dumps([self.fact, self.values, self.quotes, self.words], ensure_ascii=False)

    @staticmethod
    def read(written: str) -> ClaimAnswer | None:
        try:
            fact, values, quotes, words = json.loads(written)
        except (ValueError, TypeError, RecursionError):
            return None
        lists = isinstance(values, list) and isinstance(quotes, list)
        if not lists or not all(isinstance(text, str) for text in (fact, words, *values, *quotes)):
            return None
        return ClaimAnswer(fact, tuple(values), tuple(quotes), words)

    def message(self) -> fact_pb2.Fact:
        value = types_pb2.Value()
        if len(self.values) == 1 and self.values[0] in _FLAGS:
            value.flag = _FLAGS[self.values[0]]
        elif len(self.values) == 1:
            value.text = self.values[0]
        else:
            value.choices.values.extend(self.values)
        return fact_pb2.Fact(fact_id=self.fact, value=value)


def typed_name(fact: str, unit: str, quotes: Sequence[str], words: str) -> str:
    """Return the name of the text field that answers a question."""
    return _TYPED_PREFIX + json.dumps([fact, unit, list(quotes), words], ensure_ascii=False)


def answers_of(page_request: PageRequest) -> list[ClaimAnswer]:
    """Return the newest answer for each pair of fact and quotes."""
    by_subject: dict[tuple[str, tuple[str, ...]], ClaimAnswer] = {}
    for answer in (*_earlier_answers(page_request), *_new_answers(page_request)):
        by_subject.pop((answer.fact, answer.quotes), None)  # an updated answer moves to the end
        by_subject[answer.fact, answer.quotes] = answer
    return list(by_subject.values())


def _earlier_answers(page_request: PageRequest) -> Iterator[ClaimAnswer]:
    text = " ".join(page_request.typed("text").split())
    for answer in filter(None, map(ClaimAnswer.read, page_request.values.get("given", ()))):
        quotes = tuple(quote for quote in answer.quotes if not text or quote in text)
        if quotes or not answer.quotes:
            yield replace(answer, quotes=quotes)


def _new_answers(page_request: PageRequest) -> Iterator[ClaimAnswer]:
    for name, values in page_request.values.items():
        if name.startswith("answer-"):
            yield from _chosen_answers(values)
        elif name.startswith(_TYPED_PREFIX) and (text := values[0].strip() if values else ""):
            yield from _typed_answer(name.removeprefix(_TYPED_PREFIX), text)


def _chosen_answers(values: Iterable[str]) -> Iterator[ClaimAnswer]:
    """Yield one answer per fact, with all values that are chosen for it. A value states one fact a line."""
    by_fact: dict[str, list[ClaimAnswer]] = {}
    lines = (line for value in values for line in value.split("\n"))
    for answer in filter(None, map(ClaimAnswer.read, lines)):
        by_fact.setdefault(answer.fact, []).append(answer)
    for fact, chosen in by_fact.items():
        labels = (chosen[0].words, *map(_answer_label, chosen[1:]))
        all_values = tuple(value for answer in chosen for value in answer.values)
        yield ClaimAnswer(fact, all_values, chosen[0].quotes, ", ".join(filter(None, labels)))


def _answer_label(answer: ClaimAnswer) -> str:
    return answer.words.rpartition(BEHIND_QUESTION)[2]


def _typed_answer(field_name: str, text: str) -> Iterator[ClaimAnswer]:
    try:
        fact, unit, quotes, words = json.loads(field_name)
        parts = (fact, unit, words, *quotes)
    except (ValueError, TypeError, RecursionError):
        return
    if not all(isinstance(part, str) for part in parts):
        return
    value = f"{text} {unit}".strip() if text.replace(".", "", 1).isdecimal() else text
    yield ClaimAnswer(fact, (value,), tuple(quotes), f"{words}{BEHIND_QUESTION}{value}")


def places_typed(page_request: PageRequest) -> list[str]:
    """Return the typed jurisdictions without duplicates."""
    return list(dict.fromkeys(code.upper() for code in _SEPARATORS.split(page_request.typed("jurisdictions")) if code))


def names_typed(page_request: PageRequest) -> list[str]:
    """Return the typed trader names."""
    names = _NAME_SEPARATORS.split(page_request.typed("trader_names"))
    return [name.strip() for name in names if name.strip()]


def carried_file(page_request: PageRequest) -> bytes:
    """Return the retained file of the previous check, or empty bytes."""
    try:
        return base64.b64decode(page_request.typed("carried_file"), validate=True)
    except (binascii.Error, ValueError):
        return b""


def check_request(
    page_request: PageRequest, source: str | bytes, answers: Iterable[ClaimAnswer]
) -> screenings.CheckClaimsRequest:
    """Return the claim check request of a form."""
    request = screenings.CheckClaimsRequest(
        jurisdictions=places_typed(page_request),
        language_code=page_request.language,
        trader_names=names_typed(page_request),
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
    """Raise InputError if text or jurisdiction is missing."""
    violations = []
    if not has_source:
        violations.append(Violation("text", _message("NO_TEXT"), "REQUIRED"))
    if not places_typed(page_request):
        violations.append(Violation("jurisdictions", _message("NO_PLACE"), "REQUIRED"))
    if violations:
        raise InputError(tuple(violations))


def name_fields_as_typed(page_request: PageRequest) -> None:
    """Change the error fields of a request to form fields."""
    page_request.errors = tuple((_FORM_FIELDS.get(field, field), message) for field, message in page_request.errors)


def standings_written(response: screenings.CheckClaimsResponse) -> str:
    """Serialize the status of all claims, for comparison with the next check."""
    rows: list[list[Any]] = [
        [claim.candidate_claim.span.start, answer.jurisdiction, answer.standing]
        for claim in response.checked_claims
        for answer in claim.answers
    ]
    return json.dumps([len(response.text), len(response.questions), rows])


def standings_before(page_request: PageRequest, length: int) -> tuple[int, dict[tuple[int, str], int]] | None:
    """Return the question count and claim statuses of the previous check, or None for another text."""
    try:
        earlier_length, questions, rows = json.loads(page_request.typed("earlier"))
        if earlier_length != length:
            return None
        return int(questions), {(int(start), str(jurisdiction)): int(status) for start, jurisdiction, status in rows}
    except (ValueError, TypeError, RecursionError):
        return None


def report_name(names: Sequence[str], ending: str) -> str:
    """Return the file name of a report on the checked file."""
    stem = (names[0].rpartition(".")[0] or names[0]) if names and names[0] else "claims"
    return f"{stem}-claims.{ending}" if stem != "claims" else f"claims.{ending}"
