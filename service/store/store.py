"""Store: the open database and its components; evaluations by append, lookup and listing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from rules.contracts import error_message
from service.base import logs
from service.base.refusals import Reason, Refusal
from service.store.accounts import Accounts, ApiKeys
from service.store.campaigns import Campaigns
from service.store.cases import CaseStore
from service.store.column_mappings import ColumnMappings
from service.store.database import (
    StorePart,
    check_schema,
    database_size,
    newest_schema,
    open_database,
    parse_database_url,
)
from service.store.dependents import DocumentIndex, UseSearch
from service.store.erasure_index import LegalHolds, erased_request_refusal
from service.store.evaluation_eraser import EvaluationEraser
from service.store.expected_changes import ExpectedChanges
from service.store.kept_drafts import DraftRetention, DraftStore, ProofFiguresStore
from service.store.log_sequencer import Log, LogIdentity, TimeStamps
from service.store.mail import MailStore
from service.store.months import archived_months, archived_refusal
from service.store.of_subject import (
    LatestResults,
    count_subjects,
    earlier_evaluations,
    newest_by_subject,
    read_latest_results,
)
from service.store.outbox import Outbox, Transactions
from service.store.outcome_projection import RebuildResult, projection_lag, waits_for_projection
from service.store.pulls import Pulls
from service.store.reporting_views import Archive
from service.store.result_dependencies import Cards, no_cards
from service.store.result_states import ResultStatus
from service.store.result_status import result_statuses
from service.store.shadow_results import ShadowResults
from service.store.stored_records import StoredRecord
from service.store.tables import EvaluationRow
from service.store.use_index import NO_USES, EvaluationUses
from service.store.writer import (
    EvaluationWriter,
    find_by_request,
    find_evaluation,
    is_answered,
    match_request_body,
    to_evaluation_row,
)

if TYPE_CHECKING:
    from service.store.listing_query import ListingQuery, Position


class Store(StorePart):
    """Evaluations of all organizations, append-only except for erasure."""

    def __init__(
        self,
        url: str,
        *,
        wait_milliseconds: int = 5_000,
        log_identity: LogIdentity | None = None,
        cards: Cards = no_cards,
    ) -> None:
        """Open and migrate the database; a SQLite file is locked for this process.

        Without `log_identity`, another process adds leaves to the tree. If `cards` does not know a scorecard, the
        evaluation is indexed under every basis.
        """
        with ExitStack() as held:
            super().__init__(open_database(parse_database_url(url), wait_milliseconds, held))
            self._held = held.pop_all()
        self.transactions = Transactions(self._engine)
        self._writer = EvaluationWriter(self._engine, log_identity, cards)
        self.keys = ApiKeys(self._engine)
        self.accounts = Accounts(self._engine)
        self.log = Log(self._engine)
        self.time_stamps = TimeStamps(self._engine)
        self.outbox = Outbox(self._engine)
        self.mail = MailStore(self._engine)
        self.drafts = DraftStore(self._engine)
        self.proof_figures = ProofFiguresStore(self._engine)
        self.draft_retention = DraftRetention(self._engine)
        self.erasing = EvaluationEraser(self._engine, cards)
        self.holds = LegalHolds(self._engine)
        self.uses = UseSearch(self._engine, self._settle_waiting, cards)
        self.campaigns = Campaigns(self._engine)
        self.shadow_results = ShadowResults(self._engine)
        self.mappings = ColumnMappings(self._engine)
        self.pulls = Pulls(self.transactions)
        self.cases = CaseStore(self.transactions)
        self.expected_changes = ExpectedChanges(self.transactions)
        self.documents = DocumentIndex(self._engine, self._settle_waiting)

    def write_events(self, written: Callable[[], None]) -> None:
        """Store events from now on; another thread calls `written` after their commit."""
        self._writer.on_events = self.transactions.on_events = written

    @property
    def backend(self) -> str:
        return self._engine.dialect.name

    @property
    def schema(self) -> str:
        return newest_schema()

    def check(self) -> None:
        with self._reading() as connection, connection.begin():
            check_schema(connection)

    def size(self) -> int:
        with self._reading() as connection:
            return database_size(connection)

    def append(  # noqa: PLR0913 -- parts of one evaluation
        self,
        row: EvaluationRow,
        uses: EvaluationUses = NO_USES,
        *,
        stage: str | None = None,
        verdict: str | None = None,
        dictionary: bytes = b"",
        following: int = 0,
    ) -> Future[EvaluationRow]:
        """Store a row with its dictionary; the future returns it, or the earlier row of a repeated request.

        `following` is the number of evaluations in work; the commit may wait for some of them. If the future raises
        Refusal, nothing was stored.
        """
        return self._writer.append(row, uses, stage=stage, verdict=verdict, dictionary=dictionary, following=following)

    def find(self, name: str) -> EvaluationRow | None:
        """Return an evaluation, or None; raise Refusal if it is archived."""
        row = self.find_unarchived(name)
        if row is None and (archived := self.archived_refusal(name)) is not None:
            raise archived
        return row

    def find_unarchived(self, name: str) -> EvaluationRow | None:
        with self._reading() as connection:
            return find_evaluation(connection, name)

    def archived_refusal(self, name: str) -> Refusal | None:
        with self._reading() as connection:
            return archived_refusal(connection, name)

    def statuses(self, evaluations: Collection[str]) -> Mapping[str, ResultStatus]:
        with self._reading() as connection:
            return result_statuses(connection, evaluations)

    def has_answered(self, *, organization: str, request_id: str) -> bool:
        with self._reading() as connection:
            if is_answered(connection, organization, request_id):
                return True
            if (erased := erased_request_refusal(connection, organization, request_id)) is not None:
                raise erased
        return False

    def find_request(self, *, organization: str, request_id: str, body_digest: str) -> EvaluationRow | None:
        with self._reading() as connection:
            stored = find_by_request(connection, organization, request_id)
        if stored is None:
            return None
        answer = match_request_body(stored, body_digest)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def list(self, listing: ListingQuery, *, after: Position | None, limit: int) -> Sequence[EvaluationRow]:
        """List evaluations; archived ones have no record."""
        with self._reading() as connection:
            with_archived = bool(archived_months(connection))
            query = listing.select(after, limit, connection.dialect.name, with_archived=with_archived)
            return [to_evaluation_row(row) for row in connection.execute(query)]

    def earlier(self, *, organization: str, subject: str, cards: Iterable[str], until: str) -> Sequence[StoredRecord]:
        with self._reading() as connection:
            return earlier_evaluations(connection, organization=organization, subject=subject, cards=cards, until=until)

    def rebuild_outcomes(self) -> RebuildResult:
        return self._writer.rebuild_outcomes().result()

    def integrate_log(self) -> int:
        return self._writer.integrate().result()

    def integrate_committed(self) -> None:
        """Add leaves to the tree; errors are only logged, because the writer retries later."""
        try:
            self.integrate_log()
        except Exception as error:
            logs.error("log_not_integrated", error=type(error).__name__, problem=error_message(error)[:400])

    def standings(self, organization: str, scorecard_version: str) -> LatestResults:
        self._settle()
        with self._reading() as connection:
            return read_latest_results(connection, organization, scorecard_version)

    def newest_by_subject(
        self, organization: str, scorecard_version: str, *, after: str, limit: int
    ) -> Sequence[tuple[str, str]]:
        self._settle_waiting()
        with self._reading() as connection:
            return newest_by_subject(connection, organization, scorecard_version, after=after, limit=limit)

    def count_subjects(self, organization: str, scorecard_version: str) -> int:
        with self._reading() as connection:
            return count_subjects(connection, organization, scorecard_version)

    @contextmanager
    def archive(self) -> Iterator[Archive]:
        self._settle()
        with self._reading() as connection:
            yield Archive(connection)

    @contextmanager
    def read_connection(self) -> Iterator[Connection]:
        with self._reading() as connection:
            yield connection

    def projection_lag(self) -> tuple[int, str | None]:
        """Return the number of evaluations that await projection, and the time of the oldest."""
        with self._reading() as connection:
            return projection_lag(connection)

    def _settle_waiting(self) -> None:
        with self._reading() as connection:
            waits = waits_for_projection(connection)
        if waits:
            self._settle()

    def _settle(self) -> None:
        try:
            self._writer.settle_outcomes().result()
        except Refusal as refusal:
            if refusal.reason is not Reason.STORE_FULL:
                raise  # a full disk is tolerated: rows are projected in memory

    def close(self) -> None:
        self._writer.close()
        self._held.close()
