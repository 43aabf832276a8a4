"""Words of the models and members of the protobuf enums that messages write them as."""

import ast
import pkgutil
import sys
from collections.abc import Iterator
from enum import Enum
from functools import cache
from importlib import import_module
from types import NoneType, UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

import pytest
from google.protobuf.descriptor import Descriptor, EnumDescriptor

import touchstone.v1
from service.configuration.folders import CHECKOUT
from service.output.mapping.answers import ANSWERS
from service.output.mapping.mapper import ConvertedField, Mapper, UnmappedField
from tests.service.output.test_mapper import mappers
from tests.support.parsed_sources import parsed_sources
from touchstone.v1 import evaluation_pb2

ENUMS = {
    ("cautious", "balanced", "keen"): "ClaimHearing",
    ("gate", "indicator"): "CriterionResult.Kind",
    ("high", "medium", "low"): "ScreeningConfidence",
    ("html", "docx", "pdf"): "ClaimReportFormat",
    ("high", "medium"): "ScreeningConfidence",
    ("major", "minor", "observation"): "Finding.Severity",
    ("name", "colour", "technical_term", "official_mark", "policy_context", "reported", "outweighed", "worse"): (
        "MaskedSpan.Reason"
    ),
    ("no_lexicon", "language_undetermined"): "UnscreenedSegment.Reason",
    ("read", "secondary", "recalled", "own"): "RegisterColumn.Certainty",
    ("xlsx", "csv", "xml"): "GetRegisterExportFileRequest.FileType",
}
"""Literals of the code, and the enum used for them in messages."""

SENT_AS_TEXT: dict[str, set[Any]] = {
    "rules/claims/circumstances.py": {("text", "sentence")},
    "rules/claims/jurisdictions.py": {("zh", "ja")},
    "rules/claims/prominence.py": {("small", "faint", "folded", "hidden", "footer"), "Code"},
    "rules/claims/screening/assembly.py": {("whole", "part")},
    "rules/claims/screening/candidates.py": {
        "Category", "ClaimType", "Level", "QualifierKind", "Placement", "Direction", ("whole", "part"),
    },
    "rules/claims/screening/claim_detection.py": {("alone", "text")},
    "rules/claims/screening/labels.py": {
        (
            "official_type_i", "official_other", "certification_scheme", "private", "mandatory", "not_environmental",
            "standard",
        ),
        ("confirmed", "recalled"),
        ("public_authority_eu", "public_authority_other", "certification_scheme"),
        ("eu_ecolabel", "national_type1"),
    },
    "rules/claims/screening/lexicon.py": {("true", "false")},
    "rules/claims/screening/vocabulary.py": {"FactKind"},
    "rules/contracts/inputs.py": {"ValueKind"},
    "rules/model/expressions.py": {("", "year")},
    "rules/model/lookups.py": {("number", "word")},
    "rules/model/maturity.py": {"(NumberOperator.AT_LEAST, NumberOperator.MORE_THAN)"},
    "service/approval/approval_trust.py": {("rule-author", "rule-approver")},
    "service/base/resource_names.py": {("revisions", "comments")},
    "service/cases/certificate_files.py": {("en", "zh")},
    "service/cases/credentials/facts.py": {"Topic", ("en", "zh")},
    "service/cases/credentials/paper.py": {("source", "data", "alternative", "supplement")},
    "service/cases/registers/register_formats.py": {("events", "certificates")},
    "service/cases/registers/register_rows.py": {"GapKind"},
    "service/cases/scheme_profiles.py": {
        ("en", "zh"), ("certification", "verification", "rating"), ("certificate", "statement"),
        ("all", "square_root", "iaf_md_1"), ("none", "qms", "ems", "ohsms"),
    },
    "service/configuration/settings.py": {
        ("creation", "followed"),
        ("debug", "info", "warning", "error"),
        ("starttls", "tls", "none"),
    },
    "service/corrections/correction_service.py": {("name", "parent")},
    "service/schemes/claims/documents/word_places.py": {("", "footnote", "endnote", "text_box")},
    "service/store/backups.py": {("sqlite", "postgresql")},
    "service/store/database.py": {("read", "write")},
    "service/workbench/draft_texts.py": {
        ("was", "is", "same", "head"), ("was", "is", "same"), ("same", "missing", "untranslated", "rows"),
    },
}  # fmt: skip
"""Literals without an enum, by module: sent as text, read from a file, or used only inside the program."""


def enums() -> dict[str, EnumDescriptor]:
    """Return every enum of the API by its name."""
    found: dict[str, EnumDescriptor] = {}

    def add(message: Descriptor) -> None:
        found.update({enum.full_name: enum for enum in message.enum_types})
        for nested in message.nested_types:
            add(nested)

    for module in pkgutil.iter_modules(touchstone.v1.__path__):
        if module.name.endswith("_pb2"):
            file = import_module(f"touchstone.v1.{module.name}").DESCRIPTOR
            found.update({enum.full_name: enum for enum in file.enum_types_by_name.values()})
            for message in file.message_types_by_name.values():
                add(message)
    return {name.removeprefix("touchstone.v1."): enum for name, enum in found.items()}


