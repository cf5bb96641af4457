"""One command from a folder of pictures to a published model; only what changed is done again."""
