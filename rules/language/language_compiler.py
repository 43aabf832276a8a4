"""What do the files of one language say, taken together?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts.diagnostics import Location
from rules.language import sentences
from rules.language.assembly import assemble
from rules.language.columns import join_columns
from rules.language.documents import DefinitionStep, Document, DocumentRule
from rules.language.draft import Definition, Draft
from rules.language.examples import Examples
from rules.language.files import read_files
from rules.language.marks import Marks
from rules.language.productions import read_definitions
from rules.language.repeated import drop_repeated
from rules.language.report import Report, split_lines
from rules.language.source import Section
from rules.language.tables import break_names, refuse_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.language.lexicon import Lexicon
    from rules.language.source import SourceFile, Step
    from rules.model.examples import Example
    from rules.model.scorecard import Scorecard

_OPENINGS = ("scorecard", "card")


@dataclass(frozen=True, slots=True)
class LanguageCompilation:
    """What the files of one language compile to; without scorecard if there is an error."""

    words: Lexicon
    report: Report
    scorecard: Scorecard | None
    examples: tuple[Example, ...]
    locations: Mapping[str, Location]
    documents: tuple[Document, ...]


def compile_language(files: Mapping[str, str], words: Lexicon, spoken: str | None = None) -> LanguageCompilation:
    """Compile all files of one language together; what is wrong is said in their language, or the one `spoken`."""
    report = Report(spoken or words.language, {path: split_lines(text) for path, text in files.items()})
    draft = Draft(words, report, Marks(report))
    sources = drop_repeated(read_files(files, words, report), report)
    reader = _Backgrounds(draft)
    documents = [reader.read(source) for source in sources]
    read_definitions(draft, reader.definitions)
    _check_card(draft, sources, reader)
    examples = _read_examples(draft, sources)
    join_columns(report)
    scorecard = None if report.failed else assemble(draft)
    return LanguageCompilation(
        words=words,
        report=report,
        scorecard=scorecard,
        examples=examples if scorecard is not None else (),
        locations=draft.locations,
        documents=tuple(document.build() for document in documents),
    )


@dataclass(slots=True)
class _Opened:
    """A file whose definitions have been found but not yet read."""

    source: SourceFile
    background: list[Definition]
    rules: list[list[Definition]]

    def build(self) -> Document:
        """Make the document, once the definitions know what they define."""
        source = self.source
        rules = zip(source.rules, self.rules, strict=True)
        return Document(
            path=source.path,
            language=source.language,
            title=source.title,
            prose=source.prose,
            definitions=_steps(self.background),
            rules=tuple(
                DocumentRule(rule.title, rule.location, _steps(found), rule.scenarios) for rule, found in rules
            ),
            comments=source.comments,
        )


def _steps(definitions: list[Definition]) -> tuple[DefinitionStep, ...]:
    return tuple(DefinitionStep(one.production, tuple(dict.fromkeys(one.subjects)), one.step) for one in definitions)


class _Backgrounds:
    """Finds out which definition each step of a background is."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.definitions: list[Definition] = []
        self.opened: dict[str, Definition] = {}

    def read(self, source: SourceFile) -> _Opened:
        """Classify all steps of the backgrounds of one file."""
        words, report = self.draft.words, self.draft.report
        background = [found for step in source.background if (found := self.classify(step)) is not None]
        rules = [
            [found for step in rule.background if (found := self.classify(step)) is not None] for rule in source.rules
        ]
        first = background[0] if background else None
        if first is not None and first.production in _OPENINGS:
            self.opened[source.path] = first
        elif not report.incomplete:
            sentence = words.sentences["scorecard"].write(card="…")
            report.add("RL005", source.location, "unnamed", sentence=f"{words.keywords['given']} {sentence}")
        for definition in (*background, *(one for found in rules for one in found)):
            if definition is not first and definition.production == "scorecard":
                report.add("RL031", definition.step.sentence, "scorecard")
        return _Opened(source, background, rules)

    def classify(self, step: Step) -> Definition | None:
        """Find which production a step of a background is; report a step that is none."""
        words, report = self.draft.words, self.draft.report
        found = list(sentences.readings(step.sentence, words.sentences))
        if not found:
            self.refuse(step)
            return None
        sentences.check_marks(step.sentence, found[0].slots, report)
        if step.section is not Section.GIVEN:
            report.add("RL031", step.sentence, "section", keyword=words.keywords["given"])
        production = found[0].key
        slots = tuple(reading.slots for reading in found if reading.key == production)
        definition = Definition(production, step, slots)
        self.definitions.append(definition)
        return definition

    def refuse(self, step: Step) -> None:
        """Report a step that defines nothing."""
        words, report = self.draft.words, self.draft.report
        break_names(step, report)
        if step.section is not Section.GIVEN and next(sentences.readings(step.sentence, words.steps), None) is not None:
            report.add("RL031", step.sentence, "scenario")
        elif not sentences.report_older(step.sentence, words, report):
            sentences.report_unknown(step.sentence, words.sentences, report)


def _check_card(draft: Draft, sources: list[SourceFile], reader: _Backgrounds) -> None:
    words, report = draft.words, draft.report
    cards = [one for one in reader.definitions if one.production == "card"]
    if not cards:
        path = sources[0].path if sources else next(iter(report.lines))
        sentence = f"{words.keywords['given']} {words.sentences['card'].write()}"
        report.add("RL006", Location(path, 1, 1), language=words.language, sentence=sentence)
        return
    for other in cards[1:]:
        place = cards[0].step.sentence.place
        shown = f"{place.path.rsplit('/', 1)[-1]}:{place.line}"
        report.add("RL014", other.step.sentence, id=other.step.sentence.text, place=shown)
    for opening in reader.opened.values():
        if opening.production != "scorecard":
            continue
        refuse_table(opening.step, report)
        name = opening.slots["card"]
        if draft.card is not None and name.text != draft.card.id:
            report.add("RL005", name, "other", found=name.text, expected=draft.card.id)


def _check_titles(draft: Draft, source: SourceFile) -> None:
    """Report a blank title, and one that another scenario of the file has; test runners would drop one of them."""
    titled = [
        (source.title, source.location, "feature"),
        *((rule.title, rule.location, "rule") for rule in source.rules),
    ]
    for title, place, keyword in titled:
        if not title:
            draft.report.add("RL036", place, keyword=draft.words.keywords[keyword])
    lines: dict[str, int] = {}
    for scenario in (scenario for rule in source.rules for scenario in rule.scenarios):
        if not scenario.title:
            keyword = "outline" if scenario.outline else "scenario"
            draft.report.add("RL036", scenario.location, keyword=draft.words.keywords[keyword])
            continue
        line = lines.setdefault(scenario.title, scenario.location.line)
        if line != scenario.location.line:
            draft.report.add("RL035", scenario.location, title=scenario.title, line=str(line))


def _read_examples(draft: Draft, sources: list[SourceFile]) -> tuple[Example, ...]:
    reader = Examples(draft)
    examples: list[Example] = []
    for source in sources:
        _check_titles(draft, source)
        if not any(rule.scenarios for rule in source.rules):
            draft.report.add("RL004", source.location, "file")
        for rule in source.rules:
            if not rule.scenarios and any(other.scenarios for other in source.rules):
                draft.report.add("RL004", rule.location, "rule", title=rule.title)
            for scenario in rule.scenarios:
                examples.extend(reader.read(scenario))
    return tuple(examples)
