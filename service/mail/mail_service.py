"""MailService: settings of people, confirmation and unsubscription links, messages, test mail and bounces."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

import orjson

from rules.contracts import InputError, Violation, attempt, did_you_mean_or_known, in_language, message_factory
from service.api.service_dependencies import ServiceContext, answers_in_threads, language_of_call, require_store
from service.api.version_exports import check_language
from service.base import instants, logs
from service.base.instants import to_timestamp
from service.base.paging import read_page
from service.base.refusals import Reason, Refusal
from service.base.resource_names import ID_PATTERN, malformed, parse_organization
from service.cases.case_names import ACCOUNT_NAME
from service.identity.principals import caller, visibility_scope
from service.mail.bounces import read_bounces
from service.mail.mail_settings import check_address, read_mail_server
from service.mail.messages import Composer
from service.mail.notice_kinds import CONFIRMATION, DAILY, MODES, OFF, notice_kinds
from service.mail.signed_links import CONFIRM, UNSUBSCRIBE, Link, address_digest, read_link_token
from service.mail.smtp_client import Outcome, SmtpClient, UnreachableServerError
from service.store.mail import (
    ADDRESS_STATES,
    BOUNCED,
    CONFIRMED,
    FAILED,
    FAILING,
    MESSAGE_STATES,
    SENT,
    STOPPED,
    UNCONFIRMED,
    WAITING,
)  # fmt: skip
from service.store.tables import MailAddressRow, MailMessageRow
from touchstone.v1 import mail_service_pb2 as pb

if TYPE_CHECKING:
    from service.configuration.settings import Settings
    from service.mail.mail_settings import MailServer
    from service.store.store import Store

_message = message_factory(__name__)

_SERVICE = pb.DESCRIPTOR.services_by_name["MailService"]
_MODES: dict[str, Any] = {name: pb.MailMode.Value(f"MAIL_MODE_{name.upper()}") for name in MODES}
_MODE_NAMES = {number: name for name, number in _MODES.items()}
_ADDRESS_STATES: dict[str, Any] = {
    name: pb.MailAddressState.Value(f"MAIL_ADDRESS_STATE_{name.upper()}") for name in ADDRESS_STATES
}
_MESSAGE_STATES: dict[str, Any] = {
    name: pb.MailMessageState.Value(f"MAIL_MESSAGE_STATE_{name.upper()}") for name in MESSAGE_STATES
}
_MAIL_MESSAGE = rf"organizations/({ID_PATTERN})/mailMessages/([0-9a-f-]{{36}})\Z"
_DEFAULT_HOUR, _LAST_HOUR = 7, 23
_DEFAULT_ZONE = "Etc/UTC"
_MAX_CONFIRMATIONS = 5
"""Number for an account in 24 hours; more messages could flood the address of another person."""
_RETRIED = frozenset({FAILED, BOUNCED, STOPPED})


@dataclass(frozen=True)
class MailMethods:
    """Methods of MailService."""

    store: Store
    settings: Settings

    @cached_property
    def _server(self) -> MailServer | None:
        return read_mail_server(self.settings)

    @cached_property
    def _key(self) -> bytes:
        return self.store.mail.link_key()

    def get_settings(self, request: pb.GetMailSettingsRequest, language: str) -> pb.MailSettings:
        organization = parse_organization(request.parent, field="parent")
        self._require_server()
        account = _account(request.account)
        row = self.store.mail.address(organization, account) or _new_row(organization, account)
        return _settings_message(row, language)

    def save_settings(self, request: pb.SaveMailSettingsRequest, language: str) -> pb.MailSettings:
        organization = parse_organization(request.parent, field="parent")
        self._require_server()
        account = _account(request.account)
        stored = self.store.mail.address(organization, account)
        row = _changed(stored or _new_row(organization, account), request)
        if not row.address:
            self.store.mail.remove_address(organization, account)
            return _settings_message(row, language)
        is_new = stored is None or stored.address != row.address or stored.state != CONFIRMED
        if is_new:
            row = row.model_copy(update={"state": UNCONFIRMED, "problem": ""})
        self.store.mail.save_address(row, self._confirmation(row) if is_new else None)
        logs.info("mail_settings_saved", account=account)
        return _settings_message(row, language)

    def _confirmation(self, row: MailAddressRow) -> MailMessageRow | None:
        """Return a message with the link for an address; None if one is waiting already."""
        now, yesterday = instants.now(), instants.now_plus(timedelta(days=-1))
        recent = self.store.mail.messages_of(row.organization, row.account, CONFIRMATION, yesterday)
        if any(message.state == WAITING and not message.attempts for message in recent):
            return None
        if len(recent) >= _MAX_CONFIRMATIONS:
            raise Refusal(Reason.QUOTA_EXHAUSTED, _message("TOO_MANY_CONFIRMATIONS", most=_MAX_CONFIRMATIONS))
        return MailMessageRow(
            id=str(uuid.uuid4()), organization=row.organization, account=row.account, kind=CONFIRMATION,
            create_time=now, due_time=now,
        )  # fmt: skip

    def remove_address(self, request: pb.RemoveMailAddressRequest, _: str) -> pb.RemoveMailAddressResponse:
        organization = parse_organization(request.parent, field="parent")
        if self.store.mail.address(organization, request.account) is None:
            raise Refusal(Reason.ACCOUNT_NOT_FOUND, _message("NO_ADDRESS_HERE", found=request.account[:80]))
        self.store.mail.remove_address(organization, request.account)
        logs.info("mail_address_removed", account=request.account)
        return pb.RemoveMailAddressResponse()

    def confirm(self, request: pb.ConfirmMailAddressRequest, _: str) -> pb.ConfirmMailAddressResponse:
        link = read_link_token(self._key, request.token, CONFIRM)
        row = self.store.mail.address(link.organization, link.account)
        if row is None or address_digest(row.address) != link.subject:
            raise InputError.of("token", _message("ADDRESS_REPLACED"), "WRONG_VALUE")
        if not request.validate_only:
            self.store.mail.change_address(row, state=CONFIRMED, problem="", change_time=instants.now())
        return pb.ConfirmMailAddressResponse()

    def get_unsubscription(self, request: pb.GetUnsubscriptionRequest, _: str) -> pb.Unsubscription:
        link = read_link_token(self._key, request.token, UNSUBSCRIBE)
        row = self.store.mail.address(link.organization, link.account)
        return pb.Unsubscription(kind=link.subject, ended=row is None or not _ending(row, link))

    def unsubscribe(self, request: pb.UnsubscribeRequest, _: str) -> pb.Unsubscription:
        link = read_link_token(self._key, request.token, UNSUBSCRIBE)
        row = self.store.mail.address(link.organization, link.account)
        if row is not None:
            modes = {**orjson.loads(row.modes), **dict.fromkeys(_ending(row, link), OFF)}
            self.store.mail.change_address(row, modes=orjson.dumps(modes).decode(), change_time=instants.now())
        return pb.Unsubscription(kind=link.subject, ended=True)

    def list_messages(self, request: pb.ListMailMessagesRequest, language: str) -> pb.ListMailMessagesResponse:
        organization = parse_organization(request.parent, field="parent")
        states = [name for name, number in _MESSAGE_STATES.items() if number in request.states] or list(MESSAGE_STATES)
        page = read_page(request, "mail-messages", visibility_scope(), request.parent, *states)
        rows = self.store.mail.messages(organization, states, before=page.start, limit=page.limit)
        counts = self.store.mail.counts(organization)
        return pb.ListMailMessagesResponse(
            mail_messages=[_mail_message(row, language) for row in rows[: page.size]],
            next_page_token=page.next_token(rows, lambda row: str(row.number)),
            waiting_count=counts.get(WAITING, 0),
            failed_count=counts.get(FAILED, 0) + counts.get(BOUNCED, 0),
        )

    def retry(self, request: pb.RetryMailMessageRequest, language: str) -> pb.MailMessage:
        matched = re.match(_MAIL_MESSAGE, request.name)
        if matched is None:
            raise InputError((malformed("name", request.name, _message("MAIL_MESSAGE_NAME")),))
        row = self.store.mail.message(matched[2])
        if row is None or row.organization != matched[1]:
            raise Refusal(Reason.MAIL_MESSAGE_NOT_FOUND, _message("NO_MAIL_MESSAGE", name=request.name))
        if row.state not in _RETRIED:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_RETRY"))
        again = {"state": WAITING, "attempts": 1, "retry_time": "", "problem": ""}
        self.store.mail.change_message(row, **again)
        return _mail_message(row.model_copy(update=again), language)

    def list_addresses(self, request: pb.ListMailAddressesRequest, language: str) -> pb.ListMailAddressesResponse:
        organization = parse_organization(request.parent, field="parent")
        state = next((name for name in ADDRESS_STATES if _ADDRESS_STATES[name] == request.state), "")
        page = read_page(request, "mail-addresses", visibility_scope(), request.parent, state)
        rows = self.store.mail.addresses(organization, state=state, after=page.after, limit=page.limit)
        return pb.ListMailAddressesResponse(
            mail_settings=[_settings_message(row, language) for row in rows[: page.size]],
            next_page_token=page.next_token(rows, lambda row: row.account),
        )

    def send_test(self, request: pb.SendTestMailRequest, language: str) -> pb.SendTestMailResponse:
        server = self._require_server()
        address = check_address(request.mail_address, "mail_address")
        message = Composer(server, self._key).test(address, str(uuid.uuid4()), language)
        client = SmtpClient(server)
        try:
            client.connect()
            attempted = client.send(message, address)
        except UnreachableServerError as error:
            return pb.SendTestMailResponse(accepted=False, response=str(error))
        finally:
            client.close()
        return pb.SendTestMailResponse(accepted=attempted.outcome is Outcome.ACCEPTED, response=attempted.response)

    def report_bounce(self, request: pb.ReportMailBounceRequest, _: str) -> pb.ReportMailBounceResponse:
        names = []
        for bounce in read_bounces(request.content):
            row = self.store.mail.message(bounce.message)
            if row is None or row.state != SENT or row.address.casefold() != bounce.address.casefold():
                continue
            self.store.mail.change_message(row, state=BOUNCED, problem=bounce.problem)
            address = self.store.mail.address(row.organization, row.account)
            if address is not None and address.address == row.address:
                self.store.mail.change_address(address, state=FAILING, problem=bounce.problem)
            names.append(_name(row))
        return pb.ReportMailBounceResponse(names=names)

    def _require_server(self) -> MailServer:
        if self._server is None:
            raise Refusal(Reason.STEP_NOT_ALLOWED, _message("NO_MAIL_HERE"))
        return self._server


def _account(named: str) -> str:
    principal = caller()
    if not principal.may_everything:
        if named not in ("", principal.account):
            raise InputError.of(
                "account", _message("OTHER_ACCOUNT", found=named[:80], meant=principal.account), "WRONG_VALUE"
            )
        return principal.account
    if ACCOUNT_NAME.match(named) is None:
        raise InputError.of("account", _message("ACCOUNT_NEEDED", found=named[:80]), "REQUIRED")
    return named


def _new_row(organization: str, account: str) -> MailAddressRow:
    return MailAddressRow(
        organization=organization, account=account, address="", state="", language="en", zone=_DEFAULT_ZONE,
        digest_hour=_DEFAULT_HOUR, modes="{}", roles="[]", change_time=instants.now(),
    )  # fmt: skip


def _changed(row: MailAddressRow, request: pb.SaveMailSettingsRequest) -> MailAddressRow:
    """Return the row with the requested values; raise InputError for all invalid ones."""
    violations: list[Violation] = []
    if request.mail_address:
        attempt(violations, check_address, request.mail_address, "mail_address")
    if request.language_code:
        attempt(violations, check_language, request.language_code)
    zone = request.time_zone or row.zone
    if zone not in available_timezones():
        violations.append(Violation("time_zone", _message("NO_TIME_ZONE", found=zone[:80]), "WRONG_VALUE"))
    hour = request.digest_hour if request.HasField("digest_hour") else row.digest_hour
    if not 0 <= hour <= _LAST_HOUR:
        violations.append(Violation("digest_hour", _message("NO_HOUR", found=hour, most=_LAST_HOUR), "WRONG_VALUE"))
    modes = orjson.loads(row.modes)
    for index, preference in enumerate(request.preferences):
        attempt(violations, _read_preference, preference, f"preferences[{index}]", modes)
    if violations:
        raise InputError(tuple(violations))
    values: dict[str, Any] = {
        "address": request.mail_address, "language": request.language_code or row.language, "zone": zone,
        "digest_hour": hour, "modes": orjson.dumps(modes).decode(), "change_time": instants.now(),
        "roles": orjson.dumps(sorted(caller().roles)).decode(),
    }  # fmt: skip
    return row.model_copy(update=values)


def _read_preference(preference: pb.MailPreference, field: str, modes: dict[str, str]) -> None:
    kind = notice_kinds().get(preference.kind)
    if kind is None:
        hint = did_you_mean_or_known(preference.kind, list(notice_kinds()))
        raise InputError.of(
            f"{field}.kind", _message("NO_NOTICE_KIND", found=preference.kind[:80], hint=hint), "UNKNOWN"
        )
    mode = _MODE_NAMES.get(preference.mode, kind.mode)
    if mode not in kind.modes:
        known = [pb.MailMode.Name(_MODES[name]) for name in kind.modes]
        raise InputError.of(f"{field}.mode", _message("NO_MODE", kind=kind.name, known=known), "WRONG_VALUE")
    modes[kind.name] = mode


def _ending(row: MailAddressRow, link: Link) -> list[str]:
    """Return the kinds that a link would end."""
    return [
        kind.name for kind in notice_kinds().values()
        if (kind.name == link.subject and kind.mode_of(row.modes) != OFF)
        or (link.subject == DAILY and kind.mode_of(row.modes) == DAILY)
    ]  # fmt: skip


def _settings_message(row: MailAddressRow, language: str) -> pb.MailSettings:
    return pb.MailSettings(
        account=row.account, mail_address=row.address,
        state=_ADDRESS_STATES.get(row.state) if row.address else None, language_code=row.language, time_zone=row.zone,
        digest_hour=row.digest_hour, problem=in_language(row.problem, language),
        preferences=[
            pb.MailPreference(kind=kind.name, mode=_MODES[kind.mode_of(row.modes)]) for kind in notice_kinds().values()
        ],
    )  # fmt: skip


def _name(row: MailMessageRow) -> str:
    return f"organizations/{row.organization}/mailMessages/{row.id}"


def _mail_message(row: MailMessageRow, language: str) -> pb.MailMessage:
    message = pb.MailMessage(
        name=_name(row), account=row.account, kind=row.kind, state=_MESSAGE_STATES[row.state],
        create_time=to_timestamp(row.create_time), attempts=row.attempts, problem=in_language(row.problem, language),
    )  # fmt: skip
    if row.state == WAITING:
        message.next_time.CopyFrom(to_timestamp(max(row.due_time, row.retry_time)))
    if row.send_time:
        message.send_time.CopyFrom(to_timestamp(row.send_time))
    return message


def add(parts: ServiceContext) -> None:
    """Register the methods of MailService."""
    mail = MailMethods(require_store(parts), parts.settings)
    reading = answers_in_threads(
        parts.limiters.reading,
        {
            "GetMailSettings": mail.get_settings,
            "GetUnsubscription": mail.get_unsubscription,
            "ListMailMessages": mail.list_messages,
            "ListMailAddresses": mail.list_addresses,
        },
        read_call=language_of_call,
    )
    writing = answers_in_threads(
        parts.limiters.trying,
        {
            "SaveMailSettings": mail.save_settings,
            "ConfirmMailAddress": mail.confirm,
            "Unsubscribe": mail.unsubscribe,
            "RemoveMailAddress": mail.remove_address,
            "RetryMailMessage": mail.retry,
            "SendTestMail": mail.send_test,
            "ReportMailBounce": mail.report_bounce,
        },
        read_call=language_of_call,
    )
    parts.answer(_SERVICE, reading, writing)
