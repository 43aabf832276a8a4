"""Search of published scorecards by the legal instruments that their rules are based on."""
