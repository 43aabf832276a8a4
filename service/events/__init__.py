"""How do others learn what happened here: signed webhooks, in order, at least once?"""
