"""Which text of a record is prepared once for a card, so that an evaluation only puts its values into it?

Whoever writes a sentence does not know which of the two it is for: asked by a `MarkingSpeaker` it comes out with marks
where values go, and is taken apart there into a `Form`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from rules.contracts.canonical import inside_quotes, written_bytes
from rules.trail.sentences import BARE, MARK, Speaker, gap

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Hashable, Mapping

    from rules.contracts.inputs import DeclaredValue
    from rules.model.expressions import Clause, Formula
    from rules.trail.sentences import Phrasebook

POINTS = "#points"
"""Stands for the points that an indicator earned, which is no name; whoever fills its gap tells them first."""

Hole = tuple[str, str, str | None]
"""The language in which a value is said, its name, and the list in whose records the name stands, if in any."""


@dataclass(frozen=True, slots=True)
class Form:
    """JSON text with gaps: in `text` they are `%s`, and other percent signs are doubled."""

    text: str
    holes: tuple[Hole, ...]
    _take: Callable[[Mapping[Hole, str]], object] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_take", itemgetter(*self.holes) if self.holes else lambda _: ())

    @staticmethod
    def of(marked: Mapping[str, str]) -> Form:
        """Write a sentence of each language as one JSON object; it has marks where values go."""
        holes: list[Hole] = []
        written: list[str] = []
        for language in sorted(marked):
            pieces = marked[language].split(MARK)
            holes += [(language, name, None) for name in pieces[1::2]]
            sentence = "%s".join(_for_form(piece) for piece in pieces[::2])
            written.append(f'"{language}":"{sentence}"')
        return Form(f"{{{','.join(written)}}}", tuple(holes))

    def around(self, before: str, after: str) -> Form:
        """Put texts before and after the form that are always the same."""
        return Form(before.replace("%", "%%") + self.text + after.replace("%", "%%"), self.holes)

    def fill(self, told: Mapping[Hole, str]) -> str:
        """Put the values in."""
        return self.text % self._take(told)


def chosen_word(value: DeclaredValue) -> str | None:
    """Give the word of a value that is a flag or one choice."""
    return value.choice if value.flag is None else "yes" if value.flag else "no"


def _for_form(text: str) -> str:
    """Write a text as it stands between quotes in a form."""
    return inside_quotes(text).replace("%", "%%")


@dataclass(frozen=True, slots=True)
class NumberForms:
    """What is written about the number of a fact in normal form.

    `behind` has for each language what stands around the number behind the name of the fact, and around it alone.
    """

    behind: tuple[tuple[Hole, str, str], ...]
    _payload: str
    _fact: str

    def payload(self, number: str, evidence: tuple[str, ...]) -> str:
        """Write the payload of the fact's step."""
        return self._payload % (number, number, _resting_on(evidence), number)

    def fact(self, number: str, evidence: tuple[str, ...]) -> str:
        """Write what the record says of the fact if it is nothing but a number that is used as it was declared."""
        rests = _resting_on(evidence)
        return self._fact % (rests, number, rests, number)


def _resting_on(evidence: tuple[str, ...]) -> str:
    return f'"evidence":{written_bytes(evidence).decode()},' if evidence else ""


class MarkingSpeaker(Speaker):
    """Says the rules of a scorecard with marks where an evaluation has values."""

    def __init__(self, book: Phrasebook) -> None:
        """Speak about no values at all."""
        super().__init__(book, {}, {}, {})
        self._marked = book

    def clause(self, clause: Clause, within: str | None = None) -> str:
        """Say a clause."""
        return MARK.join(self._marked.clause(clause, within))

    def formula(self, formula: Formula, within: str | None = None) -> str:
        """Say a formula."""
        return MARK.join(self._marked.formula(formula, within))

    def name(self, name: str, within: str | None = None) -> str:
        """Say a name with its value behind it."""
        return self._marked.marked_name(name, within)

    def shown(self, name: str, within: str | None = None) -> str:
        """Say what is known under a name."""
        del within
        return gap(BARE + name)


