# The commands of the newspaper. What they do is in tools/, what they obey is in docs/settings.md.
PYTHON ?= python3

.PHONY: run test lint messages bench

run: .venv/requirements.txt
	@.venv/bin/python -m tools.run

test: .venv/requirements-dev.txt
	@.venv/bin/python -m tools.suite

lint: .venv/requirements-dev.txt
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/python manage.py makemigrations --check --dry-run

# One script for each question; none is part of the tests.
bench: .venv/requirements.txt
	@for script in benchmarks/*.py; do .venv/bin/python -m "benchmarks.$$(basename $$script .py)" || exit; done

messages: .venv/requirements.txt
	.venv/bin/python -m tools.messages

# A copy of the list that was installed: when the list is newer, it is installed again.
.venv/requirements.txt: requirements.txt | .venv/bin/pip
.venv/requirements-dev.txt: requirements-dev.txt requirements.txt | .venv/bin/pip
.venv/requirements-typesense.txt: requirements-typesense.txt | .venv/bin/pip
.venv/%.txt:
	@echo "Installing $<"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@cp $< $@

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Newsroom needs Python 3.11 or newer: make run PYTHON=python3.12")'
	@echo "Making a virtual environment in .venv"
	@$(PYTHON) -m venv .venv
