"""With which words are claims found, judged and asked about? They stand in `words.toml`."""

from __future__ import annotations

from rules.contracts.toml_files import wording

words = wording(__name__)
