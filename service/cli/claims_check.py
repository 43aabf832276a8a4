"""How is a text checked from the command line, in process or by a server?"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.record import Record
from rules.engine.stopping import Waiting
from service.claims.cards import LocalEvaluators
from service.claims.given import FactSheet, Given, GivenFact, in_card_words, read_given, read_option
from service.claims.judging import Asked, Judged, judged
from service.claims.messages import write_judged
from service.claims.refusals import Refusals
from service.cli.claims import NAMES, read_source
from service.cli.json_form import as_document
from service.cli.named_rules import read_known
from service.cli.remote import Remote
from service.dossier.problems import Place
from service.dossier.tree import Scalar, read_bounded
from service.mapping.requests import write_request
from service.names import CardName

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.contracts.inputs import Subject
    from rules.model.published import Published
    from rules.screening.kinds import Balance
    from service.claims.cards import Ask
    from service.gazette import Gazette

_OPTIONS = {"subject_level": "--level"}
"""Options that are called otherwise than their fact."""
_UNKNOWN = ("unknown", "未知")


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What the command was asked, as it was written; `stated` are facts that have an option of their own."""

    jurisdictions: str
    shown_on: str | None
    as_of: str | None
    known: str | None
    facts: Path | None
    stated: dict[str, str | None]
    single_facts: tuple[str, ...]
    text_languages: tuple[str, ...]
    names: tuple[str, ...]
    weighed: bool
    hearing: Balance
    server: str | None
    language: str
    not_assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedText:
    """A judged text, and what it was read from."""

    source: str
    judged: Judged
    server: str | None = None
    stored: tuple[str, ...] = ()
    """The evaluations that the server keeps."""


def checked(source: str, options: CheckOptions, gazette: Gazette) -> CheckedText:
    """Screen a text and judge every claim in it.

    Raises:
        DossierError: the text, an option or a fact cannot be accepted; all of it is listed, facts of a file with their
            line and column.
        VersionError: a card is not published, or not in force.
        RemoteError: the server refuses, or cannot be reached.
    """
    refusals = Refusals(NAMES)
    given = _given(options, refusals)
    first, mark, last = (options.shown_on or "").partition("..")
    shown = (first, last if mark else first)
    asked = Asked(
        jurisdictions=tuple(options.jurisdictions.split(",")),
        shown=None if options.shown_on is None else shown,
        as_of=options.as_of or "",
        known="" if options.known is None else read_known(options.known),
        given=given,
        languages=options.text_languages,
        traders=options.names,
        weighed=options.weighed,
        hearing=options.hearing,
        not_assumed=(*options.not_assumed, *filter(None, map(_taken_back, options.single_facts))),
    )
    name, document = read_source(source, refusals)
    local = LocalEvaluators()
    try:
        stored: list[str] = []
        ask: Ask = local if options.server is None else _remote(options.server, stored, known=options.known is not None)
        found = judged(document, asked, gazette, ask, refusals)
        return CheckedText(name, found, options.server, tuple(stored))
    finally:
        local.close()


def _given(options: CheckOptions, refusals: Refusals) -> Given:
    """Gather the facts of the file and of options."""
    facts = {
        name: GivenFact(in_card_words(name, Scalar(Place(1, 1), value)), _OPTIONS.get(name, f"--{name}"))
        for name, value in options.stated.items()
        if value is not None
    }
    for text in options.single_facts:
        if _taken_back(text):
            continue
        single = read_option(text, "--fact", refusals)
        if single is not None and single[0] in facts:
            refusals.note(None, single[1].field, "REPEATED", "REPEATED")
        elif single is not None:
            facts |= [single]
    given = Given()
    if options.facts is not None:
        try:
            content = refusals.attempt("--facts", read_bounded, options.facts)
        except FileNotFoundError:
            content = None
            refusals.note(None, "--facts", "NO_FACTS_FILE", "NOT_FOUND", name=str(options.facts))
        if content is not None:
            given = read_given(content, refusals)
    return Given(given.general, FactSheet(facts), given.claims)


def _taken_back(text: str) -> str | None:
    """Give the fact of which an option says that it is unknown, so that it is not taken from the words either."""
    name, _, value = text.partition("=")
    return name.strip() if name.strip() and value.strip().lower() in _UNKNOWN else None


def _remote(server: str, stored: list[str], *, known: bool) -> Ask:
    """Ask a server, and note under which names it keeps the evaluations."""
    remote = Remote(server)

    def ask(published: Published, subject: Subject) -> Record:
        name = CardName(published.scorecard.card.id, published.scorecard.card.version)
        # Unless a day is named, the known time is left to the service.
        asked = subject if known else subject.model_copy(update={"known": ""})
        request = write_request(asked, scorecard=str(name), request_id=str(uuid.uuid4()))
        evaluation = remote.evaluate(request)
        stored.append(evaluation.name)
        return Record.model_validate_json(evaluation.record_json)

    return ask


def check_json(answer: CheckedText, language: str) -> str:
    """Write the answer for programs: a CheckClaimsResponse with its source, what was given, and what a server keeps.

    All offsets are those of `text`.
    """
    found = answer.judged
    given: list[Json] = [{"factId": name, "values": list(values)} for name, values in found.given.items()]
    document: dict[str, Json] = {
        "source": answer.source,
        "givenFacts": given,
        "storedEvaluations": list(answer.stored) if answer.server else None,
    }
    return as_document(document, beside=write_judged(found, language, Waiting()))
