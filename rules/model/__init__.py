"""What a scorecard says: the frozen model, its conditions and formulas, its meaning-lint and its digests."""
