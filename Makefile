# Every target brings its own set-up; nothing is done twice (scripts/set-up).
.PHONY: help demo explore serve test test-neo4j lint bench train lock
.DEFAULT_GOAL := help

python := .venv/bin/python
PORT ?= 8765
COMMUNIQUE_GOLD ?= ../shared/gold
COMMUNIQUE_CORPUS ?= ../shared/corpus
annotated := $(addprefix $(COMMUNIQUE_GOLD)/,seed dev own) tests/gold/example training/own training/corpus training/judged

help:
	@echo "make demo    read the sample feed, answer five questions, write communique-data/graph.html"
	@echo "make explore the sample feed in a browser (PORT=$(PORT))"
	@echo "make serve   the one-file page on loopback (PORT=$(PORT))"
	@echo "make test    the tests"
	@echo "make test-neo4j   those that need a Neo4j, on NEO4J_VERSION with JAVA_HOME"
	@echo "make lint    ruff, mypy, import-linter, and the types of web/"
	@echo "make bench   the benchmarks, which print what they measured"
	@echo "make train   the scorer's weights, from the annotated releases that are at hand"
	@echo "make lock    resolve requirements.lock afresh (needs uv)"

demo:
	@scripts/set-up
	@scripts/demo

explore:
	@scripts/set-up
	@scripts/demo --quiet
	@.venv/bin/communique explore --data communique-data --port $(PORT)

serve:
	@scripts/set-up
	@scripts/demo --quiet
	@mkdir -p communique-data/page && cp communique-data/graph.html communique-data/page/index.html
	@echo "http://127.0.0.1:$(PORT)/ (Ctrl-C stops it)"
	@$(python) -m http.server --bind 127.0.0.1 --directory communique-data/page $(PORT)

# What Python compiles is kept, whatever the shell says, or each of the commands that the tests
# start would compile it again.
test: export PYTHONDONTWRITEBYTECODE :=
test:
	@scripts/set-up --browser --neo4j --fuseki --owl
	@$(python) -m pytest -n 2 $(PYTEST_OPTIONS)

# The tests of the stores on another Neo4j: make test-neo4j NEO4J_VERSION=2026.08.1 JAVA_HOME=…
test-neo4j:
	@scripts/set-up --neo4j
	@$(python) -m pytest -m neo4j $(PYTEST_OPTIONS)

lint:
	@scripts/set-up
	@$(python) -m ruff check --quiet
	@$(python) -m ruff format --check --quiet
	@$(python) -m mypy --no-error-summary
	@.venv/bin/lint-imports >.venv/lint-imports.txt || { cat .venv/lint-imports.txt; exit 1; }
	@scripts/page --types
	@echo "lint: ruff, mypy, import-linter and tsc find nothing"

bench:
	@scripts/set-up
	@set -e; for file in benchmarks/accuracy.py benchmarks/identity.py benchmarks/speed.py; do echo "== $$file"; $(python) "$$file"; done

# One thread for linear algebra: its threads wait for each other longer than they work.
train:
	@scripts/set-up
	@OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 $(python) -m communique.training $(wildcard $(annotated)) --corpus $(COMMUNIQUE_CORPUS) \
	  --date "$$(date +%F)"

lock:
	@uv pip compile --quiet --universal --no-header --python-version 3.11 --all-extras --group dev \
	  pyproject.toml -o requirements.lock
