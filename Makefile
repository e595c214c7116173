# The development workflow, executable. `make help` lists the targets.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MEMBERS := shared services/ingest services/enrich services/publish
# The locks are complete: nothing is left for pip to resolve.
PIP_FLAGS := --quiet --quiet --disable-pip-version-check --no-deps
INSTALLED := $(VENV)/.installed
SOURCES := $(wildcard shared/src services/*/src) tests bench

.PHONY: help run test test-unit lint format bench train train-decisions train-main-body evaluate lock lock-check schemas clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

run: $(INSTALLED) ## start everything with the demo reports; Ctrl-C stops it
	@$(BIN)/newsroom up --demo

test: $(INSTALLED) ## every test
	@$(BIN)/python -m pytest

test-unit: $(INSTALLED) ## the tests that need no server
	@$(BIN)/python -m pytest tests/unit tests/contract

lint: $(INSTALLED) ## format check, ruff, mypy, import contracts, schemas
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy shared/src services/ingest/src services/enrich/src services/enrich/training services/publish/src tests
	@$(BIN)/lint-imports

format: $(INSTALLED) ## rewrite the code in the one format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(INSTALLED) ## measure throughput as ratios to the bare limit of this machine
	@$(BIN)/python bench/hop.py

# The annotated reports that were read, seen from services/enrich. The names model learns nothing of the first set.
READ := $(addprefix ../../tests/evaluation/,development cases hands opened)

train: $(INSTALLED) ## train the names model anew (minutes on one core); ARGS="--hold-out west" measures it
	@cd services/enrich && PYTHONPATH=. OMP_NUM_THREADS=1 ../../$(BIN)/python -m training.names \
		$(or $(ARGS),--output src/newsroom_enrich/data/names) $(wordlist 2,4,$(READ))

train-decisions: $(INSTALLED) ## learn anew which documents were decided on (two minutes)
	@cd services/enrich && PYTHONPATH=. OMP_NUM_THREADS=1 ../../$(BIN)/python -m training.decisions \
		--output src/newsroom_enrich/data/decisions.json $(READ)

train-main-body: $(INSTALLED) ## learn anew which body a report is about (a minute); ARGS="--hold-out 10" measures it
	@cd services/enrich && PYTHONPATH=. OMP_NUM_THREADS=1 ../../$(BIN)/python -m training.main_body \
		$(or $(ARGS),--output src/newsroom_enrich/data/main_body.json) $(READ)

evaluate: $(INSTALLED) ## how good enrichment is on annotated reports; ARGS="--details" lists each mistake
	@$(BIN)/python tests/evaluation/evaluate.py $(ARGS)

schemas: $(INSTALLED) ## write docs/schemas and docs/configuration.md from the models
	@$(BIN)/python -m newsroom.contracts.schemas docs/schemas
	@$(BIN)/python -m newsroom.settings.reference docs/configuration.md

# Requirements with hashes and without addresses: any index or mirror serves them.
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate \
	--no-header --no-emit-package newsroom-shared --no-emit-package newsroom-ingest \
	--no-emit-package newsroom-enrich --no-emit-package newsroom-publish

lock: $(VENV)/.tools ## compile requirements/*.txt anew from the pyproject files
	@for service in ingest enrich publish; do \
		$(COMPILE) services/$$service/pyproject.toml --output-file requirements/$$service.txt; done
	@$(COMPILE) requirements/build.in --output-file requirements/build.txt
	@$(COMPILE) requirements/dev.in $(MEMBERS:%=%/pyproject.toml) --all-extras --output-file requirements/dev.txt

lock-check: lock ## fail when the locks do not match the pyproject files
	@git diff --exit-code --stat requirements || { echo "Run make lock and commit requirements/."; exit 1; }

$(VENV)/.tools:
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet uv
	@touch $@

clean: ## remove the environment and the caches (var/ stays: it holds your data)
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(INSTALLED): requirements/dev.txt $(MEMBERS:%=%/pyproject.toml)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Newsroom needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 ..."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) ..."
	@$(BIN)/python -m pip install $(PIP_FLAGS) --require-hashes -r requirements/dev.txt
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pip install $(PIP_FLAGS) --no-build-isolation $(MEMBERS:%=-e %)
	@touch $@
