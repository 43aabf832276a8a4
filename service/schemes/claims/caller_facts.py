"""Caller-supplied facts for a claim check: parsing and type checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping as AnyMapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from rules.claims import FACT_TERMS, JURISDICTIONS, FactValues, card_name
from rules.contracts import DeclaredFact, did_you_mean, message_factory
from rules.engine import Violations, read_scalar
from rules.model import Choice, FactDefinition, FactType, Scorecard
from service.input.dossier.dossier_reader import FactReader
from service.input.dossier.values import FLAG_WORDS, ValueReader
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import FilePosition

if TYPE_CHECKING:
    from service.gazette.versions import Gazette
    from service.schemes.claims.refusals import ProblemCollector


_CHOICE_SYNONYMS = {"audience": {"consumers": "b2c", "businesses": "b2b", "消费者": "b2c", "企业": "b2b"}}
_KEYS, _CLAIM_KEYS = ("facts", "claims"), ("quote", "facts")
_LATIN = r"[0-9A-Za-zªº\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff]"
"""Only words of these characters are separated by spaces."""


class FactSource(StrEnum):
    """Source of a stated fact."""

    REQUEST = "request"
    OPTION = "option"
    FILE = "file"
    ANSWER = "answer"


class CallerFact(NamedTuple):
    """Stated fact; `field` is its name in errors, `place` its position in a file."""

    node: Node
    field: str
    place: FilePosition | None = None
    source: FactSource = FactSource.REQUEST


class FactsByName(dict[str, CallerFact]):
    """Facts by scorecard name."""

    def without(self, names: frozenset[str]) -> FactsByName:
        return FactsByName({name: fact for name, fact in self.items() if name not in names})

    def stated(self) -> FactValues:
        return {name: words for name, fact in self.items() if (words := _value_words(fact.node)) is not None}

    def declared(self, scorecard: Scorecard) -> dict[str, DeclaredFact]:
        reader = FactReader(scorecard, FieldReader())
        known = (definition for definition in scorecard.facts if definition.id in self)
        return {each.id: reader.fact(each, _as_choice_list(each, self[each.id].node)) for each in known}


class ClaimFacts(NamedTuple):
    """Facts about claims that contain a quote, or have it in their sentence."""

    quote: str
    field: str
    place: FilePosition | None
    facts: FactsByName

    def is_about(self, *texts: str) -> bool:
        words = _normalized(self.quote)
        quote_pattern = _word_boundary_pattern(words, re.escape(words))
        return any(words in text and re.search(quote_pattern, text) for text in map(_normalized, texts))

    def found_in(self, text: str) -> tuple[int, int] | None:
        spaced = r"\s+".join(map(re.escape, self.quote.split()))
        match = re.search(_word_boundary_pattern(self.quote.strip(), spaced), text, re.IGNORECASE)
        return None if match is None else match.span()


@dataclass(frozen=True, slots=True)
class CallerFacts:
    """Facts about all claims, from a file and overriding options, and about single claims."""

    general: FactsByName = field(default_factory=FactsByName)
    options: FactsByName = field(default_factory=FactsByName)
    claims: tuple[ClaimFacts, ...] = ()

    def sheets(self) -> tuple[FactsByName, ...]:
        return (self.general, self.options, *(claim.facts for claim in self.claims))

    def of_all(self) -> tuple[FactsByName, ...]:
        return (self.general, self.options)

    def by_name_of_all(self) -> FactsByName:
        return FactsByName({**self.general, **self.options})

    def stated_of_all(self) -> FactValues:
        return self.by_name_of_all().stated()

    def circumstances(self) -> CallerFacts:
        general, options = (sheet.without(frozenset(sheet.keys() - _CIRCUMSTANCES)) for sheet in self.of_all())
        return CallerFacts(general, options)

    def about(self, *texts: str) -> tuple[FactsByName, ...]:
        return tuple(claim.facts for claim in self.claims if claim.is_about(*texts))


_CIRCUMSTANCES = frozenset({"audience", "kind", "medium", "mandatory_by_law", "trader_role", "us_state"})


def to_card_value(name: str, node: Node) -> Node:
    """Replace a common word with its choice id, such as b2c for consumers."""
    if isinstance(node, Scalar):
        return replace(node, text=_CHOICE_SYNONYMS.get(name, {}).get(node.text.strip(), node.text))
    return node


def read_facts_file(content: bytes, refusals: ProblemCollector) -> CallerFacts:
    """Parse a YAML or JSON file of facts; note form errors and continue."""
    tree = refusals.attempt("", _read_tree, content)
    if tree is None:
        return CallerFacts()
    parts = _allowed_entries(tree, _KEYS, "FILE_FORM", refusals)
    general = _read_facts(parts.get("facts"), "facts", refusals)
    claims: list[ClaimFacts] = []
    node = parts.get("claims")
    if node is not None and not isinstance(node, Sequence):
        refusals.note(node.position, "claims", "CLAIMS_FORM", "WRONG_SHAPE")
    for item in node.items if isinstance(node, Sequence) else ():
        each = _allowed_entries(item, _CLAIM_KEYS, "CLAIM_FORM", refusals)
        quoted = each.get("quote")
        quote = quoted.text.strip() if isinstance(quoted, Scalar) else ""
        facts = _read_facts(each.get("facts"), "facts", refusals)
        if quote:
            claims.append(ClaimFacts(quote, "quote", item.position, facts))
        elif isinstance(item, Mapping):
            refusals.note(item.position, "quote", "QUOTE_MISSING", "REQUIRED")
    return CallerFacts(general, claims=tuple(claims))


def read_fact_option(text: str, field: str, refusals: ProblemCollector) -> tuple[str, CallerFact] | None:
    """Parse NAME=VALUE; note an error and return None if malformed."""
    name, mark, value = text.partition("=")
    if not mark or not name.strip() or not value.strip():
        refusals.note(None, field, "OPTION_FORM", "MALFORMED", text=text[:60])
        return None
    field = f"{field} {name.strip()}"
    node = refusals.attempt(field, _read_tree, value.encode())
    known = card_name(name.strip())
    if node is None:
        return None
    return known, CallerFact(to_card_value(known, node), field, source=FactSource.OPTION)


def _read_tree(content: bytes) -> Node:
    from service.input.tree.tree_reader import read_tree  # noqa: PLC0415 -- parser needed only for facts

    return read_tree(content)


def _allowed_entries(node: Node, allowed: tuple[str, ...], form: str, refusals: ProblemCollector) -> dict[str, Node]:
    if not isinstance(node, Mapping):
        refusals.note(node.position, "", form, "WRONG_SHAPE")
        return {}
    for key in node.entries.keys() - set(allowed):
        known = allowed
        refusals.note(node.keys[key], key[:60], "KEY_UNKNOWN", "UNKNOWN_KEY", name=key[:60], known=known)
    return {key: part for key, part in node.entries.items() if key in allowed and not _is_empty(part)}


def _read_facts(node: Node | None, field: str, refusals: ProblemCollector) -> FactsByName:
    by_name = FactsByName()
    if node is not None and not isinstance(node, Mapping):
        refusals.note(node.position, field, "FACTS_FORM", "WRONG_SHAPE")
    mapping = node if isinstance(node, Mapping) else Mapping(FilePosition(1, 1))
    for name, entry in mapping.entries.items():
        known, position = card_name(name), mapping.keys[name]
        if known in by_name:
            refusals.note(position, name[:60], "REPEATED", "REPEATED")
        elif not _is_empty(entry):  # an empty entry leaves the fact unknown
            by_name[known] = CallerFact(to_card_value(known, entry), name[:60], position, FactSource.FILE)
    return by_name


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.empty


def _as_choice_list(definition: FactDefinition, node: Node) -> Node:
    if definition.type is FactType.CHOICES and isinstance(node, Scalar):
        return Sequence(node.position, [node])
    return node


def _value_words(node: Node) -> tuple[str, ...] | None:
    if isinstance(node, Mapping):
        value = node.entries.get("value")
        return None if value is None else _value_words(value)
    if isinstance(node, Sequence):
        return tuple(item.text if isinstance(item, Scalar) else "record" for item in node.items)
    flag = FLAG_WORDS.get(node.text.lower())
    return (node.text,) if flag is None else (str(flag).lower(),)


def _word_boundary_pattern(words: str, pattern: str) -> str:
    before = rf"(?<!{_LATIN})" if re.match(_LATIN, words) else ""
    behind = rf"(?!{_LATIN})" if re.match(_LATIN, words[-1:]) else ""
    return before + pattern + behind


def _normalized(text: str) -> str:
    return " ".join(text.casefold().split())


SHOWN = "display"
"""Reserved name: the display period is a separate input, because it selects the rules."""
_message = message_factory(__name__)
_MAX_SIMILAR_FACTS = 12
_CHOICE_KINDS = frozenset({"choice", "choices", "flag"})


def find_definitions(gazette: Gazette, wanted: Iterable[str], first: Iterable[str]) -> dict[str, FactDefinition | None]:
    """Return facts of published claim scorecards and the claim model; None if the form is unknown.

    Scorecards declare shared facts identically, so reading stops once all `wanted` facts are found; `first` is read
    first.
    """
    definitions: dict[str, FactDefinition | None] = {}
    for term in FACT_TERMS.values():
        if term.record is None:
            choices = tuple(Choice(id=value) for value in term.values)
            plain = FactDefinition(id=term.name, type=FactType(term.kind), choices=choices)
            definitions[term.name] = plain if term.kind in _CHOICE_KINDS else None
    claim_cards = {card for jurisdiction in JURISDICTIONS.values() for card in jurisdiction.cards}
    missing, published_cards = set(wanted), claim_cards.intersection(gazette.card_ids())
    for card in dict.fromkeys((*filter(published_cards.__contains__, first), *sorted(published_cards))):
        if not missing:
            break
        declared = {fact.id: fact for fact in gazette.newest(card).scorecard.facts}
        definitions |= declared
        missing -= declared.keys()
    return definitions


def check_facts(
    caller_facts: CallerFacts,
    known: AnyMapping[str, FactDefinition | None],
    settled: frozenset[str],
    refusals: ProblemCollector,
) -> None:
    """Report facts that are unknown, settled elsewhere or of the wrong type."""
    for sheet in caller_facts.sheets():
        for name, fact in sheet.items():
            if name == SHOWN or name.startswith(f"{SHOWN}_"):
                refusals.note(fact.place, fact.field, "FACT_SHOWN", "WRONG_VALUE", option=refusals.names.shown)
            elif name in settled:
                refusals.note(fact.place, fact.field, "FACT_SETTLED", "WRONG_VALUE")
            elif name not in known:
                hint = _suggest_facts(name, known)
                refusals.note(fact.place, fact.field, "FACT_UNKNOWN", "UNKNOWN_KEY", name=name[:60], nearest=hint)
            elif (definition := known[name]) is not None:
                _check_value(definition, fact, refusals)


def check_names(names: Iterable[str], known: AnyMapping[str, object], refusals: ProblemCollector) -> None:
    """Report unknown names of facts that must not be assumed."""
    for name in sorted(set(names) - known.keys()):
        nearest = _suggest_facts(name, known)
        refusals.note(None, refusals.names.not_assumed, "FACT_UNKNOWN", "UNKNOWN_KEY", name=name[:60], nearest=nearest)


def _suggest_facts(name: str, known: Iterable[str]) -> str:
    words = set(name.replace(".", "_").split("_"))
    similar_facts = [candidate for candidate in known if words <= set(candidate.replace(".", "_").split("_"))]
    return (
        _message("FACTS_ALIKE", names=similar_facts[:_MAX_SIMILAR_FACTS])
        if similar_facts
        else did_you_mean(name, known) or _message("FACTS_TOLD")
    )


def _check_value(definition: FactDefinition, fact: CallerFact, refusals: ProblemCollector) -> None:
    fields, violations = FieldReader(), Violations()
    node = _as_choice_list(definition, fact.node)
    reader = ValueReader({}, fields)
    parts = reader.structured(definition, node, definition.id, ("value", "unit", "evidence", "not_applicable"))
    value = reader.read(definition, node, parts, definition.id)
    if not fields.problems and value.kind is not None:
        read_scalar(definition, value, definition.id, violations)
    if not fields.problems and not violations.items and value.kind is not None:
        return
    position = fact.place and _first_item(parts.get("value", node)).position
    wanted, shown = refusals.wanted(definition), _node_excerpt(parts.get("value", node))
    if shown:
        refusals.note(position, fact.field, "VALUE", "WRONG_VALUE", found=shown, wanted=wanted)
    else:
        refusals.note(position, fact.field, "VALUE_FORM", "WRONG_TYPE", wanted=wanted)


def _first_item(node: Node) -> Node:
    return node.items[0] if isinstance(node, Sequence) and node.items else node


def _node_excerpt(node: Node) -> str:
    match node:
        case Scalar(text=text):
            return text[:40]
        case Sequence(items=items) if items and all(isinstance(item, Scalar) for item in items):
            return ", ".join(item.text for item in items if isinstance(item, Scalar))[:40]
        case Mapping() | Sequence():
            return ""
