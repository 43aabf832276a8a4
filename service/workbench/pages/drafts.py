"""Draft pages: begin from a card, edit and check its files, compare revisions, comment, and approve."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import orjson

from rules.contracts import InputError, Violation, message_factory
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import parse_whole_number
from service.output.mapping.mapper import word_of
from service.workbench.draft_texts import (
    Problem,
    Replacement,
    changed_lines,
    corrected,
    diff_lines,
    differences,
    file_language,
    in_other_language,
    lines_of,
    merged,
    next_minor,
    read_problem,
    renumbered,
    shown_lines,
    side_by_side,
)
from service.workbench.page import EDITOR, Moved, Page, PagePart, PrefilledForm
from service.workbench.queries import MOST, id_of, load_account_names
from service.workbench.titles import title_of
from touchstone.v1 import (
    draft_editing_pb2 as editing,
    draft_pb2 as drafts,
    scorecard_pb2,
    scorecard_service_pb2 as scorecards,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.workbench.page import PageRequest, Shown

_say = message_factory(__name__)

_SERVICE = "ScorecardService"
_LIST, GET, SAVE, CHECK = (
    f"{_SERVICE}/{call}" for call in ("ListDrafts", "GetDraft", "SaveDraftRevision", "CheckDraft")
)
_REVISION, _REVISIONS = f"{_SERVICE}/GetDraftRevision", f"{_SERVICE}/ListDraftRevisions"
_COMPARE, _RESTORE = f"{_SERVICE}/CompareDraftRevisions", f"{_SERVICE}/RestoreDraftRevision"
_COMMENT, _COMMENTS = f"{_SERVICE}/CreateDraftComment", f"{_SERVICE}/ListDraftComments"
_EXAMPLES = f"{_SERVICE}/RunDraftExamples"
_RESOLVE, _FORMAT = f"{_SERVICE}/ResolveDraftComment", f"{_SERVICE}/FormatDraftFile"
_BEGUN = "scorecards/"
"""Begins the note of a first revision that is a published version under another number: the name of that version."""
STEPS = ("draft", "checked", "in_review", "approved", "published")
"""The way of a draft, as pages show it."""
_SHOWN_COMMENTS = 100
"""How many comments stand on a page."""
_RUN_EXAMPLES = 200
"""How many examples of a file are run at most for its page; the check runs all."""


@dataclass(frozen=True, slots=True)
class FailingExpectation:
    """What an example expects in vain, and the words to replace so that it expects what the rules give."""

    line: int
    title: str
    expected: str
    actual: str
    replacements: tuple[Replacement, ...]
    """Empty where one line does not say what the rules give."""


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with the files of its newest revision."""

    draft: drafts.Draft
    number: int
    """The number of its newest revision."""
    files: Mapping[str, str]

    @property
    def id(self) -> str:
        """Its id."""
        return id_of(self.draft.name)

    @property
    def address(self) -> str:
        """Its page."""
        return draft_address(self.id)

    @property
    def state(self) -> str:
        """Where it stands, as words for people are found by it; a draft as long as nothing is signed."""
        return word_of(drafts.Draft.State, self.draft.state or drafts.Draft.STATE_DRAFT)

    @property
    def card(self) -> str:
        """The name of the card of which it would be a version; empty if it does not compile."""
        return self.draft.revision.scorecard_version.partition("/versions/")[0]

    @property
    def base(self) -> str:
        """The name of the published version with which it is compared; empty for the first version of a card."""
        return self.draft.effect.compared_version

    @property
    def version_number(self) -> str:
        """The number of the version that it would be; empty if it does not compile."""
        return self.draft.revision.scorecard_version.partition("/versions/")[2]


def draft_address(id: str, *parts: str) -> str:
    """Give the page of a draft, or of something in it."""
    return "/".join(["/workbench/drafts", quote(id), *map(quote, parts)])


def _name(page_request: PageRequest) -> str:
    return f"{page_request.parent}/drafts/{page_request.path['draft']}"


async def _revision(page_request: PageRequest, name: str) -> drafts.DraftRevision:
    asked = drafts.GetDraftRevisionRequest(name=name)
    revision: drafts.DraftRevision = await page_request.ask_once(_REVISION, asked)
    return revision


def _files(revision: drafts.DraftRevision) -> dict[str, str]:
    return {file.path: file.content for file in revision.source_files}


def _number(revision_name: str) -> int:
    return int(id_of(revision_name))


