"""Handler of `claims check`: local or server-side checks of a text or folder, with optional interview."""

from __future__ import annotations

import shutil
import sys
import uuid
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from rules.api import ConclusionSummary
from rules.claims import Balance
from rules.contracts import Json, Subject, error_message
from rules.engine import CancellationScope
from rules.model import PublishedVersion
from rules.trail import read_conclusion_summary
from service.base.core_pool import map_in_processes
from service.base.durable_files import replace_file
from service.base.resource_names import CardName
from service.configuration.available_cores import cores
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.input.tree.nodes import Scalar
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem, read_bounded
from service.output.terminal.named_rules import read_known_time
from service.output.terminal.output import RemoteError, print_error
from service.schemes.claims.answer_builder import AnswerBuilder
from service.schemes.claims.answer_frame import CheckedText, words
from service.schemes.claims.caller_facts import (
    CallerFacts,
    ClaimFacts,
    FactsByName,
    GivenFact,
    read_fact_option,
    read_facts_file,
    to_card_value,
)
from service.schemes.claims.claim_cards import Ask
from service.schemes.claims.claim_check import ClaimCheckRequest, ClaimCheckResult, judge_text
from service.schemes.claims.interview import Interview, InterviewAnswers, write_facts_file
from service.schemes.claims.many_files import CheckedFiles, RefusedFile, files_text
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.render_full import full_text
from service.schemes.claims.render_short import short_text
from service.schemes.claims.sources import NAMES, read_source, source_files

_OPTIONS = {"subject_level": "--level"}
"""Options that are called otherwise than their fact."""
_UNKNOWN = ("unknown", "未知")
_SECONDS = 120
_WORTH_A_PROCESS = 8
"""To begin a process takes as long as to judge so many files."""
_PAGES = (".html", ".htm")
_WORD, _PDF = ".docx", ".pdf"
_MARKUP_MODULES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_PAGES, ()),
    _WORD: ("docx",),
    _PDF: ("pypdf", "pypdfium2"),
}
"""By the endings of files in which claims are marked, what writes them."""
_FIELDS = {
    "jurisdictions": NAMES.jurisdictions,
    "shown_period": NAMES.shown,
    "as_of_date": NAMES.as_of,
    "known_time": "--known",
    **dict.fromkeys(("source", "text", "file"), NAMES.text),
    "language_codes": NAMES.languages,
    "not_assumed_fact_ids": NAMES.not_assumed,
}
"""What fields of a request are called here."""


class CheckOptions(NamedTuple):
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
    store: bool,
    server: str | None,
    gazette: Path,
    out: Path | None,
    language: str,
    stubs: Callable[[str], Any],
) -> CheckedText | CheckedFiles:
    """Judge a text, or each file of a folder, after asking on the terminal what decides if that is wanted."""
    if store and server is None:
        raise _refusal("--server", "STORED_BY_SERVER", "REQUIRED")
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
        language=language,
        not_assumed=tuple(not_assumed),
    )
    files = source_files(source)
    if files:
        _refuse_for_many(asking=asking, store=store, out=out)
        call = None if server is None else stubs("screening_service.ScreeningService").CheckClaims
        return _check_files(files, options, gazette, server, call)
    with closing(ClaimChecker(source, options, Gazette(gazette))) as checker:
        checker.check_out(source, out)
        learned = _learned(checker, source, facts_out, language) if asking else InterviewAnswers()
        if server is None:
            checked = checker.checked(learned)
        elif store:
            checked = checker.stored(learned, server, stubs("evaluation_service.EvaluationService").EvaluateSubject)
        else:
            checked = checker.answered(learned, server, stubs("screening_service.ScreeningService").CheckClaims)
        return replace(checked, content=checker.content) if _ending(out) in _MARKUP_MODULES else checked


def _refuse_for_many(*, asking: bool, store: bool, out: Path | None) -> None:
    """Refuse what is done with one text only, where files are checked."""
    if asking or store:
        raise _refusal("--ask" if asking else "--store", "ONE_TEXT", "WRONG_VALUE")
    if _ending(out) in _MARKUP_MODULES:
        raise _refusal("--out", "ONE_MARKED", "WRONG_VALUE")


