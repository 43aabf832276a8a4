"""How does a server begin to keep its log?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.gazette.made_under import MadeUnder
from service.log.published import key_leaf, leaves_of
from service.proofs.bundling import Bundling
from service.proofs.log_service import LogApi, Proving
from service.store.evaluations import Store
from service.store.sequencing import Keeper
from touchstone.v1 import log_service_pb2_grpc

if TYPE_CHECKING:
    import grpc

    from service.api.bulkheads import Bulkhead
    from service.gazette.versions import Gazette
    from service.settings import Settings


def keeper_of(settings: Settings) -> Keeper:
    """Say who keeps the log, as it is set up.

    Raises:
        InputError: the key of the log cannot be used.
    """
    if settings.log_key is None:
        return Keeper(settings.log_origin)
    from service.approval.signing_keys import read_signing_key  # noqa: PLC0415 -- cryptography is slow to load

    return Keeper(settings.log_origin, read_signing_key(settings.log_key))


def check_trust(settings: Settings) -> None:
    """See that the trust file, if one is set, can be read in all that it says, as `audit` and bundles need it.

    Raises:
        InputError: it cannot be; every problem is named by its place.
    """
    if settings.trust is not None:
        from service.log.trusted import read_log_trust  # noqa: PLC0415 -- cryptography is slow to load

        read_log_trust(settings.trust)


def open_store(settings: Settings, gazette: Gazette) -> Store:
    """Open the store, and keep its log; what is published and not noted yet is noted.

    Raises:
        InputError: the key of the log cannot be used.
        Refusal: the store cannot be written now.
        StoreError: it cannot be opened, for instance because another server uses it.
        TrailError: the gazette or the log is damaged.
    """
    keeper = keeper_of(settings)
    store = Store(
        settings.database_url,
        wait_milliseconds=settings.database_wait_milliseconds,
        keeper=keeper,
        cards=MadeUnder(gazette),
    )
    try:
        note_published(store, gazette, keeper)
    except Exception:
        store.close()
        raise
    return store


def add_proofs(server: grpc.aio.Server, settings: Settings, store: Store, gazette: Gazette, places: Bulkhead) -> None:
    """Let a server prove what its store and its gazette hold.

    Raises:
        InputError: the key of the log cannot be used.
    """
    proving = Proving(Bundling(store, gazette, keeper_of(settings)), settings.trust)
    log_service_pb2_grpc.add_LogServiceServicer_to_server(LogApi(proving, places), server)


def note_published(store: Store, gazette: Gazette, keeper: Keeper) -> None:
    """Note what is published and not noted yet, and the key with which the log signs.

    Raises:
        Refusal: the store cannot be written now.
        TrailError: the gazette or the log is damaged.
    """
    leaves = list(leaves_of(gazette))
    if keeper.key is not None:
        from service.approval.signing_keys import key_id, public_half  # noqa: PLC0415 -- likewise

        public = public_half(keeper.key)
        leaves.append(key_leaf(public, f"{keeper.origin}/{key_id(public)}"))
    store.log.add_new(leaves)
    store.integrate_log()
