"""How are many subjects evaluated at once, and taken up again after an interruption?"""
