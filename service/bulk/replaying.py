"""What would another version say of all that an archive holds?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from service.bulk.archived import page_after
from service.bulk.parts import Folder
from service.bulk.replayed import Replay
from service.bulk.result import BulkResult
from service.bulk.sharing import Shares, software
from service.store.listing import read_listing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from rules.model.published import Published
    from service.bulk.archived import Page
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store
    from service.store.listing import Position

ROWS = 2_048
"""How many evaluations a part holds; their records wait in memory."""
SEMANTICS = 2
"""Which way of replaying made a run; a run is not resumed in another."""


def replay(  # noqa: PLR0913 -- one for each option of the command
    store: Store,
    published: Published,
    out: Path,
    *,
    gazette: Gazette,
    organization: str,
    filter_text: str,
    stored_before: str,
    form: str = "parquet",
    criteria: bool = False,
    resume: bool = False,
    processes: int | None = None,
    rows: int = ROWS,
    language: str = "en",
    label: str = "",
) -> BulkResult:
    """Conclude anew, under a version or draft, what an organisation has evaluated under any version of the same card.

    Each evaluation keeps its inputs, evidence, as-of date and known time. Nothing is stored.

    Raises:
        InputError: the filter or the folder cannot be accepted.
        EngineDisagreement: the evaluators of the core differ on an evaluation, or columns and core do.
        Refusal: the store cannot be read, or a process of the run was ended from outside.
    """
    folder = Folder(out, form)
    listing = read_listing(organization, filter_text=filter_text, order_by="create_time")
    card = published.scorecard.card.id
    head = folder.begin(
        {
            "replay": SEMANTICS,
            "organization": organization,
            "filter": filter_text,
            "scorecard": published.name,
            "ruleDigest": published.rule_digest,
            "storedBefore": stored_before,
            "form": form,
            "criteria": criteria,
            "language": language,
            "evaluationsInPart": rows,
            "software": software(),
        },
        resume=resume,
    )
    bounded = f"create_time < {head['storedBefore']}"
    listing = read_listing(
        organization,
        filter_text=f"{filter_text} AND {bounded}" if filter_text else bounded,
        order_by="create_time",
    )
    run = Replay(gazette.folder.absolute(), published, criteria, folder.absolute(), language)

    def page(after: Position | None) -> Page | None:
        return page_after(store, listing, card, after, rows)

    return conclude_anew(run, head, page, folder, processes=processes, label=label)


def conclude_anew(  # noqa: PLR0913 -- what a run is made of
    run: Replay,
    head: dict[str, Any],
    page: Callable[[Position | None], Page | None],
    folder: Folder,
    *,
    processes: int | None,
    label: str,
) -> BulkResult:
    """Conclude page after page anew, and sum up; `page` gives the one after a position, None after the last."""
    result = BulkResult(head, None)
    result.follow(Shares(processes).parts(run, _pieces(page, folder, result)), label)
    moves: Counter[tuple[str, str, str]] = Counter()
    for part in result.parts:
        moves.update({(cell, before, after): count for cell, before, after, count in part.moves})
    result.finish(
        folder,
        {
            "moved": sum(part.moved for part in result.parts),
            "moves": [
                {"cell": cell, "before": before, "after": after, "count": count}
                for (cell, before, after), count in sorted(moves.items())
            ],
        },
        rows="evaluations",
    )
    return result


def _pieces(
    page: Callable[[Position | None], Page | None], folder: Folder, result: BulkResult
) -> Iterator[tuple[int, Page]]:
    """Read what is left to be done, and take what is done."""
    number = 0
    after: Position | None = None
    while True:
        done = folder.done(number)
        if done is not None:
            result.resume(done)
            after = done.until
        else:
            found = page(after)
            if found is None:
                return
            yield number, found
            after = found.until
        number += 1
