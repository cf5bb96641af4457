"""The aligned crops of a data set: one array on disk, and its parts in memory."""
