"""Page texts in English and Chinese, one file per section."""
