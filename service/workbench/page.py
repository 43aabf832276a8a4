"""Page declarations of the workbench: address, access, data to load and actions; the page texts.

Modules in `pages/` declare `PAGES`, and products declare `ProductPages` (`docs/plugins.md`). Calls run in this process
for the signed-in user.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo, available_timezones

from google.protobuf.json_format import Parse, ParseError
from google.protobuf.message import Message
from starlette.routing import compile_path

from rules.contracts import (
    LANGUAGES,
    InputError,
    TouchstoneError,
    error_message,
    in_language,
    message_factory,
    package_file,
    parse_plurals,
    read_toml,
)
from service.base.grpc_status import WorkerError, log_failure
from service.base.refusals import Reason, Refusal
from service.configuration.products import product_files, product_modules
from service.identity.permissions import permission
from service.identity.principals import Role
from service.workbench.background_tasks import BackgroundTasks
from service.workbench.sessions import form_token
from service.workbench.titles import item_title, kind_title, unit_title

if TYPE_CHECKING:
    from tempfile import SpooledTemporaryFile

    from google.protobuf.timestamp_pb2 import Timestamp

    from service.identity.principals import Principal
    from service.workbench.forms import UploadedFile
    from service.workbench.sessions import SignedInUser
    from service.workbench.trial import Trial
    from service.workbench.waiting_work import WaitingSource

_message = message_factory(__name__)

_Message = TypeVar("_Message", bound=Message)
Shown = dict[str, Any]
"""Data for a template."""


@dataclass(frozen=True, slots=True)
class Download:
    """File sent instead of a page."""

    name: str
    media_type: str
    content: bytes | SpooledTemporaryFile[bytes]


@dataclass(frozen=True, slots=True)
class PagePart:
    """Data of a page part, or None with a problem."""

    answer: Any = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """Redirect to another address."""

    address: str


Values = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class PrefilledForm:
    """Next page with an unsaved, prefilled form."""

    address: str
    values: Values


LIVE = "htmx.min.js"
"""Script that reloads a page part while the user types."""
EDITOR = "draft_editor.js"
"""Script that checks drafts while the user types."""
GRID = "draft_grid.js"
"""Script that edits the tables of drafts as a grid."""
UTC = "Etc/UTC"
_SHELL_COMMAND = re.compile(
    r"(?:[:：]|\s?(?:Run|To convert it, run|请运行|也可运行))\s?`?(?:pip install|iconv) .*$", re.DOTALL
)
"""Trailing shell command of a message, useless in a browser."""
_PACKAGE = f"{__package__}.words"
_PRODUCT_WORDS = "pages/words.toml"
_PREFIXES = ("/workbench", "/register", "/rules", "/try")
HOME = "/workbench"
SIGN_IN, SIGN_OUT, PASSWORD = "/workbench/sign-in", "/workbench/sign-out", "/workbench/password"
FIRST_OPERATOR, SET_UP = "/workbench/first-operator", "/workbench/set-up"


@dataclass(frozen=True)
class Page:
    """Page at an address."""

    address: str
    """`{name}` matches one segment, `{name:path}` the rest."""
    template: str
    call: str
    """Required call; without permission, the page is hidden."""
    load: Callable[[PageRequest], Awaitable[Shown | Download | Moved]]
    """Returns a file if there is no template."""
    submit: Callable[[PageRequest], Awaitable[str | PrefilledForm | Download]] | None = None
    """Returns the next address, form or file."""
    nav: str = ""
    """Word key in the navigation, if any."""
    nav_group: str = ""
    """Word key of its group in the navigation; required with `nav`."""
    public: bool = False
    takes_file: bool = False
    """Whether the form uploads a file, by default up to 4 MiB in `file`."""
    max_file_bytes: int = 0
    """Limit per file; nonzero allows larger files, in `files`."""
    max_files: int = 1
    stores_each_file: bool = False
    """Whether excess files go to `left_out_files` instead of refusing the form."""
    max_fields: int = 0
    """Limit of long fields next to files; 0 means few, short fields."""
    is_preview: bool = False
    """Whether `load` answers the form, without changes."""
    script: str = ""
    """The only script that the page allows."""
    part: str = ""
    """Template of the part that a script requests with `live`."""
    secret: bool = False
    """Whether the form contains passwords, which are never shown again."""

    of_trial: bool = False
    is_one_click: bool = False
    """Whether mail programs may submit the form without a session (RFC 8058); the signed address suffices."""

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return compile_path(self.address)[0]

    def is_for(self, principal: Principal | None, *, opens_rules: bool = False) -> bool:
        if self.public:
            return True
        if principal is None:
            return opens_rules and bool(self.call) and permission(f"/touchstone.v1.{self.call}").opened
        return not self.call or _is_call_allowed(principal, self.call)


@dataclass(frozen=True, slots=True)
class SignInOptions:
    """Available sign-in methods."""

    has_accounts: bool = True
    provider: str = ""
    end: str = ""


@dataclass
class PageRequest:
    """Request for a page."""

    page: Page
    language: str
    path: Mapping[str, str]
    address: str
    query: Mapping[str, str]
    user: SignedInUser | None
    token: str
    """Browser reference of a session or anonymous visit."""
    asking: Callable[[PageRequest, str, Any], Awaitable[Any]]
    """Makes a call; a function as request creates a stream for each attempt."""
    receiving: Callable[[PageRequest, str, Any], Awaitable[SpooledTemporaryFile[bytes]]]
    following: Callable[[PageRequest, str, Any, Callable[[Any], None]], Awaitable[Any]]
    in_thread: Callable[..., Awaitable[Any]]
    read_file: Callable[..., Awaitable[Any]]
    """Reads a file in a killable process."""
    background_tasks: BackgroundTasks
    of_accounts: Callable[..., Awaitable[Any]]
    """Runs password functions with limited concurrency, because each uses much memory."""
    values: Values = field(default_factory=dict)
    file: bytes | None = None
    files: Sequence[UploadedFile] = ()
    left_out_files: Sequence[UploadedFile] = ()
    answers_form: bool = False
    caller: str = ""
    browser: str = ""
    """Browser reference from an account sign-in."""
    zone: str = UTC
    has_keys: bool = True
    origin: str = ""
    """Public origin, such as `https://desk.example`."""
    errors: Sequence[tuple[str, str]] = ()
    """Form field and message; an empty field means the whole form."""

    sign_in_options: SignInOptions = SignInOptions()
    opens_rules: bool = False
    trial: Trial | None = None
    """The trial; None unless the request is from this machine."""
    earlier_trial: str = ""
    """Browser reference of an earlier trial."""
    names_by_account: Mapping[str, str] = field(default_factory=dict)
    cached_responses: dict[tuple[str, bytes], asyncio.Future[Any]] = field(default_factory=dict)

    @property
    def w(self) -> dict[str, Any]:
        return page_words(self.language)

    @property
    def help_name(self) -> str:
        return self.page.template.removesuffix(".html.jinja")

    @property
    def asks_part(self) -> bool:
        return bool(self.page.part and (self.typed("live") or self.query.get("live")))

    @property
    def form_token(self) -> str:
        return form_token(self.token)

    @property
    def user_key(self) -> tuple[object, ...]:
        if self.user is None:
            return ()
        principal = self.user.principal
        return (principal.organization, principal.kind, principal.id, principal.roles)

    @property
    def acts_for_client(self) -> bool:
        return self.user is not None and Role.APPLICANT in self.user.principal.roles

    def case_address(self, id: str, item: str = "") -> str:
        suffix = f"/{item}" if item else ""
        if self.acts_for_client and (not item or item.startswith("findings/")):
            return f"/workbench/apply/{id}{suffix}"
        return f"/workbench/cases/{id}{suffix}"

    @property
    def parent(self) -> str:
        return f"organizations/{self.user.principal.organization}" if self.user else ""

    async def ask(self, call: str, request: Any) -> Any:
        return await self.asking(self, f"/touchstone.v1.{call}", request)

    async def ask_once(self, call: str, request: Message) -> Any:
        """Make a call once per page request; callers must not modify the shared response."""
        key = call, request.SerializeToString(deterministic=True)
        if key not in self.cached_responses:
            self.cached_responses[key] = asyncio.ensure_future(self.ask(call, request))
        return await self.cached_responses[key]

    async def receive(self, call: str, request: Any) -> SpooledTemporaryFile[bytes]:
        """Return a streamed file, positioned at its start."""
        return await self.receiving(self, f"/touchstone.v1.{call}", request)

    async def follow(self, call: str, request: Any, report: Callable[[Any], None]) -> Any:
        """Return the last answer of a costly stream; `report` receives each answer. A person follows one at a time."""
        return await self.following(self, f"/touchstone.v1.{call}", request, report)

    async def ask_part(self, call: str, request: Any) -> PagePart:
        return await self.part(self.ask(call, request))

    async def part(self, work: Awaitable[Any]) -> PagePart:
        try:
            return PagePart(await work)
        except Exception as error:  # a failed part must not fail the page
            log_failure(error, door="workbench")
            return PagePart(problem=self._problem_of(error))

    def _problem_of(self, error: Exception) -> str:
        return self.localize(error_message(error) if isinstance(error, TouchstoneError) else _message("FAULT"))

    def typed(self, name: str, default: str = "") -> str:
        return next(iter(self.values.get(name, ())), default)

    def several(self, name: str) -> list[str]:
        return [line.strip() for value in self.values.get(name, ()) for line in value.splitlines() if line.strip()]

    def problem(self, name: str) -> str:
        return next((message for field, message in self.errors if field == name), "")

    def note_problems(self, error: Exception) -> None:
        if isinstance(error, InputError):
            self.errors = tuple(
                (_form_field_of(violation.field), self.localize(violation.description))
                for violation in error.violations
            )
            return
        if isinstance(error, WorkerError) and (invalid_fields := error.wrong_fields()):
            self.errors = tuple((_form_field_of(field), description) for field, description in invalid_fields)
            return
        self.errors = (("", self._problem_of(error)),)

    def may(self, call: str) -> bool:
        if self.user is None:
            return self.opens_rules and permission(f"/touchstone.v1.{call}").opened
        return _is_call_allowed(self.user.principal, call)

    def time(self, stamp: Timestamp) -> str:
        return self.time_in(stamp, self.zone)

    @staticmethod
    def time_in(stamp: Timestamp, zone: str) -> str:
        return stamp.ToDatetime(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")

    @staticmethod
    def instant(stamp: Timestamp) -> str:
        return stamp.ToJsonString()

    def localize(self, text: str) -> str:
        return _SHELL_COMMAND.sub("", in_language(text, self.language))

    def account_name(self, id: str) -> str:
        return self.names_by_account.get(id, id)

    def word(self, kind: str, name: str) -> str:
        word: str = self.w[kind].get(name, name.replace("_", " "))
        return word

    def choices(self, kind: str, names: Iterable[str]) -> list[tuple[str, str]]:
        """Return names with their words, as choices of a form field."""
        return [(name, self.word(kind, name)) for name in names]

    def words(self, kind: str, names: Iterable[str]) -> str:
        """Return the words of names, joined by commas."""
        return str(self.w["comma"].join(self.word(kind, name) for name in names))

    def kind(self, kind: str) -> str:
        return kind_title(kind, self.language)

    def kinds(self, kinds: Iterable[str]) -> str:
        return str(self.w["comma"].join(map(self.kind, kinds)))

    def unit(self, unit: str) -> str:
        return unit_title(unit, self.language)

    def item(self, item: str) -> str:
        return item_title(self, item)

    def navigation(self) -> list[NavigationGroup]:
        return navigation_for(self.user.principal if self.user else None, self.address.partition("?")[0])


@dataclass(frozen=True, slots=True)
class NavigationLink:
    """Link to a page in the navigation."""

    address: str
    nav: str
    current: str
    """Value of `aria-current`: "page", "true" for a page below it, or empty."""


@dataclass(frozen=True, slots=True)
class NavigationGroup:
    """Top entry of the navigation: a menu, or the link itself if there is only one."""

    name: str
    links: Sequence[NavigationLink]

    @property
    def is_current(self) -> bool:
        return any(link.current for link in self.links)


@dataclass(frozen=True, slots=True)
class HomeSection:
    """Section that a product adds to the start page."""

    template: str
    """Its variable "shown" is the loaded data."""
    call: str
    """Required call; without permission, the section is hidden."""
    load: Callable[[PageRequest], Awaitable[Any]]
    """Returns None if there is nothing to show."""


@dataclass(frozen=True, slots=True)
class ProductPages:
    """Pages of a product, and its additions to other pages."""

    pages: tuple[Page, ...]
    waiting_sources: Sequence[WaitingSource] = ()
    home_sections: Sequence[HomeSection] = ()
    limited_calls: Sequence[str] = ()
    """Calls that wait for worker processes; they share one limit."""


@cache
def product_pages() -> tuple[ProductPages, ...]:
    """Return the pages of each installed product that has some."""
    return tuple(module.PAGES for module in product_modules("pages"))


@cache
def time_zones() -> tuple[str, ...]:
    """Return the selectable time zones."""
    return (
        UTC,
        *sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "posix"))),
    )


def is_own_address(address: str) -> bool:
    """Return whether an address is a workbench path, for safe redirects."""
    path = address.partition("?")[0]
    known = any(path == prefix or path.startswith(f"{prefix}/") for prefix in _PREFIXES)
    return known and not set(address) & set("\\\r\n\t")


def read_message(text: str, into: _Message) -> _Message:
    """Parse JSON into a message; raise ValueError if it is invalid."""
    try:
        return Parse(text, into)
    except (ParseError, RecursionError) as error:
        raise ValueError(str(error)[:200]) from None


def _form_field_of(named: str) -> str:
    return named.partition("[")[0].rpartition(".")[2]


def _is_call_allowed(principal: Principal, call: str) -> bool:
    allowed = permission(f"/touchstone.v1.{call}")
    return allowed.anybody or bool(principal.roles & (allowed.own | allowed.other))


def find_page(path: str, trial: Trial | None = None) -> tuple[Page, Mapping[str, str]]:
    """Return the page at a path with its variable segments, or raise Refusal."""
    for page in workbench_pages():
        if (match := page.pattern.fullmatch(path)) and (trial is not None or not page.of_trial):
            return page, match.groupdict()
    raise Refusal(Reason.PATH_NOT_FOUND, _message("NO_PAGE"))


async def _load_nothing(_page_request: PageRequest) -> Shown:
    return {}


NOWHERE = Page("", "", "", _load_nothing, public=True)


def _specificity(address: str) -> tuple[int, int]:
    fixed = re.sub(r"\{[^}]*\}", "", address)
    return sum("{" in segment for segment in address.split("/")), -len(fixed)


def navigation_for(principal: Principal | None, path: str = "") -> list[NavigationGroup]:
    """Return the navigation groups with the pages that a principal may open."""
    links: dict[str, list[NavigationLink]] = {}
    for page in workbench_pages():
        if page.nav and not page.public and page.is_for(principal):
            link = NavigationLink(page.address, page.nav, _current(page.address, path))
            links.setdefault(page.nav_group, []).append(link)
    return [NavigationGroup(name, group) for name, group in links.items()]


def _current(address: str, path: str) -> str:
    if path == address:
        return "page"
    below = "/workbench/my-work" if address == HOME else f"{address}/"
    return "true" if path.startswith(below) else ""


@cache
def workbench_pages() -> tuple[Page, ...]:
    """Return all pages in navigation order, then by specificity."""
    folder = Path(__file__).parent / "pages"
    names = sorted(path.stem for path in folder.glob("[a-z]*.py"))
    pages = [page for name in names for page in import_module(f"{__package__}.pages.{name}").PAGES]
    for language in LANGUAGES:
        page_words(language)  # refuses faulty texts of products before the server starts
    pages.extend(page for product in product_pages() for page in product.pages)
    words = page_words("en")
    entries, groups = list(words["nav"]), list(words["nav_group"])
    for page in (page for page in pages if page.nav):
        for name, known in ((page.nav, entries), (page.nav_group, groups)):
            if name not in known:
                raise InputError.of(page.address, _message("UNKNOWN_NAV", names=[name], known=known), "UNKNOWN")

    def place(page: Page) -> tuple[int, int]:
        return (groups.index(page.nav_group), entries.index(page.nav)) if page.nav else (len(groups), 0)

    pages.sort(key=lambda page: (place(page), _specificity(page.address)))
    return tuple(pages)


@cache
def page_words(language: str) -> dict[str, Any]:
    """Return the page texts in a language; tables are merged, other duplicates raise ValueError."""
    merged: dict[str, Any] = {}
    for file in sorted(package_file(_PACKAGE, "").glob("*.toml")):
        _merge(merged, read_toml(_PACKAGE, file.name)[language], file.name)

    def add_words(package: str) -> bool:
        _merge(merged, read_toml(package, _PRODUCT_WORDS)[language], package)
        return True

    list(product_files(_PRODUCT_WORDS, add_words))
    words: dict[str, Any] = parse_plurals(merged)
    return words


def _merge(into: dict[str, Any], words: dict[str, Any], location: str) -> None:
    for name, value in words.items():
        if isinstance(value, dict) and isinstance(table := into.setdefault(name, {}), dict):
            _merge(table, value, f"{location}: {name}")
        elif name in into:
            raise ValueError(f"{location}: {name} is already declared in another file")
        else:
            into[name] = value
