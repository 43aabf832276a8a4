"""Draft pages: creation from a scorecard, editing, checks, revisions and comments."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import orjson

from rules.contracts import InputError, message_factory
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

_message = message_factory(__name__)

_SERVICE = "ScorecardService"
LIST, GET, SAVE, CHECK = (
    f"{_SERVICE}/{call}" for call in ("ListDrafts", "GetDraft", "SaveDraftRevision", "CheckDraft")
)
_REVISION, _REVISIONS = f"{_SERVICE}/GetDraftRevision", f"{_SERVICE}/ListDraftRevisions"
_COMPARE, _RESTORE = f"{_SERVICE}/CompareDraftRevisions", f"{_SERVICE}/RestoreDraftRevision"
_COMMENT, _COMMENTS = f"{_SERVICE}/CreateDraftComment", f"{_SERVICE}/ListDraftComments"
_EXAMPLES = f"{_SERVICE}/RunDraftExamples"
_RESOLVE, _FORMAT = f"{_SERVICE}/ResolveDraftComment", f"{_SERVICE}/FormatDraftFile"
_VERSION_PREFIX = "scorecards/"
"""Prefix of version names. The note of a first revision is the name of the copied version."""
STEPS = ("draft", "checked", "in_review", "approved", "published")
_COMMENTS_PER_PAGE = 100
_MAX_EXAMPLES_RUN = 200


@dataclass(frozen=True, slots=True)
class FailingExpectation:
    """A failed expectation of an example, with replacements if it can be corrected."""

    line: int
    title: str
    expected: str
    actual: str
    replacements: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft with the files of its newest revision."""

    draft: drafts.Draft
    number: int
    files: Mapping[str, str]

    @property
    def id(self) -> str:
        return id_of(self.draft.name)

    @property
    def address(self) -> str:
        return draft_address(self.id)

    @property
    def state(self) -> str:
        return word_of(drafts.Draft.State, self.draft.state or drafts.Draft.STATE_DRAFT)

    @property
    def card(self) -> str:
        """Name of the scorecard; empty if the draft does not compile."""
        return self.draft.revision.scorecard_version.partition("/versions/")[0]

    @property
    def base(self) -> str:
        """Name of the published version for comparison; empty for a first version."""
        return self.draft.effect.compared_version

    @property
    def version_number(self) -> str:
        return self.draft.revision.scorecard_version.partition("/versions/")[2]


def draft_address(id: str, *parts: str) -> str:
    """Return the path of a draft, or of a page below it."""
    return "/".join(["/workbench/drafts", quote(id), *map(quote, parts)])


def _name(page_request: PageRequest) -> str:
    return f"{page_request.parent}/drafts/{page_request.path['draft']}"


async def _revision(page_request: PageRequest, name: str) -> drafts.DraftRevision:
    request = drafts.GetDraftRevisionRequest(name=name)
    revision: drafts.DraftRevision = await page_request.ask_once(_REVISION, request)
    return revision


def _files(revision: drafts.DraftRevision) -> dict[str, str]:
    return {file.path: file.content for file in revision.source_files}


def _number(revision_name: str) -> int:
    return int(id_of(revision_name))


async def open_draft(page_request: PageRequest) -> OpenDraft:
    """Return the addressed draft; raise Refusal if the caller's organization lacks it."""
    draft = await page_request.ask_once(GET, drafts.GetDraftRequest(name=_name(page_request)))
    return OpenDraft(draft, _number(draft.revision.name), _files(await _revision(page_request, draft.revision.name)))


async def draft_comments(page_request: PageRequest) -> drafts.ListDraftCommentsResponse:
    """Return one page of comments on the addressed draft, oldest first."""
    request = drafts.ListDraftCommentsRequest(
        parent=_name(page_request), page_size=_COMMENTS_PER_PAGE, page_token=page_request.query.get("comments", "")
    )
    listed: drafts.ListDraftCommentsResponse = await page_request.ask(_COMMENTS, request)
    return listed


async def _first_revision(page_request: PageRequest) -> drafts.DraftRevision:
    return await _revision(page_request, f"{_name(page_request)}/revisions/1")


def begun_from(first: drafts.DraftRevision) -> str:
    """Return the published version that a draft was copied from; empty if none."""
    return version_text(first.note) if first.note.startswith(_VERSION_PREFIX) else ""


def version_text(name: str) -> str:
    """Return a version name as display text, such as `green-factory 1.0.0`."""
    return name.removeprefix(_VERSION_PREFIX).replace("/versions/", " ")


def typed_source(page_request: PageRequest) -> tuple[str, scorecard_pb2.SourceFile]:
    """Return the draft name and the addressed file as typed."""
    text = page_request.typed("source_files").replace("\r\n", "\n")
    return _name(page_request), scorecard_pb2.SourceFile(path=page_request.path["file"], content=text)


