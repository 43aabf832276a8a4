"""Which text of a record is prepared once for a card, so that an evaluation only puts its values into it?

Whoever writes a sentence does not know which of the two it is for: asked by a `MarkingSpeaker` it comes out with marks
where values go, and is taken apart there into a `Form`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from rules.contracts.canonical import inside_quotes
from rules.trail.sentences import MARK, Speaker

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from rules.model.expressions import Clause, Formula
    from rules.trail.sentences import Phrasebook

_BARE = "="
"""Stands before a name whose value alone is wanted, without the brackets in which it stands behind the name."""

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
    def of(marked: Mapping[str, str], within: str | None = None) -> Form:
        """Write a sentence of each language as one JSON object; it has marks where values go."""
        holes: list[Hole] = []
        written: list[str] = []
        for language in sorted(marked):
            pieces = marked[language].split(MARK)
            holes += [(language, name, within) for name in pieces[1::2]]
            sentence = "%s".join(inside_quotes(piece).replace("%", "%%") for piece in pieces[::2])
            written.append(f'"{language}":"{sentence}"')
        return Form(f"{{{','.join(written)}}}", tuple(holes))

    def after(self, text: str) -> Form:
        """Put a text before the form that is always the same."""
        return Form(text.replace("%", "%%") + self.text, self.holes)

    def fill(self, told: Mapping[Hole, str]) -> str:
        """Put the values in."""
        return self.text % self._take(told)


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
        return f"{MARK}{_BARE}{name}{MARK}"


class Forms:
    """The sentences of a scorecard in all languages, each prepared when it is first said, and kept."""

    def __init__(self, books: Mapping[str, Phrasebook], units: Mapping[str, str]) -> None:
        """Prepare nothing yet; `units` are those of all numbers of the card."""
        self._books = books
        self._units = units
        self._speakers = {language: MarkingSpeaker(book) for language, book in books.items()}
        self._sentences: dict[Hashable, Form] = {}
        self._clauses: dict[tuple[int, str | None], Form] = {}
        self._numbers: dict[tuple[str, bool], tuple[tuple[Hole, str, str], ...]] = {}

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
            self._clauses[key] = Form.of(marked, within)
        return self._clauses[key]

    def around_number(self, name: str, *, one: bool) -> tuple[tuple[Hole, str, str], ...]:
        """Give for each gap that the number of a fact can fill what stands there before and after it.

        `one` says that the number is 1 or -1, after which a unit can have another word.
        """
        key = (name, one)
        if key not in self._numbers:
            found: list[tuple[Hole, str, str]] = []
            for language, book in self._books.items():
                number = "1" if one else "0"
                written = book.plain.words.write_number(number, book.unit_shown(self._units.get(name, "")))
                unit = inside_quotes(written.removeprefix(number))
                before, after = map(inside_quotes, book.around_value)
                found += [((language, name, None), before, unit + after), ((language, _BARE + name, None), "", unit)]
            self._numbers[key] = tuple(found)
        return self._numbers[key]


class Told(dict[Hole, str]):
    """What goes into the gaps of forms about one evaluation, or one record of it, as it stands inside JSON text."""

    def __init__(self, forms: Forms, speakers: Mapping[str, Speaker]) -> None:
        """Write nothing yet; every value is written when it is first asked for, and kept."""
        super().__init__()
        self._forms = forms
        self._speakers = speakers

    def __missing__(self, hole: Hole) -> str:
        """Write a value that was not asked for before."""
        language, name, within = hole
        speaker = self._speakers[language]
        said = speaker.shown(name[1:], within) if name[0] == _BARE else speaker.behind(name, within)
        self[hole] = written = inside_quotes(said)
        return written

    def know(self, name: str, number: str) -> None:
        """Take the number of a fact in normal form, as it is written already."""
        for hole, before, after in self._forms.around_number(name, one=number in ("1", "-1")):
            self[hole] = f"{before}{number}{after}"
