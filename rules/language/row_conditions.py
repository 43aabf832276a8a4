"""When does a row hold, of several of which the first that holds decides?

Each says when; the last may say `otherwise`, for every case that no row above holds. A row that stands alone always
holds and may leave it out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.language.conditions import Conditions
from rules.language.quantity_sentences import is_otherwise

if TYPE_CHECKING:
    from rules.language.draft import Draft
    from rules.language.names import Scope
    from rules.language.render import Renderer
    from rules.language.tables import TableRow
    from rules.model.expressions import Condition


def read_when(draft: Draft, row: TableRow, scope: Scope, path: str, *, alone: bool) -> Condition | None:
    """Read when a row holds; report one of several that does not say it."""
    cell = row.get("when")
    if cell is None and not alone:
        empty = row.cells.get("when")
        place = row.place if empty is None else empty.place
        column = row.names.get("when", draft.words.columns["quantity"].write("when"))
        written = draft.words.words["values"].write("otherwise")
        draft.report.add("RL023", place, "otherwise", column=column, otherwise=written)
    return () if is_otherwise(draft, cell) else Conditions(draft, scope).read(cell, path)


def when_words(render: Renderer, condition: Condition, owner: str | None = None, *, alone: bool) -> str:
    """Write when a row holds, as it is read; `owner` is the list whose fields it may read."""
    otherwise = "" if alone else render.words.words["values"].write("otherwise")
    return render.condition(condition, owner) or otherwise