async def save_files(page_request: PageRequest, opened: OpenDraft, files: Mapping[str, str], base: int) -> None:
    """Save all draft files on top of revision `base`, with the typed note."""
    await page_request.ask(SAVE, saving(opened.draft.name, files, base, page_request.typed("note").strip()))


async def load_check(page_request: PageRequest, opened: OpenDraft) -> tuple[drafts.DraftCheck | None, list[Problem]]:
    """Return the check that the address requests, and its problems; else the problems of the saved revision."""
    if page_request.query.get("check") and page_request.may(CHECK):
        check = await page_request.ask_once(CHECK, drafts.CheckDraftRequest(name=opened.draft.name))
        return check, [read_problem(problem) for problem in check.problems]
    return None, [read_problem(problem) for problem in opened.draft.revision.problems]


async def revision_files(page_request: PageRequest, opened: OpenDraft, number: int) -> dict[str, str]:
    """Return the files of a revision of a draft."""
    return _files(await _revision(page_request, f"{opened.draft.name}/revisions/{number}"))


async def _load_list(page_request: PageRequest) -> Shown:
    request = drafts.ListDraftsRequest(parent=page_request.parent, page_token=page_request.query.get("page_token", ""))
    listed = await page_request.ask(LIST, request)
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
    counted = [each.statement for each in draft.statements if not each.discounted]
    return (act_name(counted[-1].act), counted[-1]) if counted else None


def act_name(act: scorecard_pb2.VersionStatement.Act) -> str:
    """Return the display text key of an act."""
    return word_of(scorecard_pb2.VersionStatement.Act, act)


async def _create_draft(page_request: PageRequest) -> str:
    card = page_request.typed("scorecard")
    listed = await page_request.ask(
        f"{_SERVICE}/ListScorecardVersions", scorecards.ListScorecardVersionsRequest(parent=card, page_size=1)
    )  # fmt: skip
    if not listed.scorecard_versions:
        raise InputError.of("scorecard", _message("NO_VERSION_TO_BEGIN"), "WRONG_VALUE")
    published = listed.scorecard_versions[0].name
    before = id_of(published)
    number = next_minor(before)
    id = page_request.typed("draft").strip() or f"{id_of(card)}-{number.replace('.', '-')}"
    files = renumbered(await _published_sources(page_request, published), before, number)
    await page_request.ask(SAVE, saving(f"{page_request.parent}/drafts/{id}", files, 0, published))
    return draft_address(id)


async def _published_sources(page_request: PageRequest, published: str) -> dict[str, str]:
    form = scorecards.ExportScorecardVersionRequest
    request = form(name=published, form=form.FORM_PUBLISHED)
    exported = await page_request.ask(f"{_SERVICE}/ExportScorecardVersion", request)
    sources: dict[str, str] = orjson.loads(exported.source_files[0].content)["sources"]
    if sources:
        return sources
    request = form(name=published, form=form.FORM_FEATURE, language_code=page_request.language)
    exported = await page_request.ask(f"{_SERVICE}/ExportScorecardVersion", request)
    return {file.path: file.content for file in exported.source_files}


def saving(name: str, files: Mapping[str, str], base: int, note: str) -> drafts.SaveDraftRevisionRequest:
    """Return the request to save files on revision `base`; 0 creates the draft."""
    sources = [scorecard_pb2.SourceFile(path=path, content=text) for path, text in sorted(files.items())]
    return drafts.SaveDraftRevisionRequest(name=name, source_files=sources, base_revision=base, note=note)


async def draft_frame(page_request: PageRequest, opened: OpenDraft) -> Shown:
    """Return the values that all pages of a draft show."""
    first = await _first_revision(page_request)
    await load_account_names(page_request)
    card = opened.card or first.scorecard_version.partition("/versions/")[0]
    request = scorecards.GetScorecardRequest(name=card)
    known = await page_request.ask_part(f"{_SERVICE}/GetScorecard", request) if card else PagePart()
    title = title_of(known.answer.titles, page_request.language) if known.answer is not None else id_of(card)
    step_index = STEPS.index(opened.state) if opened.state in STEPS else len(STEPS) - 1
    return {
        "opened": opened, "draft": opened.draft, "number": opened.number, "begun_from": begun_from(first),
        "card_title": title or opened.id, "here": step_index, "steps": STEPS, "id_of": id_of,
        "draft_address": draft_address,
        "changed_files": {path for path, text in opened.files.items() if _files(first).get(path) != text},
    }  # fmt: skip


