"""What a network's answers depend on: damage to pictures, parts of the face, groups of people."""