async def open_draft(page_request: PageRequest) -> OpenDraft:
    """Give the draft that the address names.

    Raises:
        Refusal: there is none in the organisation of whoever asks.
    """
    draft = await page_request.ask_once(GET, drafts.GetDraftRequest(name=_name(page_request)))
    return OpenDraft(draft, _number(draft.revision.name), _files(await _revision(page_request, draft.revision.name)))


async def draft_comments(page_request: PageRequest) -> drafts.ListDraftCommentsResponse:
    """Give one page of what was said of the draft that the address names, the oldest first."""
    asked = drafts.ListDraftCommentsRequest(
        parent=_name(page_request), page_size=_SHOWN_COMMENTS, page_token=page_request.query.get("comments", "")
    )
    listed: drafts.ListDraftCommentsResponse = await page_request.ask(_COMMENTS, asked)
    return listed


async def first_revision(page_request: PageRequest) -> drafts.DraftRevision:
    """Give the first revision, with which everything later is compared."""
    return await _revision(page_request, f"{_name(page_request)}/revisions/1")


def begun_from(first: drafts.DraftRevision) -> str:
    """Return the published version that a draft was begun from, such as `green-factory 1.0.0`; empty if none."""
    return version_text(first.note) if first.note.startswith(_BEGUN) else ""


def version_text(name: str) -> str:
    """Return the name of a version as it is read, such as `green-factory 1.0.0`."""
    return name.removeprefix(_BEGUN).replace("/versions/", " ")


def typed_source(page_request: PageRequest) -> tuple[str, scorecard_pb2.SourceFile]:
    """Give the name of the draft, and the file of the address as it was typed."""
    text = page_request.typed("source_files").replace("\r\n", "\n")
    return _name(page_request), scorecard_pb2.SourceFile(path=page_request.path["file"], content=text)


async def save_files(page_request: PageRequest, opened: OpenDraft, files: Mapping[str, str], base: int) -> None:
    """Save all files of a draft on top of a revision, with what the form says of it."""
    await page_request.ask(SAVE, saving(opened.draft.name, files, base, page_request.typed("note").strip()))


async def _checked(page_request: PageRequest, opened: OpenDraft) -> tuple[drafts.DraftCheck | None, list[Problem]]:
    """Give the check as for publication, if it is asked for; else what keeps the newest revision from compiling."""
    if page_request.query.get("check") and page_request.may(CHECK):
        check = await page_request.ask_once(CHECK, drafts.CheckDraftRequest(name=opened.draft.name))
        return check, [read_problem(problem) for problem in check.problems]
    return None, [read_problem(problem) for problem in opened.draft.revision.problems]


async def _load_list(page_request: PageRequest) -> Shown:
    asked = drafts.ListDraftsRequest(parent=page_request.parent, page_token=page_request.query.get("page_token", ""))
    listed = await page_request.ask(_LIST, asked)
    await load_account_names(page_request)
    cards = await page_request.ask(f"{_SERVICE}/ListScorecards", scorecards.ListScorecardsRequest(page_size=MOST))
    titles = {
        card.name: title_of(card.titles, page_request.language) or id_of(card.name) for card in cards.scorecards
    }  # fmt: skip
    return {
        "drafts": listed.drafts, "next_page_token": listed.next_page_token, "id_of": id_of, "titles": titles,
        "cards": sorted(titles.items(), key=lambda card: card[1]), "draft_address": draft_address,
        "first_problem": lambda draft: read_problem(draft.revision.problems[0]), "last_act": _last_act,
        "state": lambda draft: word_of(drafts.Draft.State, draft.state) if draft.state else "",
    }  # fmt: skip


def _last_act(draft: drafts.Draft) -> tuple[str, scorecard_pb2.VersionStatement] | None:
    """Give what was signed last of those statements that count, with the name by which words for it are found."""
    counted = [each.statement for each in draft.statements if not each.discounted]
    return (act_name(counted[-1].act), counted[-1]) if counted else None


def act_name(act: scorecard_pb2.VersionStatement.Act) -> str:
    """Give the name by which words for what is stated are found."""
    return word_of(scorecard_pb2.VersionStatement.Act, act)


