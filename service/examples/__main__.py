"""Copy command for the examples: `python -m service.examples [FOLDER]`, never overwriting files."""

from __future__ import annotations

import sys
from pathlib import Path

from service.examples import examples

folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
folder.mkdir(parents=True, exist_ok=True)
for name, text in examples().items():
    if not (folder / name).exists():
        (folder / name).write_text(text, encoding="utf-8")
    print(folder / name)
