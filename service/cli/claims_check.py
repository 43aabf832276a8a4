"""How is a text checked from the command line, in process or by a server?"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from rules.claims.jurisdictions import JURISDICTIONS, Jurisdiction, read_jurisdictions
from rules.claims.readings import Stated
from rules.contracts.dates import DateError, Period, parse_date
from rules.contracts.errors import InputError, Violation
from rules.contracts.record import Record
from rules.screening.vocabulary import FACTS
from service import instants
from service.claims.answer import claims_answer, coverage_answer, not_screened_answer, period_answer
from service.claims.cards import LocalEvaluators, Questions, load_cards
from service.claims.checking import CheckedClaim, Conditions, check
from service.claims.given import Given, check_names, read_given
from service.claims.telling import Teller
from service.cli.claims import Screened, screened
from service.cli.remote import Remote
from service.dossier.tree import read_bounded
from service.mapping.requests import write_request
from service.names import CardName

if TYPE_CHECKING:
    from datetime import date

    from rules.contracts.inputs import Subject
    from rules.model.published import Published
    from service.claims.cards import Ask, ClaimCard
    from service.gazette import Gazette

_OPTIONS = ("audience", "kind", "medium")
_ASSUMED_KIND = "commercial"
"""What a text to check is taken for, and told to be, unless it is said to be something else."""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What the command was asked, as it was written."""

    jurisdictions: str
    shown_on: str | None
    as_of: str | None
    facts: Path | None
    stated: dict[str, str | None]
    text_languages: tuple[str, ...]
    names: tuple[str, ...]
    server: str | None


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A text with its claims and their verdicts, and what was asked about them."""

    screened: Screened
    claims: tuple[CheckedClaim, ...]
    cards: dict[str, ClaimCard]
    jurisdictions: tuple[Jurisdiction, ...]
    shown: Period
    as_of: str
    stated: Stated


def checked(source: str, options: CheckOptions, gazette: Gazette) -> CheckedText:
    """Screen a text and judge every claim in it.

    Raises:
        InputError: the text, an option or a fact cannot be accepted; wrong facts have their line and column.
        VersionError: a card is not published, or not in force.
        RemoteError: the server refuses, or cannot be reached.
    """
    jurisdictions = read_jurisdictions(options.jurisdictions, argument="--jurisdiction")
    known = instants.now()
    day = _day(options.as_of, "--as-of") if options.as_of else instants.today("UTC")
    shown = _shown(options.shown_on) if options.shown_on else Period(day, day)
    given = _given(options.facts)
    stated = _stated(options.stated)
    if "kind" not in {*stated, *given.general.nodes}:
        stated = {"kind": (_ASSUMED_KIND,), **stated}
    conditions = Conditions(jurisdictions, shown, stated, given)
    found = screened(source, languages=options.text_languages, names=options.names)
    if not found.document.text.strip():
        raise InputError((Violation("TEXT|FILE", "there is no text to check; give a sentence or a file", "EMPTY"),))
    ids = tuple(dict.fromkeys(card for place in jurisdictions for card in place.cards))
    cards = load_cards(gazette, ids, as_of=day, known=known)
    local = LocalEvaluators()
    try:
        ask: Ask = local if options.server is None else _remote(options.server)
        questions = Questions(ask, as_of=day.isoformat(), known=known)
        _check_names(conditions, cards, gazette)
        claims = check(found.result, conditions, cards, questions)
    finally:
        local.close()
    return CheckedText(found, claims, cards, jurisdictions, shown, day.isoformat(), conditions.options)


def _check_names(conditions: Conditions, cards: dict[str, ClaimCard], gazette: Gazette) -> None:
    """Refuse facts that no card on claims knows, be it one that is not asked here."""
    fixed = frozenset(name for place in conditions.jurisdictions for name in place.facts)
    if conditions.given.names:
        every = {card for place in JURISDICTIONS.values() for card in place.cards}
        others = (gazette.versions(card)[-1] for card in gazette.card_ids() if card in every - set(cards))
        known = [*(card.scorecard for card in cards.values()), *(published.scorecard for published in others)]
        check_names(conditions.given, known, fixed)


def _remote(server: str) -> Ask:
    remote = Remote(server)

    def ask(published: Published, subject: Subject) -> Record:
        name = CardName(published.scorecard.card.id, published.scorecard.card.version)
        asked = subject.model_copy(update={"known": ""})  # which leaves the known time to the service
        request = write_request(asked, scorecard=str(name), request_id=str(uuid.uuid4()))
        return Record.model_validate_json(remote.evaluate(request).record_json)

    return ask


def _day(text: str, option: str) -> date:
    try:
        return parse_date(text)
    except DateError as error:
        raise InputError((Violation(option, f"{error}", "MALFORMED"),)) from None


def _shown(text: str) -> Period:
    first, mark, last = text.partition("..")
    shown = Period(_day(first, "--shown-on"), _day(last if mark else first, "--shown-on"))
    if shown.last < shown.first:
        description = f"{shown.last} is before {shown.first}; write the first day before the last"
        raise InputError((Violation("--shown-on", description, "WRONG_VALUE"),))
    return shown


def _stated(options: dict[str, str | None]) -> Stated:
    """Read the facts that options give, by the values that the claim model has."""
    wrong = []
    for name in _OPTIONS:
        value = options.get(name)
        if value is not None and value not in FACTS[name].values:
            allowed = ", ".join(FACTS[name].values)
            wrong.append(Violation(f"--{name}", f"'{value[:40]}' is not one of {allowed}", "WRONG_VALUE"))
    if wrong:
        raise InputError(tuple(wrong))
    return {name: (value,) for name, value in options.items() if value is not None}


def _given(path: Path | None) -> Given:
    return Given() if path is None else read_given(read_bounded(path))


def check_json(answer: CheckedText, language: str) -> str:
    """Write the answer for programs; all offsets are those of `text`."""
    teller = Teller(answer.cards, language)
    document = answer.screened.document
    written = {
        "source": answer.screened.source,
        "kind": document.kind,
        "text": document.text,
        "as_of_date": answer.as_of,
        "shown_on": period_answer(answer.shown),
        "taken_as_given": {name: list(values) for name, values in answer.stated.items()},
        "claims": claims_answer(answer.claims, teller),
        "coverage": coverage_answer(answer.claims, teller, [place.id for place in answer.jurisdictions]),
        "not_screened": not_screened_answer(answer.screened.result),
        "fully_screened": answer.screened.result.fully_screened,
    }
    return orjson.dumps(written, option=orjson.OPT_INDENT_2).decode()
