# How one works on mirrorpress. Each command sets up what it needs, and only when something changed.
#
#   make demo     mirror a small fictional newsroom into demo/, and say where to look
#   make test     the tests
#   make lint     ruff          make types   mypy --strict
#   make bench    measurements beside their peers
#   make docs     check that docs/ names every setting and every command
#   make lock     write requirements/*.lock again from pyproject.toml

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test lint types bench docs lock clean

demo: .make/run
	$(BIN)/mirrorpress demo demo

# On every core; `pytest tests/x` runs in one process. Tests that share a fixture stay together.
test: .make/dev
	$(BIN)/python -m pytest -n auto --dist loadgroup

lint: .make/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .make/dev
	$(BIN)/mypy

bench: .make/bench
	$(BIN)/python -m benchmarks

docs: .make/dev
	$(BIN)/python -m pytest tests/test_docs.py

# The lock holds hashes and no address: whoever installs chooses the registry. `uv` is on PyPI.
lock:
	$(PYTHON) -m uv --version
	for extra in run dev bench; do \
		$(PYTHON) -m uv pip compile pyproject.toml requirements/build.in \
			$$(test $$extra = run || echo --extra dev) $$(test $$extra != bench || echo --extra bench) \
			--universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
			--quiet --output-file requirements/$$extra.lock; \
	done

clean:
	rm -rf $(VENV) .make demo build dist .pytest_cache .mypy_cache .ruff_cache

# Each of these is a stamp: the environment holds that lock.
.make/run .make/dev .make/bench: .make/%: requirements/%.lock pyproject.toml | .make/venv
	$(PIP) install --require-hashes -r $<
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.make/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mirrorpress needs Python 3.11 or newer; say which with make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	@mkdir -p .make
	@touch $@
