"""Reports as single HTML files: no other file, no network, readable in the light and in the dark."""
