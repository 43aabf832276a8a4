"""Ranking of subjects in a track by score: command handler and output forms."""
