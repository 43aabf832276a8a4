"""Which facts does the caller give about all claims of a text, and about single ones?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rules.claims.readings import Stated
from rules.contracts.messages import nearest
from rules.screening.vocabulary import FACTS, card_name
from service.dossier.fields import Fields
from service.dossier.problems import DossierError, Place, Problem
from service.dossier.reading import FactReader, Located
from service.dossier.tree import Mapping, Node, Scalar, Sequence, read_tree
from service.dossier.values import FLAG_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts.inputs import DeclaredFact
    from rules.model.scorecard import Scorecard

SHOWN = "display"
"""The fact that says when a claim is shown; it is asked for on its own, because its days select the rules."""
_VOCABULARY = frozenset(term.name for term in FACTS.values() if term.record is None)


@dataclass(frozen=True, slots=True)
class FactSheet:
    """Facts by their names in the cards, as written, each with its place."""

    nodes: dict[str, Node] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    def stated(self) -> Stated:
        """Give the facts as words, for comparing them with each other and with the text."""
        return {name: words for name, node in self.nodes.items() if (words := _words(node)) is not None}

    def declared(self, scorecard: Scorecard) -> tuple[dict[str, DeclaredFact], Located]:
        """Read the facts that a card knows by the types it declares, with the places for its errors.

        Raises:
            DossierError: a value is not written as its type wants; every problem is listed with line and column.
        """
        fields = Fields()
        reader = FactReader(scorecard, fields)
        found = {}
        for definition in scorecard.facts:
            if definition.id in self.nodes:
                fields.places[f"facts[{definition.id}]"] = self.places[definition.id]
                found[definition.id] = reader.fact(definition, self.nodes[definition.id])
        if fields.problems:
            raise DossierError(fields.problems)
        return found, Located(fields.places)


@dataclass(frozen=True, slots=True)
class ClaimFacts:
    """Facts about the claims in whose words, or in whose sentence, a text stands."""

    quote: str
    place: Place
    facts: FactSheet

    def is_about(self, *texts: str) -> bool:
        """Say whether one of the texts holds the words, in whatever letters and spaces."""
        wanted = _folded(self.quote)
        return any(wanted in _folded(text) for text in texts)


@dataclass(frozen=True, slots=True)
class Given:
    """What a file of facts says: of all claims, and of single ones."""

    general: FactSheet = field(default_factory=FactSheet)
    claims: tuple[ClaimFacts, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names of all facts given."""
        return frozenset(name for sheet in self.sheets() for name in sheet.places)

    def sheets(self) -> tuple[FactSheet, ...]:
        """Give all sheets."""
        return (self.general, *(claim.facts for claim in self.claims))


def read_given(content: bytes) -> Given:
    """Read a file of facts, in YAML or JSON.

    Raises:
        DossierError: anything is wrong with its form; every problem is listed with line and column.
    """
    tree, fields = read_tree(content), Fields()
    parts = fields.mapping(tree, "", ("facts", "claims"), what="a file of facts")
    general = _sheet(parts.get("facts"), "facts", fields)
    claims: list[ClaimFacts] = []
    node = parts.get("claims")
    if node is not None and not isinstance(node, Sequence):
        fields.problem(node.place, "claims", "a list is wanted, each item with quote and facts", "WRONG_SHAPE")
    for number, item in enumerate(node.items if isinstance(node, Sequence) else ()):
        path = f"claims[{number}]"
        each = fields.mapping(item, path, ("quote", "facts"), what="a claim")
        quote = fields.optional_text(each.get("quote"), f"{path}.quote").strip()
        if not quote:
            fields.problem(item.place, f"{path}.quote", "is required: words of the claim as in the text", "REQUIRED")
        claims.append(ClaimFacts(quote, item.place, _sheet(each.get("facts"), f"{path}.facts", fields)))
    if fields.problems:
        raise DossierError(fields.problems)
    return Given(general, tuple(claims))


def _sheet(node: Node | None, path: str, fields: Fields) -> FactSheet:
    nodes: dict[str, Node] = {}
    places: dict[str, Place] = {}
    for name, entry, place in fields.entries(node, path, "facts by their names"):
        known = card_name(name)
        if known in nodes:
            fields.problem(place, f"{path}.{name[:60]}", "is given twice", "REPEATED")
        if isinstance(entry, Scalar) and entry.empty:
            continue  # left open
        nodes[known], places[known] = entry, place
    return FactSheet(nodes, places)


def check_names(given: Given, cards: Iterable[Scorecard], fixed: frozenset[str]) -> None:
    """Refuse facts that nobody knows, and those that the command settles elsewhere.

    Raises:
        DossierError: there are such; every one is listed with line and column.
    """
    known = _VOCABULARY | {fact.id for card in cards for fact in card.facts}
    problems: list[Problem] = []
    for sheet in given.sheets():
        for name, place in sheet.places.items():
            if name == SHOWN or name.startswith(f"{SHOWN}_"):
                problems.append(Problem(place, name, "say with --shown-on when the claim is shown", "WRONG_VALUE"))
            elif name in fixed:
                problems.append(Problem(place, name, "follows from the jurisdiction; leave it out", "WRONG_VALUE"))
            elif name not in known:
                shown = f"'{name[:60]}' is not a fact about a claim{nearest(name, sorted(known))}"
                problems.append(Problem(place, name[:60], shown, "UNKNOWN_KEY"))
    if problems:
        raise DossierError(problems)


def _words(node: Node) -> tuple[str, ...] | None:
    """Write a value as words; none for what does not apply or has no value."""
    if isinstance(node, Mapping):
        value = node.entries.get("value")
        return None if value is None else _words(value)
    if isinstance(node, Sequence):
        return tuple(item.text if isinstance(item, Scalar) else "record" for item in node.items)
    flag = FLAG_WORDS.get(node.text.lower())
    return (node.text,) if flag is None else (str(flag).lower(),)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