async def _begin(page_request: PageRequest) -> str:
    """Save the newest published version of a card under its next number, as the first revision of a new draft."""
    card = page_request.typed("scorecard")
    listed = await page_request.ask(
        f"{_SERVICE}/ListScorecardVersions", scorecards.ListScorecardVersionsRequest(parent=card, page_size=1)
    )  # fmt: skip
    if not listed.scorecard_versions:
        raise InputError((Violation("scorecard", _say("NO_VERSION_TO_BEGIN"), "WRONG_VALUE"),))
    published = listed.scorecard_versions[0].name
    before = id_of(published)
    number = next_minor(before)
    id = page_request.typed("draft").strip() or f"{id_of(card)}-{number.replace('.', '-')}"
    files = renumbered(await _sources(page_request, published), before, number)
    await page_request.ask(SAVE, saving(f"{page_request.parent}/drafts/{id}", files, 0, published))
    return draft_address(id)


async def _sources(page_request: PageRequest, published: str) -> dict[str, str]:
    """Give the files of a version as they were published; those that the language writes, if it has none."""
    form = scorecards.ExportScorecardVersionRequest
    asked = form(name=published, form=form.FORM_PUBLISHED)
    exported = await page_request.ask(f"{_SERVICE}/ExportScorecardVersion", asked)
    sources: dict[str, str] = orjson.loads(exported.source_files[0].content)["sources"]
    if sources:
        return sources
    asked = form(name=published, form=form.FORM_FEATURE, language_code=page_request.language)
    exported = await page_request.ask(f"{_SERVICE}/ExportScorecardVersion", asked)
    return {file.path: file.content for file in exported.source_files}


def saving(name: str, files: Mapping[str, str], base: int, note: str) -> drafts.SaveDraftRevisionRequest:
    """Ask to save files as the revision of a draft on top of one; 0 begins the draft."""
    sources = [scorecard_pb2.SourceFile(path=path, content=text) for path, text in sorted(files.items())]
    return drafts.SaveDraftRevisionRequest(name=name, source_files=sources, base_revision=base, note=note)


async def draft_frame(page_request: PageRequest, opened: OpenDraft) -> Shown:
    """Give what all pages of a draft show."""
    first = await first_revision(page_request)
    await load_account_names(page_request)
    card = opened.card or first.scorecard_version.partition("/versions/")[0]
    asked = scorecards.GetScorecardRequest(name=card)
    known = await page_request.ask_part(f"{_SERVICE}/GetScorecard", asked) if card else PagePart()
    title = title_of(known.answer.titles, page_request.language) if known.answer is not None else id_of(card)
    here = STEPS.index(opened.state) if opened.state in STEPS else len(STEPS) - 1
    return {
        "opened": opened, "draft": opened.draft, "number": opened.number, "begun_from": begun_from(first),
        "card_title": title or opened.id, "here": here, "steps": STEPS, "id_of": id_of, "draft_address": draft_address,
        "changed_files": {path for path, text in opened.files.items() if _files(first).get(path) != text},
    }  # fmt: skip


async def _load_draft(page_request: PageRequest) -> Shown | Moved:
    path = page_request.query.get("file", "")
    if path:
        return Moved(draft_address(page_request.path["draft"], path))
    opened = await open_draft(page_request)
    check, problems = await _checked(page_request, opened)
    return {
        **await draft_frame(page_request, opened), "check": check, "problems": problems,
        "counts": Counter(problem.path for problem in problems), "comments": await draft_comments(page_request),
        "guards": _guards(opened, check),
    }  # fmt: skip


def _guards(opened: OpenDraft, check: drafts.DraftCheck | None) -> list[tuple[str, str]]:
    """Say what has to hold before somebody is asked to approve: what, and yes, no or unknown."""
    compiles = "yes" if opened.draft.revision.content_digest else "no"
    publishable = "na" if check is None else "yes" if check.publishable else "no"
    return [
        ("compiles", compiles), ("publishable", publishable),
        ("comments", "no" if opened.draft.open_comments else "yes"),
    ]  # fmt: skip


async def _act_on_draft(page_request: PageRequest) -> str:
    """Resolve a comment or open it again."""
    await _answer_comment(page_request)
    return page_request.address.partition("?")[0]


async def _answer_comment(page_request: PageRequest) -> None:
    name = f"{_name(page_request)}/comments/{page_request.typed('comment')}"
    asked = drafts.ResolveDraftCommentRequest(name=name, reopen=bool(page_request.typed("reopen")))
    await page_request.ask(_RESOLVE, asked)


