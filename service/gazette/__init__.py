"""Which versions and reference tables are published, and what becomes of a draft?"""
