"""How is a text checked from the command line, in process or by a server, and what is asked of a person?"""

from __future__ import annotations

import sys
import uuid
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rules.claims.screening.candidates import Balance
from rules.contracts.canonical import Json
from rules.contracts.inputs import Subject
from rules.engine.stopping import Waiting
from rules.model.published import Published
from rules.trail.concluded import Concluded, concluded_in
from service.answering.mapping.requests import write_request
from service.answering.terminal.json_form import as_document
from service.answering.terminal.named_rules import read_known
from service.answering.terminal.output import complain
from service.answering.terminal.remote import Remote
from service.base.durable_files import replace_file
from service.base.names import CardName
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.reading.tree.nodes import Scalar
from service.reading.tree.problems import Place
from service.reading.tree.reading import read_bounded
from service.schemes.claims.cards import Ask
from service.schemes.claims.composing import Composing
from service.schemes.claims.frame import CheckedText, words
from service.schemes.claims.full_text import full_text
from service.schemes.claims.given import CallerFacts, FactSheet, GivenFact, in_card_words, read_given, read_option
from service.schemes.claims.interview import Interview, Learned, facts_file
from service.schemes.claims.judging import Asked, Judged, judged
from service.schemes.claims.messages import write_answer
from service.schemes.claims.refusals import Refusals
from service.schemes.claims.short_text import short_text
from service.schemes.claims.sources import NAMES, read_source

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


def check(  # noqa: PLR0913, PLR0917 -- one for each option
    source: str,
    jurisdiction: str,
    shown_on: str | None,
    as_of: str | None,
    known: str | None,
    facts: Path | None,
    audience: str | None,
    level: str | None,
    medium: str | None,
    kind: str | None,
    fact: Sequence[str],
    not_assumed: Sequence[str],
    text_language: Sequence[str],
    name: Sequence[str],
    weighed: bool,
    hearing: Balance,
    asking: bool,
    facts_out: Path | None,
    server: str | None,
    gazette: Path,
    language: str,
) -> CheckedText:
    """Judge a text, after asking on the terminal what decides if that is wanted."""
    options = CheckOptions(
        jurisdictions=jurisdiction,
        shown_on=shown_on,
        as_of=as_of,
        known=known,
        facts=facts,
        stated={"audience": audience, "subject_level": level, "medium": medium, "kind": kind},
        single_facts=tuple(fact),
        text_languages=tuple(text_language),
        names=tuple(name),
        weighed=weighed,
        hearing=hearing,
        server=server,
        language=language,
        not_assumed=tuple(not_assumed),
    )
    with closing(Checker(source, options, Gazette(gazette))) as checker:
        learned = _learned(checker, source, facts_out, language) if asking else Learned()
        return checker.checked(learned)


def _learned(checker: Checker, source: str, facts_out: Path | None, language: str) -> Learned:
    """Ask on the terminal, so that the answer alone is on standard output, and write what was learned."""
    if source == "-":
        refusals = Refusals(NAMES)
        refusals.note(None, "--ask", "ASK_INPUT", "WRONG_VALUE")
        raise refusals.error()
    lines = iter(sys.stdin.readline, "")
    interview = Interview(checker.judged, language, lambda: next(lines, None), complain)
    learned = interview.learned()
    if learned != Learned():
        path = facts_out or _free(Path("claims-facts.yaml"))
        replace_file(path, facts_file(checker.given(learned)).encode())
        complain(words(language)["asking"]["saved"].format(count=interview.answered, path=path))
    return learned


def _free(path: Path) -> Path:
    """Give the first name under which there is no file yet, so that nobody's facts are lost."""
    names = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000)))
    return next((name for name in names if not name.exists()), path)


class Checker:
    """Reads a text and what is said of it once, and judges it as often as something is learned."""

    def __init__(self, source: str, options: CheckOptions, gazette: Gazette) -> None:
        """Read what was asked; what is wrong with it is told when the text is judged."""
        self._options, self._gazette = options, gazette
        self._refusals = Refusals(NAMES)
        self._given = _given(options, self._refusals)
        self._name, self._document = read_source(source, self._refusals)
        self._evaluators = Evaluators.beside(gazette)

    def given(self, learned: Learned) -> CallerFacts:
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


def _asked(options: CheckOptions, given: CallerFacts) -> Asked:
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


def _given(options: CheckOptions, refusals: Refusals) -> CallerFacts:
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
    given = CallerFacts()
    if options.facts is not None:
        try:
            content = refusals.attempt("--facts", read_bounded, options.facts)
        except FileNotFoundError:
            content = None
            refusals.note(None, "--facts", "NO_FACTS_FILE", "NOT_FOUND", name=str(options.facts))
        if content is not None:
            given = read_given(content, refusals)
    return CallerFacts(given.general, FactSheet(facts), given.claims)


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


def check_text(checked: CheckedText, full: bool) -> str:
    """Write the answer for people."""
    return full_text(checked) if full else short_text(checked)


def has_fault(checked: CheckedText) -> bool:
    """Say whether a claim is prohibited or misleading."""
    return checked.answer.has_fault


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
