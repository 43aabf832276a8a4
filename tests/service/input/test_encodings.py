"""Text files that are not UTF-8: the probable encoding named with an iconv hint, across commands."""

from pathlib import Path

import pytest

from rules.contracts.error_texts import error_message
from rules.contracts.messages import in_language
from service.input.encodings import NotUtf8Error, decode_utf8
from tests.support.commands import touchstone

ENGLISH = "# language: en\nFeature: A card\n  Rule: one\n"
CHINESE = "# language: zh-CN\n功能: 零碳工厂评价与指标体系\n  规则: 企业应当提供可再生能源使用比例的证明材料\n"


@pytest.mark.parametrize(
    ("content", "name", "encoding"),
    [
        (CHINESE.encode("gbk"), "GBK", "GB18030"),
        (CHINESE.encode("gb18030"), "GBK", "GB18030"),
        (CHINESE.encode("utf-16"), "UTF-16", "UTF-16"),
        (CHINESE.encode("utf-16-le"), "UTF-16", "UTF-16LE"),
        (ENGLISH.encode("utf-16-le"), "UTF-16", "UTF-16LE"),
        (ENGLISH.encode("utf-16-be"), "UTF-16", "UTF-16BE"),
        (ENGLISH.encode("utf-32"), "UTF-32", "UTF-32"),
    ],
)
def test_the_probable_encoding_is_named_and_how_to_save_as_utf8(content: bytes, name: str, encoding: str) -> None:
    with pytest.raises(NotUtf8Error) as raised:
        decode_utf8(content)
    words = error_message(raised.value)
    assert f"is not UTF-8, but probably {name}. Save it as UTF-8" in words
    assert f"iconv -f {encoding} -t UTF-8" in words
    assert f"不是 UTF-8，很可能是 {name}。请另存为 UTF-8" in in_language(words, "zh")
    assert content.decode(encoding.lower()).lstrip("\ufeff") in (CHINESE, ENGLISH)  # so the advice is sound


@pytest.mark.parametrize(
    ("content", "words", "line"),
    [
        (b"caf\xe9\n", "The text is not UTF-8", 1),
        (b"one\ntwo\n\xff", "The text is not UTF-8", 3),
        (
            b"text with a zero byte\n and \0 here, and much more text behind it",
            "The file is not text, because it contains bytes with the value 0",
            2,
        ),
    ],
)
def test_an_uncertain_encoding_is_not_guessed(content: bytes, words: str, line: int) -> None:
    with pytest.raises(NotUtf8Error, match=words) as raised:
        decode_utf8(content)
    assert raised.value.line == line


@pytest.mark.full
@pytest.mark.parametrize(("encoding", "name"), [("gbk", "GBK"), ("utf-16", "UTF-16")])
def test_no_command_prints_the_error_of_a_decoder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, name: str
) -> None:
    monkeypatch.setenv("TOUCHSTONE_DATABASE_URL", f"sqlite:///{tmp_path / 'store.sqlite3'}")
    for ending in ("en.feature", "yaml", "json", "jsonl", "csv"):
        (tmp_path / f"x.{ending}").write_bytes(CHINESE.encode(encoding))
    for command in (
        ("check", tmp_path),
        ("evaluate", "zero-carbon-factory", tmp_path / "x.yaml", "--as-of", "2026-11-20"),
        ("batch", "evaluate", "zero-carbon-factory", tmp_path / "x.jsonl", "--as-of", "2026-11-20"),
        ("table", "import", tmp_path / "x.csv", "--manifest", tmp_path / "x.json"),
        ("dossier", "ratings", tmp_path / "x.yaml", tmp_path / "x.yaml", "--card", "csr-three-stage"),
        ("claims", "check", "Green soap.", "--jurisdiction", "UK", "--facts", tmp_path / "x.yaml"),
        ("dossier", "passport", tmp_path / "x.json", "--subject", "organizations/a/subjects/b"),
    ):
        for language, words in (("en", f"probably {name}"), ("zh", f"很可能是 {name}")):
            answer = touchstone(*command, "--language", language)
            assert words in answer.stderr, (command, answer.stderr)
            assert answer.exit_code == (1 if (command[0], name) == ("batch", "GBK") else 2)  # line by line
            assert "codec can't" not in answer.stderr  # the wording of UnicodeDecodeError
