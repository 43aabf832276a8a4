"""How is a text checked from the command line, in process or by a server?"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rules.claims.screening.candidates import Balance
from rules.contracts.canonical import Json
from rules.contracts.inputs import Subject
from rules.engine.stopping import Waiting
from rules.model.published import Published
from rules.trail.concluded import Concluded, concluded_in
from service.answering.mapping.requests import write_request
from service.answering.terminal.json_form import as_document
from service.answering.terminal.named_rules import read_known
from service.answering.terminal.remote import Remote
from service.base.names import CardName
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.reading.tree.nodes import Scalar
from service.reading.tree.problems import Place
from service.reading.tree.reading import read_bounded
from service.schemes.claims.cards import Ask
from service.schemes.claims.composing import Composing
from service.schemes.claims.frame import CheckedText
from service.schemes.claims.given import FactSheet, Given, GivenFact, in_card_words, read_given, read_option
from service.schemes.claims.judging import Asked, Judged, judged
from service.schemes.claims.messages import write_answer
from service.schemes.claims.refusals import Refusals
from service.schemes.claims.sources import NAMES, read_source

if TYPE_CHECKING:
    from service.schemes.claims.interview import Learned

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


class Checker:
    """Reads a text and what is said of it once, and judges it as often as something is learned."""

    def __init__(self, source: str, options: CheckOptions, gazette: Gazette) -> None:
        """Read what was asked; what is wrong with it is told when the text is judged."""
        self._options, self._gazette = options, gazette
        self._refusals = Refusals(NAMES)
        self._given = _given(options, self._refusals)
        self._name, self._document = read_source(source, self._refusals)
        self._evaluators = Evaluators.beside(gazette)

    def given(self, learned: Learned) -> Given:
        """Give all facts: those given, and those learned."""
        return learned.added_to(self._given)

    def judged(self, learned: Learned, ask: Ask | None = None) -> Judged:
        """Judge every claim in the light of what was learned, here unless another way to evaluate is given.

        Raises:
            PlacedError: the text, an option or a fact cannot be accepted; all of it is listed.
            VersionError: a card is not published, or not in force.
        """
        refusals = Refusals(NAMES)
        refusals.problems += self._refusals.problems
        asked = _asked(self._options, self.given(learned))
        return judged(self._document, asked, self._gazette, ask or self._evaluators.conclude, refusals)

    def checked(self, learned: Learned) -> CheckedText:
        """Judge every claim, by the server if there is one, which keeps the evaluations."""
        stored: list[str] = []
        server = self._options.server
        ask = None if server is None else _remote(server, stored, known=self._options.known is not None)
        found = self.judged(learned, ask)
        answer = Composing(found, self._options.language).answer(Waiting())
        return CheckedText(self._name, answer, server, tuple(stored))

    def close(self) -> None:
        """Free the networks."""
        self._evaluators.close()


def _asked(options: CheckOptions, given: Given) -> Asked:
    first, mark, last = (options.shown_on or "").partition("..")
    shown = (first, last if mark else first)
    return Asked(
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

    def ask(published: Published, subject: Subject) -> Concluded:
        name = CardName(published.scorecard.card.id, published.scorecard.card.version)
        # Unless a day is named, the known time is left to the service.
        asked = subject if known else subject.model_copy(update={"known": ""})
        request = write_request(asked, scorecard=str(name), request_id=str(uuid.uuid4()))
        evaluation = remote.evaluate(request)
        stored.append(evaluation.name)
        return concluded_in(evaluation.record_json.encode("utf-8"))

    return ask


def check_json(checked: CheckedText) -> str:
    """Write the answer for programs: a CheckClaimsResponse with its source, what was given, and what a server keeps.

    All offsets are those of `text`.
    """
    given: list[Json] = [{"factId": fact.fact, "values": list(fact.values)} for fact in checked.answer.given]
    document: dict[str, Json] = {
        "source": checked.source,
        "givenFacts": given,
        "storedEvaluations": list(checked.stored) if checked.server else None,
        "questions": [],
        "rewritings": [],
    }
    return as_document(document, beside=write_answer(checked.answer))
