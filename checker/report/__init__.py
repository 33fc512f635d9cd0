"""One finding, many renderers, one file each."""
