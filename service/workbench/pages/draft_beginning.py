"""Beginning of a draft without a published card: a small card that checks clean, or feature files that are brought."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from rules.language import load_lexicon, starter_file
from rules.model import Certainty
from service.base import instants
from service.base.resource_names import CARD
from service.workbench.draft_files import FIELD, read_feature_files
from service.workbench.page import Page
from service.workbench.pages.drafts import SAVE, draft_address, saving

if TYPE_CHECKING:
    from collections.abc import Mapping

    from service.workbench.page import PageRequest, Shown

_say = message_factory(__name__)

_TIME_ZONE = "Asia/Shanghai"
"""In which the small card evaluates; it takes effect today."""
_LANGUAGES = ("en", "zh")
_LARGEST, _MOST_FILES = 4 << 20, 64


async def _load(page_request: PageRequest) -> Shown:
    return {
        "languages": [(language, page_request.word("language", language)) for language in _LANGUAGES],
        "language": page_request.typed("language", page_request.language),
        "certainties": [(each.value, page_request.word("basis_certainty", each.value)) for each in Certainty],
        "certainty": page_request.typed("certainty"),
    }


async def _begin(page_request: PageRequest) -> str:
    """Save the files as the first revision of a new draft."""
    id = page_request.typed("draft").strip()
    if page_request.typed("act") == "files":
        files = await page_request.in_thread(read_feature_files, page_request.files)
        note = page_request.w["drafts"]["from_files_note"]
    else:
        files, id = _small_card(page_request), id or f"{page_request.typed('card').strip()}-1-0-0"
        note = page_request.w["drafts"]["blank_note"]
    try:
        await page_request.ask(SAVE, saving(f"{page_request.parent}/drafts/{id}", files, 0, note))
    except InputError as error:
        raise InputError(tuple(map(_at_files, error.violations))) from None
    return draft_address(id)


def _at_files(violation: Violation) -> Violation:
    """Tell what is wrong with source files where they were chosen."""
    return replace(violation, field=FIELD) if violation.field.startswith("source_files") else violation


def _small_card(page_request: PageRequest) -> Mapping[str, str]:
    """Write a small card with its title and what it rests on.

    Raises:
        InputError: a field is blank, or the id is none.
    """
    typed = {name: " ".join(page_request.typed(name).split()) for name in ("card", "title", "instrument", "clause")}
    violations = [Violation(name, _say("FILL_IN"), "REQUIRED") for name, text in typed.items() if not text]
    if typed["card"] and not CARD.match(typed["card"]):
        violations.append(Violation("card", _say("CARD_ID", found=typed["card"][:80]), "MALFORMED"))
    language, certainty = page_request.typed("language"), page_request.typed("certainty")
    if language not in _LANGUAGES:
        violations.append(Violation("language", _say("FILL_IN"), "REQUIRED"))
    if certainty not in set(Certainty):
        violations.append(Violation("certainty", _say("FILL_IN"), "REQUIRED"))
    if violations:
        raise InputError(tuple(violations))
    day = instants.today(_TIME_ZONE)
    words = {name: typed[name] for name in ("title", "instrument", "clause")}
    words["certainty"] = load_lexicon(language).words["certainties"].write(Certainty(certainty))
    return starter_file(typed["card"], day, language, words)


PAGES = (
    Page(
        "/workbench/new-draft", "new_draft.html.jinja", SAVE, _load, _begin, takes_file=True, max_file_bytes=_LARGEST,
        max_files=_MOST_FILES,
    ),
)  # fmt: skip
