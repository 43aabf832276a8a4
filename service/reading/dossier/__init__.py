"""How is a dossier, a YAML or JSON file about one subject, read?"""
