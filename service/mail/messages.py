"""Composition of messages: headers, text, HTML and calendar invitations. They contain only titles and links."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, parseaddr
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import orjson

from rules.contracts import in_language, package_file, wording_loader
from service.base import instants
from service.cases.workflow_steps import step_word
from service.identity.principals import Role
from service.mail.mail_settings import known_zone
from service.mail.notice_kinds import DAILY, notice_kinds
from service.mail.signed_links import CONFIRM, UNSUBSCRIBE, Link, address_digest, write_link_token
from service.output.terminal.icalendar import CalendarEvent, Meeting, write_invitation

if TYPE_CHECKING:
    import jinja2

    from service.mail.mail_settings import MailServer
    from service.store.tables import MailAddressRow, MailMessageRow, MailNoticeRow

CONFIRM_DAYS = 7
_MAX_SUBJECT_LENGTH = 160
_MAX_NOTICES = 1_000
"""In one message, since SMTP servers refuse large ones."""
_MAX_LINE_LENGTH = 990
"""RFC 5322 allows 998. Shorter lines would encode the addresses of links in headers."""
_ASCII, _UNICODE = (policy.clone(max_line_length=_MAX_LINE_LENGTH) for policy in (SMTP, SMTPUTF8))
_CONTROLS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
SETTINGS_PATH, CONFIRM_PATH = "/workbench/mail", "/workbench/mail/confirm"
UNSUBSCRIBE_PATH = "/workbench/mail/unsubscribe"

words = wording_loader(__name__)


@dataclass(frozen=True, slots=True)
class Line:
    """Title of an item, and its link."""

    text: str
    url: str


@dataclass(slots=True)
class Section:
    """Lines of one kind of notice."""

    title: str
    unsubscribe: str
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Composer:
    """Writer of the messages of a server."""

    server: MailServer
    link_key: bytes

    def notices(
        self, row: MailAddressRow, message: MailMessageRow, notices: Sequence[MailNoticeRow], roles: frozenset[Role]
    ) -> EmailMessage:
        """Return the message with these notices, in order, grouped by kind."""
        w = words(row.language)
        grouped: dict[str, list[MailNoticeRow]] = defaultdict(list)
        for notice in notices[:_MAX_NOTICES]:
            grouped[notice.kind].append(notice)
        is_daily = message.kind == DAILY
        sections = []
        for kind in (name for name in notice_kinds() if name in grouped):
            section = Section(w["kind"][kind] if is_daily else "", self._unsubscribe_url(row, kind))
            section.lines += [self._line(notice, row.language, roles) for notice in grouped[kind]]
            sections.append(section)
        if len(notices) > _MAX_NOTICES:
            more = w["more"].format(count=len(notices) - _MAX_NOTICES)
            sections.append(Section("", "", [Line(more, f"{self.server.base_url}/workbench")]))
        if is_daily:
            day = instants.day_of(instants.now(), known_zone(row.zone)).isoformat()
            subject = w["subject_daily"].format(count=len(notices), day=day)
        else:
            subject = f"{w['kind'][message.kind]}{w['colon']}{sections[0].lines[0].text}"
        intro = w["intro_daily"] if is_daily else w["intro"]
        mail = self._message(row.address, message.id, row.language, subject=subject, intro=intro, sections=sections)
        unsubscribe = self._unsubscribe_url(row, message.kind)
        mail["List-Unsubscribe"] = f"<{unsubscribe}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        self._add_invitation(mail, notices[0], row.address, sections[0].lines[0])
        return mail

    def confirmation(self, row: MailAddressRow, message: MailMessageRow) -> EmailMessage:
        """Return the message with the link that confirms an address."""
        w, expire_time = words(row.language), instants.plus(message.create_time, timedelta(days=CONFIRM_DAYS))
        link = Link(CONFIRM, row.organization, row.account, address_digest(row.address), expire_time)
        url = f"{self.server.base_url}{CONFIRM_PATH}/{write_link_token(self.link_key, link)}"
        section = Section("", "", [Line(w["line_confirmation"], url)])
        intro = w["intro_confirmation"].format(days=CONFIRM_DAYS)
        return self._message(
            row.address, message.id, row.language, subject=w["subject_confirmation"], intro=intro, sections=[section]
        )

    def test(self, address: str, id: str, language: str) -> EmailMessage:
        """Return a test message."""
        w = words(language)
        section = Section("", "", [Line(w["line_test"], f"{self.server.base_url}/workbench")])
        return self._message(
            address, id, language, subject=w["subject_test"], intro=w["intro_test"], sections=[section]
        )

    def message_id(self, id: str) -> str:
        """Return the Message-ID of a message, the same for each attempt."""
        return f"<{id}@{_ascii_domain(self.server.domain)}>"

    def _message(  # noqa: PLR0913 -- the parts of a message
        self, address: str, id: str, language: str, *, subject: str, intro: str, sections: Sequence[Section]
    ) -> EmailMessage:
        mail = EmailMessage(policy=_ASCII if address.isascii() else _UNICODE)
        name, sender = parseaddr(self.server.sender)
        mail["From"] = Address(clean_header(name), addr_spec=sender) if name else sender
        mail["To"] = Address(addr_spec=address)
        mail["Subject"] = clean_header(subject)
        mail["Date"] = format_datetime(instants.time_of(instants.now()))
        mail["Message-ID"] = self.message_id(id)
        mail["Auto-Submitted"] = "auto-generated"
        shown = {
            "w": words(language), "subject": clean_header(subject), "intro": intro, "sections": sections,
            "settings_url": f"{self.server.base_url}{SETTINGS_PATH}",
        }  # fmt: skip
        mail.set_content(_template("mail.txt.jinja").render(shown))
        mail.add_alternative(_template("mail.html.jinja").render(shown), subtype="html")
        mail["Content-Language"] = words(language)["html"]
        return mail

    def _unsubscribe_url(self, row: MailAddressRow, kind: str) -> str:
        link = Link(UNSUBSCRIBE, row.organization, row.account, kind)
        return f"{self.server.base_url}{UNSUBSCRIBE_PATH}/{write_link_token(self.link_key, link)}"

    def _line(self, notice: MailNoticeRow, language: str, roles: frozenset[Role]) -> Line:
        content = orjson.loads(notice.content)
        text = _text(content, language)
        return Line(clean_header(text), f"{self.server.base_url}{_path(content, roles)}")

    def _add_invitation(self, mail: EmailMessage, notice: MailNoticeRow, address: str, line: Line) -> None:
        content = orjson.loads(notice.content)
        if content["form"] not in ("invited", "cancelled"):
            return
        day = date.fromisoformat(content["day"])
        uid = f"{content['case']}/{content['item']}".rstrip("/").replace("/", ".")
        event = CalendarEvent(
            day, "AUDIT", line.url, line.text, instants.now(), f"{uid}@{_ascii_domain(self.server.domain)}"
        )
        method = "REQUEST" if content["form"] == "invited" else "CANCEL"
        meeting = Meeting(method, content["sequence"], self.server.sender_address, address)
        text = write_invitation(event, meeting, mail["Content-Language"]).decode()
        mail.add_alternative(text, subtype="calendar", params={"method": method})


def clean_header(text: str) -> str:
    """Return a text on one line, without control characters and not too long."""
    line = _CONTROLS.sub(" ", text).strip()
    return line if len(line) <= _MAX_SUBJECT_LENGTH else f"{line[: _MAX_SUBJECT_LENGTH - 1]}…"


def _text(content: Mapping[str, Any], language: str) -> str:
    w = words(language)
    slots = defaultdict(str, {name: str(value) for name, value in content.items()})
    if content.get("case"):
        case = w["the_case"].format(case=content["case"].rpartition("/")[2])
        kind, _, number = content.get("item", "").partition("/")
        slots["item"] = f"{case}{w['comma']}{w['item'].get(kind, kind)} {number}" if kind else case
    elif content.get("person"):
        person = w["the_person"].format(person=content["person"].rpartition("/")[2])
        slots["item"] = f"{person}{w['comma']}{content['item']}"
    elif content.get("subject"):
        slots["item"] = w["the_subject"].format(subject=content["subject"].rpartition("/")[2])
    if content.get("due"):
        slots["due"] = w["due"].get(content["due"], content["due"])
    if content.get("steps"):
        slots["steps"] = w["comma"].join(in_language(step_word(step), language) for step in content["steps"])
    return str(w["line"][content["form"]].format_map(slots))


def _path(content: Mapping[str, Any], roles: frozenset[Role]) -> str:
    """Return the path of the page that shows an item."""
    if content.get("change") and Role.APPLICANT not in roles:
        return f"/workbench/outlook/{quote(content['change'].rpartition('/')[2])}"
    if content.get("case"):
        id, item = content["case"].rpartition("/")[2], content.get("item", "")
        suffix = f"/{quote(item)}" if item else ""
        if Role.APPLICANT in roles and (not item or item.startswith("findings/")):
            return f"/workbench/apply/{quote(id)}{suffix}"
        return f"/workbench/cases/{quote(id)}{suffix}"
    if content.get("person"):
        return f"/workbench/people/{quote(content['person'].rpartition('/')[2])}"
    if content["form"].startswith("feed"):
        return f"/rules/feeds/{quote(content['feed'])}" if content.get("feed") else "/rules/feeds"
    if content.get("pull"):
        return "/workbench/pulls"
    if content.get("scorecardVersion"):
        _, card, _, version = content["scorecardVersion"].split("/")
        return f"/rules/{quote(card)}/{quote(version)}"
    return "/rules"


def _ascii_domain(domain: str) -> str:
    return domain if domain.isascii() else domain.encode("idna").decode()


@cache
def _template(name: str) -> jinja2.Template:
    import jinja2  # noqa: PLC0415 -- not needed to start a server

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(package_file(__package__, "")),
        autoescape=jinja2.select_autoescape(("html.jinja",)),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(name)
