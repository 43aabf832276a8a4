"""Fact proposals from an HTML page."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import orjson

from rules.claims import FACT_TERMS, file_name_words, imagery_in, labels_in_description

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

Confidence = Literal["high", "medium"]

_BUY = re.compile(
    r"(?i)\b(add to (?:cart|basket|bag)|buy now|in den (?:warenkorb|einkaufswagen)|jetzt kaufen"
    r"|ajouter au panier|acheter maintenant)\b|加入购物车|立即购买|加入購物車|立即購買"
)
_EXCERPT_LENGTH = 60
_MOST_SCRIPTS = 50
_LARGEST_SCRIPT = 500_000
_CONSUMERS, _TRADERS = "b2c", "b2b"


@dataclass(frozen=True, slots=True)
class PageFact:
    """A proposed fact and its evidence; evidence in the text has offsets."""

    path: str
    value: str
    quote: str
    place: str
    confidence: Confidence
    start: int | None = None
    end: int | None = None


class Picture(NamedTuple):
    """A visible picture."""

    alt: str
    address: str


def page_facts(tree: LexborHTMLParser, text: str, pictures: Iterable[Picture] = ()) -> tuple[PageFact, ...]:
    """Return the shown facts, each with its best evidence."""
    proposals = (
        *_linked_data_facts(tree),
        *_microdata_facts(tree),
        *_head_facts(tree),
        *_purchase_facts(text),
        *_picture_facts(pictures),
    )
    best: dict[tuple[str, str], PageFact] = {}
    for fact in proposals:
        known = best.get((fact.path, fact.value))
        if known is None or (fact.confidence == "high" and known.confidence != "high"):
            best[fact.path, fact.value] = fact
    return tuple(best.values())


def unambiguous_facts(facts: Iterable[PageFact]) -> dict[str, tuple[str, ...]]:
    """Return facts with one value, and all values where several are permitted."""
    values: dict[str, list[str]] = {}
    for fact in facts:
        values.setdefault(fact.path, []).append(fact.value)
    several = {path for path in values if FACT_TERMS[path].kind == "choices"}
    return {path: tuple(each) for path, each in values.items() if len(each) == 1 or path in several}


def _linked_data_facts(tree: LexborHTMLParser) -> Iterator[PageFact]:
    for script in tree.css('script[type="application/ld+json"]')[:_MOST_SCRIPTS]:
        content = script.text() or ""
        if len(content) > _LARGEST_SCRIPT:
            continue
        try:
            items = orjson.loads(content)
        except orjson.JSONDecodeError:
            continue
        for item in _items(items):
            yield from _item_facts(item)


def _items(node: object) -> Iterator[dict[str, object]]:
    pending = deque([node])
    while pending:
        item = pending.popleft()
        if isinstance(item, list):
            pending += item
        elif isinstance(item, dict):
            yield item
            pending += item.values()


def _item_facts(item: dict[str, object]) -> Iterator[PageFact]:
    types = {kind.rpartition("/")[2] for kind in _words(item.get("@type"))}
    if types & {"Product", "ProductGroup", "IndividualProduct"}:
        yield PageFact("subject.level", "product", '"@type": "Product"', "JSON-LD", "medium")
    if types & {"Offer", "AggregateOffer"}:
        price = next((f'"{key}": {item[key]}' for key in ("price", "lowPrice") if key in item), '"@type": "Offer"')
        yield PageFact("kind", "commercial", price[:_EXCERPT_LENGTH], "JSON-LD", "high")
        for customer in _words(item.get("eligibleCustomerType")):
            audience = _CONSUMERS if customer.lower().endswith("enduser") else _TRADERS
            yield PageFact("audience", audience, customer[:_EXCERPT_LENGTH], "JSON-LD", "high")
    if "BusinessAudience" in types:
        yield PageFact("audience", _TRADERS, '"@type": "BusinessAudience"', "JSON-LD", "high")


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _microdata_facts(tree: LexborHTMLParser) -> Iterator[PageFact]:
    for node in tree.css("[itemtype]"):
        if (node.attributes.get("itemtype") or "").rpartition("/")[2] == "Product":
            yield PageFact("subject.level", "product", node.attributes.get("itemtype") or "", "itemtype", "medium")
    for node in tree.css("[itemprop=price]")[:1]:
        yield PageFact("kind", "commercial", _quote(node), "itemprop price", "high")


def _quote(node: LexborNode) -> str:
    return (node.attributes.get("content") or node.text() or "").strip()[:_EXCERPT_LENGTH]


def _head_facts(tree: LexborHTMLParser) -> Iterator[PageFact]:
    for node in tree.css("meta[property]"):
        name, content = node.attributes.get("property") or "", node.attributes.get("content") or ""
        if name == "og:type" and content.lower().startswith("product"):
            yield PageFact("subject.level", "product", content[:_EXCERPT_LENGTH], name, "medium")
        elif name in ("product:price:amount", "og:price:amount"):
            yield PageFact("kind", "commercial", content[:_EXCERPT_LENGTH], name, "high")
        elif name == "og:url" and content:
            yield PageFact("medium", "web", content[:_EXCERPT_LENGTH], name, "high")
    for node in tree.css("link[rel=canonical]")[:1]:
        yield PageFact("medium", "web", (node.attributes.get("href") or "")[:_EXCERPT_LENGTH], "link canonical", "high")


def _picture_facts(pictures: Iterable[Picture]) -> Iterator[PageFact]:
    for picture in pictures:
        name = picture.address.rpartition("/")[2]
        for words, quote, place in (
            (picture.alt, picture.alt, "img alt"),
            (file_name_words(picture.address), name, "img src"),
        ):
            for path, values in (("imagery", imagery_in(words)), ("label.name", labels_in_description(words))):
                for value in values:
                    yield PageFact(path, value, quote[:_EXCERPT_LENGTH], place, "medium")


def _purchase_facts(text: str) -> Iterator[PageFact]:
    match = _BUY.search(text)
    if match is not None:
        start, end = match.span()
        yield PageFact("kind", "commercial", match.group(), "text", "high", start, end)
        yield PageFact("audience", _CONSUMERS, match.group(), "text", "medium", start, end)