async def _load_file(page_request: PageRequest) -> Shown:
    opened, path = await open_draft(page_request), page_request.path["file"]
    if path not in opened.files:
        raise Refusal(Reason.PATH_NOT_FOUND, _say("NO_DRAFT_FILE", path=path[:100], draft=opened.id))
    now = opened.files[path]
    typed = page_request.typed("source_files").replace("\r\n", "\n") if page_request.answers_form else ""
    text, base = typed or now, opened.number
    overtaken = None
    if typed:
        base = _typed_number(page_request, opened)
        before = _files(await _revision(page_request, f"{opened.draft.name}/revisions/{base}")).get(path, "")
        if base != opened.number and before != now:
            overtaken = {
                "theirs": now, "lines": await page_request.in_thread(differences, now, typed),
                "merged": await page_request.in_thread(merged, before, now, typed),
                "principal": opened.draft.revision.principal, "number": opened.number,
            }  # fmt: skip
    first = _files(await first_revision(page_request)).get(path, "")
    (check, problems), examples = await asyncio.gather(
        _checked(page_request, opened),
        _failing(page_request, opened, path) if page_request.query.get("check") else _nothing(),
    )
    here = [problem for problem in problems if problem.path == path]
    changed = await page_request.in_thread(changed_lines, first, text)
    other = in_other_language(path)
    beside = opened.files.get(other) if page_request.query.get("beside") else None
    comments = await draft_comments(page_request)
    return {
        **await draft_frame(page_request, opened), "path": path, "text": text, "base": base, "overtaken": overtaken,
        "check": check, "problems": problems, "here_problems": here, "changed": changed,
        "lines": shown_lines(text, changed, here), "counts": Counter(problem.path for problem in problems),
        "comments": comments, "is_locked": opened.state in ("published", "repealed"),
        "may_save": page_request.may(SAVE), "other": other if other in opened.files else "",
        "language": file_language(path), "failing": examples,
        "correctable": [each for each in examples if each.replacements],
        "pairs": None if beside is None else side_by_side(now, beside, file_language(other)),
        "differences": await page_request.in_thread(differences, first, now),
    }  # fmt: skip


async def _failing(page_request: PageRequest, opened: OpenDraft, path: str) -> list[FailingExpectation]:
    """Give what the examples of a file expect in vain."""
    if path not in opened.files or not page_request.may(_EXAMPLES):
        return []
    asked = editing.RunDraftExamplesRequest(
        name=opened.draft.name, path=path, language_code=page_request.language, page_size=_RUN_EXAMPLES
    )
    ran = await page_request.ask_part(_EXAMPLES, asked)
    if ran.answer is None:
        return []
    lines, failing = lines_of(opened.files[path]), list[FailingExpectation]()
    for example in ran.answer.examples:
        for each in example.expectations:
            if each.actual and 0 < each.line <= len(lines):
                replacements = tuple(Replacement(item.column, item.was, item.now) for item in each.corrections)
                fits = corrected(lines[each.line - 1], replacements) is not None
                failing.append(
                    FailingExpectation(
                        each.line, example.title, each.expected, each.actual, replacements if fits else ()
                    )
                )
    return failing


async def _nothing() -> list[FailingExpectation]:
    return []


async def _correct(page_request: PageRequest) -> PrefilledForm:
    """Show a file with the examples of one line, or all, expecting what the rules give; nothing is saved yet."""
    opened, path, line = await open_draft(page_request), page_request.path["file"], page_request.typed("line")
    lines = lines_of(opened.files.get(path, ""))
    replacements: dict[int, dict[Replacement, None]] = {}
    for each in await _failing(page_request, opened, path):
        if line in ("", str(each.line)):
            replacements.setdefault(each.line, {}).update(dict.fromkeys(each.replacements))
    for number, every in replacements.items():
        lines[number - 1] = corrected(lines[number - 1], every) or lines[number - 1]
    values = {"source_files": ["\n".join(lines) + "\n"], "base_revision": [str(opened.number)]}
    return PrefilledForm(page_request.address.partition("?")[0], values)


def _typed_number(page_request: PageRequest, opened: OpenDraft) -> int:
    """Give the revision that somebody began to type on, as the form carried it."""
    typed = parse_whole_number(page_request.typed("base_revision"), least=1, most=opened.number)
    return typed or opened.number


