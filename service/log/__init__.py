"""Transparency log: proof that a result was noted in time, and that nothing noted was changed or removed."""
