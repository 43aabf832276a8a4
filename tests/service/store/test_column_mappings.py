"""Stored column mappings: one winner for each revision, newest revisions in lists, deletion of all revisions."""

from concurrent.futures import ThreadPoolExecutor

from service.store.store import Store
from service.store.tables import MappingRow

CLIENT = "organizations/example/clients/works"


def row(id: str, revision: int = 1, client: str = "", content: str = "{}") -> MappingRow:
    return MappingRow(
        name=f"organizations/example/mappings/{id}", revision=revision, organization="example",
        scorecard="scorecards/small-factory", client=client, create_time="2026-11-30T00:00:00.000000000Z",
        content=content,
    )  # fmt: skip


def listed(store: Store, client: str = "") -> list[tuple[str, int]]:
    rows = store.mappings.list("example", scorecard="", client=client, after="", limit=10)
    return [(each.name.rpartition("/")[2], each.revision) for each in rows]


def test_of_concurrent_writers_of_a_revision_one_succeeds(store: Store) -> None:
    assert store.mappings.add(row("a"))
    with ThreadPoolExecutor(4) as threads:
        added = list(threads.map(lambda number: store.mappings.add(row("a", 2, content=f'"{number}"')), range(8)))
    assert added.count(True) == 1
    newest = store.mappings.find("organizations/example/mappings/a")
    assert newest is not None
    assert newest.content == f'"{added.index(True)}"'
    assert not store.mappings.add(row("a", 4))
    assert not store.mappings.add(row("b", 2))


def test_a_list_has_the_newest_revisions_of_the_client_and_of_all_clients(store: Store) -> None:
    for each in (row("a"), row("a", 2), row("b", client=CLIENT), row("c", client=f"{CLIENT}-2")):
        assert store.mappings.add(each)
    assert listed(store) == [("a", 2), ("b", 1), ("c", 1)]
    assert listed(store, CLIENT) == [("a", 2), ("b", 1)]
    counts = [store.mappings.count("example", client) for client in ("", CLIENT, f"{CLIENT}-3")]
    assert counts == [1, 1, 0]
    assert store.mappings.count("other", "") == 0
    assert store.mappings.delete("organizations/example/mappings/a")
    assert not store.mappings.delete("organizations/example/mappings/a")
    assert listed(store) == [("b", 1), ("c", 1)]
