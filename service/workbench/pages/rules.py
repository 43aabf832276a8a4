"""Rules pages: all scorecards, one scorecard on two time axes, and one version in full."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from google.protobuf.timestamp_pb2 import Timestamp

from rules.contracts import DateError, InputError, add_days, error_message, parse_date, read_toml
from service.base import instants
from service.base.resource_names import version_key
from service.output.changed_words import changed_words
from service.output.mapping.mapper import word_of
from service.workbench.governing_periods import draw_axes, known_states, last_days, superseded_by
from service.workbench.page import LIVE, Download, Page, PagePart
from service.workbench.proof_measuring import MEASURE, keep_measuring, noticed_percent
from service.workbench.queries import MOST, id_of
from service.workbench.titles import title_of
from touchstone.v1 import calendar_service_pb2, scorecard_pb2, scorecard_service_pb2 as scorecards, types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from service.workbench.governing_periods import KnownState
    from service.workbench.page import PageRequest, Shown

_LIST, _VERSIONS = "ScorecardService/ListScorecards", "ScorecardService/ListScorecardVersions"
_CARD, _EXPORT = "ScorecardService/GetScorecard", "ScorecardService/ExportScorecardVersion"
_VERSION, _RULES = "ScorecardService/GetScorecardVersion", "ScorecardService/ListScorecardRules"
_HEADING_COLUMNS = frozenset({"label", "basis", "section"})
_CONDITION_COLUMNS = frozenset({"requires", "applies", "must", "when", "where"})
_CLAUSE_SEPARATOR = "; "
_ROW_PATH = re.compile(r"\[\d+\]\Z")
_SENTENCE = "sentence"
_FIGURES = "ScorecardService/GetProofFigures"
_SEARCH, _CALENDAR = "ScorecardService/SearchScorecardRules", "CalendarService/ListRuleCalendarEntries"
_RULES_PER_PAGE, _MAX_COMING_CHANGES = 20, 5
_BEFORE_ALL_RULES = date(1970, 1, 1)
"""Date before the first published rule; earlier dates are replaced by it."""
OTHERS = "others"
_STEPS = ("major", "minor", "patch")
_NUMBERED_PARTS = frozenset({"gates", "indicators", "findings", "sections", "verdicts"})
_USES = ("CorrectionService/ListUses", "CorrectionService/ListCampaigns")


@dataclass(frozen=True, slots=True)
class Statement:
    """One cell of a rule: the column label and the text as clauses."""

    column_id: str
    column: str
    clauses: Sequence[str]


@dataclass(frozen=True, slots=True)
class Provision:
    """A rule for display: single cells as statements, several rows as a table."""

    rule: scorecard_pb2.ScorecardRule
    statements: Sequence[Statement]
    heading: Sequence[str]
    table: Sequence[Sequence[str]]

    @property
    def anchor(self) -> str:
        return self.rule.path

    @property
    def certainty(self) -> str:
        return certainty_word(self.rule.certainty)


def certainty_word(certainty: types_pb2.Certainty) -> str:
    """Return the display text key of a certainty; empty if there is none."""
    return word_of(types_pb2.Certainty, certainty) if certainty else ""


def _provision(rule: scorecard_pb2.ScorecardRule) -> Provision:
    rows = [row for row in rule.rows if _ROW_PATH.search(row.path)]
    table_rows = rows if len(rows) > 1 else []
    single_cells = _cells(row for row in rule.rows if row not in table_rows)
    columns = {cell.column_id: cell.column for cell in _cells(table_rows)}
    cells = [{cell.column_id: cell.text for cell in row.cells} for row in table_rows]
    return Provision(
        rule, [_statement(cell) for cell in single_cells], list(columns.values()),
        [[row.get(column, "") for column in columns] for row in cells],
    )  # fmt: skip


def _cells(rows: Iterable[scorecard_pb2.RuleRow]) -> list[scorecard_pb2.RuleCell]:
    return [cell for row in rows for cell in row.cells if cell.column_id not in _HEADING_COLUMNS]


def _statement(cell: scorecard_pb2.RuleCell) -> Statement:
    clauses = cell.text.split(_CLAUSE_SEPARATOR) if cell.column_id in _CONDITION_COLUMNS else [cell.text]
    return Statement(cell.column_id, "" if cell.column_id == _SENTENCE else cell.column, clauses)


@dataclass(frozen=True, slots=True)
class RequestedDays:
    """Requested as-of date and knowledge date; empty means today."""

    as_of: str
    known: str
    known_time: Timestamp | None
    """End of the knowledge date in the reader's time zone; None means now."""