async def _load_draft(page_request: PageRequest) -> Shown | Moved:
    path = page_request.query.get("file", "")
    if path:
        return Moved(draft_address(page_request.path["draft"], path))
    opened = await open_draft(page_request)
    check, problems = await load_check(page_request, opened)
    return {
        **await draft_frame(page_request, opened), "check": check, "problems": problems,
        "counts": Counter(problem.path for problem in problems), "comments": await draft_comments(page_request),
        "guards": _guards(opened, check),
        "merged_from": _origin_text(opened.draft.revision.origin) if page_request.query.get("merged") else "",
    }  # fmt: skip


def _guards(opened: OpenDraft, check: drafts.DraftCheck | None) -> list[tuple[str, str]]:
    compiles = "yes" if opened.draft.revision.content_digest else "no"
    publishable = "na" if check is None else "yes" if check.publishable else "no"
    return [
        ("compiles", compiles), ("publishable", publishable),
        ("comments", "no" if opened.draft.open_comments else "yes"),
    ]  # fmt: skip


async def _act_on_draft(page_request: PageRequest) -> str:
    await _resolve_comment(page_request)
    return page_request.address.partition("?")[0]


async def _resolve_comment(page_request: PageRequest) -> None:
    name = f"{_name(page_request)}/comments/{page_request.typed('comment')}"
    request = drafts.ResolveDraftCommentRequest(name=name, reopen=bool(page_request.typed("reopen")))
    await page_request.ask(_RESOLVE, request)


async def _load_file(page_request: PageRequest) -> Shown:
    opened, path = await open_draft(page_request), page_request.path["file"]
    if path not in opened.files:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_DRAFT_FILE", path=path[:100], draft=opened.id))
    newest_text = opened.files[path]
    typed = page_request.typed("source_files").replace("\r\n", "\n") if page_request.answers_form else ""
    text, base = typed or newest_text, _base_revision(page_request, opened) if typed else opened.number
    conflict = await _conflict(page_request, opened, base, typed) if base != opened.number else None
    first = _files(await _first_revision(page_request)).get(path, "")
    (check, problems), examples = await asyncio.gather(
        load_check(page_request, opened),
        _failed_expectations(page_request, opened, path) if page_request.query.get("check") else _no_expectations(),
    )
    file_problems = [problem for problem in problems if problem.path == path]
    changed = await page_request.in_thread(changed_lines, first, text)
    other = in_other_language(path)
    other_text = opened.files.get(other) if page_request.query.get("beside") else None
    comments = await draft_comments(page_request)
    return {
        **await draft_frame(page_request, opened), "path": path, "text": text, "base": base, "overtaken": conflict,
        "check": check, "problems": problems, "here_problems": file_problems, "changed": changed,
        "lines": shown_lines(text, changed, file_problems), "counts": Counter(problem.path for problem in problems),
        "comments": comments, "is_locked": opened.state in ("published", "repealed"),
        "may_save": page_request.may(SAVE), "other": other if other in opened.files else "",
        "language": file_language(path), "failing": examples,
        "correctable": [each for each in examples if each.replacements],
        "pairs": None if other_text is None else side_by_side(newest_text, other_text, file_language(other)),
        "differences": await page_request.in_thread(differences, first, newest_text),
    }  # fmt: skip


async def _conflict(page_request: PageRequest, opened: OpenDraft, base: int, typed: str) -> Shown | None:
    """Return the newest and the merged text of a file that changed since revision `base`; None if it did not."""
    path = page_request.path["file"]
    before = (await revision_files(page_request, opened, base)).get(path, "")
    newest_text = opened.files[path]
    if before == newest_text:
        return None
    return {
        "path": "", "theirs": newest_text, "lines": await page_request.in_thread(differences, newest_text, typed),
        "merged": await page_request.in_thread(merged, before, newest_text, typed),
        "principal": opened.draft.revision.principal, "number": opened.number,
    }  # fmt: skip


async def _failed_expectations(page_request: PageRequest, opened: OpenDraft, path: str) -> list[FailingExpectation]:
    if path not in opened.files or not page_request.may(_EXAMPLES):
        return []
    request = editing.RunDraftExamplesRequest(
        name=opened.draft.name, path=path, language_code=page_request.language, page_size=_MAX_EXAMPLES_RUN
    )
    run = await page_request.ask_part(_EXAMPLES, request)
    if run.answer is None:
        return []
    lines, failing = lines_of(opened.files[path]), list[FailingExpectation]()
    for example in run.answer.examples:
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


async def _no_expectations() -> list[FailingExpectation]:
    return []


