"""Judgements of pairs as files, and the arithmetic of weights for people and programs."""
