"""Words to values. One file a kind, each with `find(text)` and `parse(words)`."""
