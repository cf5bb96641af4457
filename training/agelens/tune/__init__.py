"""Finding out whether a network can learn, and with which settings it learns best."""
