"""Batch sources in every form: subjects in order, and errors of the whole batch before any evaluation."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.base.resource_names import parse_request_id
from service.batch.batch_results import SubjectOutcome, Tally
from service.batch.batch_run import request_id_of
from service.batch.sources import BatchItem, open_batch
from service.input.dossier.dossier_reader import peek_subject
from service.input.tree.placed_errors import PlacedError
from service.input.workbook.sheet_layout import Layout
from tests.support.small_card import small_card, small_subject
from tests.support.workbooks import Filled

AS_OF = "2026-03-01"
YAML = "subject: organizations/a/subjects/{name}\nfacts:\n  status: {status}\n"


def keys(path: Path) -> list[str]:
    with open_batch(path, small_card(), as_of=AS_OF, settings={}) as batch:
        item_keys = [item.key for item in batch.items()]
        assert len(item_keys) == batch.count
        return item_keys


def refused(path: Path) -> list[str]:
    with pytest.raises(PlacedError) as raised:
        keys(path)
    return [problem.render(raised.value.path) for problem in raised.value.problems]


def test_a_folder_may_contain_dossiers_in_every_form(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(YAML.format(name="a", status="open"))
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.json").write_text(json.dumps({"facts": {}, "subject": "organizations/a/subjects/b"}))
    book = Filled(small_card(), Layout.ONE, "zh")
    book.fill_one(small_subject())
    book.save(tmp_path / "c.xlsx")
    (tmp_path / "broken.yaml").write_text("subject: [")
    (tmp_path / "notes.txt").write_text("not a dossier")
    (tmp_path / "~$c.xlsx").write_text("of an open workbook")
    names = ["organizations/a/subjects/a", str(tmp_path / "broken.yaml"), "organizations/green-body/subjects/factory-7",
             "organizations/a/subjects/b"]  # fmt: skip
    assert keys(tmp_path) == names
    with open_batch(tmp_path, small_card(), as_of=AS_OF, settings={}) as batch:
        ((_, note),) = batch.notes
        assert note.description.startswith("1 file is not a dossier")
        broken = next(item for item in batch.items() if item.key.endswith("broken.yaml"))
        with pytest.raises(PlacedError, match="The text is not valid YAML:"):
            broken.read()


def test_one_subject_in_two_files_is_refused_with_both_named(tmp_path: Path) -> None:
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(YAML.format(name="same", status="open"))
    (line,) = refused(tmp_path)
    assert f"The subject 'organizations/a/subjects/same' occurs in {tmp_path / 'two.yaml'} and in" in line
    assert str(tmp_path / "one.yaml") in line


def test_one_subject_in_two_rows_is_refused_with_both_named(tmp_path: Path) -> None:
    book = Filled(small_card(), Layout.MANY, "en")
    book.fill_many([small_subject(), small_subject(credits=None)])
    for row in range(4, 8):  # each evidence id once, so that only the subject repeats
        book.put("evidence", row, "subject", None if row > 4 else small_subject().subject)
        for id in ("evidence_id", "facts", "kind", "issuer", "digest", "issue_date", "assurance"):
            book.put(
                "evidence",
                row,
                id,
                None if row > 4 else book.page("evidence").cell(4, book.column("evidence", id)).value,
            )
    (line,) = refused(book.save(tmp_path / "x.xlsx"))
    assert line == (
        f"{tmp_path / 'x.xlsx'}: Sheet Facts, A5: subject: The subject 'organizations/green-body/subjects/factory-7' "
        "occurs a second time; the first is at Sheet Facts, A4. Remove one of the two rows."
    )


def test_each_line_is_a_dossier_with_its_own_error_locations(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    good = {"subject": "organizations/a/subjects/a", "facts": {"status": "open", "remark": "😀"}}
    wrong = {"subject": "organizations/a/subjects/b", "facts": {"statu": "open"}}
    path.write_text(f"{json.dumps(good)}\n\n{json.dumps(wrong)}\n{{\n[]\n")
    with open_batch(path, small_card(), as_of=AS_OF, settings={}) as batch:
        items = list(batch.items())
        assert [item.key for item in items] == [good["subject"], wrong["subject"], "line 4", "line 5"]
        assert items[0].read().subject.facts[1].value
        with pytest.raises(PlacedError) as raised:
            items[1].read()
        assert raised.value.problems[0].render("x.jsonl").startswith("x.jsonl:3:53: facts.statu: 'statu' is not a fact")
        for item in items[2:]:
            with pytest.raises(PlacedError) as raised:
                item.read()
            assert raised.value.problems[0].position is not None
            assert raised.value.problems[0].position.line == item.position.line if item.position else False


def test_an_oversized_line_affects_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    small = json.dumps({"subject": "organizations/a/subjects/a"})
    path.write_text(f'{{"subject": "organizations/a/subjects/b", "facts": "{"x" * 6_000_000}"}}\n{small}\n')
    with open_batch(path, small_card(), as_of=AS_OF, settings={}) as batch:
        large, fine = batch.items()
        with pytest.raises(PlacedError, match="at most 5000000"):
            large.read()
        assert fine.read().subject.subject == "organizations/a/subjects/a"


@pytest.mark.parametrize("name", ["x.txt", "x.xml"])
def test_an_unknown_file_form_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("x")
    with pytest.raises(InputError, match="Use a folder of dossiers,"):
        keys(tmp_path / name)


def test_an_empty_batch_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text("\n\n")
    assert refused(tmp_path / "x.jsonl")[0].endswith("The file is empty. Write one dossier on each line.")
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=r"The folder contains no dossiers \(\.yaml, \.yml, \.json or \.xlsx\)"):
        keys(tmp_path / "empty")


@pytest.mark.parametrize(
    ("content", "subject"),
    [
        ("subject: s\nfacts: {}", "s"),
        ("facts: {subject: no}\nsubject: s", "s"),
        ("facts: [subject, x]\nsubject: ' s '", "s"),
        ('{\n\t"subject": "s"}', "s"),
        ("subject: [s]", ""),
        ("- subject", ""),
        ("facts: {", ""),
        ("", ""),
    ],
)
def test_the_subject_of_a_dossier_is_found_without_parsing_the_dossier(content: str, subject: str) -> None:
    assert peek_subject(content.encode()) == subject


def test_request_ids_depend_only_on_the_inputs_of_the_request() -> None:
    def derived(key: str = "k", digest: str = "d", scorecard: str = "s", as_of: str = AS_OF, **settings: str) -> str:
        item = BatchItem(key, "anywhere", None, digest, lambda: pytest.fail("must not be read"))
        return request_id_of(item, scorecard=scorecard, as_of=as_of, settings=settings)

    ids = {
        derived(), derived(key="l"), derived(digest="e"), derived(scorecard="t"), derived(as_of="2026-03-02"),
        derived(reading="cascade"), derived(reading="literal"), derived(key="工厂"),
    }  # fmt: skip
    assert len(ids) == 8
    assert all(parse_request_id(id) == id and id[14] == "8" and id[19] in "89ab" for id in ids)
    assert derived(a="1", b="2") == derived(b="2", a="1")


def test_the_tally_counts_subjects_scores_and_missing_facts() -> None:
    tally = Tally()
    for key, score, missing in (
        ("a", "80", ("x", "credits[1].y", "credits[2].y")),
        ("b", "91/3", ("x",)),
        ("c", "", ()),
    ):
        tally.add(
            SubjectOutcome(key, name="n", conclusion="graded", answer="gold", score=score, missing=missing, notes=1)
        )
    tally.add(SubjectOutcome("d", error="UNKNOWN_CHOICE"))
    assert (tally.evaluated, tally.failed, tally.notes) == (3, 1, 3)
    assert tally.figures() == {"minimum": "91/3", "median": "331/6", "maximum": "80"}
    assert tally.most_missing() == [("x", 2), ("credits[].y", 1)]
    assert tally.plain()["conclusions"] == [{"conclusion": "KIND_GRADED", "answer": "gold", "count": 3}]
