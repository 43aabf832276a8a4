"""Handler of `claims check`, local or on a server, for one text or many files."""

from __future__ import annotations

import shutil
import sys
import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from rules.api import ConclusionSummary
from rules.claims import Balance, ClaimStatus
from rules.contracts import Json, Subject, error_message
from rules.engine import CancellationScope
from rules.trail import read_conclusion_summary
from service.base.core_pool import map_in_processes
from service.base.durable_files import replace_file
from service.base.resource_names import CardName
from service.configuration.available_cores import cores
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.input.tree.nodes import Scalar
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem, read_bounded
from service.output.terminal.columns import columns_text, fold_line, one_line
from service.output.terminal.given_options import read_known_time
from service.output.terminal.output import RemoteError
from service.output.terminal.streams import print_error
from service.schemes.claims.answer import (
    certain_claims,
    claim_sum,
    count_unread,
    standing_word,
    worst_first,
    worst_standing,
)
from service.schemes.claims.answer_builder import AnswerBuilder
from service.schemes.claims.answer_frame import CheckedText, cut_line, text_language, words
from service.schemes.claims.caller_facts import (
    CallerFact,
    CallerFacts,
    ClaimFacts,
    FactsByName,
    FactSource,
    read_fact_option,
    read_facts_file,
    to_card_value,
)
from service.schemes.claims.claim_cards import Ask
from service.schemes.claims.claim_check import ClaimCheckRequest, ClaimCheckResult, judge_text
from service.schemes.claims.interview import Interview, InterviewAnswers, write_facts_file
from service.schemes.claims.marked_documents import ReportFormat, can_mark, marked_report
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.render_full import full_text
from service.schemes.claims.render_short import short_text
from service.schemes.claims.sources import NAMES, read_source, source_files

if TYPE_CHECKING:
    from rules.model import PublishedVersion

_MAX_QUOTE_LENGTH = 40


class RefusedFile(NamedTuple):
    """A file that could not be read."""

    source: str
    problem: str


class CheckedFiles(NamedTuple):
    """Results of all files, in input order."""

    language: str
    each: tuple[CheckedText | RefusedFile, ...]

    @property
    def texts(self) -> tuple[CheckedText, ...]:
        return tuple(file for file in self.each if isinstance(file, CheckedText))

    @property
    def refused(self) -> tuple[RefusedFile, ...]:
        return tuple(file for file in self.each if isinstance(file, RefusedFile))

    @property
    def unread(self) -> tuple[CheckedText, ...]:
        return tuple(text for text in self.texts if count_unread(text.answer))

    @property
    def is_no(self) -> bool:
        """Whether a claim is prohibited or misleading, or any part or file is unscreened."""
        return bool(self.refused) or any(text.is_no for text in self.texts)


def files_text(checked: CheckedFiles, width: int | None, each: Callable[[CheckedText], str] | None) -> str:
    """Render a table of files, or each file with `each`."""
    if each is not None:
        reports = [each(text) for text in checked.texts]
        return "\n\n".join([*reports, *(fold_line(line, width) for line in _refused_lines(checked))])
    return "\n".join(fold_line(line, width) for line in _table_lines(checked, width))


def _table_lines(checked: CheckedFiles, width: int | None) -> Iterator[str]:
    texts = words(checked.language)["check"]
    levels = [status.value for status in ClaimStatus]
    ranked = []
    for text in checked.texts:
        claims, unread = [*certain_claims(text.answer).values()], count_unread(text.answer)
        counted = Counter(standing_word(worst_standing(claim)) for claim in claims if claim.answers)
        first = next((position for position, level in enumerate(levels) if counted[level]), len(levels))
        shown = cut_line(worst_first(claims)[0].candidate_claim.span.quote, _MAX_QUOTE_LENGTH) if claims else ""
        rank = (first, *(-counted[level] for level in levels), -unread)
        ranked.append((rank, (text.source, *(str(counted[level]) for level in levels), str(unread), shown)))
    ranked.sort(key=lambda entry: entry[0])
    names = texts["standings"]
    head = (texts["file"], *(names[level] for level in levels), texts["unread_head"], texts["worst_claim"])
    yield columns_text(head, [row for _, row in ranked], numbers_right=True, width=width)
    yield ""
    yield texts["sum_files"].format(
        count=len(checked.texts), unread=len(checked.unread), refused=len(checked.refused), code=int(checked.is_no)
    )
    yield from _refused_lines(checked)


def _refused_lines(checked: CheckedFiles) -> Iterator[str]:
    for file in checked.refused:
        yield f"  {file.source}: {one_line(file.problem)}"


