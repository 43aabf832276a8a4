"""Mail pages: own notices, confirmation and unsubscription links, and the queue of messages for operators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.base.whole_numbers import parse_whole_number
from service.mail.notice_kinds import notice_kinds
from service.output.mapping.mapper import word_of
from service.workbench.page import Page, PrefilledForm, time_zones
from touchstone.v1 import mail_service_pb2 as mail

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_GET, _SAVE = "MailService/GetMailSettings", "MailService/SaveMailSettings"
_CONFIRM, _UNSUBSCRIBE = "MailService/ConfirmMailAddress", "MailService/Unsubscribe"
_GET_UNSUBSCRIPTION, _LIST = "MailService/GetUnsubscription", "MailService/ListMailMessages"
_ADDRESSES, _RETRY, _TEST = "MailService/ListMailAddresses", "MailService/RetryMailMessage", "MailService/SendTestMail"
_REMOVE = "MailService/RemoveMailAddress"
_MODE_PREFIX = "mode-"
_MOST_HOUR = 23
QUEUE = "/workbench/mail-queue"


async def _load_settings(page_request: PageRequest) -> Shown:
    settings: mail.MailSettings = await page_request.ask(_GET, mail.GetMailSettingsRequest(parent=page_request.parent))
    if not settings.mail_address:
        settings.language_code, settings.time_zone = page_request.language, page_request.zone
    preferences = [
        (preference.kind, page_request.typed(f"{_MODE_PREFIX}{preference.kind}") or _mode(preference))
        for preference in settings.preferences
    ]
    return {
        "settings": settings, "state": word_of(mail.MailAddressState, settings.state), "zones": time_zones(),
        "preferences": preferences, "hours": [str(hour) for hour in range(_MOST_HOUR + 1)],
        "modes": {kind: notice_kinds()[kind].modes for kind, _ in preferences}, "saved": "saved" in page_request.query,
    }  # fmt: skip


def _mode(preference: mail.MailPreference) -> str:
    return word_of(mail.MailMode, preference.mode)


async def _save_settings(page_request: PageRequest) -> str:
    hour = parse_whole_number(page_request.typed("digest_hour"))
    if hour is None:
        raise InputError.of("digest_hour", _message("NO_HOUR", most=_MOST_HOUR), "MALFORMED")
    request = mail.SaveMailSettingsRequest(
        parent=page_request.parent, mail_address=page_request.typed("mail_address").strip(),
        language_code=page_request.typed("language_code"), time_zone=page_request.typed("time_zone"), digest_hour=hour,
    )  # fmt: skip
    for name in page_request.values:
        if name.startswith(_MODE_PREFIX):
            mode = f"MAIL_MODE_{page_request.typed(name).upper()}"
            value = mail.MailMode.DESCRIPTOR.values_by_name.get(mode)
            if value is None:
                raise InputError.of("preferences", _message("NO_MODE"), "WRONG_VALUE")
            kind = name.removeprefix(_MODE_PREFIX)
            request.preferences.append(mail.MailPreference(kind=kind, mode=mail.MailMode.Name(value.number)))
    await page_request.ask(_SAVE, request)
    return "/workbench/mail?saved=1"


async def _load_confirmation(page_request: PageRequest) -> Shown:
    request = mail.ConfirmMailAddressRequest(token=page_request.path["token"], validate_only=True)
    await page_request.ask(_CONFIRM, request)
    return {"act": "confirm", "kind": "", "ended": "done" in page_request.query}


async def _confirm(page_request: PageRequest) -> str:
    await page_request.ask(_CONFIRM, mail.ConfirmMailAddressRequest(token=page_request.path["token"]))
    return f"{page_request.address.partition('?')[0]}?done=1"


async def _load_unsubscription(page_request: PageRequest) -> Shown:
    request = mail.GetUnsubscriptionRequest(token=page_request.path["token"])
    found: mail.Unsubscription = await page_request.ask(_GET_UNSUBSCRIPTION, request)
    return {"act": "unsubscribe", "kind": found.kind, "ended": found.ended}


async def _unsubscribe(page_request: PageRequest) -> PrefilledForm:
    """Unsubscribe and show the page again, without a redirect, which mail programs do not follow."""
    await page_request.ask(_UNSUBSCRIBE, mail.UnsubscribeRequest(token=page_request.path["token"]))
    return PrefilledForm(page_request.address.partition("?")[0], {})


async def _load_queue(page_request: PageRequest) -> Shown:
    chosen = page_request.query.get("state", "")
    number = mail.MailMessageState.DESCRIPTOR.values_by_name.get(f"MAIL_MESSAGE_STATE_{chosen.upper()}")
    listed: mail.ListMailMessagesResponse = await page_request.ask(
        _LIST,
        mail.ListMailMessagesRequest(
            parent=page_request.parent, page_token=page_request.query.get("page_token", ""),
            states=[number.name] if number is not None and number.number else [],
        ),
    )  # fmt: skip
    failing: mail.ListMailAddressesResponse = await page_request.ask(
        _ADDRESSES,
        mail.ListMailAddressesRequest(parent=page_request.parent, state=mail.MAIL_ADDRESS_STATE_FAILING, page_size=100),
    )  # fmt: skip
    messages = [(message, word_of(mail.MailMessageState, message.state)) for message in listed.mail_messages]
    return {
        "listed": listed, "messages": messages, "chosen": chosen, "failing": failing.mail_settings,
        "states": ("waiting", "sent", "failed", "bounced", "stopped"), "done": page_request.query.get("done", ""),
    }  # fmt: skip


async def _act_on_queue(page_request: PageRequest) -> str:
    if name := page_request.typed("name"):
        await page_request.ask(_RETRY, mail.RetryMailMessageRequest(name=name))
        return QUEUE
    if "mail_account" in page_request.values:
        account = page_request.typed("mail_account").strip()
        removed = mail.RemoveMailAddressRequest(parent=page_request.parent, account=account)
        await page_request.ask(_REMOVE, removed)
        return f"{QUEUE}?done=removed"
    request = mail.SendTestMailRequest(mail_address=page_request.typed("mail_address").strip())
    answer: mail.SendTestMailResponse = await page_request.ask(_TEST, request)
    if not answer.accepted:
        raise InputError.of("mail_address", _message("TEST_NOT_ACCEPTED", response=answer.response), "WRONG_VALUE")
    return f"{QUEUE}?done=tested"


PAGES = (
    Page("/workbench/mail", "mail_settings.html.jinja", _GET, _load_settings, _save_settings),
    Page(
        "/workbench/mail/confirm/{token}", "mail_link.html.jinja", _CONFIRM, _load_confirmation, _confirm, public=True
    ),
    Page(
        "/workbench/mail/unsubscribe/{token}", "mail_link.html.jinja", _UNSUBSCRIBE, _load_unsubscription, _unsubscribe,
        public=True, is_one_click=True,
    ),
    Page(
        QUEUE, "mail_queue.html.jinja", _LIST, _load_queue, _act_on_queue, nav="mail", nav_group="administration"
    ),
)  # fmt: skip
