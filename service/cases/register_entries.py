"""Public register entry of a certificate: state, events, bilingual content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import select

from rules.contracts import TouchstoneError, add_days, message_factory, parse_date
from service.base import instants
from service.base.refusals import Reason, Refusal
from service.cases import workflow_steps
from service.cases.case_messages import item_state_on
from service.cases.certificate_files import CertificationBody, grade_label
from service.store.cases import CLIENTS, CaseReader
from service.store.stored_records import unpack
from service.store.tables import EVALUATIONS
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    from service.cases.scheme_profiles import Profile
    from service.cases.step_context import Content
    from service.gazette.versions import Gazette
    from service.store.tables import CaseRow, RegisterEntryRow

_message = message_factory(__name__)
_PUBLIC_FIELDS = (
    "holder", "registered_id", "scorecard", "scope", "scope_zh", "result", "first_date", "last_date", "public_reason",
    "region_code",
)  # fmt: skip
_PUBLIC_STEPS = frozenset({"suspend", "reinstate", "reduce", "withdraw", "supersede", "cancel"})


@dataclass(frozen=True, slots=True)
class EntryWriter:
    """Builder of register entries within one transaction."""

    reading: CaseReader
    gazette: Gazette
    body: CertificationBody | None
    profile_of: Callable[[CaseRow], Profile]

    def write(self, row: RegisterEntryRow) -> case_service_pb2.RegisterEntry:
        item, case = self.reading.item(row.case_name, row.item), self.reading.case(row.case_name)
        if item is None or case is None:
            raise Refusal(Reason.UNEXPECTED, _message("NO_SUCH_NUMBER", number=row.number))
        content, profile = orjson.loads(item.content), self.profile_of(case)
        today = instants.today(profile.time_zone)
        state = item_state_on(item, content, today)
        since = content.get("state_date") or content["first_date"]
        if state == workflow_steps.EXPIRED:
            since = add_days(parse_date(content["last_date"]), 1).isoformat()
        entry = case_service_pb2.RegisterEntry(
            number=row.number, state=state, state_date=since, profile=case.profile,
            organization=f"organizations/{case.organization}", as_of_date=today.isoformat(),
            time_zone=profile.time_zone, sites=self._sites(case, content),
            **{name: content[name] for name in _PUBLIC_FIELDS if content.get(name)},
        )  # fmt: skip
        for language, title in profile.titles.items():
            entry.profile_titles[language] = title
        self._add_scorecard_titles(entry, case, content)
        self._add_body(entry)
        return entry

    def events(self, row: RegisterEntryRow) -> Iterator[case_service_pb2.RegisterEvent]:
        item, case = self.reading.item(row.case_name, row.item), self.reading.case(row.case_name)
        if item is None or case is None:
            return
        profile, content = self.profile_of(case), orjson.loads(item.content)
        for step in self.reading.steps(row.case_name):
            is_issue = step.step == "issue" and step.number == content.get("raised_by")
            if is_issue or (step.item == row.item and step.step in _PUBLIC_STEPS):
                yield case_service_pb2.RegisterEvent(
                    step=step.step, date=instants.day_of(step.time, profile.time_zone).isoformat(),
                    public_reason=orjson.loads(step.content).get("public_reason", ""),
                )  # fmt: skip
        if item_state_on(item, content, instants.today(profile.time_zone)) == workflow_steps.EXPIRED:
            day = add_days(parse_date(content["last_date"]), 1).isoformat()
            yield case_service_pb2.RegisterEvent(step="expire", date=day)

    def _sites(self, case: CaseRow, content: Content) -> Iterator[case_service_pb2.RegisterSite]:
        revision, client = content.get("client_revision"), None
        if revision:
            id = case.client.rpartition("/")[2]
            client = self.reading.document(case.organization, CLIENTS, id, revision)
        registered = {} if client is None else orjson.loads(client.document)
        known = {site["site"]: site for site in registered.get("sites", ())}
        for site in content.get("sites", ()):
            address = known.get(site, {}).get("address", site)
            yield case_service_pb2.RegisterSite(
                site=site, addresses={"en": address, "zh": known.get(site, {}).get("address_zh") or address}
            )

    def _add_scorecard_titles(self, entry: case_service_pb2.RegisterEntry, case: CaseRow, content: Content) -> None:
        record = select(EVALUATIONS.c.record).where(EVALUATIONS.c.name == content.get("evaluation", ""))
        row = self.reading.connection.execute(record).first()
        if row is None:
            return
        try:
            head = unpack(row.record).head
            version = self.gazette.of(case.organization).made_by(head.scorecard_version, head.rule_digest)
        except TouchstoneError:
            return
        entry.scorecard_titles.update(version.scorecard.card.titles)
        entry.scorecard_version = version.name
        if entry.result:
            entry.result_titles.update(grade_label(version.scorecard, entry.result).model_dump())

    def _add_body(self, entry: case_service_pb2.RegisterEntry) -> None:
        if self.body is None:
            return
        entry.body_names.update(self.body.settings.issuer.name.model_dump())
        for authorisation in self.body.settings.authorisations:
            entry.authorisations.add(
                id=authorisation.id,
                names=authorisation.name.model_dump(),
                authority_names=authorisation.authority.name.model_dump(),
                evidence=authorisation.evidence or "",
            )
