"""Sentence encoder: the meaning of a sentence as a score, by a small transformer in whole numbers."""
