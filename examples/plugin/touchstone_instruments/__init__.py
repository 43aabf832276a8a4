"""Search of published scorecards by the instruments that their rules rest on."""
