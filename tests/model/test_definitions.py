"""Citation of a basis: by its clause, or by its own id where it names none."""

from __future__ import annotations

import pytest

from rules.model.definitions import Basis, Certainty


@pytest.mark.parametrize(("clause", "place"), [("Article 2a", "Article 2a"), ("-", "sums")])
def test_a_basis_without_a_clause_is_cited_by_its_own_id(clause: str, place: str) -> None:
    basis = Basis(id="sums", instrument="cbam-transitional", clause=clause, certainty=Certainty.OWN_READING)
    assert basis.place == place
