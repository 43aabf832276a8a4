"""Detection and normalization of serial numbers: list keys from a register, not local row names."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from rules.model import AttestationKind, FactType

if TYPE_CHECKING:
    from rules.model import RecordType, Scorecard

_SERIALS = ("serial", "certificate number", "registry number", "register number", "序列号", "证书编号", "登记编号")
"""By these words a card says that a text is the number of a register."""


def key_is_serial(definition: RecordType) -> bool:
    """Say whether the card calls the key of a list the number of a register; else it names lines, such as `K-1`.

    A further number that must not repeat is that of the register, whatever the key is called.
    """
    if definition.unique:
        return False
    key = next(field for field in definition.fields if field.id == definition.key)
    called = normalize_identifier(" ".join((key.id.replace("_", " "), *key.labels.values())))
    return any(normalize_identifier(word) in called for word in _SERIALS)


def lists_with_local_keys(scorecard: Scorecard) -> frozenset[str]:
    """Name the lists whose keys are names that a subject gives its own lines, such as a boiler or a line of goods.

    Those of a self-assessment that asks no evidence for the list: no register stands behind them.
    """
    if scorecard.card.attestation is not AttestationKind.SELF_ASSESSMENT:
        return frozenset()
    return frozenset(fact.id for fact in scorecard.facts if fact.type is FactType.RECORDS and not fact.evidence)


def normalize_identifier(text: str) -> str:
    """Level the spelling of a serial or a name: case, width and spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
