"""What does one language of a card still lack, that the other says to people or proves?

It is only warned of while a draft is written, for a twin begins as a translation with gaps; publishing refuses it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, cast

from rules.contracts.diagnostics import Location
from rules.language.file_names import twin_path
from rules.language.names import show_place
from rules.language.twins import KEYED_WORDS, WORDS, by_key, nearest_place
from rules.model.digest import document

if TYPE_CHECKING:
    from rules.contracts.canonical import Json
    from rules.language.language_compiler import LanguageCompilation


IDS = "en"
"""The language whose words ids are: a thing without label there is called by its id."""


def report_remarks(compiled: LanguageCompilation) -> None:
    """Report every remark of an export that something is to be translated, which nobody has deleted yet."""
    remark = f"{compiled.words.keywords['to_translate']}:"
    for one in compiled.documents:
        for line, text in one.comments:
            if text.lstrip("# ").startswith(remark):
                column = compiled.report.lines[one.path][line - 1].index("#") + 1
                compiled.report.add("RL073", Location(one.path, line, column), "remark")


def report_gaps(here: LanguageCompilation, there: LanguageCompilation) -> None:
    """Report words for people, and rules with examples, that stand only in the other language."""
    if here.scorecard is None or there.scorecard is None:
        return
    mine, theirs = document(here.scorecard), document(there.scorecard)
    for path, words in _missing(mine, theirs, "", speaking=here.words.language == IDS):
        place = nearest_place(here.locations, path)
        if place is not None:
            here.report.add("RL073", place, words=words)
    twins = {one.path: one for one in there.documents}
    for one in here.documents:
        twin = twins.get(twin_path(one.path, there.words.language))
        if twin is None or len(twin.rules) != len(one.rules):
            continue
        for own, other in zip(one.rules, twin.rules, strict=True):
            if other.scenarios and not own.scenarios:
                there_at = show_place(other.scenarios[0].location)
                here.report.add("RL073", own.location, "example", count=str(len(other.scenarios)), place=there_at)


def _missing(mine: Json, theirs: Json, path: str, *, speaking: bool) -> Iterator[tuple[str, str]]:
    """Give the places at which only the other language has words, with these; labels are not missed where ids speak."""
    if isinstance(theirs, Mapping):
        own: Mapping[str, Json] = mine if isinstance(mine, Mapping) else {}
        for key, part in theirs.items():
            here = f"{path}.{key}" if path else key
            if key in WORDS:
                if part and not own.get(key) and not (speaking and key == "labels" and "id" in own):
                    yield path, str(next(iter(cast("Mapping[str, Json]", part).values())))
            elif key in KEYED_WORDS:
                for word, said in cast("Mapping[str, Mapping[str, Json]]", part).items():
                    yield from _missing({"labels": _said(own, key, word)}, {"labels": said}, path, speaking=False)
            else:
                yield from _missing(own.get(key), part, here, speaking=speaking)
    elif isinstance(theirs, (list, tuple)):
        own_parts = by_key(mine) if isinstance(mine, (list, tuple)) else {}
        for key, part in by_key(theirs).items():
            yield from _missing(own_parts.get(key), part, f"{path}[{key}]", speaking=speaking)


def _said(own: Mapping[str, Json], key: str, word: str) -> Json:
    kept = own.get(key)
    return kept.get(word, {}) if isinstance(kept, Mapping) else {}
