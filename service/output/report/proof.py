"""Proof section of a report: verified values, evidence, certainty, checks and recorded steps."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from rules.contracts import Assurance, Judgement, Outcome, Rating, format_citation, join_items
from service.base.evidence_kinds import kind_word
from service.output.report.formatters import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rules.api import VerificationCheck
    from rules.contracts import DeclaredFact, EvidenceItem, RecordedStep
    from service.output.report.formatters import RecordFormatter

Row = dict[str, Any]
_COMMITMENT_DIGITS = 12
_DATE = Markup('<span class="date">{}</span>')


def verified_values(teller: RecordFormatter) -> Iterator[Row]:
    """Give every declared value that the assessor judged."""
    for fact in teller.record.facts:
        verification = fact.declared.verification
        if verification is not None:
            counts = teller.unknown(fact.declared.id, fact.unknown) if fact.unknown else None
            yield {
                "name": teller.fact(fact.declared.id),
                "declared": _declared(teller, fact.declared),
                "judgement": teller.words["judgements"][verification.judgement.value],
                "changed": verification.judgement is not Judgement.ACCEPTED,
                "counts": counts or teller.value(fact.declared.id, fact.used),
                "method": verification.method,
                "reason": verification.reason,
                "person": verification.person,
                "date": verification.date,
            }


def _declared(teller: RecordFormatter, fact: DeclaredFact) -> str:
    """Write the declared value, or who rated what."""
    rated = [f"{rating.person} {teller.value(fact.id, rating.value)}" for rating in fact.ratings]
    return join_items(rated, teller.language) if rated else teller.value(fact.id, fact.value)


def evidence(teller: RecordFormatter) -> Iterator[Row]:
    """Give every evidence item with the criteria that rest on it."""
    for item in teller.record.evidence:
        assurance = () if item.assurance is Assurance.NONE else (teller.words["assurance"][item.assurance.value],)
        used_for = (result.id for result in teller.record.criteria if item.id in result.evidence)
        yield {
            "id": item.id,
            "kind": join_items((kind_word(item.kind, teller.language), *assurance), teller.language),
            "issuer": item.issuer,
            "dates": list(_dates(teller, item)) or [teller.words["no_dates"]],
            "uri": item.locator.uri,
            "page": teller.words["page_word"].format(page=item.locator.page) if item.locator.page else "",
            "cell": item.locator.cell,
            "quote": item.locator.quote,
            "facts": list(_places(teller, item.id)),
            "digest": item.digest,
            "used_for": join_items(used_for, teller.language),
        }


def _places(teller: RecordFormatter, evidence: str) -> Iterator[Row]:
    """Say where in an item of evidence each fact stands."""
    for fact in teller.record.facts:
        for evidence_place in fact.declared.places:
            if evidence_place.evidence == evidence:
                place = evidence_place.place
                yield {
                    "name": teller.fact(fact.declared.id)
                    + (f" [{evidence_place.record}].{evidence_place.field}" if evidence_place.record else ""),
                    "uri": place.uri,
                    "page": teller.words["page_word"].format(page=place.page) if place.page else "",
                    "cell": place.cell,
                    "quote": place.quote,
                }


def _dates(teller: RecordFormatter, item: EvidenceItem) -> Iterator[Markup]:
    issued, valid = Markup(teller.words["issued"]), Markup(teller.words["valid"])  # noqa: S704 -- our own words
    if item.issue_date:
        yield issued.format(date=_DATE.format(item.issue_date))
    if item.valid_from or item.valid_until:
        yield valid.format(
            first=_DATE.format(item.valid_from) if item.valid_from else teller.words["from_beginning"],
            last=_DATE.format(item.valid_until) if item.valid_until else teller.words["to_further_notice"],
        )


def conclusion_certainty(teller: RecordFormatter) -> Row:
    """Say how sure the conclusion is, on which bases it rests, and what was not assessed."""
    weakest = teller.record.standing.weakest_bases
    return {
        "certainty": teller.words["certainty_words"][teller.record.standing.certainty],
        "bases": [
            {
                "number": place,
                "place": format_citation(basis.instrument, basis.place, teller.language),
                "note": teller.label(basis.note),
                "certainty": teller.words["certainty_words"][basis.certainty.value],
                "weakest": basis.id in weakest,
            }
            for place, basis in enumerate(teller.bases(), start=1)
        ],
        "tables": [teller.words["table"].format(table=name) for name in teller.record.standing.weakest_tables],
        "taken": [sentence for _, sentence in teller.origins.taken()],
        "not_assessed": [teller.label(text) for text in teller.scorecard.card.not_assessed],
    }


def checks(teller: RecordFormatter, made: Iterable[VerificationCheck]) -> list[Row]:
    """Give the checks that were made of the record."""
    return [
        {
            "number": check.number,
            "name": teller.words["check_names"][str(check.number)],
            "result": teller.words["check_results"][check.result.value],
        }
        for check in made
    ]


def trail(teller: RecordFormatter) -> list[Row]:
    """Give all steps in their order, in one group for each kind; the records of a list stand below their fact."""
    places = {step.id: place for place, step in enumerate(teller.record.steps, start=1)}
    groups: list[Row] = []
    for step in teller.record.steps:
        group = "fact" if step.kind == "record" else step.kind
        if not groups or groups[-1]["kind"] != group:
            title = teller.words["groups"].get(group, teller.words["groups"]["other"])
            groups.append({"kind": group, "title": title, "steps": [], "payloads": []})
        groups[-1]["steps"].append(_step(teller, step, places))
        groups[-1]["payloads"].append(teller.payloads[step.id])
    for step_group in groups:
        steps = step_group["steps"]
        counted = _summary(teller, step_group["kind"], step_group.pop("payloads"))
        named = join_items((step["id"].partition("/")[2] for step in steps if "/" in step["id"]), teller.language)
        step_group["summary"] = counted or (named if len(steps) > 1 and named else steps[-1]["text"])
    return groups


def _summary(teller: RecordFormatter, kind: str, payloads: list[Row]) -> str:
    """Say in a line what a group of steps amounts to: how many facts are known, how many answers there are of each."""
    if kind == "fact":
        facts = [payload for payload in payloads if "sums" not in payload]
        known = sum("unknown" not in fact for fact in facts)
        return str(teller.words["known_of"].format(known=known, all=len(facts)))
    answers = Counter(_answer(teller, payload) for payload in payloads if "outcome" in payload)
    if answers:
        return join_items((f"{answer} {count}" for answer, count in answers.items()), teller.language)
    return ""


def _step(teller: RecordFormatter, step: RecordedStep, places: dict[str, int]) -> Row:
    payload = teller.payloads[step.id]
    return {
        "place": places[step.id],
        "id": step.id,
        "text": _text(teller, step, payload),
        "answer": _answer(teller, payload),
        "clauses": [
            *(_clause(teller, clause) for clause in _all_clauses(payload)),
            *_ratings(teller, step.id, payload),
        ],
        "sums": [_sum(teller, name, counted) for name, counted in payload.get("sums", {}).items()],
        "references": [{"id": name, "place": places.get(name)} for name in step.references],
        "commitment": step.commitment[:_COMMITMENT_DIGITS],
    }


def _text(teller: RecordFormatter, step: RecordedStep, payload: Row) -> str:
    if not payload:
        return str(teller.words["erased"])
    if "sentence" in payload:
        return teller.said(payload)
    match step.kind:
        case "evidence":
            return join_items(
                (kind_word(payload.get("kind", ""), teller.language), payload.get("issuer", "")), teller.language
            )
        case "places":
            named = dict.fromkeys(place["evidence"] for place in payload["places"])
            return f"{teller.fact(step.id.partition('/')[2])}: {join_items(named, teller.language)}"
        case "conclusion" if step.id == "conclusion":
            parts = (str(teller.words["kinds"][payload["kind"]]), teller.grade_of(teller.record.conclusion))
            return str(teller.words["semicolon"]).join(part for part in parts if part)
        case "conclusion":
            return str(teller.words["concluded"][step.id])
        case _:
            return ""


def _answer(teller: RecordFormatter, payload: Row) -> str:
    if "outcome" not in payload:
        return ""
    outcome = Outcome(payload["outcome"])
    return f"{MARKS[outcome]} {teller.words['outcomes'][outcome.value]}"


def _all_clauses(payload: Row) -> Iterator[Row]:
    for name in ("applies", "must", "clauses"):
        yield from payload.get(name, ())
    for part in payload.get("parts", ()):
        yield from part.get("clauses", ())


def _clause(teller: RecordFormatter, clause: Row) -> Row:
    return {"answer": _answer(teller, clause), "text": teller.said(clause)}


def _ratings(teller: RecordFormatter, step: str, payload: Row) -> Iterator[Row]:
    """Give each rating of a fact with its reason and the place it rests on."""
    for raw_rating in payload.get("ratings", ()):
        rating = Rating.model_validate(raw_rating)
        parts = (rating.place.uri, rating.place.page, rating.place.cell, rating.place.quote)
        place = join_items((part for part in parts if part), teller.language)
        text = teller.words["rating"].format(
            value=teller.value(step.removeprefix("facts/"), rating.value),
            rationale=rating.rationale,
            place=teller.words["rating_place"].format(place=place) if place else "",
        )
        yield {"answer": rating.person, "text": text}


def _sum(teller: RecordFormatter, quantity: str, counted: Row) -> Row:
    """Say whether a record counts in a sum; any one row that holds suffices."""
    sum_rows = counted.get("rows", ())
    rows = [
        {
            "title": teller.words["sum_row"].format(number=number, answer=_answer(teller, row))
            if len(sum_rows) > 1
            else "",
            "clauses": [_clause(teller, clause) for clause in row.get("clauses", ())],
        }
        for number, row in enumerate(sum_rows, start=1)
    ]
    answer = _answer(teller, {"outcome": counted["counts"]})
    return {"text": teller.words["counts"].format(quantity=teller.renderer.name(quantity), answer=answer), "rows": rows}
