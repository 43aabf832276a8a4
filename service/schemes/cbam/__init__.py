"""CBAM (Carbon Border Adjustment Mechanism): declarations, border comparison and reports."""
