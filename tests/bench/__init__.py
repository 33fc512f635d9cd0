"""What is measured against other libraries' public suites and in one run with them."""
