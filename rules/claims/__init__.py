"""How do the cards on environmental claims answer together for one claim, by jurisdiction and time?"""