def read_requested_days(page_request: PageRequest) -> RequestedDays:
    """Read the requested dates; record an invalid date as an error and use today."""
    days = {name: page_request.query.get(name, "").strip() for name in ("as_of", "known")}
    violations: list[tuple[str, str]] = []
    for name, text in days.items():
        try:
            if text:
                parse_date(text)
        except DateError as error:
            violations.append((name, page_request.localize(error_message(error))))
            days[name] = ""
    page_request.errors = violations
    known_time = None
    if days["known"] and (known := parse_date(days["known"])) < instants.today(page_request.zone):
        ended = instants.first_instant_of(add_days(max(known, _BEFORE_ALL_RULES), 1), page_request.zone)
        known_time = Timestamp(seconds=instants.to_timestamp(ended).seconds - 1)
    return RequestedDays(days["as_of"], days["known"], known_time)


async def _load_list(page_request: PageRequest) -> Shown:
    days, search = read_requested_days(page_request), page_request.query.get("q", "").strip()
    today = instants.today(page_request.zone).isoformat()
    as_of = days.as_of or (today if days.known_time else "")
    request = scorecards.ListScorecardsRequest(page_size=MOST, as_of_date=as_of, known_time=days.known_time)
    listed = (await page_request.ask(_LIST, request)).scorecards
    matches = await _find_rules(page_request, search)
    rows = [
        CardRow(id_of(card.name), title_of(card.titles, page_request.language) or id_of(card.name),
                title_of(card.purposes, page_request.language), card, _certainty_bar(card))
        for card in listed
    ]  # fmt: skip
    shown = [row for row in rows if not search or row.matches(search)]
    return {
        "families": _families(shown), "shown": len(shown), "count": len(rows), "id_of": id_of, "search": search,
        "matches": matches, "days": days, "today": today,
        "changes": await _next_changes(page_request, days.as_of),
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class CardRow:
    """A scorecard in the list, with the certainty of its bases."""

    id: str
    title: str
    purpose: str
    card: scorecard_pb2.Scorecard
    counts: CertaintyBar

    def matches(self, search: str) -> bool:
        return any(search.casefold() in text.casefold() for text in (self.id, self.title, self.purpose))


@dataclass(frozen=True, slots=True)
class CertaintyBar:
    """Number of bases per certainty; `confirmed` and `secondary` are percentages."""

    counts: Mapping[str, int]
    confirmed: float
    secondary: float

    @property
    def weakest(self) -> str:
        return next((name for name in reversed(CERTAINTIES) if self.counts[name]), "")


CERTAINTIES = ("confirmed", "secondary", "own_reading")
"""Ordered from most to least certain."""


def _certainty_bar(card: scorecard_pb2.Scorecard) -> CertaintyBar:
    counts = dict.fromkeys(CERTAINTIES, 0)
    counts |= {certainty_word(count.certainty): count.basis_count for count in card.basis_counts}
    total = sum(counts.values()) or 1
    return CertaintyBar(
        counts, round(counts["confirmed"] / total * 100, 1), round(counts["secondary"] / total * 100, 1)
    )


def _families(rows: Iterable[CardRow]) -> Mapping[str, Sequence[CardRow]]:
    families: Mapping[str, Sequence[str]] = read_toml("service.workbench", "card_families.toml")
    placed: dict[str, list[tuple[int, str, CardRow]]] = {family: [] for family in (*families, OTHERS)}
    for row in rows:
        family, position = place_of_card(row.id, families)
        placed[OTHERS if row.card.gazette else family].append((position, row.title, row))
    return {
        family: [row for *_, row in sorted(entries, key=lambda entry: entry[:2])]
        for family, entries in placed.items()
        if entries
    }


def place_of_card(card: str, families: Mapping[str, Sequence[str]]) -> tuple[str, int]:
    """Return the family of a scorecard and its position there, by id or id pattern."""
    positions = ((family, position, id) for family, cards in families.items() for position, id in enumerate(cards))
    return next(((family, position) for family, position, id in positions if fnmatchcase(card, id)), (OTHERS, 0))


async def _find_rules(page_request: PageRequest, search: str) -> scorecards.SearchScorecardRulesResponse:
    if not search or page_request.errors:
        return scorecards.SearchScorecardRulesResponse()
    request = scorecards.SearchScorecardRulesRequest(
        search=search, language_code=page_request.language, page_size=_RULES_PER_PAGE,
        page_token=page_request.query.get("page_token", ""),
    )  # fmt: skip
    try:
        response: scorecards.SearchScorecardRulesResponse = await page_request.ask(_SEARCH, request)
    except InputError as error:
        page_request.note_problems(error)
        return scorecards.SearchScorecardRulesResponse()
    return response


async def _next_changes(page_request: PageRequest, as_of: str) -> PagePart:
    """Return the first change per scorecard from `as_of` (default: today); empty while computed.

    All published versions are read; users with the same permissions share the result.
    """
    day = as_of or instants.today("Etc/UTC").isoformat()
    request = calendar_service_pb2.ListRuleCalendarEntriesRequest(
        first_date=day, page_size=MOST, language_code=page_request.language
    )
    if as_of:  # many dates would evict the cached results of other users
        return await page_request.part(_changes_by_card(page_request, request))
    key = (_CALENDAR, page_request.parent, page_request.acts_for_client, page_request.language, day)
    return await page_request.part(
        page_request.background_tasks.result(key, lambda: _changes_by_card(page_request, request))
    )


async def _changes_by_card(
    page_request: PageRequest, request: calendar_service_pb2.ListRuleCalendarEntriesRequest
) -> Mapping[str, ComingChange]:
    changes: dict[str, ComingChange] = {}
    for entry in (await page_request.ask(_CALENDAR, request)).calendar_entries:
        if entry.about.startswith("scorecards/"):
            changes.setdefault(entry.about.split("/")[1], _coming(entry))
    return changes


@dataclass(frozen=True, slots=True)
class ComingChange:
    """A future change of a scorecard; the sentence does not name it."""

    day: str
    text: str


def _coming(entry: calendar_service_pb2.CalendarEntry) -> ComingChange:
    name = entry.about.removeprefix("scorecards/").replace("/versions/", "@")
    return ComingChange(entry.date, entry.text.removeprefix(name).lstrip(":： "))


async def _load_card(page_request: PageRequest) -> Shown:
    name, days = f"scorecards/{page_request.path['card']}", read_requested_days(page_request)
    card = await page_request.ask_once(_CARD, scorecards.GetScorecardRequest(name=name))
    versions_request = scorecards.ListScorecardVersionsRequest(parent=name, page_size=MOST)
    versions = (await page_request.ask(_VERSIONS, versions_request)).scorecard_versions
    today = instants.today(versions[0].time_zone).isoformat()
    states, as_of = known_states(versions), days.as_of or today
    known = instants.now() if days.known_time is None else days.known_time.ToJsonString()
    versions_request.as_of_date = as_of
    if days.known_time is not None:
        versions_request.known_time.CopyFrom(days.known_time)
    answers = (await page_request.ask(_VERSIONS, versions_request)).scorecard_versions
    answer = answers[0].name if answers else ""
    coming = calendar_service_pb2.ListRuleCalendarEntriesRequest(
        scorecard=card.current_version or name, page_size=_MAX_COMING_CHANGES, language_code=page_request.language
    )
    ahead, figures = await asyncio.gather(
        page_request.ask_part(_CALENDAR, coming), _proof_figures(page_request, versions[0].name)
    )
    earlier = {version.name: _earlier_number(version, versions) for version in versions}
    return {
        "card": card, "title": title_of(card.titles, page_request.language) or id_of(name), "versions": versions,
        "superseded": superseded_by(versions), "last_days": last_days(versions),
        "id_of": id_of, "purpose": title_of(card.purposes, page_request.language), "bar": _certainty_bar(card),
        "certainties": CERTAINTIES, "days": days, "as_of": as_of, "today": today, "known": known,
        "answer": answers[0] if answers else None, "otherwise": _previous_answer(states, as_of, known, answer),
        "axes": draw_axes(states, parse_date(as_of), known, answer), "earlier": earlier,
        "steps": {version.name: _step(version, earlier[version.name]) for version in versions},
        "signers": {version.name: _signers(version) for version in versions},
        "ahead": [] if ahead.answer is None else [_coming(entry) for entry in ahead.answer.calendar_entries],
        "is_ahead_known": ahead.answer is not None, "figures": figures, "noticed_percent": noticed_percent,
        "asks_uses": _may_ask_uses(page_request), "second": _second_title(card.titles, page_request.language),
        "zoned": lambda instant: page_request.time(instants.to_timestamp(instant)),
    }  # fmt: skip


def _earlier_number(version: scorecard_pb2.ScorecardVersion, versions: Sequence[scorecard_pb2.ScorecardVersion]) -> str:
    if version.supersedes:
        return id_of(version.supersedes)
    lower = [other for other in versions if version_key(id_of(other.name)) < version_key(id_of(version.name))]
    return id_of(lower[0].name) if lower else ""


def _step(version: scorecard_pb2.ScorecardVersion, earlier: str) -> str:
    if not earlier:
        return "first"
    old, new = version_key(earlier), version_key(id_of(version.name))
    return next((step for step, before, now in zip(_STEPS, old, new, strict=True) if before != now), "")


def _signers(version: scorecard_pb2.ScorecardVersion) -> list[tuple[str, str, Timestamp]]:
    acts = scorecard_pb2.VersionStatement.Act
    signed = [
        (word_of(acts, statement.act), statement.person, statement.state_time) for statement in version.statements
    ]
    return sorted(signed, key=lambda entry: entry[2].ToNanoseconds())


def _previous_answer(states: Sequence[KnownState], as_of: str, known: str, answer: str) -> tuple[str, str]:
    day, until = parse_date(as_of), [state for state in states if state.since <= known]
    for earlier, later in zip(reversed(until[:-1]), reversed(until), strict=False):
        if earlier.governing(day) != answer:
            return later.since, earlier.governing(day)
    return (until[0].since, "") if until and answer else ("", "")


def _second_title(titles: Mapping[str, str], language: str) -> tuple[str, str]:
    own = title_of(titles, language)
    return next(((other, title) for other, title in titles.items() if other != language and title != own), ("", ""))


async def _load_version(page_request: PageRequest) -> Shown:
    name = f"scorecards/{page_request.path['card']}/versions/{page_request.path['version']}"
    version = await page_request.ask(_VERSION, scorecards.GetScorecardVersionRequest(name=name))
    card = await page_request.ask_once(_CARD, scorecards.GetScorecardRequest(name=name.partition("/versions/")[0]))
    listed = scorecards.ListScorecardVersionsRequest(parent=card.name, page_size=MOST)
    versions = (await page_request.ask(_VERSIONS, listed)).scorecard_versions
    rules, bases = await _list_rules(page_request, name)
    labels = {rule.path: rule.title or rule.rule_id for rule in rules}
    parts = _by_part(rules, list(page_request.w["rule_part"]))
    may_measure, goes_on = page_request.may(MEASURE), PagePart(False)
    if may_measure and page_request.query.get("measuring"):
        goes_on = await page_request.part(keep_measuring(page_request, scorecard_version=name))
    return {
        "version": version, "superseded": superseded_by(versions), "last_days": last_days(versions),
        "title": title_of(version.titles, page_request.language) or page_request.path["card"],
        "parts": parts, "bases": {basis.basis.basis_id: basis for basis in bases}, "labels": labels, "id_of": id_of,
        "certainties": Counter(certainty_word(basis.basis.certainty) for basis in bases),
        "certainty_word": certainty_word, "is_current": card.current_version == name, "kind": _attestation(version),
        "numbered": _NUMBERED_PARTS, "asks_uses": _may_ask_uses(page_request), "noticed_percent": noticed_percent,
        "changed_words": changed_words,
        "signers": _signers(version), "goes_on": goes_on, "may_measure": may_measure,
        "figures": await _proof_figures(page_request, name),
        "tables": {rule.path: _table_address(rule.reference_table) for rule in rules if rule.reference_table},
    }  # fmt: skip


async def _proof_figures(page_request: PageRequest, version: str) -> PagePart:
    request = scorecards.GetProofFiguresRequest(name=version, language_code=page_request.language)
    return await page_request.ask_part(_FIGURES, request)


async def _measure(page_request: PageRequest) -> str:
    card, version = page_request.path["card"], page_request.path["version"]
    await keep_measuring(page_request, scorecard_version=f"scorecards/{card}/versions/{version}")
    return f"/rules/{card}/{version}?measuring=1#proof"


def _may_ask_uses(page_request: PageRequest) -> bool:
    return page_request.user is not None and all(map(page_request.may, _USES))


def _attestation(version: scorecard_pb2.ScorecardVersion) -> str:
    kinds = scorecard_pb2.ScorecardVersion.AttestationKind
    return word_of(kinds, version.attestation_kind)


def _table_address(name: str) -> str:
    return "/rules/tables/" + name.removeprefix("referenceTables/").replace("/editions/", "/")


async def _download_published(page_request: PageRequest) -> Download:
    card, version = page_request.path["card"], page_request.path["version"]
    request = scorecards.ExportScorecardVersionRequest(
        name=f"scorecards/{card}/versions/{version}", form=scorecards.ExportScorecardVersionRequest.FORM_PUBLISHED
    )
    (published,) = (await page_request.ask(_EXPORT, request)).source_files
    return Download(f"{card}-{version}.json", "application/json", published.content.encode())


async def _list_rules(
    page_request: PageRequest, name: str
) -> tuple[list[scorecard_pb2.ScorecardRule], Sequence[scorecard_pb2.RuleBasis]]:
    request = scorecards.ListScorecardRulesRequest(parent=name, language_code=page_request.language, page_size=MOST)
    first = await page_request.ask(_RULES, request)
    rules, page = list(first.scorecard_rules), first
    while page.next_page_token:
        request.page_token = page.next_page_token
        page = await page_request.ask(_RULES, request)
        rules += page.scorecard_rules
    return rules, first.bases


def _by_part(rules: Iterable[scorecard_pb2.ScorecardRule], known: Sequence[str]) -> Mapping[str, Sequence[Provision]]:
    by_part: dict[str, list[Provision]] = {}
    for rule in rules:
        by_part.setdefault(rule.part, []).append(_provision(rule))
    order = {part: index for index, part in enumerate(known)}
    return {part: by_part[part] for part in sorted(by_part, key=lambda part: order.get(part, len(order)))}


PAGES = (
    Page("/rules", "rules.html.jinja", _LIST, _load_list, nav="rules", nav_group="rules"),
    Page("/rules/{card}", "rules_card.html.jinja", _VERSIONS, _load_card),
    Page("/rules/{card}/{version}", "rules_version.html.jinja", _RULES, _load_version, _measure, script=LIVE),
    Page("/rules/{card}/{version}/published", "", _EXPORT, _download_published),
)
