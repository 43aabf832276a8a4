"""Who evaluates in this process?"""
