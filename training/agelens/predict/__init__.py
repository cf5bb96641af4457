"""From crops to a network's outputs, and from outputs to classes, years and intervals."""
