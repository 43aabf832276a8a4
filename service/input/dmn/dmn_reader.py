"""Reader of DMN 1.2 to 1.5 files: inputs and decisions from XML, with every unsupported element refused."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.input.dmn.dmn_model import (
    Decision,
    DecisionTable,
    DmnBasis,
    DmnFile,
    DmnInput,
    HitPolicy,
    TableInput,
    TableOutput,
    TableRule,
    ValueKind,
)
from service.input.dmn.xml_tree import parse_xml
from service.input.foreign_formats import recognize_xml, refusal_of
from service.input.tree.placed_errors import FilePosition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.input.dmn.xml_tree import XmlElement

_message = message_factory(__name__)

_FORMAT = "dmn"
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_KINDS = {
    **dict.fromkeys(("number", "integer", "long", "double", "decimal"), ValueKind.NUMBER),
    "string": ValueKind.TEXT,
    "boolean": ValueKind.FLAG,
    "date": ValueKind.DATE,
}
_LOGIC = ("decisionTable", "literalExpression")
_OTHER_LOGIC = ("invocation", "context", "relation", "list", "functionDefinition", "conditional", "for", "filter",
                "every", "some")  # fmt: skip
_UNSUPPORTED = ("import", "businessKnowledgeModel", "decisionService")
_MAX_RULES, _MAX_COLUMNS, _MAX_DECISIONS, _MAX_INPUTS = 1_000, 50, 200, 1_000
_MAX_NESTED_TYPES, _MAX_CHARACTERS, _MAX_VIOLATIONS = 8, 4_000, 1_000


def read_dmn(content: bytes) -> DmnFile:
    """Read a DMN file.

    Raises:
        InputError: With every unsupported element, by line.
    """
    root = parse_xml(content)
    found = recognize_xml(root.namespace, root.attributes)
    if (refusal := refusal_of(found, (_FORMAT,))) is not None:
        raise InputError.of(FilePosition(root.line, 0).cell, refusal, "UNKNOWN_FORMAT")
    if found is None or root.name != "definitions":
        raise InputError.of(FilePosition(root.line, 0).cell, _message("NOT_DMN", found=root.name[:80]), "NOT_DMN")
    reader = _Reader(root)
    file = reader.read()
    if reader.violations:
        raise InputError(tuple(reader.violations))
    return file


@dataclass(slots=True)
class _Reader:
    root: XmlElement
    violations: list[Violation] = field(default_factory=list)
    types: dict[str, XmlElement] = field(init=False)
    typed: int = 0
    """Inputs and components read."""

    def __post_init__(self) -> None:
        self.types = {_name(each): each for each in reversed([*self.root.named("itemDefinition")])}

    def refuse(self, element: XmlElement, description: str, reason: str) -> None:
        self.violations.append(Violation(FilePosition(element.line, 0).cell, description, reason))
        if len(self.violations) >= _MAX_VIOLATIONS:
            raise InputError(tuple(self.violations))

    def read(self) -> DmnFile:
        for name in _UNSUPPORTED:
            for element in self.root.named(name):
                shown = element.attributes.get("name", "")[:80]
                self.refuse(element, _message("UNSUPPORTED_ELEMENT", element=name, name=shown), "UNSUPPORTED")
        if sum(1 for _ in self.root.named("decision")) > _MAX_DECISIONS:
            raise _too_large(self.root, _message("TOO_MANY_DECISIONS", most=_MAX_DECISIONS))
        inputs = tuple(each for element in self.root.named("inputData") for each in self._inputs(element))
        decisions = tuple(
            decision for element in self.root.named("decision") if (decision := self._decision(element)) is not None
        )
        if not decisions and not self.violations:
            self.refuse(self.root, _message("NO_DECISION"), "REQUIRED")
        names = Counter([*(each.name for each in inputs), *(each.name for each in decisions)])
        for name in sorted(name for name, count in names.items() if count > 1):
            self.refuse(self.root, _message("NAME_TWICE", name=name[:80]), "DUPLICATE")
        return DmnFile(_name(self.root), inputs, decisions, tuple(self._bases()))

    def _bases(self) -> Iterator[DmnBasis]:
        for extension in self.root.named("extensionElements"):
            for element in extension.children:
                if (element.namespace, element.name) == (OWN, BASIS):
                    yield DmnBasis(*(_attribute(element, name) for name in ("id", "instrument", "clause", "certainty")))

    def _inputs(self, element: XmlElement) -> Iterator[DmnInput]:
        name = _name(element)
        variable = element.first("variable")
        reference = "" if variable is None else variable.attributes.get("typeRef", "")
        own = _own_attributes(element)
        for each in self._typed_inputs(element, name, reference, 0):
            yield replace(each, unit=own.get("unit", ""), id=own.get("id", ""))

    def _typed_inputs(self, element: XmlElement, name: str, reference: str, depth: int) -> Iterator[DmnInput]:
        self.typed += 1
        if self.typed > _MAX_INPUTS:
            raise _too_large(element, _message("TOO_MANY_INPUTS", most=_MAX_INPUTS))
        kind = _KINDS.get(_local(reference))
        if kind is not None or not reference or _local(reference) == "Any":
            yield DmnInput(name, kind)
            return
        item = self.types.get(_local(reference))
        if item is None or depth > _MAX_NESTED_TYPES:
            self.refuse(element, _message("UNKNOWN_TYPE", name=name[:80], found=reference[:80]), "UNKNOWN_TYPE")
            return
        yield from self._item(element, name, item, depth)

    def _item(self, element: XmlElement, name: str, item: XmlElement, depth: int) -> Iterator[DmnInput]:
        if item.attributes.get("isCollection") == "true":
            self.refuse(element, _message("COLLECTION", name=name[:80]), "UNSUPPORTED")
            return
        components = list(item.named("itemComponent"))
        for component in components:
            yield from self._item(element, f"{name}.{_name(component)}", component, depth + 1)
        if components:
            return
        reference = _text_of(item.first("typeRef"))
        allowed = _text_of(item.first("allowedValues"))
        for each in self._typed_inputs(element, name, reference, depth + 1):
            yield replace(each, allowed=allowed or each.allowed)

    def _decision(self, element: XmlElement) -> Decision | None:
        name = _name(element)
        for other in _OTHER_LOGIC:
            for child in element.named(other):
                self.refuse(child, _message("UNSUPPORTED_LOGIC", decision=name[:80], found=other), "UNSUPPORTED")
                return None
        logic = [child for child in element.children if child.name in _LOGIC and child.namespace == element.namespace]
        if len(logic) != 1 or not name:
            self.refuse(element, _message("NO_LOGIC", decision=name[:80]), "REQUIRED")
            return None
        own = _own_attributes(element)
        language = logic[0].attributes.get("expressionLanguage", "")
        if language and "feel" not in language.lower():
            self.refuse(logic[0], _message("OTHER_LANGUAGE", decision=name[:80], found=language[:80]), "UNSUPPORTED")
            return None
        if logic[0].name == "literalExpression":
            return Decision(name, _text_of(logic[0]), element.line)
        table = self._table(logic[0], name)
        if table is None:
            return None
        basis, reason = own.get("otherwise-basis", ""), own.get("otherwise-reason")
        return Decision(name, table, element.line, own.get("unit", ""), own.get("id", ""), basis, reason)

    def _table(self, element: XmlElement, name: str) -> DecisionTable | None:
        policy = element.attributes.get("hitPolicy", HitPolicy.UNIQUE)
        written = " ".join(filter(None, (policy, element.attributes.get("aggregation", ""))))
        if written not in set(HitPolicy):
            known = list(HitPolicy)
            message = _message("UNKNOWN_POLICY", decision=name[:80], found=written[:80], known=known)
            self.refuse(element, message, "UNKNOWN")
            return None
        inputs = tuple(map(_table_input, element.named("input")))
        outputs = tuple(map(_table_output, element.named("output")))
        if not outputs or len(inputs) + len(outputs) > _MAX_COLUMNS:
            self.refuse(element, _message("COLUMNS", decision=name[:80], most=_MAX_COLUMNS), "TOO_LARGE")
            return None
        annotations = [_name(each) for each in element.named("annotation")]
        rules = []
        for number, rule in enumerate(element.named("rule"), 1):
            cells = tuple(map(_text_of, rule.named("inputEntry")))
            values = tuple(map(_text_of, rule.named("outputEntry")))
            if (len(cells), len(values)) != (len(inputs), len(outputs)):
                counts = {"found": len(cells) + len(values), "wanted": len(inputs) + len(outputs)}
                self.refuse(rule, _message("CELLS", decision=name[:80], rule=number, **counts), "MALFORMED")
                continue
            notes = dict(zip(annotations, map(_text_of, rule.named("annotationEntry")), strict=False))
            rules.append(TableRule(cells, values, notes.get(BASIS, ""), notes.get(REASON)))
        if len(rules) > _MAX_RULES or not rules:
            self.refuse(element, _message("RULES", decision=name[:80], found=len(rules), most=_MAX_RULES), "TOO_LARGE")
            return None
        return DecisionTable(HitPolicy(written), inputs, outputs, tuple(rules))


OWN = "urn:touchstone:dmn:1"
"""Namespace of attributes that DMN lacks: the unit of a number and the id of a quantity."""
BASIS = "basis"
"""Annotation column with the basis of each rule."""
REASON = "reason"
"""Annotation column with the reason why an output is null."""


def _table_input(element: XmlElement) -> TableInput:
    expression = element.first("inputExpression")
    reference = "" if expression is None else expression.attributes.get("typeRef", "")
    return TableInput(
        " ".join(_text_of(expression).split()), _KINDS.get(_local(reference)), _text_of(element.first("inputValues"))
    )


def _table_output(element: XmlElement) -> TableOutput:
    name = _name(element) or _attribute(element, "label")
    return TableOutput(name, _text_of(element.first("outputValues")), _text_of(element.first("defaultOutputEntry")))


def _own_attributes(element: XmlElement) -> dict[str, str]:
    prefix = f"{OWN} "
    own = {key.removeprefix(prefix): _attribute(element, key) for key in element.attributes if key.startswith(prefix)}
    return own if _ID.fullmatch(own.get("id", "")) else {**own, "id": ""}


def _name(element: XmlElement) -> str:
    return _attribute(element, "name")


def _attribute(element: XmlElement, name: str) -> str:
    """Return an attribute in one line, as sentences of a draft may contain it."""
    return " ".join(_bounded(element, element.attributes.get(name, "")).split())


def _bounded(element: XmlElement, text: str) -> str:
    if len(text) > _MAX_CHARACTERS:
        raise _too_large(element, _message("TEXT_TOO_LONG", size=len(text), most=_MAX_CHARACTERS))
    return text


def _too_large(element: XmlElement, description: str) -> InputError:
    return InputError.of(FilePosition(element.line, 0).cell, description, "TOO_LARGE")


def _local(reference: str) -> str:
    return reference.strip().rpartition(":")[2].rpartition("}")[2]


def _text_of(element: XmlElement | None) -> str:
    if element is None:
        return ""
    text = element.first("text")
    return _bounded(element, (element if text is None else text).text.strip())
