"""Claims and rules to findings."""
