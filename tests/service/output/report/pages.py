"""Pages of evaluations, read back as a tree of elements with the standard library."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from rules.contracts.record import Record
from rules.model.published_version import PublishedVersion
from rules.trail.explain import Explanation
from rules.trail.verify import VerificationCheck
from service.output.report.html_report import EvaluationReport

AS_OF = "2026-11-20"
KNOWN = "2026-11-20T00:00:00Z"
KEY = bytes(32)
LANGUAGES = ("en", "zh")
CASES = ("worked", "open", "failed")
_VOID = {"meta", "br"}


@dataclass(frozen=True)
class Case:
    record: Record
    digest: str
    published: PublishedVersion
    checks: tuple[VerificationCheck, ...]
    explanations: dict[str, Explanation | None]

    def page(self, language: str, *, appendix: bool = False) -> str:
        return EvaluationReport(
            self.record, self.published.scorecard, language, record_digest=self.digest, checks=self.checks,
            explanation=self.explanations[language], appendix=appendix,
        ).page()  # fmt: skip


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *tags: str) -> list[Element]:
        return [element for element in self.walk() if element.tag in tags]

    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self._texts())).strip()

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag != "style":
                yield from child._texts()
        if self.tag in ("td", "th", "li", "p", "br", "dd", "dt", "div", "summary", "h1", "h2", "h3"):
            yield " "


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = Counter(name for name, _ in attrs)
        assert max(names.values(), default=1) == 1, f"<{tag}> repeats an attribute: {attrs}"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def read(page: str) -> Element:
    """Read a page; every element must be closed by its own end tag."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root], f"not closed: {[element.tag for element in reader.open[1:]]}"
    return reader.root
