"""Which commands does screening by columns add, where do they stand, and under which heads of the general help?"""

SHOWN = {"assess": ("evaluate-bulk", "replay", "export-evaluations"), "author": ("impact",)}
MODULES = {"replay": "replay_command", "impact": "impact_command", "export-evaluations": "export_command"}
SENTENCES = {
    "evaluate-bulk": "Screen millions of subjects by columns: score, grade, gates, points, findings and verdict "
    "of each.",
    "replay": "Say what another version, or a draft, would conclude of all that an organisation has evaluated under a "
    "card.",
    "impact": "Say whom a draft moves: who gains, who loses which grade, by which rules, and what would be open.",
    "export-evaluations": "Write what is stored of an organisation as one table for reports: Parquet, CSV or XLSX.",
}
