# Touchstone. Run `make` to list the targets.
SHELL       := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# `make test PYTHONS=python3.13 VENV=.venv-3.13` tests another Python in its own environment. The first Python that was
# built with optimizations is used. System Pythons are. Those of version managers often are not, and up to a seventh
# slower.
PYTHONS ?= /usr/bin/python3 python3.12 python3.11 python3.13 python3 python3.14
VENV    ?= .venv
BIN     := $(VENV)/bin
STAMP   := $(VENV)/.stamp
PIP     := $(BIN)/python -m pip --quiet --disable-pip-version-check
# The definitions of HTTP paths, which the compilers of proto/ need. A package contains them.
GOOGLE_API = "$$($(BIN)/python -c 'from google.api import http_pb2; print(http_pb2.__file__.rpartition("/")[0])')"

# Folders of the distributions: the API with its client, the core, the service, its pages, and the products.
PROJECTS := proto rules . deploy/workbench deploy/products

# The inference library as one wheel for every Python (docs/adr/0009), rebuilt when one of its files changes.
ENGINE := $(VENV)/engine
LOCKED := $(VENV)/.locked
BUILT  := $(ENGINE)/.stamp

# Lock files are resolved for all supported Pythons at once, and name no registry. They include all optional parts of a
# server: every kind of document and both databases. deploy/engine locks the sources of the inference library, and the
# client is in proto/.
NAMES   := client products rules scorecards workbench
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile pyproject.toml --quiet --upgrade \
           --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
           --no-emit-package durable-rules $(NAMES:%=--no-emit-package touchstone-%) \
           --extra server --extra editor --extra s3 --extra pull --extra plan

# Write compiled modules, so that hundreds of test processes do not compile them again.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help python setup demo test test-all explore core lint style breaking proto lock gazette kept docs wheel clients image sbom audit benchmarks reliability clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

setup: $(STAMP) ## create .venv and install the locked dependencies

# A python on PATH may be a version manager's shim that cannot run, so each candidate is run. It prints whether it was
# built with optimizations. Distribution Pythons (below /usr) always are, even where, as in Debian, no flag shows it.
BUILD = import importlib.util as have, pathlib, sys, sysconfig; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15) \
    or not have.find_spec("ensurepip") or not pathlib.Path(sysconfig.get_path("include"), "Python.h").is_file() \
    or print("with" if sys.base_prefix == "/usr" or "--enable-optimizations" in str(sysconfig.get_config_var("CONFIG_ARGS")) \
    or "-fprofile-use" in str(sysconfig.get_config_var("PY_CORE_CFLAGS")) else "without", "optimisations"))
python: ## print the Python for .venv: the first optimized Python 3.11 to 3.14 with headers and venv
	@plain=; for python in $(PYTHONS); do case $$($$python -c '$(BUILD)' 2>/dev/null) in \
	    with\ *) echo $$python; exit;; without\ *) plain=$${plain:-$$python};; esac; done; \
	if [ -n "$$plain" ]; then echo $$plain; exit; fi; \
	echo "setup: no Python 3.11 to 3.14 with headers and venv among: $(PYTHONS)" >&2; exit 1

# uv installs from the same lock file in a fraction of pip's time. pip installs uv by its hashes, and replaces it where
# only pip is configured to reach a package index.
$(LOCKED): requirements-dev.txt
	@python=$$($(MAKE) --silent --no-print-directory python); \
	echo "setup: using $$python, $$($$python --version), built $$($$python -c '$(BUILD)')"; \
	$$python -m venv $(VENV)
	@awk '/^uv==/ {on = 1} on {print} on && !/\\$$/ {exit}' requirements-dev.txt > $(VENV)/uv.txt
	@$(PIP) install --require-hashes --no-deps -r $(VENV)/uv.txt
	@index="$$($(BIN)/python -m pip config get global.index-url 2>/dev/null || true)"; \
	if [ -n "$$index" ]; then export UV_DEFAULT_INDEX="$${UV_DEFAULT_INDEX:-$$index}"; fi; \
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.txt || { \
	    echo "setup: uv could not install what is locked; pip is tried" >&2; \
	    $(PIP) install --require-hashes -r requirements-dev.txt; }
	@touch $@

