"""Small scorecard with a fact of every type, written as a model to be independent of the compiler."""

from datetime import date
from fractions import Fraction

from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, EvidenceItem, PeriodText, Subject
from rules.contracts.numbers import RoundingMode
from rules.model.expressions import ChoiceClause, NumberClause, NumberLiteral, NumberOperator
from rules.model.scorecard import (
    AttestationKind,
    Band,
    BandScale,
    Basis,
    Card,
    Certainty,
    Choice,
    ChoicePoints,
    ChoiceScale,
    FactDefinition,
    FactType,
    FindingRule,
    FindingSeverity,
    Gate,
    Indicator,
    Ladder,
    LadderRow,
    NotApplicablePolicy,
    RecordType,
    Result,
    Rounding,
    Scorecard,
    Section,
    Setting,
    SumQuantity,
    SumRow,
)

CARD = "small-factory"
DIGEST = "ab" * 32
LAW = ("law",)


def small_card(
    *,
    version: str = "1.0.0",
    first: str = "2025-01-01",
    last: str | None = None,
    supersedes: str | None = None,
    gold: int = 80,
) -> Scorecard:
    """Return the small card; `gold` is the score required for its best grade."""
    return Scorecard(
        card=Card(
            id=CARD,
            version=version,
            supersedes=supersedes,
            titles={"en": "Small factory", "zh": "小工厂"},
            subject_kind="factory",
            attestation=AttestationKind.RATING,
            time_zone="Asia/Shanghai",
            first_date=date.fromisoformat(first),
            last_date=date.fromisoformat(last) if last else None,
            rounding=Rounding(places=2, mode=RoundingMode.HALF_EVEN),
            not_applicable=NotApplicablePolicy.DROP_AND_RESCALE,
            not_assessed=({"en": "noise", "zh": "噪声"},),
        ),
        bases=(Basis(id="law", instrument="GB/T 1", clause="5.1", certainty=Certainty.SECONDARY),),
        settings=(Setting(id="reading", choices=(Choice(id="cascade"), Choice(id="literal"))),),
        records=(
            RecordType(
                id="credit",
                key="serial",
                unique=("certificate",),
                fields=(
                    FactDefinition(id="serial", type=FactType.TEXT),
                    FactDefinition(id="certificate", type=FactType.TEXT),
                    FactDefinition(id="amount", type=FactType.NUMBER, unit="tCO2e", at_least=Fraction(0)),
                    FactDefinition(id="retired_on", type=FactType.DATE),
                ),
            ),
        ),
        facts=(
            FactDefinition(
                id="renewable_share",
                labels={"en": "Renewable share", "zh": "可再生能源占比"},
                type=FactType.NUMBER,
                unit="%",
                at_least=Fraction(0),
                at_most=Fraction(1) * 100,
                evidence=("meter-reading",),
                assurance=Assurance.LIMITED,
                maximum_age_months=24,
            ),
            FactDefinition(
                id="serious_violations",
                labels={"en": "Serious violations", "zh": "严重违法次数"},
                type=FactType.NUMBER,
                unit="time",
                at_least=Fraction(0),
            ),
            FactDefinition(id="energy_used", type=FactType.NUMBER, unit="MWh", at_least=Fraction(0)),
            FactDefinition(id="certified", labels={"en": "Certified", "zh": "已认证"}, type=FactType.FLAG),
            FactDefinition(id="status", type=FactType.CHOICE, choices=(Choice(id="open"), Choice(id="closed"))),
            FactDefinition(id="themes", type=FactType.CHOICES, choices=(Choice(id="water"), Choice(id="waste"))),
            FactDefinition(id="report_year", type=FactType.PERIOD),
            FactDefinition(id="audited_on", type=FactType.DATE),
            FactDefinition(id="remark", type=FactType.TEXT, may_not_apply=True),
            FactDefinition(id="credits", type=FactType.RECORDS, record="credit"),
        ),
        quantities=(SumQuantity(id="offset", unit="tCO2e", list="credits", of="amount", rows=(SumRow(basis=LAW),)),),
        gates=(
            Gate(
                id="G1",
                labels={"en": "No serious violation", "zh": "无严重违法"},
                requires=(
                    NumberClause(
                        name="serious_violations",
                        operator=NumberOperator.AT_MOST,
                        operand=NumberLiteral(value=Fraction(0), unit="time"),
                    ),
                ),
                basis=LAW,
            ),
        ),
        sections=(Section(id="energy", labels={"en": "Energy", "zh": "能源"}, maximum=Fraction(100)),),
        indicators=(
            Indicator(
                id="I1",
                labels={"en": "Renewable energy", "zh": "可再生能源"},
                section="energy",
                maximum=Fraction(60),
                scale=BandScale(
                    measure="renewable_share",
                    unit="%",
                    bands=(
                        Band(at_least=Fraction(80), points=Fraction(60)),
                        Band(at_least=Fraction(40), below=Fraction(80), points=Fraction(30)),
                        Band(below=Fraction(40), points=Fraction(0)),
                    ),
                ),
                basis=LAW,
            ),
            Indicator(
                id="I2",
                labels={"en": "Status", "zh": "状态"},
                section="energy",
                maximum=Fraction(40),
                scale=ChoiceScale(
                    measure="status",
                    rows=(
                        ChoicePoints(value="open", points=Fraction(0)),
                        ChoicePoints(value="closed", points=Fraction(40)),
                    ),
                ),
                basis=LAW,
            ),
        ),
        ladder=Ladder(
            grades=(Choice(id="gold", labels={"en": "Gold", "zh": "金"}), Choice(id="silver")),
            rows=(
                LadderRow(grade="gold", at_least=Fraction(gold), basis=LAW),
                LadderRow(
                    grade="silver",
                    at_least=Fraction(50),
                    requires=(ChoiceClause(name="reading", values=("cascade",)),),
                    basis=LAW,
                ),
            ),
        ),
        findings=(
            FindingRule(
                id="G1.PENALTY",
                labels={"en": "A penalty", "zh": "受到处罚"},
                when=(
                    NumberClause(
                        name="serious_violations",
                        operator=NumberOperator.MORE_THAN,
                        operand=NumberLiteral(value=Fraction(0), unit="time"),
                    ),
                ),
                severity=FindingSeverity.MAJOR,
                close_within_days=90,
                basis=LAW,
            ),
        ),
        results=(
            Result(
                id="offset_total",
                labels={"en": "Offset", "zh": "抵销量"},
                name="offset",
                rounding=Rounding(places=1, mode=RoundingMode.HALF_EVEN),
                basis=LAW,
            ),
        ),
    )


