"""Tools for authors of scorecards that work on texts passed as arguments; no file is written."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rules.api import check_folder, compile_folder, mutate
from rules.contracts import (
    LANGUAGES,
    InputError,
    Violation,
    did_you_mean,
    in_language,
    message_factory,
    wording_loader,
)
from rules.language import (
    VOCABULARY_FOLDER,
    language_of,
    load_lexicon,
    sentence_shapes,
    shape_columns,
    starter_file,
    with_vocabularies,
)
from rules.model import Certainty
from rules.rehearsal import propose_missing, publishing_blockers
from service.base import instants
from service.base.resource_names import CARD
from service.drafts.source_numbers import unsourced_numbers
from service.gazette.tables import FOLDER, TableStore
from service.input.given_files import read_text_file
from service.output.terminal.draft_folder import edges_document, edges_text, files_diff, report_document, report_text
from service.output.terminal.render_mutation import mutation_document, mutation_text

_message, _words = message_factory(__name__), wording_loader(__name__)

_TIME_ZONE = "Asia/Shanghai"
_MAX_FILES, _MAX_BYTES, _MAX_SECONDS = 64, 1_000_000, 60
_TEXT = {"type": "string"}
_LANGUAGE = {"type": "string", "enum": list(LANGUAGES)}
_FILES = {
    "type": "object",
    "description": "The feature files of the draft: name, such as card.en.feature, and text.",
    "additionalProperties": _TEXT,
}


@dataclass(frozen=True, slots=True)
class ToolAnswer:
    """Text and document of an answer."""

    text: str
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TextTool:
    """A tool that works on its arguments; `properties` is the schema of the arguments."""

    description: str
    properties: Mapping[str, Mapping[str, Any]]
    required: tuple[str, ...]
    call: Callable[[Mapping[str, Any], Path], ToolAnswer]

    @property
    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {**self.properties, "language": {**_LANGUAGE, "description": "The language of messages."}},
            "required": list(self.required),
            "additionalProperties": False,
        }

    def check(self, arguments: Mapping[str, Any]) -> None:
        """Check names and types of arguments.

        Raises:
            InputError: With every invalid argument.
        """
        properties = self.schema["properties"]
        violations = [
            Violation(name, _message("NO_ARGUMENT", hint=did_you_mean(name, properties)), "UNKNOWN")
            for name in arguments
            if name not in properties
        ]
        violations += [
            Violation(name, _message("MISSING_ARGUMENT"), "REQUIRED")
            for name in self.required
            if arguments.get(name) in (None, "", {})
        ]
        for name, value in arguments.items():
            schema = properties.get(name, {})
            wanted = {"string": str, "integer": int, "object": dict}.get(schema.get("type", ""), object)
            if not isinstance(value, wanted) or isinstance(value, bool):
                violations.append(Violation(name, _message("WRONG_TYPE", wanted=schema.get("type", "")), "WRONG_VALUE"))
            elif "enum" in schema and value not in schema["enum"]:
                violations.append(Violation(name, _message("NO_CHOICE_OF_TOOL", known=schema["enum"]), "WRONG_VALUE"))
            elif "minimum" in schema and not schema["minimum"] <= value <= schema["maximum"]:
                bounds = {"least": schema["minimum"], "most": schema["maximum"]}
                violations.append(Violation(name, _message("OUT_OF_BOUNDS", **bounds), "WRONG_VALUE"))
            elif isinstance(value, str) and not is_readable(value):
                violations.append(Violation(name, _message("UNREADABLE_TEXT"), "WRONG_VALUE"))
        if violations:
            raise InputError(tuple(violations))


def is_readable(text: str) -> bool:
    """Return whether a text has no null character and no unpaired surrogate."""
    return not any(character == "\0" or "\ud800" <= character <= "\udfff" for character in text)


def author_tools() -> dict[str, TextTool]:
    """Return the tools by name."""
    return {
        "draft_new": TextTool(
            "Return the text of a small scorecard that explains itself, to start a draft. Nothing is written.",
            {
                "card": {**_TEXT, "description": "The id of the new scorecard, for example green-office."},
                "title": {**_TEXT, "description": "The title."},
                "instrument": {**_TEXT, "description": "The document that the rules are based on."},
                "clause": {**_TEXT, "description": "The clause in the document."},
                "certainty": {
                    "type": "string",
                    "enum": [each.value for each in Certainty],
                    "description": "confirmed: the document itself was read; secondary: another document reports it; "
                    "own_reading: an interpretation.",
                },
            },
            ("card",),
            _new_draft,
        ),
        "draft_check_texts": TextTool(
            "Check the feature files of a draft that are passed as texts: compile them, run all examples on both "
            "evaluators, and list threshold values without an example. With the paragraphs of the source, also list "
            "the numbers of the rules that the source does not contain.",
            {
                "files": _FILES,
                "source": {**_TEXT, "description": "The paragraphs of the source document, as read."},
            },
            ("files",),
            _check,
        ),
        "draft_edges_texts": TextTool(
            "Propose an example for every threshold value of a draft that has none. Each proposal expects the current "
            "result of the rules, and a person must confirm it.",
            {"files": _FILES},
            ("files",),
            _edges,
        ),
        "draft_mutate_texts": TextTool(
            "Insert deliberate errors into a draft, run its examples, and list the errors that no example catches.",
            {
                "files": _FILES,
                "seconds": {
                    "type": "integer",
                    "minimum": 1,
                    "maximum": _MAX_SECONDS,
                    "description": "The time limit; errors that are not tried are counted.",
                },
            },
            ("files",),
            _mutate,
        ),
        "draft_language": TextTool(
            "Return one topic of the reference of the rule language: sentences with their tables, conditions, "
            "dates, changes and expectations of examples, formulas, units, or words.",
            {"topic": {"type": "string", "enum": list(TOPICS), "description": "The topic."}},
            ("topic",),
            _reference,
        ),
    }


def _language(arguments: Mapping[str, Any]) -> str:
    return str(arguments.get("language") or LANGUAGES[0])


def _read_files(arguments: Mapping[str, Any]) -> dict[str, str]:
    files: dict[str, Any] = arguments["files"]
    violations = [
        Violation(f"files[{name[:80]}]", _message("FILE_NAME"), "MALFORMED")
        for name in files
        if language_of(name) is None or "/" in name or "\\" in name
    ]
    violations += [
        Violation(f"files[{name[:80]}]", _message("FILE_TEXT"), "WRONG_VALUE")
        for name, text in files.items()
        if not isinstance(text, str)
    ]
    violations += [
        Violation(f"files[{name[:80]}]", _message("UNREADABLE_TEXT"), "WRONG_VALUE")
        for name, text in files.items()
        if isinstance(text, str) and not is_readable(text)
    ]
    if violations:
        raise InputError(tuple(violations))
    size = sum(len(text.encode()) for text in files.values() if isinstance(text, str))
    if len(files) > _MAX_FILES or size > _MAX_BYTES:
        violations.append(
            Violation("files", _message("FILES_TOO_LARGE", files=_MAX_FILES, most=_MAX_BYTES), "TOO_LARGE")
        )
    if violations:
        raise InputError(tuple(violations))
    return with_vocabularies({name: text.replace("\r\n", "\n") for name, text in files.items()}, _vocabulary)


def _vocabulary(name: str) -> str | None:
    """Return a shared vocabulary of the opened folder."""
    path = Path.cwd() / VOCABULARY_FOLDER / Path(name).name
    if not path.is_file():
        return None
    content = read_text_file(path, most=_MAX_BYTES, allowed="feature, text", inside=Path.cwd())
    return content.decode("utf-8", "replace").replace("\r\n", "\n")


def _new_draft(arguments: Mapping[str, Any], _: Path) -> ToolAnswer:
    language, card = _language(arguments), str(arguments["card"])
    if not CARD.match(card):
        raise InputError.of("card", _message("CARD_ID_OF_TOOL", found=card[:80]), "MALFORMED")
    words = {name: str(arguments.get(name, "")) for name in ("title", "instrument", "clause")}
    if certainty := arguments.get("certainty"):
        words["certainty"] = load_lexicon(language).words["certainties"].write(Certainty(certainty))
    files = starter_file(card, instants.today(_TIME_ZONE), language, words)
    return ToolAnswer("\n".join(files.values()), {"files": dict(files)})


def _check(arguments: Mapping[str, Any], gazette: Path) -> ToolAnswer:
    files, language, tables = _read_files(arguments), _language(arguments), TableStore(gazette / FOLDER)
    report = check_folder(files, tables=tables)
    document = report_document(report)
    lines = [report_text(report, language)]
    if source := arguments.get("source"):
        scorecard = report.scorecard or compile_folder(files, tables=tables).scorecard
        missing = unsourced_numbers(files, scorecard, str(source))
        lines += [f"{each.path}:{each.line}: {in_language(each.message, language)}" for each in missing]
        document["numbersWithoutSource"] = [
            {"path": each.path, "line": each.line, "number": each.number} for each in missing
        ]
        document["publishable"] = document["publishable"] and not missing
    lines.append(_words(language)["author"]["ready" if document["publishable"] else "not_ready"])
    return ToolAnswer("\n".join(lines), document)


def _edges(arguments: Mapping[str, Any], gazette: Path) -> ToolAnswer:
    files, language, tables = _read_files(arguments), _language(arguments), TableStore(gazette / FOLDER)
    available = [each for each in LANGUAGES if any(language_of(name) == each for name in files)]
    chosen = language if language in available else available[0]
    proposed = propose_missing(files, chosen, tables)
    if proposed is None:
        return _with_errors(files, tables, language)
    text = "\n".join([edges_text(proposed, files, language, written=False)])
    document = edges_document(proposed, written=False)
    return ToolAnswer(text, {**document, "difference": files_diff(files, proposed.files)})


def _with_errors(files: Mapping[str, str], tables: TableStore, language: str) -> ToolAnswer:
    report = check_folder(files, tables=tables)
    errors = [each.in_one_line(language) for each in publishing_blockers(report.diagnostics)]
    return ToolAnswer("\n".join(errors), report_document(report))


def _mutate(arguments: Mapping[str, Any], gazette: Path) -> ToolAnswer:
    files, language, tables = _read_files(arguments), _language(arguments), TableStore(gazette / FOLDER)
    compilation = compile_folder(files, tables=tables)
    if compilation.scorecard is None:
        return _with_errors(files, tables, language)
    end = time.monotonic() + min(int(arguments.get("seconds", _MAX_SECONDS)), _MAX_SECONDS)
    report = mutate(compilation, compilation.scorecard, language, tables=tables, go_on=lambda: time.monotonic() < end)
    return ToolAnswer(mutation_text(report, 0, language), mutation_document(report, ""))


def _sentences(language: str) -> list[str]:
    lines = []
    for shape in sentence_shapes(language).values():
        lines.append(shape.text)
        for needed, others in shape_columns(shape.key, language):
            lines.append(
                _words(language)["author"]["columns"].format(needed=", ".join(needed), others=", ".join(others))
            )
    return lines


def _patterns(*groups: str) -> Callable[[str], list[str]]:
    return lambda language: [
        pattern.shown for group in groups for pattern in getattr(load_lexicon(language), group).values()
    ]


def _word_groups(*names: str) -> Callable[[str], list[str]]:
    return lambda language: [
        f"{name}: {', '.join(load_lexicon(language).words[name].by_key.values())}" for name in names
    ]


def _units(language: str) -> list[str]:
    words = load_lexicon(language)
    return [f"{symbol}: {unit.one}, {unit.many}" for symbol, unit in words.units.items()]


TOPICS: Mapping[str, Callable[[str], list[str]]] = {
    "sentences": _sentences,
    "conditions": _patterns("operators", "criteria"),
    "dates": _patterns("dates"),
    "examples": _patterns("steps"),
    "formulas": lambda language: [
        *_word_groups("functions", "day_functions")(language),
        *_patterns("figures")(language),
    ],
    "units": _units,
    "words": _word_groups(
        "types", "answers", "values", "outcomes", "certainties", "attestations", "severities", "verdicts"
    ),
}
"""The topics of the reference, each with the function that returns its lines."""


def topic_text(topic: str, language: str) -> str:
    """Return one topic of the reference of the rule language."""
    return "\n".join([_words(language)["author"][f"topic_{topic}"], "", *TOPICS[topic](language)])


def _reference(arguments: Mapping[str, Any], _: Path) -> ToolAnswer:
    topic = str(arguments["topic"])
    text = topic_text(topic, _language(arguments))
    return ToolAnswer(text, {"topic": topic})


def prompt_text(arguments: Mapping[str, str]) -> str:
    """Return the instructions to draft a rule from a paragraph.

    Raises:
        InputError: If an argument is missing or unknown.
    """
    needed = ("paragraph", "instrument", "clause")
    violations = [
        Violation(name, _message("MISSING_ARGUMENT"), "REQUIRED")
        for name in needed
        if not arguments.get(name, "").strip()
    ]
    language = arguments.get("language", LANGUAGES[0])
    if language not in LANGUAGES:
        violations.append(Violation("language", _message("NO_CHOICE_OF_TOOL", known=list(LANGUAGES)), "WRONG_VALUE"))
    if violations:
        raise InputError(tuple(violations))
    texts = _words(language)["author"]
    quoted = "\n".join(f"> {line}" for line in arguments["paragraph"].strip().splitlines())
    slots = {name: " ".join(arguments[name].split()) for name in ("instrument", "clause")}
    return str(texts["prompt"]).format(paragraph=quoted, **slots)
