"""Networks described by a JSON spec and built as PyTorch modules."""
