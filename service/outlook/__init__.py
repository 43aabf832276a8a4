"""Outlook: stored results that would come out differently now or on a known day, found by repeated evaluation."""
