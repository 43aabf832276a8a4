"""C extension for commitments: equality with Python, refused input, memory leaks and the pure Python fallback."""

import hashlib
import importlib.util
import subprocess
import sys
import tracemalloc
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any, cast

import pytest
from hypothesis import example, given, strategies as st

from rules.trail.commitments import commitments_in_python, merkle_root_in_python
from tests.support.outside import lacking

ROOT = Path(__file__).resolve().parents[2]
PAIRS = st.lists(st.tuples(st.binary(min_size=32, max_size=32), st.binary(max_size=300)), min_size=1, max_size=70)


def loaded(name: str, file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


HOOK = loaded("hatch_build", ROOT / "hatch_build.py")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    file, message = HOOK.compiled(ROOT / "rules" / HOOK.SOURCE, tmp_path_factory.mktemp("compiled"))
    if file is None and ("openssl/" in message or "Python.h" in message):
        lacking(message)
    assert file is not None, message
    return loaded("_commitments", file)


@given(pairs=PAIRS)
@example(pairs=[(bytes(32), bytes(70_000))])
def test_the_extension_and_python_compute_the_same_digests(made: Any, pairs: list[tuple[bytes, bytes]]) -> None:
    salts, steps = b"".join(salt for salt, _ in pairs), [step for _, step in pairs]
    leaves = commitments_in_python(salts, steps)
    assert made.commitments(salts, tuple(steps)) == leaves
    assert made.root(leaves) == merkle_root_in_python(leaves)


def test_invalid_input_is_refused(made: Any) -> None:
    for salts, steps in ((bytes(32), []), (bytes(31), [b""]), (bytes(64), [b""])):
        with pytest.raises(ValueError, match="salt of 32 bytes"):
            made.commitments(salts, steps)
    with pytest.raises(TypeError):
        made.commitments(bytes(64), [b"", "text"])
    with pytest.raises(TypeError):
        made.commitments(bytes(32), None)
    with pytest.raises(ValueError, match="32 bytes"):
        made.root([bytes(32), bytes(31)])
    with pytest.raises(ValueError, match="at least one"):
        made.root([])
    with pytest.raises(TypeError):
        made.root([bytes(32), "text"])


def committed_and_refused(made: Any, times: int) -> None:
    """Call the extension with valid and invalid temporary objects, to exercise every return path."""
    for _ in range(times):
        steps = [bytes(90) for _ in range(3)]
        made.root(iter(made.commitments(bytes(32 * 3), iter(steps))))
        for compute, *given_up in (
            (made.commitments, bytes(32 * 3), (*steps, b"")),
            (made.commitments, bytes(32 * 4), (*steps, "text")),
            (made.root, (bytes(31) for _ in range(3))),
            (made.root, (str(place) for place in range(3))),
        ):
            with suppress(ValueError, TypeError):
                compute(*given_up)


def test_memory_does_not_leak(made: Any) -> None:
    """Memory must not grow with repetitions; one leaked digest per repetition would add up to 65 kB."""
    tracemalloc.start()
    try:
        committed_and_refused(made, 10)
        before = tracemalloc.get_traced_memory()[0]
        committed_and_refused(made, 1000)
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert grown < 16_000


def test_python_is_used_if_the_extension_is_missing() -> None:
    code = (
        "import sys; sys.modules['rules.trail._commitments'] = None\n"
        "from rules.trail import commitments as made\n"
        "assert made._compute_commitments is made.commitments_in_python\n"
        "assert made._compute_root is made.merkle_root_in_python\n"
        "print(made.merkle_root(made.commitments(bytes(32), [b'[1]', b'[2]', b'[3]'])).hex())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)  # noqa: S603
    leaves = commitments_in_python(hashlib.shake_256(bytes(32)).digest(96), [b"[1]", b"[2]", b"[3]"])
    assert done.stdout.strip() == merkle_root_in_python(leaves).hex()


@pytest.mark.parametrize("compiler", [None, "/no/such/compiler -shared"])
def test_a_missing_compiler_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, compiler: str | None) -> None:
    real = cast("Any", HOOK.sysconfig).get_config_var
    monkeypatch.setattr(HOOK.sysconfig, "get_config_var", lambda name: compiler if name == "LDSHARED" else real(name))
    file, message = HOOK.compiled(ROOT / "rules" / HOOK.SOURCE, tmp_path)
    assert file is None
    assert "compiler" in message
