"""How does a command answer on a terminal, and which rules and servers does it mean?"""
