# `make` alone lists what there is. Everything sets itself up: Python 3.11+ (with venv), make and git are enough.
SHELL := /bin/sh
.DEFAULT_GOAL := help
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && command -v $$p && break; done)
UV := .cache/uv/bin/uv
SYNC := UV_PROJECT_ENVIRONMENT=.venv $(UV) sync --locked --quiet --python "$(PYTHON)"
IN := .venv/bin
RIGHTS := $(addprefix tests/architecture/,test_rights.py test_rights_of_kinds.py test_bin_hides.py)

# Where compiled modules are not kept, each of the thousand processes of a test run would compile a thousand modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test check check-server check-client bench setup setup-run openapi pictures format

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: setup-run ## start Milepost with its demo, print the address and the password
	@$(IN)/python hatch_build.py
	@exec $(IN)/milepost run

test: setup ## everything that must hold: check, tests on SQLite and PostgreSQL, the browser
	@$(IN)/python hatch_build.py
	@$(MAKE) --no-print-directory check
	@sh tests/prepare_browser.sh
	@$(IN)/pytest -n 2 --dist loadscope --ignore=tests/journeys
	@$(IN)/pytest -n 2 --dist loadscope --database postgresql tests/api tests/org tests/safekeeping/test_moving.py tests/safekeeping/test_killed.py || test $$? = 77
	@$(IN)/pytest -n 2 --dist loadfile tests/journeys

check: setup ## the inner loop: style, types, layers, budgets, the client's own checks
	@$(MAKE) --no-print-directory -j2 check-server check-client

check-server:
	@$(IN)/ruff check --quiet && $(IN)/ruff format --check --quiet
	@$(IN)/lint-imports --no-cache >.cache/imports 2>&1 || { cat .cache/imports; exit 1; }
	@$(IN)/mypy
	@$(IN)/pytest -q tests/architecture $(RIGHTS:%=--ignore=%)

check-client:
	@$(IN)/python hatch_build.py run --silent check

bench: setup ## the figures: each benchmark prints what it measured, and the machine
	@for script in benchmarks/[a-z]*.py; do echo "== $$script"; $(IN)/python $$script || exit 1; done

openapi: setup ## write openapi.json and the browser's typed client anew
	@$(IN)/milepost openapi > openapi.json.new && mv openapi.json.new openapi.json
	@$(IN)/python hatch_build.py run --silent openapi

pictures: setup ## the pictures of every page in docs/pictures
	@$(IN)/python hatch_build.py
	@$(IN)/python docs/pictures/take.py

format: setup ## let ruff put the Python files in order
	@$(IN)/ruff check --fix --quiet; $(IN)/ruff format --quiet

$(UV):
	@test -n "$(PYTHON)" || { echo "Milepost needs Python 3.11, 3.12 or 3.13 with its venv module. On Debian: apt install python3 python3-venv"; exit 1; }
	@"$(PYTHON)" -m venv .cache/uv
	@.cache/uv/bin/pip install --quiet --disable-pip-version-check 'uv>=0.6'

setup: $(UV)
	@$(SYNC)

setup-run: $(UV)
	@$(SYNC) --no-dev --inexact
	@$(IN)/python hatch_build.py --has-node || $(SYNC) --no-dev --inexact --group node
