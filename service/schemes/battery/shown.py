"""Which commands does the scheme add, and under which heads of the general help?"""

SHOWN = {"read": ("passport",)}
SENTENCES = {
    "passport": "Read a battery passport into a dossier: Catena-X Battery Pass 6.1.0, or parts of the "
    "Battery Pass data model.",
}
