"""All published models in one table."""
