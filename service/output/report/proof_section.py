"""Proof section of a report: verified values, evidence, certainty, checks and recorded steps."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from rules.contracts import Assurance, Judgement, Outcome, Rating, format_citation, join_items
from service.base.evidence_kinds import printed_kind_word
from service.output.report.formatters import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.api import VerificationCheck
    from rules.contracts import DeclaredFact, EvidenceItem, RecordedStep
    from service.output.report.formatters import RecordFormatter

Row = dict[str, Any]
_COMMITMENT_DIGITS = 12
_DATE = Markup('<span class="date">{}</span>')


def verified_values(formatter: RecordFormatter) -> Iterator[Row]:
    """Yield every value that an assessor verified."""
    for fact in formatter.record.facts:
        verification = fact.declared.verification
        if verification is not None:
            counts = formatter.unknown(fact.declared.id, fact.unknown) if fact.unknown else None
            yield {
                "name": formatter.fact(fact.declared.id),
                "declared": _declared(formatter, fact.declared),
                "judgement": formatter.words["judgements"][verification.judgement.value],
                "changed": verification.judgement is not Judgement.ACCEPTED,
                "counts": counts or formatter.value(fact.declared.id, fact.used),
                "method": verification.method,
                "reason": verification.reason,
                "person": verification.person,
                "date": verification.date,
            }


def _declared(formatter: RecordFormatter, fact: DeclaredFact) -> str:
    ratings = [f"{rating.person} {formatter.value(fact.id, rating.value)}" for rating in fact.ratings]
    return join_items(ratings, formatter.language) if ratings else formatter.value(fact.id, fact.value)


def evidence(formatter: RecordFormatter) -> Iterator[Row]:
    """Yield every evidence item."""
    for item in formatter.record.evidence:
        assurance = () if item.assurance is Assurance.NONE else (formatter.words["assurance"][item.assurance.value],)
        used_for = (result.id for result in formatter.record.criteria if item.id in result.evidence)
        yield {
            "id": item.id,
            "kind": join_items((printed_kind_word(item.kind, formatter.language), *assurance), formatter.language),
            "issuer": item.issuer,
            "dates": list(_dates(formatter, item)) or [formatter.words["no_dates"]],
            "uri": item.locator.uri,
            "page": formatter.words["page_word"].format(page=item.locator.page) if item.locator.page else "",
            "cell": item.locator.cell,
            "quote": item.locator.quote,
            "facts": list(_evidence_locations(formatter, item.id)),
            "digest": item.digest,
            "used_for": join_items(used_for, formatter.language),
        }


def _evidence_locations(formatter: RecordFormatter, evidence: str) -> Iterator[Row]:
    for fact in formatter.record.facts:
        for evidence_place in fact.declared.places:
            if evidence_place.evidence == evidence:
                locator = evidence_place.place
                yield {
                    "name": formatter.fact(fact.declared.id)
                    + (f" [{evidence_place.record}].{evidence_place.field}" if evidence_place.record else ""),
                    "uri": locator.uri,
                    "page": formatter.words["page_word"].format(page=locator.page) if locator.page else "",
                    "cell": locator.cell,
                    "quote": locator.quote,
                }


def _dates(formatter: RecordFormatter, item: EvidenceItem) -> Iterator[Markup]:
    issued, valid = Markup(formatter.words["issued"]), Markup(formatter.words["valid"])  # noqa: S704 -- our own texts
    if item.issue_date:
        yield issued.format(date=_DATE.format(item.issue_date))
    if item.valid_from or item.valid_until:
        yield valid.format(
            first=_DATE.format(item.valid_from) if item.valid_from else formatter.words["from_beginning"],
            last=_DATE.format(item.valid_until) if item.valid_until else formatter.words["to_further_notice"],
        )


def conclusion_certainty(formatter: RecordFormatter) -> Row:
    """Return certainty, bases and aspects not assessed."""
    weakest = formatter.record.standing.weakest_bases
    return {
        "certainty": formatter.words["certainty_words"][formatter.record.standing.certainty],
        "bases": [
            {
                "number": number,
                "place": format_citation(basis.instrument, basis.place, formatter.language),
                "note": formatter.label(basis.note),
                "certainty": formatter.words["certainty_words"][basis.certainty.value],
                "weakest": basis.id in weakest,
            }
            for number, basis in enumerate(formatter.bases(), start=1)
        ],
        "tables": [formatter.words["table"].format(table=name) for name in formatter.record.standing.weakest_tables],
        "taken": [sentence for _, sentence in formatter.origins.origin_sentences()],
        "not_assessed": [formatter.label(text) for text in formatter.scorecard.card.not_assessed],
    }


def checks(formatter: RecordFormatter, made: Iterable[VerificationCheck]) -> list[Row]:
    """Return the verification results."""
    return [
        {
            "number": check.number,
            "name": formatter.words["check_names"][str(check.number)],
            "result": formatter.words["check_results"][check.result.value],
        }
        for check in made
    ]


def trail(formatter: RecordFormatter) -> list[Row]:
    """Return the steps in order, grouped by kind; records are in the fact group."""
    numbers = {step.id: number for number, step in enumerate(formatter.record.steps, start=1)}
    groups: list[Row] = []
    for step in formatter.record.steps:
        group = "fact" if step.kind == "record" else step.kind
        if not groups or groups[-1]["kind"] != group:
            title = formatter.words["groups"].get(group, formatter.words["groups"]["other"])
            groups.append({"kind": group, "title": title, "steps": [], "payloads": []})
        groups[-1]["steps"].append(_step(formatter, step, numbers))
        groups[-1]["payloads"].append(formatter.payloads[step.id])
    for step_group in groups:
        steps = step_group["steps"]
        counted = _summary(formatter, step_group["kind"], step_group.pop("payloads"))
        named = join_items((step["id"].partition("/")[2] for step in steps if "/" in step["id"]), formatter.language)
        step_group["summary"] = counted or (named if len(steps) > 1 and named else steps[-1]["text"])
    return groups


def _summary(formatter: RecordFormatter, kind: str, payloads: list[Row]) -> str:
    if kind == "fact":
        facts = [payload for payload in payloads if "sums" not in payload]
        known = sum("unknown" not in fact for fact in facts)
        return str(formatter.words["known_of"].format(known=known, all=len(facts)))
    answers = Counter(_answer(formatter, payload) for payload in payloads if "outcome" in payload)
    if answers:
        return join_items((f"{answer} {count}" for answer, count in answers.items()), formatter.language)
    return ""


def _step(formatter: RecordFormatter, step: RecordedStep, numbers: dict[str, int]) -> Row:
    payload = formatter.payloads[step.id]
    return {
        "place": numbers[step.id],
        "id": step.id,
        "text": _text(formatter, step, payload),
        "answer": _answer(formatter, payload),
        "clauses": [
            *(_clause(formatter, clause) for clause in _all_clauses(payload)),
            *_ratings(formatter, step.id, payload),
        ],
        "sums": [_sum(formatter, name, counted) for name, counted in payload.get("sums", {}).items()],
        "references": [{"id": name, "place": numbers.get(name)} for name in step.references],
        "commitment": step.commitment[:_COMMITMENT_DIGITS],
    }


def _text(formatter: RecordFormatter, step: RecordedStep, payload: Row) -> str:
    if not payload:
        return str(formatter.words["erased"])
    if "sentence" in payload:
        return formatter.readable_sentence(payload)
    match step.kind:
        case "evidence":
            return join_items(
                (printed_kind_word(payload.get("kind", ""), formatter.language), payload.get("issuer", "")),
                formatter.language,
            )
        case "places":
            named = dict.fromkeys(location["evidence"] for location in payload["places"])
            return f"{formatter.fact(step.id.partition('/')[2])}: {join_items(named, formatter.language)}"
        case "conclusion" if step.id == "conclusion":
            parts = (str(formatter.words["kinds"][payload["kind"]]), formatter.grade_of(formatter.record.conclusion))
            return str(formatter.words["semicolon"]).join(part for part in parts if part)
        case "conclusion":
            return str(formatter.words["concluded"][step.id])
        case _:
            return ""


def _answer(formatter: RecordFormatter, payload: Row) -> str:
    if "outcome" not in payload:
        return ""
    outcome = Outcome(payload["outcome"])
    return f"{MARKS[outcome]} {formatter.words['outcomes'][outcome.value]}"


def _all_clauses(payload: Row) -> Iterator[Row]:
    for name in ("applies", "must", "clauses"):
        yield from payload.get(name, ())
    for part in payload.get("parts", ()):
        yield from part.get("clauses", ())


def _clause(formatter: RecordFormatter, clause: Row) -> Row:
    return {"answer": _answer(formatter, clause), "text": formatter.readable_sentence(clause)}


def _ratings(formatter: RecordFormatter, step: str, payload: Row) -> Iterator[Row]:
    for raw_rating in payload.get("ratings", ()):
        rating = Rating.model_validate(raw_rating)
        parts = (rating.place.uri, rating.place.page, rating.place.cell, rating.place.quote)
        location = join_items((part for part in parts if part), formatter.language)
        text = formatter.words["rating"].format(
            value=formatter.value(step.removeprefix("facts/"), rating.value),
            rationale=rating.rationale,
            place=formatter.words["rating_place"].format(place=location) if location else "",
        )
        yield {"answer": rating.person, "text": text}


def _sum(formatter: RecordFormatter, quantity: str, counted: Row) -> Row:
    sum_rows = counted.get("rows", ())
    rows = [
        {
            "title": formatter.words["sum_row"].format(number=number, answer=_answer(formatter, row))
            if len(sum_rows) > 1
            else "",
            "clauses": [_clause(formatter, clause) for clause in row.get("clauses", ())],
        }
        for number, row in enumerate(sum_rows, start=1)
    ]
    answer = _answer(formatter, {"outcome": counted["counts"]})
    return {
        "text": formatter.words["counts"].format(quantity=formatter.renderer.name(quantity), answer=answer),
        "rows": rows,
    }
