"""How does an evaluation read for programs that exchange assessments in OSCAL (NIST)?"""
