"""Cells of a column: the word for "not applicable" is offered only where it is allowed."""

import pytest

from service.input.cells import CellError, Column
from service.input.tabular.cell_texts import Cell
from service.input.tree.placed_errors import FilePosition
from tests.support.engine_card import flag, number

PLACE = FilePosition(1, 1)


@pytest.mark.parametrize("written", ["不适用", "N/A", "not applicable"])
def test_the_word_for_not_applicable_is_offered_only_where_it_is_allowed(written: str) -> None:
    for definition in (flag("certified"), number("loss")):
        for applies, hint in (
            (False, "If the value is unknown, leave the cell empty"),
            (True, "If the fact does not apply, enter (not applicable) or （不适用）"),
        ):
            column = Column.of(definition.model_copy(update={"may_not_apply": applies}))
            with pytest.raises(CellError) as refused:
                column.read(Cell(PLACE, written, "s"))
            assert hint in str(refused.value)
