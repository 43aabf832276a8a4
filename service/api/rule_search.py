"""Search for words in the rules of the versions in force, and in their legal bases."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, attempt, message_factory
from service.api.version_exports import check_language
from service.base.paging import read_page, read_page_size
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.language import RuleText
    from rules.model import Basis, VersionOutline
    from service.gazette.versions import Gazette

_message = message_factory(__name__)

_MAX_CHARACTERS = 200
_MAX_CACHED_TEXTS = 512
"""Limit of cached rule texts by version and language, some 10 KB each."""
_EXCERPT_BEFORE, _EXCERPT_AFTER = 60, 180
"""Characters of an excerpt before and from the first match."""


@dataclass(frozen=True, slots=True)
class SearchedRule:
    """Searchable rule with its title and text; `folded` is the normalized text for comparison."""

    path: str
    part: str
    title: str
    text: str
    folded: str


class RuleSearch:
    """Search of rules by their text."""

    def __init__(self, gazette: Gazette) -> None:
        self._gazette = gazette
        self._rules_by_version: dict[tuple[str, str], Sequence[SearchedRule]] = {}

    def search(
        self, request: scorecard_service_pb2.SearchScorecardRulesRequest
    ) -> scorecard_service_pb2.SearchScorecardRulesResponse:
        violations: list[Violation] = []
        attempt(violations, check_language, request.language_code)
        attempt(violations, read_page_size, request.page_size)
        words = _fold(request.search).split()
        if not words or len(request.search) > _MAX_CHARACTERS:
            message = _message("SEARCH_WORDS", most=_MAX_CHARACTERS)
            violations.append(Violation("search", message, "WRONG_VALUE" if words else "REQUIRED"))
        if violations:
            raise InputError(tuple(violations))
        page = read_page(request, "rule-search", request.gazette, request.search, request.language_code)
        matches = [
            (outline, rule)
            for outline in self._gazette.in_force()
            for rule in self._rules(outline, request.language_code)
            if all(word in rule.folded for word in words)
        ]
        shown, token = page.part_of(matches)
        return scorecard_service_pb2.SearchScorecardRulesResponse(
            rule_matches=[_match(outline, rule, words) for outline, rule in shown],
            match_count=len(matches),
            next_page_token=token,
        )

    def _rules(self, outline: VersionOutline, language: str) -> Sequence[SearchedRule]:
        key = outline.content_digest, language
        cached = self._rules_by_version.get(key)
        if cached is None:
            from rules.language import rule_texts  # noqa: PLC0415 -- loaded only if a search needs it

            if len(self._rules_by_version) >= _MAX_CACHED_TEXTS:
                self._rules_by_version.clear()
            scorecard = self._gazette.version_named(outline.name).scorecard
            cached = [_searched_rule(rule) for rule in rule_texts(scorecard, language)]
            cached += [_searched_basis(basis, language) for basis in scorecard.bases]
            self._rules_by_version[key] = cached
        return cached


def _searched_rule(rule: RuleText) -> SearchedRule:
    text = "; ".join(cell.text for row in rule.rows for cell in row.cells)
    title = rule.title or rule.id
    return SearchedRule(rule.path, rule.part, title, text, _fold(f"{rule.id} {title} {text}"))


def _searched_basis(basis: Basis, language: str) -> SearchedRule:
    title = f"{basis.instrument}, {basis.place}" if basis.place else basis.instrument
    note = basis.note.get(language, "")
    return SearchedRule(f"bases[{basis.id}]", "bases", title, note, _fold(f"{title} {note}"))


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _match(outline: VersionOutline, rule: SearchedRule, words: Sequence[str]) -> scorecard_pb2.RuleMatch:
    return scorecard_pb2.RuleMatch(
        scorecard_version=outline.name,
        titles=outline.card.titles,
        path=rule.path,
        part=rule.part,
        title=rule.title,
        excerpt=_excerpt(rule.text, words),
    )


def _excerpt(text: str, words: Sequence[str]) -> str:
    folded = text.casefold()
    first = min((offset for word in words if (offset := folded.find(word)) >= 0), default=0)
    start, end = max(first - _EXCERPT_BEFORE, 0), first + _EXCERPT_AFTER
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