def _refusal(field: str, key: str, reason: str, **arguments: object) -> PlacedError:
    refusals = ProblemCollector(NAMES)
    refusals.note(None, field, key, reason, **arguments)
    return refusals.error()


def _ending(out: Path | None) -> str:
    return "" if out is None else out.suffix.lower()


class _FolderContext(NamedTuple):
    """What every process is told of a folder."""

    options: CheckOptions
    gazette: Path
    server: str | None = None
    call: Callable[..., Any] | None = None

    def begin(self) -> _FolderWorker:
        """Make ready for one file after the other."""
        return _FolderWorker(self)


class _FolderWorker:
    """Judges file after file by the same rules, which are made ready once."""

    def __init__(self, files: _FolderContext) -> None:
        self._files, self._gazette = files, Gazette(files.gazette)
        self._evaluators = Evaluators.for_gazette(self._gazette)

    def do(self, piece: tuple[int, Path]) -> tuple[int, CheckedText | RefusedFile]:
        """Judge a file, or say why it cannot be read."""
        number, path = piece
        checker = ClaimChecker(str(path), self._files.options, self._gazette, self._evaluators)
        try:
            if self._files.call is None:
                return number, checker.checked(InterviewAnswers())
            return number, checker.answered(InterviewAnswers(), self._files.server or "", self._files.call)
        except PlacedError as error:
            if any(problem.field != NAMES.text for problem in error.problems):
                raise
            return number, RefusedFile(str(path), error_message(error))

    def close(self) -> None:
        """Free the networks."""
        self._evaluators.close()


def _check_files(
    files: Sequence[Path], options: CheckOptions, gazette: Path, server: str | None, call: Callable[..., Any] | None
) -> CheckedFiles:
    """Judge files, shared over the cores, and say on standard error how far it is; the answer keeps their order.

    A server shares its work itself.
    """
    processes = 1 if call is not None else min(cores(), len(files) // _WORTH_A_PROCESS or 1)
    results: dict[int, CheckedText | RefusedFile] = {}
    template = words(options.language)["check"]["progress"]
    run = _FolderContext(options, gazette, server, call)
    for number, result in map_in_processes(run, [*enumerate(files)], processes):
        results[number] = result
        print_error(template.format(number=len(results), count=len(files), file=files[number]))
    return CheckedFiles(options.language, tuple(results[number] for number in range(len(files))))


def _learned(checker: ClaimChecker, source: str, facts_out: Path | None, language: str) -> InterviewAnswers:
    """Ask on the terminal, so that the answer alone is on standard output, and write what was learned."""
    if source == "-":
        raise _refusal("--ask", "ASK_INPUT", "WRONG_VALUE")
    lines = iter(sys.stdin.readline, "")
    interview = Interview(checker.judged, language, lambda: next(lines, None), print_error)
    learned = interview.learned()
    if learned != InterviewAnswers():
        path = facts_out or _free(Path("claims-facts.yaml"))
        replace_file(path, write_facts_file(checker.given(learned)).encode())
        print_error(words(language)["asking"]["saved"].format(count=interview.answered, path=path))
    return learned


def _free(path: Path) -> Path:
    """Give the first name under which there is no file yet, so that nobody's facts are lost."""
    names = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000)))
    return next((name for name in names if not name.exists()), path)


