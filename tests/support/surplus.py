"""The account of surplus in the guide, evaluated year by year, each taking from the year before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rules.contracts.inputs import DeclaredFact, DeclaredValue, EvidenceItem, Subject
from rules.contracts.record_bytes import WrittenRecord
from rules.language.compiler import compile_folder
from rules.model.published_version import PublishedVersion, draft_as_published
from rules.trail.evaluation import Evaluator, LazyRecord
from rules.trail.previous_evaluation import EarlierEvaluation, fill_from_previous
from tests.support.guide import CARRIED, card

NAME = "organizations/acme/subjects/plant"
KEY = bytes(range(32))
KNOWN = "2027-01-01T00:00:00Z"
LEDGER = EvidenceItem(id="led", kind="ledger", issuer="acme", digest="0" * 64)


@cache
def surplus() -> PublishedVersion:
    """Publish the card exactly as shown in the guide."""
    compiled = compile_folder(card(CARRIED))
    assert compiled.scorecard is not None
    draft = draft_as_published(compiled.scorecard, card(CARRIED))
    return PublishedVersion(
        draft.scorecard, draft.sources, draft.rule_digest, draft.text_digest, draft.content_digest,
        "2021-01-01T00:00:00Z",
    )  # fmt: skip


@cache
def evaluator() -> Evaluator:
    """Prepare it once."""
    version = surplus()
    return Evaluator(version.scorecard, version.rule_digest, version.name)


def tonnes(amount: object) -> DeclaredValue:
    """Write an amount."""
    return DeclaredValue(number=str(amount), unit="tCO2e")


def year(number: int, issued: object = 100, used: object = 90, *, stated: DeclaredValue | None = None) -> Subject:
    """Return the declared facts of one year, with a stated value for the previous year if provided."""
    facts = {"year": DeclaredValue(choice=str(number)), "issued": tonnes(issued), "used": tonnes(used)}
    if stated is not None:
        facts["brought"] = stated.model_copy(update={"evidence": (LEDGER.id,)})
    return Subject(
        subject=NAME,
        as_of=f"{number + 1}-06-30",
        known=KNOWN,
        facts=tuple(DeclaredFact(id=id, value=value) for id, value in facts.items()),
        evidence=(LEDGER,) if stated is not None else (),
    )


@dataclass(frozen=True)
class Year:
    """One evaluated year."""

    subject: Subject
    recorded: LazyRecord

    @property
    def written(self) -> WrittenRecord:
        """The record."""
        return self.recorded.written_record

    def earlier(self, name: str = "") -> EarlierEvaluation:
        return EarlierEvaluation(name, self.written, surplus())

    def quantity(self, name: str = "left") -> str:
        return str(self.written.results_by_step[f"quantities/{name}"][0])


def evaluated(subject: Subject, earlier: Sequence[EarlierEvaluation] = ()) -> Year:
    """Evaluate a year with earlier evaluations at hand."""
    filled_subject, _ = fill_from_previous(surplus().scorecard, subject, earlier)
    return Year(filled_subject, evaluator().evaluate(filled_subject, KEY))