def small_subject(**changes: DeclaredValue | None) -> Subject:
    """Return a complete subject of the small card, graded gold; a change of None omits the fact."""
    values: dict[str, DeclaredValue | None] = {
        "renewable_share": DeclaredValue(number="85.50", unit="%", evidence=("meter",)),
        "serious_violations": DeclaredValue(number="0", unit="time"),
        "energy_used": DeclaredValue(number="1200", unit="kWh"),
        "certified": DeclaredValue(flag=True),
        "status": DeclaredValue(choice="closed"),
        "themes": DeclaredValue(choices=("waste", "water")),
        "report_year": DeclaredValue(period=PeriodText(first="2025-01-01", last="2025-12-31")),
        "audited_on": DeclaredValue(date="2026-02-01"),
        "remark": DeclaredValue(not_applicable=True),
        "credits": DeclaredValue(
            records=tuple(
                {
                    "serial": DeclaredValue(text=serial),
                    "certificate": DeclaredValue(text=f"certificate of {serial}"),
                    "amount": DeclaredValue(number=amount, unit="tCO2e"),
                    "retired_on": DeclaredValue(date="2025-12-01"),
                }
                for serial, amount in (("A-1", "0.10"), ("A-2", "7"))
            )
        ),
        **changes,
    }
    return Subject(
        subject="organizations/green-body/subjects/factory-7",
        as_of="2026-03-01",
        known="",
        settings={"reading": "cascade"},
        facts=tuple(DeclaredFact(id=id, value=value) for id, value in values.items() if value is not None),
        evidence=(meter(),),
    )


def meter(*, digest: str = DIGEST, issued: str = "2026-01-15") -> EvidenceItem:
    """Return the evidence required by the small card."""
    return EvidenceItem(
        id="meter", kind="meter-reading", issuer="Grid company", digest=digest, issue_date=issued,
        assurance=Assurance.REASONABLE,
    )  # fmt: skip