_OPTION_NAMES = {"subject_level": "--level"}
_UNKNOWN_WORDS = ("unknown", "未知")
_TIMEOUT_SECONDS = 120
_FILES_PER_PROCESS = 8
"""Judging fewer files takes less time than starting a process."""
_MARKED_FORMATS: dict[str, ReportFormat] = {".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}
_OPTION_BY_FIELD = {
    "jurisdictions": NAMES.jurisdictions,
    "shown_period": NAMES.shown,
    "as_of_date": NAMES.as_of,
    "known_time": "--known",
    **dict.fromkeys(("source", "text", "file"), NAMES.text),
    "language_codes": NAMES.languages,
    "not_assumed_fact_ids": NAMES.not_assumed,
}


class CheckOptions(NamedTuple):
    """Options of the command: the request without facts, unparsed facts, and the answer language."""

    request: ClaimCheckRequest
    facts: Path | None
    stated: dict[str, str | None]
    single_facts: tuple[str, ...]
    language: str


def check(  # noqa: PLR0913, PLR0917 -- one per option
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
    """Check a text or each file of a folder, after an optional interview."""
    if store and server is None:
        raise _refusal("--server", "STORED_BY_SERVER", "REQUIRED")
    first, mark, last = (shown_on or "").partition("..")
    request = ClaimCheckRequest(
        jurisdictions=tuple(jurisdiction.split(",")),
        shown=None if shown_on is None else (first, last if mark else first),
        as_of=as_of or "",
        known="" if known is None else read_known_time(known),
        languages=tuple(text_language),
        traders=tuple(name),
        weighed=weighed,
        hearing=hearing,
        by_claim=store,
        not_assumed=(*not_assumed, *filter(None, map(_fact_set_to_unknown, fact))),
    )
    stated = {"audience": audience, "subject_level": level, "medium": medium, "kind": kind}
    options = CheckOptions(request, facts, stated, tuple(fact), language)
    files = source_files(source)
    if files:
        _refuse_single_text_options(asking=asking, store=store, out=out)
        call = None if server is None else stubs("screening_service.ScreeningService").CheckClaims
        return _check_files(files, options, gazette, server, call)
    with closing(ClaimChecker(source, options, Gazette(gazette))) as checker:
        checker.check_out(source, out)
        learned = _run_interview(checker, source, facts_out, language) if asking else InterviewAnswers()
        if server is None:
            checked = checker.checked(learned)
        elif store:
            checked = checker.stored(learned, server, stubs("evaluation_service.EvaluationService").EvaluateSubject)
        else:
            checked = checker.answered(learned, server, stubs("screening_service.ScreeningService").CheckClaims)
        return replace(checked, content=checker.content) if _suffix(out) in _MARKED_FORMATS else checked


def _refuse_single_text_options(*, asking: bool, store: bool, out: Path | None) -> None:
    if asking or store:
        raise _refusal("--ask" if asking else "--store", "ONE_TEXT", "WRONG_VALUE")
    if _suffix(out) in _MARKED_FORMATS:
        raise _refusal("--out", "ONE_MARKED", "WRONG_VALUE")


def _refusal(field: str, key: str, reason: str, **arguments: object) -> PlacedError:
    refusals = ProblemCollector(NAMES)
    refusals.note(None, field, key, reason, **arguments)
    return refusals.error()


def _suffix(out: Path | None) -> str:
    return "" if out is None else out.suffix.lower()


class _FolderContext(NamedTuple):
    options: CheckOptions
    gazette: Path
    server: str | None = None
    call: Callable[..., Any] | None = None

    def begin(self) -> _FolderWorker:
        return _FolderWorker(self)


class _FolderWorker:
    def __init__(self, files: _FolderContext) -> None:
        self._files, self._gazette = files, Gazette(files.gazette)
        self._evaluators = Evaluators.for_gazette(self._gazette)

    def do(self, piece: tuple[int, Path]) -> tuple[int, CheckedText | RefusedFile]:
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
        self._evaluators.close()


def _check_files(
    files: Sequence[Path], options: CheckOptions, gazette: Path, server: str | None, call: Callable[..., Any] | None
) -> CheckedFiles:
    processes = 1 if call is not None else min(cores(), len(files) // _FILES_PER_PROCESS or 1)
    results: dict[int, CheckedText | RefusedFile] = {}
    template = words(options.language)["check"]["progress"]
    run = _FolderContext(options, gazette, server, call)
    for number, result in map_in_processes(run, [*enumerate(files)], processes):
        results[number] = result
        print_error(template.format(number=len(results), count=len(files), file=files[number]))
    return CheckedFiles(options.language, tuple(results[number] for number in range(len(files))))


def _run_interview(checker: ClaimChecker, source: str, facts_out: Path | None, language: str) -> InterviewAnswers:
    """Interview on standard error; standard output contains only the answer."""
    if source == "-":
        raise _refusal("--ask", "ASK_INPUT", "WRONG_VALUE")
    lines = iter(sys.stdin.readline, "")
    interview = Interview(checker.judged, language, lambda: next(lines, None), print_error)
    learned = interview.learned()
    if learned != InterviewAnswers():
        path = facts_out or _unused_path(Path("claims-facts.yaml"))
        replace_file(path, write_facts_file(checker.caller_facts(learned)).encode())
        print_error(words(language)["asking"]["saved"].format(count=interview.answered, path=path))
    return learned


def _unused_path(path: Path) -> Path:
    names = (path, *(path.with_stem(f"{path.stem}-{number}") for number in range(2, 1000)))
    return next((name for name in names if not name.exists()), path)


class ClaimChecker:
    """Checker that reads a text once and judges it again after each interview answer."""

    def __init__(
        self, source: str, options: CheckOptions, gazette: Gazette, evaluators: Evaluators | None = None
    ) -> None:
        """Read options and text; `judged` raises their problems."""
        self._options, self._gazette = options, gazette
        self._refusals = ProblemCollector(NAMES)
        self._stated_facts = _gather_facts(options, self._refusals)
        self._name, self._document, self.content = read_source(source, self._refusals)
        self._evaluators = evaluators or Evaluators.for_gazette(gazette)

    def check_out(self, source: str, out: Path | None) -> None:
        form = _MARKED_FORMATS.get(_suffix(out))
        if form is None or out is None or self._document is None:
            return
        if self.content and source != "-" and out.exists() and out.samefile(source):
            raise _refusal("--out", "OUT_IS_SOURCE", "WRONG_VALUE", name=out.name)
        if not can_mark(form):
            raise _refusal("--out", "NO_WRITER", "SOFTWARE_MISSING", ending=_suffix(out))

    def caller_facts(self, learned: InterviewAnswers) -> CallerFacts:
        return learned.added_to(self._stated_facts)

    def judged(self, learned: InterviewAnswers, ask: Ask | None = None) -> ClaimCheckResult:
        """Judge every claim; proposals always use the local evaluator."""
        refusals = ProblemCollector(NAMES)
        refusals.problems += self._refusals.problems
        request = replace(self._options.request, caller_facts=self.caller_facts(learned))
        if ask is None:
            return judge_text(self._document, request, self._gazette, self._evaluators.conclude, refusals)
        judged = judge_text(self._document, request, self._gazette, ask, refusals)
        return judged.asking_of_proposals(self._evaluators.conclude)

    def checked(self, learned: InterviewAnswers, ask: Ask | None = None) -> CheckedText:
        judged, language = self.judged(learned, ask), self._options.language
        answer = AnswerBuilder(judged, language).answer(CancellationScope())
        return CheckedText(self._name, answer, judged.document, language, text_language(judged.result))

    def stored(self, learned: InterviewAnswers, server: str, evaluate: Callable[..., Any]) -> CheckedText:
        names: list[str] = []
        ask = _server_evaluator(evaluate, names, known=bool(self._options.request.known))
        return replace(self.checked(learned, ask), server=server, stored=tuple(names))

    def answered(self, learned: InterviewAnswers, server: str, check_claims: Callable[..., Any]) -> CheckedText:
        from service.schemes.claims.request_messages import write_claim_check_request  # noqa: PLC0415 -- slow to load

        if self._document is None or self._refusals.problems:
            raise self._refusals.error()
        language, caller_facts = self._options.language, self.caller_facts(learned)
        check_request = replace(self._options.request, caller_facts=caller_facts)
        request = write_claim_check_request(check_request, self._document.text, self.content, language)
        try:
            answer = check_claims(request, timeout=_TIMEOUT_SECONDS)
        except RemoteError as error:
            raise _with_local_names(error, caller_facts) from error
        return CheckedText(self._name, answer, self._document, language, server=server)

    def close(self) -> None:
        self._evaluators.close()


def _gather_facts(options: CheckOptions, refusals: ProblemCollector) -> CallerFacts:
    facts = {
        name: CallerFact(
            to_card_value(name, Scalar(FilePosition(1, 1), value)),
            _OPTION_NAMES.get(name, f"--{name}"),
            source=FactSource.OPTION,
        )
        for name, value in options.stated.items()
        if value is not None
    }
    for text in options.single_facts:
        if _fact_set_to_unknown(text):
            continue
        single = read_fact_option(text, "--fact", refusals)
        if single is not None and single[0] in facts:
            refusals.note(None, single[1].field, "REPEATED", "REPEATED")
        elif single is not None:
            facts |= [single]
    caller_facts = CallerFacts()
    if options.facts is not None:
        content = refusals.attempt("--facts", read_bounded, options.facts)
        if content is not None:
            caller_facts = read_facts_file(content, refusals)
    return CallerFacts(caller_facts.general, FactsByName(facts), caller_facts.claims)


def _fact_set_to_unknown(text: str) -> str | None:
    name, _, value = text.partition("=")
    return name.strip() if name.strip() and value.strip().lower() in _UNKNOWN_WORDS else None


def _server_evaluator(evaluate: Callable[..., Any], stored: list[str], *, known: bool) -> Ask:
    from service.output.mapping.requests import WRITTEN, write_request  # noqa: PLC0415 -- messages are slow to load

    def ask(published: PublishedVersion, subject: Subject) -> ConclusionSummary:
        name = CardName(published.scorecard.card.id, published.scorecard.card.version)
        # Without --known, the server chooses the known time.
        requested_subject = subject if known else subject.model_copy(update={"known": ""})
        request = write_request(requested_subject, scorecard=str(name), request_id=str(uuid.uuid4()))
        request.view = WRITTEN
        evaluation = evaluate(request, timeout=_TIMEOUT_SECONDS)
        stored.append(evaluation.name)
        return read_conclusion_summary(evaluation.record_json.encode("utf-8"))

    return ask


def _with_local_names(error: RemoteError, caller_facts: CallerFacts) -> Exception:
    facts = {**caller_facts.general, **caller_facts.options}
    fact_by_field: dict[str, CallerFact | ClaimFacts] = {f"facts[{name[:60]}]": fact for name, fact in facts.items()}
    for number, claim in enumerate(caller_facts.claims):
        fact_by_field[f"claim_facts[{number}].quote"] = claim
        fact_by_field |= {f"claim_facts[{number}].facts[{name[:60]}]": fact for name, fact in claim.facts.items()}
    problems = []
    for violation in error.violations():
        source = fact_by_field.get(violation.field)
        field = _OPTION_BY_FIELD.get(violation.field, violation.field) if source is None else source.field
        problems.append(
            Problem(None if source is None else source.place, field, violation.description, violation.reason)
        )
    return PlacedError(problems) if problems else error


def check_text(checked: CheckedText | CheckedFiles, full: bool, doubtful: bool, out: Path | None) -> str | bytes:
    """Render the answer as text, or as marked HTML, Word or PDF."""
    width = shutil.get_terminal_size().columns if out is None and sys.stdout.isatty() else None
    if isinstance(checked, CheckedFiles):
        each = tuple(
            replace(file, doubtful=doubtful) if isinstance(file, CheckedText) else file for file in checked.each
        )
        return files_text(checked._replace(each=each), width, each=full_text if full else None)
    checked = replace(checked, doubtful=doubtful)
    if (form := _MARKED_FORMATS.get(_suffix(out))) is None:
        return full_text(checked) if full else short_text(checked, width)
    report = marked_report(form, checked, full=full)
    return report.decode("utf-8") if form == "html" else report


def check_json(checked: CheckedText | CheckedFiles) -> str:
    """Render the answer as JSON. Offsets refer to the field `text`."""
    from service.output.terminal.json_form import to_json_document  # noqa: PLC0415 -- messages are slow to load

    if isinstance(checked, CheckedFiles):
        each = ",\n".join(check_json(text).rstrip() for text in checked.texts)
        aside: dict[str, Json] = {
            "notScreened": [{"source": text.source, "count": count_unread(text.answer)} for text in checked.unread],
            "refused": [{"source": file.source, "problem": file.problem} for file in checked.refused],
        }
        return f'{{"documents": [{each}],{to_json_document(aside).strip()[1:]}\n'
    document: dict[str, Json] = {
        "source": checked.source,
        "notScreenedCount": count_unread(checked.answer),
        "condemnedCount": claim_sum(checked.answer).faults,
        "givenFacts": [],
        "storedEvaluations": list(checked.stored) or None,
        "questions": [],
        "rewritings": [],
    }
    return to_json_document(document, message=checked.answer)
