"""Where do evaluations rest, once and for all?"""
