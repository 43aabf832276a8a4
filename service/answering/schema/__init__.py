"""Which dossiers does a card take, said as a JSON Schema, so that a form or another system can fill one in?"""
