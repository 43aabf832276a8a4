"""Sentence encoder package: a small transformer in integer arithmetic."""
