# Everyday commands. `make setup` once, then any of the others.
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: setup test lint format types contract rules demo ci

setup:  ## A virtual environment with the checker and its tools
	python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --editable ".[dev]"

test:  ## All tests
	$(BIN)/pytest

lint:  ## Style, without changing anything
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format:  ## Mend the style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types:  ## Types, strictly
	$(BIN)/mypy

contract:  ## Each floor imports only the floors under it
	$(BIN)/lint-imports

rules:  ## Each rule by its own examples
	$(BIN)/checker rules test

demo:  ## The report on a dossier of the corpus
	-$(BIN)/checker check corpus/war-tolls

ci:  ## Everything that must hold before a change lands
	.ci/run
