"""Documents to mentions and claims."""