class ClaimChecker:
    """Reads a text and what is said of it once, and judges it as often as something is learned."""

    def __init__(
        self, source: str, options: CheckOptions, gazette: Gazette, evaluators: Evaluators | None = None
    ) -> None:
        """Read what was asked; what is wrong with it is told when the text is judged."""
        self._options, self._gazette = options, gazette
        self._refusals = ProblemCollector(NAMES)
        self._given = _gather_facts(options, self._refusals)
        self._name, self._document, self.content = read_source(source, self._refusals)
        self._evaluators = evaluators or Evaluators.for_gazette(gazette)

    def check_out(self, source: str, out: Path | None) -> None:
        """Refuse a file that cannot be written of this text, before any work is done."""
        ending = _ending(out)
        if ending not in _MARKUP_MODULES or out is None or self._document is None:
            return
        if self.content and source != "-" and out.exists() and out.samefile(source):
            raise _refusal("--out", "OUT_IS_SOURCE", "WRONG_VALUE", name=out.name)
        if ending == _PDF and self._document.kind != "pdf":
            raise _refusal("--out", "PDF_OF_OTHER", "WRONG_VALUE")
        if any(find_spec(library) is None for library in _MARKUP_MODULES[ending]):
            raise _refusal("--out", "NO_WRITER", "SOFTWARE_MISSING", ending=ending)

    def given(self, learned: InterviewAnswers) -> CallerFacts:
        """Give all facts: those given, and those learned."""
        return learned.added_to(self._given)

    def judged(self, learned: InterviewAnswers, ask: Ask | None = None) -> ClaimCheckResult:
        """Judge every claim in the light of what was learned, here unless another way to evaluate is given."""
        refusals = ProblemCollector(NAMES)
        refusals.problems += self._refusals.problems
        asked = _build_check_request(self._options, self.given(learned))
        if ask is None:
            return judge_text(self._document, asked, self._gazette, self._evaluators.conclude, refusals)
        judged = judge_text(self._document, asked, self._gazette, ask, refusals)
        return judged.asking_of_proposals(self._evaluators.conclude)

    def checked(self, learned: InterviewAnswers, ask: Ask | None = None) -> CheckedText:
        """Judge every claim, and tell the answer."""
        answer = AnswerBuilder(self.judged(learned, ask), self._options.language).answer(CancellationScope())
        return CheckedText(self._name, answer)

    def stored(self, learned: InterviewAnswers, server: str, evaluate: Callable[..., Any]) -> CheckedText:
        """Judge by evaluations that a server makes and keeps."""
        names: list[str] = []
        ask = _evaluating(evaluate, names, known=self._options.known is not None)
        return replace(self.checked(learned, ask), server=server, stored=tuple(names))

    def answered(self, learned: InterviewAnswers, server: str, check_claims: Callable[..., Any]) -> CheckedText:
        """Let a server judge every claim."""
        from service.schemes.claims.messages import read_answer  # noqa: PLC0415 -- messages are slow to load
        from service.schemes.claims.request_messages import write_claim_check_request  # noqa: PLC0415 -- likewise

        if self._document is None or self._refusals.problems:
            raise self._refusals.error()
        asked, language = _build_check_request(self._options, self.given(learned)), self._options.language
        request = write_claim_check_request(asked, self._document.text, self.content, language)
        try:
            message = check_claims(request, timeout=_SECONDS)
        except RemoteError as error:
            raise _refused(error, asked.given) from error
        return CheckedText(self._name, read_answer(message, self._document, language), server)

    def close(self) -> None:
        """Free the networks."""
        self._evaluators.close()


def _build_check_request(options: CheckOptions, caller_facts: CallerFacts) -> ClaimCheckRequest:
    first, mark, last = (options.shown_on or "").partition("..")
    shown = (first, last if mark else first)
    return ClaimCheckRequest(
        jurisdictions=tuple(options.jurisdictions.split(",")),
        shown=None if options.shown_on is None else shown,
        as_of=options.as_of or "",
        known="" if options.known is None else read_known_time(options.known),
        given=caller_facts,
        languages=options.text_languages,
        traders=options.names,
        weighed=options.weighed,
        hearing=options.hearing,
        not_assumed=(*options.not_assumed, *filter(None, map(_taken_back, options.single_facts))),
    )


def _gather_facts(options: CheckOptions, refusals: ProblemCollector) -> CallerFacts:
    """Gather the facts of the file and of options."""
    facts = {
        name: GivenFact(to_card_value(name, Scalar(FilePosition(1, 1), value)), _OPTIONS.get(name, f"--{name}"))
        for name, value in options.stated.items()
        if value is not None
    }
    for text in options.single_facts:
        if _taken_back(text):
            continue
        single = read_fact_option(text, "--fact", refusals)
        if single is not None and single[0] in facts:
            refusals.note(None, single[1].field, "REPEATED", "REPEATED")
        elif single is not None:
            facts |= [single]
    caller_facts = CallerFacts()
    if options.facts is not None:
        try:
            content = refusals.attempt("--facts", read_bounded, options.facts)
        except FileNotFoundError:
            content = None
            refusals.note(None, "--facts", "NO_FACTS_FILE", "NOT_FOUND", name=str(options.facts))
        if content is not None:
            caller_facts = read_facts_file(content, refusals)
    return CallerFacts(caller_facts.general, FactsByName(facts), caller_facts.claims)