def literals() -> Iterator[tuple[str, str, tuple[Any, ...] | str]]:
    """Yield each Literal of several values in the code: its module, its name if it has one, its values."""
    for path, tree in (*parsed_sources("rules", having="Literal["), *parsed_sources("service", having="Literal[")):
        names: dict[ast.expr, str] = {}
        for node in ast.walk(tree):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    names[value] = name
                case ast.Subscript(value=ast.Name(id="Literal"), slice=ast.Tuple() as values):
                    yield str(path.relative_to(CHECKOUT)), names.get(node, ""), _evaluated(values)


def _evaluated(values: ast.Tuple) -> tuple[Any, ...] | str:
    try:
        return tuple(ast.literal_eval(values))
    except ValueError:
        return ast.unparse(values)


class Names(dict[str, Any]):
    """Names of a module; one that is imported for type checkers only is any type."""

    def __missing__(self, name: str) -> Any:
        if name in vars(sys.modules["builtins"]):
            raise KeyError(name)
        return Any


def words_of(model: type, attribute: str) -> tuple[str | Enum, ...]:
    """Return every word that an attribute of a model can be, if its type lists them."""
    head, _, rest = attribute.partition(".")
    for base in model.__mro__:
        member = vars(base).get(head)
        function = member.fget if isinstance(member, property) else getattr(member, "func", None)
        kind = (
            vars(base).get("__annotations__", {}).get(head) if function is None else function.__annotations__["return"]
        )
        if kind is not None:
            module = sys.modules[base.__module__]
            known = eval(kind, {}, Names(vars(module))) if isinstance(kind, str) else kind  # noqa: S307 -- an annotation of our own code
            return words_of(known, rest) if rest else words_in(known)
    return ()


def words_in(kind: Any) -> tuple[str | Enum, ...]:
    """Return the words that a type lists."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(kind)
    if get_origin(kind) in (Union, UnionType, tuple):
        return tuple(word for argument in get_args(kind) if argument is not NoneType for word in words_in(argument))
    return ()


@cache
def mapped_words() -> tuple[tuple[Mapper, str, EnumDescriptor, str | Enum], ...]:
    return tuple(_mapped_words())


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """Load all models before the tests, so that no single test is charged for it."""
    mapped_words()


def _mapped_words() -> Iterator[tuple[Mapper, str, EnumDescriptor, str | Enum]]:
    """Yield every word that the mappers write as a member of an enum."""
    for mapper in mappers():
        for pair in mapper.pairs:
            for field in pair.message.DESCRIPTOR.fields:
                source = pair.fields.get(field.name, field.name)
                attribute = source.of if isinstance(source, ConvertedField) else source
                if field.enum_type is None or isinstance(source, UnmappedField) or not isinstance(attribute, str):
                    continue
                enum = cast("EnumDescriptor", field.enum_type)
                for word in words_of(pair.loaded, attribute):
                    yield mapper, f"{pair.message.DESCRIPTOR.name}.{field.name}", enum, word


def test_every_word_of_a_model_is_a_member_of_the_enum_of_its_message() -> None:
    lacking, written = [], set()
    for mapper, field, enum, word in mapped_words():
        written.add(field)
        try:
            mapper.number(enum, word)
        except ValueError:
            lacking.append(f"{field}: {word}")
    assert lacking == []
    assert {"MaskedSpan.reason", "PageFact.confidence", "ClaimRule.verdict", "CriterionResult.outcome"} <= written


@pytest.mark.parametrize(("values", "enum"), ENUMS.items(), ids=ENUMS.values())
def test_every_value_of_a_literal_is_written_and_read(values: tuple[str, ...], enum: str) -> None:
    words = ANSWERS.words(enums()[enum], str)
    assert [words[ANSWERS.number(enums()[enum], value)] for value in values] == list(values)


def test_every_literal_of_the_code_has_an_enum_or_is_sent_as_text() -> None:
    found = list(literals())
    assert {
        f"{module}: {values}"
        for module, name, values in found
        if values not in ENUMS and not {name, values} & SENT_AS_TEXT.get(module, set())
    } == set()
    assert {values for _, _, values in found} >= ENUMS.keys()
    listed = {(module, entry) for module, entries in SENT_AS_TEXT.items() for entry in entries}
    assert listed <= {(module, entry) for module, name, values in found for entry in (name, values)}


def test_a_word_without_an_enum_member_raises_an_error() -> None:
    with pytest.raises(ValueError, match="Kind has no KIND_BONUS"):
        ANSWERS.number(evaluation_pb2.CriterionResult.Kind.DESCRIPTOR, "bonus")
