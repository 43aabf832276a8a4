"""Does a draft hold? Its examples run on both evaluators, its edges are covered, and it can be published."""