class Forms:
    """The sentences of a scorecard in all languages, each prepared when it is first said, and kept."""

    def __init__(
        self, books: Mapping[str, Phrasebook], units: Mapping[str, str], fields: Mapping[str, Container[str]]
    ) -> None:
        """Prepare nothing yet; `units` are those of all numbers of the card, `fields` the names in each list's records.

        What stands in a record also counts what is computed for it.
        """
        self._fields = fields
        self._books = books
        self._units = units
        self._speakers = {language: MarkingSpeaker(book) for language, book in books.items()}
        self._sentences: dict[Hashable, Form] = {}
        self._clauses: dict[tuple[int, str | None], Form] = {}
        self._chosen: dict[tuple[str, str], dict[Hole, str]] = {}
        self._numbers: dict[tuple[str, bool], NumberForms] = {}

    def sentence(self, key: Hashable, write: Callable[[Speaker], str]) -> Form:
        """Prepare a sentence about the whole subject, known by a key of its own among those of the card."""
        form = self._sentences.get(key)
        if form is None:
            form = self._sentences[key] = self.written(write)
        return form

    def written(self, write: Callable[[Speaker], str]) -> Form:
        """Prepare a sentence that is not kept."""
        return Form.of({language: write(speaker) for language, speaker in self._speakers.items()})

    def clause(self, clause: Clause, within: str | None) -> Form:
        """Prepare a clause; clauses of the scorecard live as long as it."""
        key = (id(clause), within)
        if key not in self._clauses:
            marked = {language: speaker.clause(clause, within) for language, speaker in self._speakers.items()}
            form = Form.of(marked)
            inside = self._fields.get(within, ()) if within is not None else ()
            holes = tuple(
                (language, name, within if name.removeprefix(BARE) in inside else None)
                for language, name, _ in form.holes
            )
            self._clauses[key] = Form(form.text, holes)
        return self._clauses[key]

    def chosen(self, name: str, word: str) -> Mapping[Hole, str]:
        """Give what stands in every gap for a fact that is one choice or a flag."""
        found = self._chosen.get((name, word))
        if found is None:
            found = self._chosen[name, word] = {}
            for language, book in self._books.items():
                said, (before, after) = book.choice(name, word), book.around_value
                found[language, name, None] = inside_quotes(f"{before}{said}{after}")
                found[language, BARE + name, None] = inside_quotes(said)
        return found

    def number(self, name: str, number: str) -> NumberForms:
        """Give what is written about the number of a fact; after 1 and -1 a unit can have another word."""
        one = number in ("1", "-1")
        found = self._numbers.get((name, one))
        if found is None:
            found = self._numbers[name, one] = self._around(name, "1" if one else "0")
        return found

    def _around(self, name: str, number: str) -> NumberForms:
        behind: list[tuple[Hole, str, str]] = []
        unit = self._units.get(name, "")
        sentences: dict[str, str] = {}
        for language, book in self._books.items():
            said = book.plain.words.write_number(number, book.unit_shown(unit)).removeprefix(number)
            before, after = book.around_value
            behind.append(((language, name, None), inside_quotes(before), inside_quotes(said + after)))
            behind.append(((language, BARE + name, None), "", inside_quotes(said)))
            fact = self._speakers[language].fact(name)
            sentences[language] = fact.replace(gap(BARE + name), f"{MARK}{MARK}{said}")
        value = f'{{%s"number":"%s","unit":"{_for_form(unit)}"}}' if unit else '{%s"number":"%s"}'
        fact_text = f'{{"declared":{{"id":"{_for_form(name)}","value":{value}}},"used":{value}}}'
        return NumberForms(tuple(behind), f'{{"sentence":{Form.of(sentences).text},"value":{value}}}', fact_text)


class Told(dict[Hole, str]):
    """What goes into the gaps of forms about one evaluation, or one record of it, as it stands inside JSON text."""

    def __init__(self, forms: Forms, speakers: Mapping[str, Speaker], whole: Told | None = None) -> None:
        """Write nothing yet; every value is written when it is first asked for, and kept.

        Of a record, `whole` is what is told of its subject.
        """
        super().__init__()
        self._whole = whole
        self._forms = forms
        self._speakers = speakers

    def __missing__(self, hole: Hole) -> str:
        """Write a value that was not asked for before."""
        language, name, within = hole
        if within is None and self._whole is not None:
            self[hole] = written = self._whole[hole]
            return written
        speaker = self._speakers[language]
        said = speaker.shown(name[1:], within) if name[0] == BARE else speaker.behind(name, within)
        self[hole] = written = inside_quotes(said)
        return written

    def know(self, name: str, number: str) -> None:
        """Take the number of a fact in normal form, as it is written already."""
        for hole, before, after in self._forms.number(name, number).behind:
            self[hole] = f"{before}{number}{after}"
