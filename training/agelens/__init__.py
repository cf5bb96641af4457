"""Training, measuring and exporting compact age networks for AgeLens."""
