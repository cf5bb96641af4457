"""Self-contained HTML reports: one page, drawings inside it, nothing loaded from elsewhere."""
