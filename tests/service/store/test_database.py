"""Newest schema revision by migration file names, checked against Alembic."""

from alembic.script import ScriptDirectory

from service.store.database import MIGRATIONS, knows_schema, newest_schema


def test_the_names_of_the_migrations_tell_what_alembic_reads_in_them() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert newest_schema() == scripts.get_current_head()
    numbers = [script.revision for script in scripts.walk_revisions()]
    assert len(numbers) == len(list((MIGRATIONS / "versions").glob("*.py")))
    assert all(map(knows_schema, numbers))
    assert not knows_schema("0000")
