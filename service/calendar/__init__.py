"""Which day brings what, and what applied on one?"""
