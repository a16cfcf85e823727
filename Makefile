# Everything a newcomer needs: `make run`, `make test`. Both set up what they need in .venv first.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
ARTICLE ?= seeds/000_4186c03791c7da8f.txt

.PHONY: run test lint bench package setup lock clean

run: setup
	$(BIN)/python -m tools.run $(ARTICLE)

test: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --dist loadfile

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

# One folder in dist/ that runs without Python; PyInstaller's own pins lie beside its recipe.
package: setup
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --upgrade --target build/pyinstaller \
		-r tools/package/requirements.lock
	PYTHONPATH=build/pyinstaller $(BIN)/python -m PyInstaller --noconfirm --log-level WARN tools/package/fact-check.spec
	$(BIN)/python -m tools.package.trial dist/fact-check-workbench

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Versions and hashes, no addresses: any package index that has these files will do.
lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --python-version 3.11 --universal --extra dev --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-annotate --no-header pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-emit-find-links \
		--no-annotate --no-header tools/package/requirements.in -o tools/package/requirements.lock

clean:
	rm -rf $(VENV) build dist out *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
