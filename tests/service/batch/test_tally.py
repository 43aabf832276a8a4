"""What a batch adds up is told of subjects, not of the answers about them."""

from service.batch.answers import Done, Tally


def test_subjects_of_which_double_use_was_found_are_named_once_whatever_the_years() -> None:
    tally = Tally()
    for year in (2024, 2025):
        tally.add(Done(f"hotel/{year}", conclusion="scored", double_uses=2, subject="organizations/a/subjects/hotel"))
    assert tally.plain()["doubleUses"] == {"subjects": 1, "count": 4, "named": ["organizations/a/subjects/hotel"]}
