"""Ranking of subjects in a track by score: handler and output formats."""
