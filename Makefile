# Four commands: make install, make check, make test, make demo. Needs Python 3.11 or later, make and git.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
RECORD ?= demo.record

.PHONY: install install-dev check format test demo lock clean
.DEFAULT_GOAL := help

help: ## Say what the commands do
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "onrecord needs Python 3.11 or later: name one with 'make PYTHON=python3.12 ...'"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements/run.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements/dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/dev.txt
	@touch $@

install: $(VENV)/.installed ## Install onrecord into .venv

install-dev: $(VENV)/.installed-dev ## Install what the checks and tests need as well

demo: install ## Read the sample reports, write the situation report, say what was found
	$(BIN)/onrecord add $(RECORD) samples/idlib-2020
	$(BIN)/onrecord check $(RECORD)
	$(BIN)/onrecord sitrep $(RECORD) --output demo-sitrep.html
	@$(BIN)/onrecord show $(RECORD) figures
	@echo
	@echo "The record is $(RECORD); its situation report is demo-sitrep.html: open it in a browser."
	@echo "Next: $(BIN)/onrecord serve $(RECORD) opens it in a browser; $(BIN)/onrecord --help says what else there is."

check: install-dev ## Formatter, linter, strict types, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: install-dev ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: install-dev ## Run the tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

lock: | $(BIN)/python ## Pin the dependencies again, with hashes (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra build pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --extra dev --extra build -c requirements/run.txt pyproject.toml -o requirements/dev.txt

clean: ## Remove what the commands made
	rm -rf $(VENV) demo.record* demo-sitrep.html .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .grimp_cache .hypothesis
