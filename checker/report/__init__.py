"""One result, many renderers: each of them says the same findings in another form."""
