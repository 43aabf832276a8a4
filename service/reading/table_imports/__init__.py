"""How do workbooks and other files become reference tables?"""