async def _act_on_file(page_request: PageRequest) -> str | PrefilledForm:
    """Save the file, show it in canonical form or with examples corrected, comment on a line, or resolve a comment."""
    act, address = page_request.typed("act"), page_request.address.partition("?")[0]
    if act == "comment":
        opened = await open_draft(page_request)
        asked = drafts.CreateDraftCommentRequest(
            parent=opened.draft.revision.name, path=page_request.path["file"], text=page_request.typed("text"),
            line=parse_whole_number(page_request.typed("line").strip()) or 0,
        )  # fmt: skip
        await page_request.ask(_COMMENT, asked)
        return f"{address}#comments"
    if act == "resolve":
        await _answer_comment(page_request)
        return f"{address}#comments"
    if act == "correct":
        return await _correct(page_request)
    if act == "format":
        name, file = typed_source(page_request)
        answer = await page_request.ask(_FORMAT, editing.FormatDraftFileRequest(name=name, source_file=file))
        return PrefilledForm(address, {**page_request.values, "source_files": [answer.source_file.content]})
    await _save(page_request)
    return f"{address}?check=1#answer"


async def _save(page_request: PageRequest) -> None:
    """Save the file that was typed among the others as they are now.

    Whoever saved other files meanwhile loses nothing by it, nor whoever saved the same one: that is refused by the
    call, and the page then shows both.
    """
    opened, path = await open_draft(page_request), page_request.path["file"]
    base, text = _typed_number(page_request, opened), page_request.typed("source_files").replace("\r\n", "\n")
    if page_request.typed("over") == str(opened.number):
        base = opened.number
    if base != opened.number:
        then = _files(await _revision(page_request, f"{opened.draft.name}/revisions/{base}"))
        base = opened.number if then.get(path) == opened.files.get(path) else base
    if base == opened.number and opened.files.get(path) == text:
        return
    await save_files(page_request, opened, {**opened.files, path: text}, base)


async def _load_changes(page_request: PageRequest) -> Shown:
    opened = await open_draft(page_request)
    frame = await draft_frame(page_request, opened)
    before, after = _asked_revision(page_request, "from", 1), _asked_revision(page_request, "to", opened.number)
    compared = None
    if before != after:
        compared = await compare_revisions(page_request, before, after)
    asked = drafts.ListDraftRevisionsRequest(
        parent=opened.draft.name, page_token=page_request.query.get("page_token", "")
    )  # fmt: skip
    listed = await page_request.ask(_REVISIONS, asked)
    return {
        **frame, "before": before, "after": after, "compared": compared, "diff_lines": diff_lines,
        "revisions": listed.draft_revisions, "next_page_token": listed.next_page_token, "change_kind": change_kind_name,
        "may_restore": page_request.may(_RESTORE) and opened.state not in ("published", "repealed"),
    }  # fmt: skip


def _asked_revision(page_request: PageRequest, name: str, default: int) -> int:
    asked = parse_whole_number(page_request.query.get(name, ""))
    return default if asked is None else asked


async def compare_revisions(page_request: PageRequest, before: int, after: int) -> drafts.CompareDraftRevisionsResponse:
    """Compare two revisions of the draft that the address names."""
    return await compare_with(page_request, f"{_name(page_request)}/revisions/{before}", after)


async def compare_with(page_request: PageRequest, base: str, number: int) -> drafts.CompareDraftRevisionsResponse:
    """Compare a revision of the addressed draft with a version, another revision, or (without `base`) with nothing."""
    name = f"{_name(page_request)}/revisions/{number}"
    asked = drafts.CompareDraftRevisionsRequest(name=name, base_name=base, language_code=page_request.language)
    compared: drafts.CompareDraftRevisionsResponse = await page_request.ask_once(_COMPARE, asked)
    return compared


def change_kind_name(kind: scorecard_pb2.Change.Kind) -> str:
    """Give the name by which words for a kind of change are found."""
    return word_of(scorecard_pb2.Change.Kind, kind)


async def _restore(page_request: PageRequest) -> str:
    opened = await open_draft(page_request)
    name = f"{opened.draft.name}/revisions/{page_request.typed('revision')}"
    base = _typed_number(page_request, opened)
    await page_request.ask(_RESTORE, drafts.RestoreDraftRevisionRequest(name=name, base_revision=base))
    return opened.address


PAGES = (
    Page("/workbench/drafts", "drafts.html.jinja", _LIST, _load_list, _begin, nav="drafts"),
    Page("/workbench/drafts/{draft}", "draft.html.jinja", GET, _load_draft, _act_on_draft),
    Page("/workbench/drafts/{draft}/changes", "draft_changes.html.jinja", GET, _load_changes, _restore),
    Page(
        "/workbench/drafts/{draft}/{file}",
        "draft_file.html.jinja",
        GET,
        _load_file,
        _act_on_file,
        takes_file=True,
        script=EDITOR,
    ),
)