def _taken_back(text: str) -> str | None:
    """Give the fact of which an option says that it is unknown, so that it is not taken from the words either."""
    name, _, value = text.partition("=")
    return name.strip() if name.strip() and value.strip().lower() in _UNKNOWN else None


def _evaluating(evaluate: Callable[..., Any], stored: list[str], *, known: bool) -> Ask:
    """Have a server evaluate, and note under which names it keeps the evaluations."""
    from service.output.mapping.requests import WRITTEN, write_request  # noqa: PLC0415 -- messages are slow to load

    def ask(published: PublishedVersion, subject: Subject) -> ConclusionSummary:
        name = CardName(published.scorecard.card.id, published.scorecard.card.version)
        # Unless a day is named, the known time is left to the service.
        asked = subject if known else subject.model_copy(update={"known": ""})
        request = write_request(asked, scorecard=str(name), request_id=str(uuid.uuid4()))
        request.view = WRITTEN
        evaluation = evaluate(request, timeout=_SECONDS)
        stored.append(evaluation.name)
        return read_conclusion_summary(evaluation.record_json.encode("utf-8"))

    return ask


def _refused(error: RemoteError, given: CallerFacts) -> Exception:
    """Name what a server refuses as it is named here, with its place in the file of facts."""
    facts = {**given.general.facts, **given.options.facts}
    known: dict[str, GivenFact | ClaimFacts] = {f"facts[{name[:60]}]": fact for name, fact in facts.items()}
    for number, claim in enumerate(given.claims):
        known[f"claim_facts[{number}].quote"] = claim
        known |= {f"claim_facts[{number}].facts[{name[:60]}]": fact for name, fact in claim.facts.facts.items()}
    problems = []
    for violation in error.violations():
        source = known.get(violation.field)
        field = _FIELDS.get(violation.field, violation.field) if source is None else source.field
        problems.append(
            Problem(None if source is None else source.place, field, violation.description, violation.reason)
        )
    return PlacedError(problems) if problems else error


def check_text(checked: CheckedText | CheckedFiles, full: bool, out: Path | None) -> str | bytes:
    """Write the answer for people: marked where it is written to such a file, else as text, folded on a terminal."""
    width = shutil.get_terminal_size().columns if out is None and sys.stdout.isatty() else None
    if isinstance(checked, CheckedFiles):
        return files_text(checked, width, each=full_text if full else None)
    ending = _ending(out)
    if ending in _PAGES:
        from service.schemes.claims.marked_page import marked_page  # noqa: PLC0415 -- templates are slow to load

        return marked_page(checked, full=full)
    if ending == _WORD:
        from service.schemes.claims.marked_docx import marked_docx  # noqa: PLC0415 -- only where it is written

        return marked_docx(checked, full=full)
    if ending == _PDF:
        from service.schemes.claims.marked_pdf import marked_pdf  # noqa: PLC0415 -- likewise

        return marked_pdf(checked, full=full)
    return full_text(checked) if full else short_text(checked, width)


def check_json(checked: CheckedText | CheckedFiles) -> str:
    """Write the answer for programs: a CheckClaimsResponse with its source, and what a server keeps.

    All offsets are those of `text`.
    """
    from service.output.terminal.json_form import to_json_document  # noqa: PLC0415 -- messages are slow to load
    from service.schemes.claims.messages import write_answer  # noqa: PLC0415 -- likewise

    if isinstance(checked, CheckedFiles):
        each = ",\n".join(check_json(text).rstrip() for text in checked.texts)
        aside: dict[str, Json] = {
            "notScreened": [{"source": text.source, "count": text.answer.unread} for text in checked.unread],
            "refused": [{"source": file.source, "problem": file.problem} for file in checked.refused],
        }
        return f'{{"documents": [{each}],{to_json_document(aside).strip()[1:]}\n'
    document: dict[str, Json] = {
        "source": checked.source,
        "notScreenedCount": checked.answer.unread,
        "condemnedCount": checked.answer.sum.faults,
        "givenFacts": [],
        "storedEvaluations": list(checked.stored) or None,
        "questions": [],
        "rewritings": [],
    }
    return to_json_document(document, beside=write_answer(checked.answer))
