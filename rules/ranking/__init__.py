"""Ranking: ranks and summary statistics of the subjects of one track."""
