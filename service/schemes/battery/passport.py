"""How does a battery passport become a dossier that the scorecard accepts?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.dates import parse_date
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from rules.model.scorecard import FactType
from service.answering.terminal.named_rules import draft_meant, rules_meant
from service.base import instants
from service.reading.dossier.reading import read_dossier
from service.reading.tree.reading import read_bounded
from service.schemes.battery.reading import read_passport
from service.schemes.battery.writing import report_lines, write_dossier

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.model.scorecard import Scorecard
    from service.gazette.versions import Gazette

_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class PassportDossier:
    """A dossier as text, and what is to be said about how it came about."""

    text: str
    report: tuple[str, ...]


def scorecard_of(card: str, gazette: Gazette) -> Scorecard:
    """Give the scorecard that a dossier is for: a draft's folder, or the version in force today.

    Raises:
        RuleSourceError: the draft does not compile.
        VersionError: there is no such version, or none in force.
    """
    meant = rules_meant(card, gazette)
    if isinstance(meant, Path):
        return draft_meant(meant).scorecard
    now = instants.now()
    return gazette.find(meant, as_of=parse_date(now[:10]), known=now).scorecard


def dossier_from_passport(
    files: Sequence[Path], scorecard: Scorecard, *, subject: str, issuer: str, language: str = "en"
) -> PassportDossier:
    """Read passport files into the text of a dossier, its comments in the language.

    Raises:
        InputError: a file is refused, every problem with file, line, column and JSON pointer; the scorecard asks for
            no passport; or the subject is malformed.
    """
    points = {
        fact.id: tuple(choice.id for choice in fact.choices)
        for fact in scorecard.facts
        if fact.type is FactType.CHOICES
    }
    if "passport_general" not in points:
        description = _say("NO_PASSPORT_CARD", card=scorecard.card.id)
        raise InputError((Violation("--card", description, "WRONG_CARD"),))
    passport = read_passport([(path.name, read_bounded(path)) for path in files], points)
    evidenced = {fact.id for fact in scorecard.facts if fact.evidence}
    text = write_dossier(passport, subject=subject, issuer=issuer, evidenced=evidenced, language=language)
    read_dossier(text.encode(), scorecard, as_of=instants.now()[:10], settings={})
    return PassportDossier(text, tuple(report_lines(passport)))
