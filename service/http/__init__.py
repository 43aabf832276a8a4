"""How is the API had as JSON over HTTP?"""
