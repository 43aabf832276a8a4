"""Pages of the workbench as declarations: address, access, data to load, and actions.

Each module of `pages/` gives some as `PAGES`. A page is shown to whoever may make the call that it names, and answers
by that call and others, made in this process for the person who has signed in.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from google.protobuf.json_format import Parse, ParseError
from google.protobuf.message import Message
from starlette.routing import compile_path

from rules.contracts import InputError, TouchstoneError, error_message, in_language, message_factory
from service.base.grpc_status import WorkerError, log_failure
from service.base.refusals import Reason, Refusal
from service.identity.permissions import permission
from service.identity.principals import Role
from service.workbench.background_tasks import BackgroundTasks
from service.workbench.page_words import page_words
from service.workbench.sessions import form_token
from service.workbench.titles import item_title, kind_title, unit_title

if TYPE_CHECKING:
    from tempfile import SpooledTemporaryFile

    from google.protobuf.timestamp_pb2 import Timestamp

    from service.identity.principals import Principal
    from service.workbench.forms import UploadedFile
    from service.workbench.sessions import SignedInUser
    from service.workbench.trial import Trial

_say = message_factory(__name__)

_Message = TypeVar("_Message", bound=Message)
Shown = dict[str, Any]
"""What a template is given."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a page gives instead of itself."""

    name: str
    media_type: str
    content: bytes | SpooledTemporaryFile[bytes]
    """What it holds; a file is closed once it was sent."""


@dataclass(frozen=True, slots=True)
class PagePart:
    """What a call answers to one part of a page; None, and why, if it failed."""

    answer: Any = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """The address at which what was asked for is now."""

    address: str


Values = Mapping[str, Sequence[str]]
"""The fields of a form as they were typed."""


@dataclass(frozen=True, slots=True)
class PrefilledForm:
    """The page that comes next with its form filled in, of which nothing is stored yet."""

    address: str
    values: Values


LIVE = "htmx.min.js"
"""The script of pages of which a part is asked for anew while somebody types."""
EDITOR = "draft_editor.js"
"""The script of pages on which a file of a draft is edited; it asks what is wrong with it while somebody types."""
UTC = "Etc/UTC"
_SHELL_COMMAND = re.compile(r"[:：]\s?(?:pip install|iconv) .*$", re.DOTALL)
"""The end of a message that names a command; whoever reads it in a browser has no shell of the server."""
_PREFIXES = ("/workbench", "/register", "/rules", "/try")
HOME = "/workbench"
SIGN_IN, SIGN_OUT, PASSWORD = "/workbench/sign-in", "/workbench/sign-out", "/workbench/password"
FIRST_OPERATOR, SET_UP = "/workbench/first-operator", "/workbench/set-up"


@dataclass(frozen=True)
class Page:
    """A page under an address."""

    address: str
    """Its path; `{name}` stands for one segment, `{name:path}` for the rest."""
    template: str
    call: str
    """The call that it cannot do without: whoever may not make it does not see the page. Empty if it needs none."""
    load: Callable[[PageRequest], Awaitable[Shown | Download | Moved]]
    """Gives what the template is given, or a file, or another address; without a template always a file."""
    submit: Callable[[PageRequest], Awaitable[str | PrefilledForm | Download]] | None = None
    """Does what a form asks for, and gives the address to go on at, or the page or file that comes next."""
    nav: str = ""
    """The word under which the navigation names it; nothing if it does not."""
    public: bool = False
    takes_file: bool = False
    """Whether its form brings a file: one of 4 MiB at most, which the request gives as `file`, unless it says more."""
    max_file_bytes: int = 0
    """How large each file may be, if larger ones are taken than that, which the request gives as `files` alone.

    What is wrong with all of them together is told at the field `files`.
    """
    max_files: int = 1
    """How many of these its form may bring."""
    stores_each_file: bool = False
    """Whether each file is stored by itself, so that of too many the first are, and the request gives the others as
    `left_out_files`. Elsewhere nothing is done with a form that brings too many.
    """
    max_fields: int = 0
    """How many fields its form may bring beside files, each as long as a form alone may be; 0 means few short ones."""
    is_preview: bool = False
    """Whether its form only asks something: it is `load` that answers, which changes and keeps nothing."""
    script: str = ""
    """The script that it cannot do without; no other page lets one in."""
    part: str = ""
    """The template of a part of it, if a script asks for that alone, by `live`: at each pause in typing, say."""
    secret: bool = False
    """Whether passwords are typed into its form, which is then given to no page again, this one included."""

    of_trial: bool = False
    """Whether only a trial has it; elsewhere nothing stands at its address."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches the paths of the page, as Starlette's routes do."""
        return compile_path(self.address)[0]

    def is_for(self, principal: Principal | None, *, opens_rules: bool = False) -> bool:
        """Say whether somebody may see it; with `opens_rules` everybody may read what is published for all."""
        if self.public:
            return True
        if principal is None:
            return opens_rules and bool(self.call) and permission(f"/touchstone.v1.{self.call}").opened
        return not self.call or _may_call(principal, self.call)