$(BUILT): $(wildcard deploy/engine/*) | $(LOCKED)
	@rm -rf $(ENGINE) && mkdir -p $(ENGINE)/source
	@$(PIP) download --no-deps --no-binary durable-rules --require-hashes -r deploy/engine/requirements.txt --dest $(ENGINE)
	@tar -xzf $(ENGINE)/durable_rules-*.tar.gz --strip-components=1 -C $(ENGINE)/source
	@cp deploy/engine/* $(ENGINE)/source
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir $(ENGINE) $(ENGINE)/source
	@touch $@

$(STAMP): $(LOCKED) $(BUILT) $(PROJECTS:%=%/pyproject.toml) hatch_build.py rules/trail/_commitments.c
	@$(PIP) install --no-deps --force-reinstall $(ENGINE)/*.whl
	@$(PIP) install --no-deps --no-build-isolation $(PROJECTS:%=--editable ./%)
	@mkdir -p proto/google/api
	@cp $(addprefix $(GOOGLE_API)/,annotations.proto field_behavior.proto http.proto resource.proto) proto/google/api/
	@touch $@

demo: setup ## score the example dossiers with a running service
	$(BIN)/python -m service.reference.demo

# There is one process more than cores, and mypy runs in parallel, because tests also wait for servers to start and stop.
PROCESSES ?= $(shell echo $$(( $$(getconf _NPROCESSORS_ONLN) + 1 )))
PYTEST    := $(BIN)/pytest --processes $(PROCESSES)
test: ## lint, check types, and run every test that is not marked full
test-all: ## lint, check types, and run every test at full size; print the 20 slowest
test-all: TIER := --full --durations 20
test test-all: setup style
	@$(BIN)/mypy > $(VENV)/mypy.log 2>&1 & types=$$!; failed=0; \
	$(PYTEST) $(TIER) || failed=$$?; \
	wait $$types || failed=1; cat $(VENV)/mypy.log; exit $$failed

SECONDS ?= 300
explore: setup ## test every property with new random examples: SECONDS=300, SEED=n to repeat a run
	$(BIN)/python -m tests.support.explore --seconds $(SECONDS) --processes $(PROCESSES) $(if $(SEED),--seed $(SEED))

core: setup ## run only the core tests, for another Python or a rebuilt inference library
	$(PYTEST) tests/engine tests/contracts tests/trail

lint: style ## check formatting, style, types, layers and the API definition
	$(BIN)/mypy

# The pages for contributors. The other pages are checked for spelling only.
PROSE := CONTRIBUTING.md SECURITY.md CODE_OF_CONDUCT.md docs/ci.md docs/adr benchmarks/README.md tests/reliability/README.md
style: setup breaking
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/codespell rules service proto/touchstone benchmarks examples docs *.md Makefile .ci
	$(BIN)/pytest --quiet --full tests/meta/test_plain_words.py
	$(BIN)/proselint --config .proselintrc.json check $(PROSE)
	$(BIN)/buf lint proto
	$(BIN)/buf format --diff --exit-code proto

# Compare uncommitted changes with the last commit, or a clean tree with the previous commit.
breaking: setup ## find breaking changes of proto/ since the previous commit
	@base=HEAD; git diff --quiet HEAD -- proto 2>/dev/null && base=HEAD~1; \
	if git rev-parse --verify --quiet "$$base:proto/touchstone" >/dev/null 2>&1; then \
	    echo "breaking: comparing proto/ with $$base"; before=$$(mktemp -d); \
	    git archive $$base proto | tar -x -C $$before && cp -r proto/google $$before/proto/; \
	    $(BIN)/buf breaking proto --against $$before/proto; ended=$$?; rm -rf $$before; exit $$ended; \
	else \
	    echo "breaking: SKIPPED, no earlier commit has a proto/ to compare with"; \
	fi

proto: setup ## regenerate the gRPC stubs
	$(BIN)/python -m grpc_tools.protoc -I proto --python_out=proto --pyi_out=proto --grpc_python_out=proto \
	    proto/touchstone/v1/*.proto proto/touchstone/internal/v1/*.proto

lock: ## resolve the dependencies again and rewrite the lock files
	@test -x $(BIN)/uv || $(MAKE) setup
	$(COMPILE) --extra dev --extra assistant --extra bulk --extra ray --output-file requirements-dev.txt
	$(COMPILE) --constraint requirements-dev.txt --output-file requirements.txt
	$(COMPILE) --extra benchmarks --constraint requirements-dev.txt --output-file requirements-benchmarks.txt
	@! grep -nE 'https?://' requirements*.txt

gazette: setup ## publish every draft with an unpublished version; describe it in scorecards/CHANGELOG.md first
	for card in features/*/card.en.feature; do $(BIN)/touchstone publish "$$(dirname "$$card")"; done

kept: setup ## before the first release: regenerate tests/corpus/kept/, after `make gazette`
	rm -f tests/corpus/kept/*.jsonl tests/corpus/kept/*.gz tests/corpus/kept/digests.json
	$(BIN)/python -m tests.support.kept
	$(BIN)/python -m tests.service.store.kept_stores

docs: setup ## generate docs/reference/ and tables from the code, and build the documentation site in dist/docs/
	$(BIN)/python -m service.reference
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet
	@echo "dist/docs/index.html"

# Users install from this folder by name, so earlier wheels are removed.
wheel: setup ## build the wheels in dist/: the distributions, with the published scorecards, and the inference library
	@rm -f dist/*.whl
	$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist $(PROJECTS:%=./%)
	@SOURCE_DATE_EPOCH=1580601600 PATH="$(abspath $(BIN)):$$PATH" $(BIN)/auditwheel repair --wheel-dir dist $(ENGINE)/*.whl

# Tools: proto/clients/README.md. The tests build the same clients, and cache them.
clients: setup ## build the clients in TypeScript, Go and Java in dist/clients/ (LANGUAGES=go builds one)
	@$(BIN)/python proto/clients/build.py $(LANGUAGES)

CONTAINER ?= docker
image: wheel ## build the container image touchstone from the wheels (docker or CONTAINER=podman; needs the network)
	$(CONTAINER) build --file deploy/Containerfile --tag touchstone .

IMAGE_LOCKS := requirements.txt deploy/engine/requirements.txt
# Both tools run outside .venv. Otherwise their dependencies would be locked with the examined packages.
sbom: setup ## write dist/touchstone.cdx.json, the bill of materials of the image (CycloneDX; needs the network)
	@mkdir -p dist
	@cat $(IMAGE_LOCKS) | $(BIN)/uv tool run --quiet --from 'cyclonedx-bom>=7.5,<8' cyclonedx-py requirements - \
	    --pyproject pyproject.toml --mc-type application --output-reproducible --output-file dist/touchstone.cdx.json || \
	    { echo "sbom: not written; cyclonedx-bom is fetched from a package index, which needs the network" >&2; exit 1; }

# Strict, because a package that is missing in the database would otherwise count as free of vulnerabilities.
audit: setup ## find known vulnerabilities in the locked packages of the image (needs the network)
	@$(BIN)/uv tool run --quiet --from 'pip-audit>=2.10,<3' pip-audit --strict --progress-spinner off \
	    $(IMAGE_LOCKS:%=--requirement %) --require-hashes --disable-pip || \
	    { echo "audit: failed; a vulnerability is listed above, or pip-audit or PyPI's database of them was not" \
	        "reached, and then nothing is known: it needs the network" >&2; exit 1; }

benchmarks: setup ## compare speed with zen-engine, a bare RPC, other sizes and a full archive (about fifteen minutes)
	$(PIP) install --require-hashes -r requirements-benchmarks.txt
	$(BIN)/python -m benchmarks.core
	$(BIN)/python -m benchmarks.service
	$(BIN)/python -m benchmarks.steps
	$(BIN)/python -m benchmarks.scaling
	$(BIN)/python -m benchmarks.archive
	$(BIN)/python -m benchmarks.cases
	$(BIN)/python -m benchmarks.cases --store postgresql
	$(BIN)/python -m benchmarks.workbench
	$(BIN)/python -m benchmarks.editing
	$(BIN)/python -m benchmarks.proofs
	$(BIN)/python -m benchmarks.following
	$(BIN)/python -m benchmarks.feeds
	$(BIN)/python -m benchmarks.outlook --sample 1
	$(BIN)/python -m benchmarks.uses
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.card_examples
	$(BIN)/python -m benchmarks.start
	$(BIN)/python -m benchmarks.unknowns
	$(BIN)/python -m benchmarks.batch --subjects 2000
	$(BIN)/python -m benchmarks.declaration
	$(BIN)/python -m benchmarks.claims.checking
	$(BIN)/python -m benchmarks.claims.screening
	$(BIN)/python -m benchmarks.bulk

reliability: setup ## run the reliability tests of tests/reliability/README.md at full size (some hours)
	$(BIN)/python -m tests.reliability kill --store sqlite
	$(BIN)/python -m tests.reliability kill --store postgresql
	$(BIN)/python -m tests.reliability overload
	$(BIN)/python -m tests.reliability fuzz
	$(BIN)/python -m tests.reliability soak
	$(BIN)/pytest --full tests/examples/test_first_server.py
	$(PYTEST) --full tests/features/test_english_examples.py tests/features/test_chinese_examples.py
	TOUCHSTONE_EVERY_VERSION=1 $(PYTEST) --full tests/meta/test_gazette.py tests/recomputation tests/service/bulk/test_equal_to_core.py

clean: ## remove everything that the other targets created
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -type d -name __pycache__ -prune -exec rm -rf {} +