async def _correct(page_request: PageRequest) -> PrefilledForm:
    opened, path, line = await open_draft(page_request), page_request.path["file"], page_request.typed("line")
    lines = lines_of(opened.files.get(path, ""))
    replacements: dict[int, dict[Replacement, None]] = {}
    for each in await _failed_expectations(page_request, opened, path):
        if line in ("", str(each.line)):
            replacements.setdefault(each.line, {}).update(dict.fromkeys(each.replacements))
    for number, every in replacements.items():
        lines[number - 1] = corrected(lines[number - 1], every) or lines[number - 1]
    values = {"source_files": ["\n".join(lines) + "\n"], "base_revision": [str(opened.number)]}
    return PrefilledForm(page_request.address.partition("?")[0], values)


def _base_revision(page_request: PageRequest, opened: OpenDraft) -> int:
    typed = parse_whole_number(page_request.typed("base_revision"), least=1, most=opened.number)
    return typed or opened.number


async def _act_on_file(page_request: PageRequest) -> str | PrefilledForm:
    act, address = page_request.typed("act"), page_request.address.partition("?")[0]
    if act == "comment":
        opened = await open_draft(page_request)
        request = drafts.CreateDraftCommentRequest(
            parent=opened.draft.revision.name, path=page_request.path["file"], text=page_request.typed("text"),
            line=parse_whole_number(page_request.typed("line").strip()) or 0,
        )  # fmt: skip
        await page_request.ask(_COMMENT, request)
        return f"{address}#comments"
    if act == "resolve":
        await _resolve_comment(page_request)
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
    """Save the typed file with the newest version of the other files.

    If the same file changed meanwhile, the call refuses the save and the page shows both texts.
    """
    opened, path = await open_draft(page_request), page_request.path["file"]
    base, text = _base_revision(page_request, opened), page_request.typed("source_files").replace("\r\n", "\n")
    if page_request.typed("over") == str(opened.number):
        base = opened.number
    if base != opened.number:
        base_files = await revision_files(page_request, opened, base)
        base = opened.number if base_files.get(path) == opened.files.get(path) else base
    if base == opened.number and opened.files.get(path) == text:
        return
    await save_files(page_request, opened, {**opened.files, path: text}, base)


async def _load_changes(page_request: PageRequest) -> Shown:
    opened = await open_draft(page_request)
    frame = await draft_frame(page_request, opened)
    before, after = _requested_revision(page_request, "from", 1), _requested_revision(page_request, "to", opened.number)
    compared = None
    if before != after:
        compared = await _compare_revisions(page_request, before, after)
    request = drafts.ListDraftRevisionsRequest(
        parent=opened.draft.name, page_token=page_request.query.get("page_token", "")
    )  # fmt: skip
    listed = await page_request.ask(_REVISIONS, request)
    return {
        **frame, "before": before, "after": after, "compared": compared, "diff_lines": diff_lines,
        "revisions": listed.draft_revisions, "next_page_token": listed.next_page_token, "change_kind": change_kind_name,
        "origin_text": _origin_text,
        "may_restore": page_request.may(_RESTORE) and opened.state not in ("published", "repealed"),
    }  # fmt: skip


def _origin_text(name: str) -> str:
    """Return a revision name as display text, such as `green-factory-2 (3)`."""
    draft, _, number = name.partition("/drafts/")[2].partition("/revisions/")
    return f"{draft} ({number})"


def _requested_revision(page_request: PageRequest, name: str, default: int) -> int:
    number = parse_whole_number(page_request.query.get(name, ""))
    return default if number is None else number


async def _compare_revisions(
    page_request: PageRequest, before: int, after: int
) -> drafts.CompareDraftRevisionsResponse:
    return await compare_with(page_request, f"{_name(page_request)}/revisions/{before}", after)


async def compare_with(page_request: PageRequest, base: str, number: int) -> drafts.CompareDraftRevisionsResponse:
    """Compare a revision of the addressed draft with a version or revision; without `base`, with nothing."""
    name = f"{_name(page_request)}/revisions/{number}"
    request = drafts.CompareDraftRevisionsRequest(name=name, base_name=base, language_code=page_request.language)
    compared: drafts.CompareDraftRevisionsResponse = await page_request.ask_once(_COMPARE, request)
    return compared


def change_kind_name(kind: scorecard_pb2.Change.Kind) -> str:
    """Return the display text key of a kind of change."""
    return word_of(scorecard_pb2.Change.Kind, kind)


async def _restore(page_request: PageRequest) -> str:
    opened = await open_draft(page_request)
    name = f"{opened.draft.name}/revisions/{page_request.typed('revision')}"
    base = _base_revision(page_request, opened)
    await page_request.ask(_RESTORE, drafts.RestoreDraftRevisionRequest(name=name, base_revision=base))
    return opened.address


PAGES = (
    Page("/workbench/drafts", "drafts.html.jinja", LIST, _load_list, _create_draft, nav="drafts", nav_group="rules"),
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
