"""Reading face pictures and their labels, and turning them into training arrays."""
