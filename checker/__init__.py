"""A cross-source fact-consistency checker for editors."""
