"""CBAM (Carbon Border Adjustment Mechanism): declarations of imported goods, border comparison and reports."""
