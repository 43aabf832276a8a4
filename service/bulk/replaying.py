"""What would another version say of all that an archive holds?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from service.bulk.archived import page_after
from service.bulk.parts import Folder
from service.bulk.replayed import Replay
from service.bulk.result import BulkResult
from service.bulk.sharing import Shares, software
from service.store.listing import read_listing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rules.model.published import Published
    from service.bulk.archived import Page
    from service.gazette.versions import Gazette
    from service.store.evaluations import Store
    from service.store.listing import Listing, Position

ROWS = 2_048
"""How many evaluations a part holds; their records wait in memory."""
SEMANTICS = 1
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
    result = BulkResult(head, None)
    run = Replay(gazette.folder.absolute(), published, criteria, folder.absolute(), language)
    pieces = _pieces(store, listing, card, rows, folder, result)
    result.follow(Shares(processes).parts(run, pieces), label)
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


def _pieces(  # noqa: PLR0913, PLR0917 -- what every page needs
    store: Store, listing: Listing, card: str, rows: int, folder: Folder, result: BulkResult
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
            page = page_after(store, listing, card, after, rows)
            if page is None:
                return
            yield number, page
            after = page.until
        number += 1
