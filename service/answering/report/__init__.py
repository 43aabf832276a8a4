"""How is an evaluation printed, so that a person can sign it and another can check it?"""
