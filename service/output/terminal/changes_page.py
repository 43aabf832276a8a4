"""Version difference as an HTML page, with changed words marked."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING, Any

import jinja2

from rules.contracts import typeset
from rules.rehearsal import ChangeCategory
from service.output.changed_words import changed_words
from service.output.terminal.render_version_difference import (
    change_clauses,
    ending_lines,
    heading_text,
)
from service.output.terminal.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.api import LegalDifference
    from rules.model import PublishedVersion
    from rules.rehearsal import LegalChange


def difference_page(
    difference: LegalDifference,
    before: PublishedVersion,
    after: PublishedVersion,
    language: str,
    *,
    why: Sequence[str] = (),
) -> str:
    """Return a self-contained page of changes and reasons."""
    templates, cards = words(language)["diff"], (before.scorecard, after.scorecard)

    def change_view(change: LegalChange) -> dict[str, Any]:
        was, now = changed_words(typeset(change.was, language), typeset(change.now, language))
        sides = [
            (templates["was"].split("{")[0], was if change.was else ((templates["none_was"], False),), "del"),
            (templates["now"].split("{")[0], now if change.now else ((templates["none_now"], False),), "ins"),
        ]
        clauses = change_clauses(change, cards, language)
        clause_text = templates["by"].format(clauses=clauses) if clauses else ""
        return {"heading": typeset(heading_text(change, language), language), "sides": sides, "clauses": clause_text}

    parts = [(part, [change for change in difference.changes if change.part is part]) for part in ChangeCategory]
    return _template().render(
        language={"zh": "zh-Hans"}.get(language, language),
        title=templates["title"].format(before=_version_label(before), after=_version_label(after)),
        parts=[(templates[part.value], [change_view(change) for change in own]) for part, own in parts if own],
        ending=list(ending_lines(difference, *cards, language)),
        said_why=templates["why"],
        why=why,
    )


def _version_label(version: PublishedVersion) -> str:
    card = version.scorecard.card
    return f"{card.id} {card.version}"


def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    source = resources.files(__package__) / "changes.html.jinja"
    return environment.from_string(source.read_text(encoding="utf-8"))
