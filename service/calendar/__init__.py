"""Which day brings what: what starts, ends, is superseded, expires or is due?"""
