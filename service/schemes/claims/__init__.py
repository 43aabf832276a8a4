"""How does a text become verdicts on its environmental claims, jurisdiction by jurisdiction?"""