@dataclass(frozen=True, slots=True)
class SignInOptions:
    """The ways in which somebody can sign in."""

    has_accounts: bool = True
    provider: str = ""
    """What the provider of OpenID Connect is called, if there is one."""
    end: str = ""
    """Where somebody signs out there."""


@dataclass
class PageRequest:
    """One request for a page."""

    page: Page
    language: str
    path: Mapping[str, str]
    """What stands in the variable parts of the address."""
    address: str
    query: Mapping[str, str]
    user: SignedInUser | None
    token: str
    """The reference that the browser holds, of a session or of a visit without one."""
    asking: Callable[[PageRequest, str, Any], Awaitable[Any]]
    """Makes a call; one that takes a stream is given what begins the stream, which may be asked for anew."""
    receiving: Callable[[PageRequest, str, Any], Awaitable[SpooledTemporaryFile[bytes]]]
    """Makes a call that gives a file piece by piece."""
    in_thread: Callable[..., Awaitable[Any]]
    """Does what takes long in a thread, so that other pages are answered meanwhile."""
    read_file: Callable[..., Awaitable[Any]]
    """Reads a file in a process that can be ended, by the message that asks for it and the kind of the answer."""
    background_tasks: BackgroundTasks
    """What goes on by itself for pages that do not wait for it."""
    of_accounts: Callable[..., Awaitable[Any]]
    """Does something of `Sessions` with passwords, few at once: each takes much memory for a moment."""
    values: Values = field(default_factory=dict)
    """What was typed."""
    file: bytes | None = None
    """The small file that the form brought."""
    files: Sequence[UploadedFile] = ()
    """The files that the form brought, of pages that take larger ones; they are there until the page is answered."""
    left_out_files: Sequence[UploadedFile] = ()
    """The files beyond the number that the page takes, of which nothing is stored."""
    answers_form: bool = False
    """Whether a form was sent, rather than a page opened."""
    caller: str = ""
    """The address whence the request came."""
    browser: str = ""
    """What the browser was given when somebody signed in from it by an account."""
    zone: str = UTC
    """The time zone in which the reader wants to be told times."""
    has_keys: bool = True
    """Whether single keys do something on pages that name them; the reader may turn them off."""
    origin: str = ""
    """Under which address the browser knows the workbench, such as `https://desk.example`."""
    errors: Sequence[tuple[str, str]] = ()
    """The fields that are wrong, and why, in words; without a field what was refused as a whole."""

    sign_in_options: SignInOptions = SignInOptions()
    """What the page to sign in offers."""
    opens_rules: bool = False
    """Whether everybody may read what is published for all."""
    trial: Trial | None = None
    """The sample body that is tried out, as long as the request comes from this machine itself."""
    earlier_trial: str = ""
    """What the browser was given when somebody entered a trial from it."""
    names_by_account: Mapping[str, str] = field(default_factory=dict)
    """The names of persons by the ids with which they sign in, on pages that load them."""
    asked_once: dict[tuple[str, bytes], asyncio.Future[Any]] = field(default_factory=dict)
    """What is or was asked for several places of the page, by call and request."""

    @property
    def w(self) -> dict[str, Any]:
        """The words of the language."""
        return page_words(self.language)

    @property
    def help_name(self) -> str:
        """The name of the help for the page, which is that of its template."""
        return self.page.template.removesuffix(".html.jinja")

    @property
    def asks_part(self) -> bool:
        """Whether a script asks for a part of the page alone, so that nothing else has to be loaded."""
        return bool(self.page.part and (self.typed("live") or self.query.get("live")))

    @property
    def form_token(self) -> str:
        """What the forms of this visit carry."""
        return form_token(self.token)

    @property
    def user_key(self) -> tuple[object, ...]:
        """Whoever has signed in, with their roles, to keep apart what was worked out for each."""
        if self.user is None:
            return ()
        principal = self.user.principal
        return (principal.organization, principal.kind, principal.id, principal.roles)

    @property
    def acts_for_client(self) -> bool:
        """Whether whoever has signed in acts for a client, who has pages of their own."""
        return self.user is not None and Role.APPLICANT in self.user.principal.roles

    def case_address(self, id: str, item: str = "") -> str:
        """Give the page of a case, or of something in it, that is meant for whoever has signed in."""
        place = f"/{item}" if item else ""
        if self.acts_for_client and (not item or item.startswith("findings/")):
            return f"/workbench/apply/{id}{place}"
        return f"/workbench/cases/{id}{place}"

    @property
    def parent(self) -> str:
        """The organisation of whoever has signed in."""
        return f"organizations/{self.user.principal.organization}" if self.user else ""

    async def ask(self, call: str, request: Any) -> Any:
        """Make a call, such as `CaseService/GetCase`, as whoever has signed in."""
        return await self.asking(self, f"/touchstone.v1.{call}", request)

    async def ask_once(self, call: str, request: Message) -> Any:
        """Make a call whose answer a page needs in several places, and which nobody alters."""
        key = call, request.SerializeToString(deterministic=True)
        if key not in self.asked_once:
            self.asked_once[key] = asyncio.ensure_future(self.ask(call, request))
        return await self.asked_once[key]

    async def receive(self, call: str, request: Any) -> SpooledTemporaryFile[bytes]:
        """Make a call that gives a file piece by piece, such as `DossierService/GetCaseFile`; it is at its start."""
        return await self.receiving(self, f"/touchstone.v1.{call}", request)

    async def ask_part(self, call: str, request: Any) -> PagePart:
        """Make a call for one part of a page, as `part` gives it."""
        return await self.part(self.ask(call, request))

    async def part(self, work: Awaitable[Any]) -> PagePart:
        """Wait for one part of a page: if it fails, the part says so, and the rest of the page stands."""
        try:
            return PagePart(await work)
        except Exception as error:  # whatever keeps one part from being told
            log_failure(error, door="workbench")
            return PagePart(problem=self._problem_of(error))

    def _problem_of(self, error: Exception) -> str:
        """Say in words what went wrong."""
        return self.localize(error_message(error) if isinstance(error, TouchstoneError) else _say("FAULT"))

    def typed(self, name: str, default: str = "") -> str:
        """Give one value of a field."""
        return next(iter(self.values.get(name, ())), default)

    def several(self, name: str) -> list[str]:
        """Give the values of a field that takes several, from boxes or lines."""
        return [line.strip() for value in self.values.get(name, ()) for line in value.splitlines() if line.strip()]

    def problem(self, name: str) -> str:
        """Say what is wrong with a field; empty if nothing is."""
        return next((message for field, message in self.errors if field == name), "")

    def note_problems(self, error: Exception) -> None:
        """Note what is wrong, each with the field that is meant, as the API says it."""
        if isinstance(error, InputError):
            self.errors = tuple(
                (form_field_of(violation.field), self.localize(violation.description)) for violation in error.violations
            )
            return
        if isinstance(error, WorkerError) and (wrong := error.wrong_fields()):
            self.errors = tuple((form_field_of(field), description) for field, description in wrong)
            return
        self.errors = (("", self._problem_of(error)),)

    def may(self, call: str) -> bool:
        """Say whether whoever reads may make a call: by a role, or without having signed in."""
        if self.user is None:
            return self.opens_rules and permission(f"/touchstone.v1.{call}").opened
        return _may_call(self.user.principal, call)

    def time(self, stamp: Timestamp) -> str:
        """Write an instant in the zone of the reader."""
        return self.time_in(stamp, self.zone)

    @staticmethod
    def time_in(stamp: Timestamp, zone: str) -> str:
        """Write an instant in a zone, as beside civil dates of that."""
        return stamp.ToDatetime(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")

    @staticmethod
    def instant(stamp: Timestamp) -> str:
        """Write an instant for programs."""
        return stamp.ToJsonString()

    def localize(self, said: str) -> str:
        """Return a message in the language of the visit, without a shell command that it ends with."""
        return _SHELL_COMMAND.sub("", in_language(said, self.language))

    def account_name(self, id: str) -> str:
        """Return the name of the person who signs in with an id; the id if no person is known."""
        return self.names_by_account.get(id, id)

    def word(self, kind: str, name: str) -> str:
        """Give the word for a name of a kind, such as a state; the name itself where there is none."""
        word: str = self.w[kind].get(name, name.replace("_", " "))
        return word

    def kind(self, kind: str) -> str:
        """Give the word of a kind of evidence."""
        return kind_title(kind, self.language)

    def unit(self, unit: str) -> str:
        """Give a unit as it stands behind a number."""
        return unit_title(unit, self.language)

    def item(self, item: str) -> str:
        """Give what stands in a case by its kind and number, such as `Finding 1` for `findings/1`."""
        return item_title(self, item)

    def navigation(self) -> list[Page]:
        """Give the pages that the navigation names."""
        principal = self.user.principal if self.user else None
        return [page for page in workbench_pages() if page.nav and not page.public and page.is_for(principal)]


@cache
def time_zones() -> tuple[str, ...]:
    """Give the time zones that a reader may choose, by name."""
    return (
        UTC,
        *sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix"))),
    )


def is_own_address(address: str) -> bool:
    """Say whether an address is a page of ours, and leads nowhere else."""
    path = address.partition("?")[0]
    known = any(path == prefix or path.startswith(f"{prefix}/") for prefix in _PREFIXES)
    return known and not set(address) & set("\\\r\n\t")


def read_message(text: str, into: _Message) -> _Message:
    """Read what somebody gave as the JSON of a message, and give it."""
    try:
        return Parse(text, into)
    except (ParseError, RecursionError) as error:
        raise ValueError(str(error)[:200]) from None


def form_field_of(named: str) -> str:
    """Give the field of a form that a place in a request is typed in."""
    return named.partition("[")[0].rpartition(".")[2]


def _may_call(principal: Principal, call: str) -> bool:
    allowed = permission(f"/touchstone.v1.{call}")
    return allowed.anybody or bool(principal.roles & (allowed.own | allowed.other))


def find_page(path: str, trial: Trial | None = None) -> tuple[Page, Mapping[str, str]]:
    """Give the page at a path, and what stands in the variable parts of its address; those of a trial to a trial alone.

    Raises:
        Refusal: there is none.
    """
    for page in workbench_pages():
        if (match := page.pattern.fullmatch(path)) and (trial is not None or not page.of_trial):
            return page, match.groupdict()
    raise Refusal(Reason.PATH_NOT_FOUND, _say("NO_PAGE"))


async def _nothing(_page_request: PageRequest) -> Shown:
    return {}


NOWHERE = Page("", "", "", _nothing, public=True)
"""Stands for the page where there is none."""


def _openness(address: str) -> tuple[int, int]:
    """Order addresses so that the closer one comes first: by segments that vary, then by the text that does not."""
    fixed = re.sub(r"\{[^}]*\}", "", address)
    return sum("{" in segment for segment in address.split("/")), -len(fixed)


@cache
def workbench_pages() -> tuple[Page, ...]:
    """Give all pages; those whose addresses vary less come before those that might match them."""
    folder = Path(__file__).parent / "pages"
    names = sorted(path.stem for path in folder.glob("[a-z]*.py"))
    pages = [page for name in names for page in import_module(f"{__package__}.pages.{name}").PAGES]
    nav = list(page_words("en")["nav"])
    pages.sort(key=lambda page: (nav.index(page.nav) if page.nav else len(nav), _openness(page.address)))
    return tuple(pages)
