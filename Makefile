# Everything a briefing needs, from articles to a published site. `make` alone prints what there is.
# Variables may stand on the command line: make html SEEDS=articles CONTENT=pages OUTPUTDIR=site

# The interpreter that makes the environment; found when it is needed, unless named.
PY ?=
BASEDIR ?= $(CURDIR)
SEEDS ?= seeds
# CONTENT and INPUTDIR are two names of one folder: the second is what Pelican's users expect.
CONTENT ?= $(if $(filter-out undefined,$(origin INPUTDIR)),$(INPUTDIR),content)
override INPUTDIR := $(CONTENT)
OUTPUTDIR ?= output
CONFFILE ?= $(BASEDIR)/pelicanconf.py
PUBLISHCONF ?= $(BASEDIR)/publishconf.py
PELICANOPTS ?=
CONVERTOPTS ?=
PYTESTOPTS ?=
DEBUG ?= 0
# What `make torture` tries: histories, kills, characters through every pattern and every reader, and seconds of fuzzing
# for each of four parsers.
EXAMPLES ?= 400
KILLS ?= 200
PATTERN_SIZE ?= 1000000
GROWTH_SIZE ?= 50000
FUZZ ?= 1200
TORTURE = histories kills vectors patterns growth fuzzing
PORT ?= 8000
# make serve SERVEOPTS="--prefix /repo/" shows a site that was built for a path
SERVEOPTS ?=
# Where and to which branch `make github` pushes.
REMOTE ?= origin
PAGES_BRANCH ?= gh-pages
# make lock LOCKOPTS=--upgrade moves every version; without it only what pyproject.toml asks for.
LOCKOPTS ?=

VENV := .venv
PYTHON := $(VENV)/bin/python
# As modules, not as scripts: a script names the folder in which the environment was made, and a folder may move.
PELICAN ?= "$(PYTHON)" -m pelican
BRIEFING ?= "$(PYTHON)" -m generator

ifeq ($(DEBUG),1)
override PELICANOPTS += -D
endif

SUPPORTED := python3.11 python3.12 python3.13 python3
BUILD = $(PELICAN) "$(INPUTDIR)" -o "$(OUTPUTDIR)" -s
# What stays until it is stopped takes the place of the recipe's shell (exec), and so ends with make itself.
SERVE = "$(PYTHON)" -m generator.site.serve "$(OUTPUTDIR)" --port $(PORT)
PREVIEW = "$(PYTHON)" -m generator.site.preview "$(OUTPUTDIR)" --seeds "$(SEEDS)" --content "$(INPUTDIR)" \
	--settings "$(CONFFILE)" --port $(PORT)
# The list of its files that a build leaves in its folder: generator/site/output.py.
MANIFEST := .briefing-files.json
# A folder that is not ours is not built into: what stands in it may be somebody's.
GUARD = [ ! -e "$(OUTPUTDIR)" ] || [ -e "$(OUTPUTDIR)/$(MANIFEST)" ] || [ "$(OUTPUTDIR)" = output ] \
	|| [ -z "$$(ls -A "$(OUTPUTDIR)")" ] || { echo "$(OUTPUTDIR) holds files that this program did not make;" \
	"name an empty or a new folder as OUTPUTDIR." >&2; exit 1; }
# The variable as it must stand on the next command line, where it is not the default.
if_not = $(if $(filter-out $(1),$($(2))), $(2)='$($(2))')

.DEFAULT_GOAL := help
.SUFFIXES:
.PHONY: help html clean regenerate serve serve-global devserver devserver-global publish cms github convert check test \
	torture $(TORTURE:%=torture-%) lint format reference words pictures figures package lock env env-base env-dev env-readers

help: ## this list
	@echo "Usage: make TARGET [SEEDS=DIR] [CONTENT=DIR] [OUTPUTDIR=DIR] [PORT=8000] [DEBUG=1] ..."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-18s %s\n", $$1, $$2 }' "$(firstword $(MAKEFILE_LIST))"

html: env ## convert the articles in SEEDS to pages in CONTENT, and build the site into OUTPUTDIR
	@$(GUARD)
	@$(BRIEFING) convert "$(SEEDS)" --content "$(CONTENT)" $(CONVERTOPTS)
	@$(BUILD) "$(CONFFILE)" $(PELICANOPTS)
	@echo
	@echo "The site is in $$(cd "$(OUTPUTDIR)" && pwd)"
	@echo "Look at it: make serve$(call if_not,output,OUTPUTDIR)$(call if_not,8000,PORT), then open http://localhost:$(PORT)/"

convert: env ## convert the articles in SEEDS to pages in CONTENT, and build nothing
	@$(BRIEFING) convert "$(SEEDS)" --content "$(CONTENT)" $(CONVERTOPTS)

check: env-base ## name every fault of the pages in CONTENT, with file, line and remedy
	@$(BRIEFING) check --content "$(CONTENT)"

regenerate: env-base ## build the site again whenever a page, the theme or a setting changes
	@$(GUARD)
	@exec $(BUILD) "$(CONFFILE)" -r $(PELICANOPTS)

serve: env-base ## show the built site at http://localhost:PORT/, as GitHub Pages would
	@exec $(SERVE) $(SERVEOPTS)

serve-global: env-base ## the same, for other machines of the network too
	@exec $(SERVE) --bind 0.0.0.0 $(SERVEOPTS)

devserver: env ## show the site with the editor's desk, and follow every change of seeds, pages, theme or settings
	@$(GUARD)
	@exec $(PREVIEW) $(SERVEOPTS)

devserver-global: env ## the same, for other machines of the network too
	@$(GUARD)
	@exec $(PREVIEW) --bind 0.0.0.0 $(SERVEOPTS)

publish: check ## build the site as it is published (SITEURL=https://...); any fault stops it
	@$(GUARD)
	@$(BUILD) "$(PUBLISHCONF)" --fatal errors $(PELICANOPTS)

cms: env-base ## add to the site in OUTPUTDIR a page in which editors without git change CONTENT
	@$(BRIEFING) cms "$(OUTPUTDIR)" --content "$(CONTENT)"

# The commit is made beside the checkout, in an index of its own: no branch, file or stage of the editor's changes.
github: publish ## publish, and push the site to the branch gh-pages (the workflow in .github does it without this)
	@set -e; index=$$(mktemp -u); trap 'rm -f "$$index"' EXIT; \
	parent=$$(git fetch -q "$(REMOTE)" "refs/heads/$(PAGES_BRANCH)" 2>/dev/null && git rev-parse FETCH_HEAD || true); \
	repository=$$(git rev-parse --absolute-git-dir); \
	GIT_INDEX_FILE="$$index" git -C "$(OUTPUTDIR)" --git-dir="$$repository" --work-tree=. \
		add --all --force -- . ':(exclude)$(MANIFEST)'; \
	tree=$$(GIT_INDEX_FILE="$$index" git write-tree); \
	if [ -n "$$parent" ] && [ "$$tree" = "$$(git rev-parse "$$parent^{tree}")" ]; then \
		echo "$(PAGES_BRANCH) is up to date."; exit 0; fi; \
	commit=$$(git commit-tree "$$tree" $${parent:+-p "$$parent"} -m "Site of $$(git rev-parse --short HEAD)"); \
	git push -q "$(REMOTE)" "$$commit:refs/heads/$(PAGES_BRANCH)"; \
	echo "Pushed the site to $(PAGES_BRANCH) of $(REMOTE)."

clean: ## take away what was built into OUTPUTDIR
	@if [ ! -e "$(OUTPUTDIR)" ]; then :; \
	elif [ "$(OUTPUTDIR)" = output ]; then rm -rf output; \
	elif [ -e "$(OUTPUTDIR)/$(MANIFEST)" ]; then \
		"$(PYTHON)" -c 'import pathlib, sys; from generator.site.output import Output; \
			Output(pathlib.Path(sys.argv[1])).finish()' "$(OUTPUTDIR)"; \
		rm -f "$(OUTPUTDIR)/$(MANIFEST)"; \
		rmdir "$(OUTPUTDIR)" 2>/dev/null || echo "What this program did not make stays in $(OUTPUTDIR)."; \
	else echo "$(OUTPUTDIR) was not made by this program; it stays." >&2; exit 1; fi

test: env-dev ## run all tests (PYTESTOPTS="-k dates" for some)
	@"$(PYTHON)" -m pytest -n auto --dist loadfile $(PYTESTOPTS)

# The parts stand alone as well: make torture-kills, and so on. Each prints its count; what all have done is in TALLY.
TALLY = $(CURDIR)/$(VENV)/torture.jsonl
TRY = BRIEFING_TALLY="$(TALLY)" "$(PYTHON)" -m

torture: env-dev ## what `make test` samples, long: histories of edits, 200 kills, every vector and pattern, fuzzing
	@rm -f "$(TALLY)"
	@set -e; for part in $(TORTURE); do echo "-- $$part"; $(MAKE) --no-print-directory torture-$$part; done
	@echo "-- all"; $(TRY) tests.safety.tally

torture-histories: env-dev
	@BRIEFING_EXAMPLES=$(EXAMPLES) BRIEFING_FUZZ_EXAMPLES=2000 $(TRY) pytest -n auto $(PYTESTOPTS) \
		tests/test_regeneration_machine.py tests/test_writing.py tests/test_rewriting.py \
		tests/safety/test_fuzz.py tests/safety/test_pages.py tests/safety/test_seeds.py tests/safety/test_same.py \
		tests/safety/test_outputs.py

torture-kills: env-dev
	@$(TRY) tests.safety.tally begin kills
	@BRIEFING_KILLS=$(KILLS) $(TRY) pytest $(PYTESTOPTS) tests/test_kills.py tests/test_kills_more.py
	@$(TRY) tests.safety.tally kills

torture-vectors: env-dev
	@$(TRY) tests.safety.tally begin vectors
	@BRIEFING_VECTORS=all $(TRY) pytest $(PYTESTOPTS) tests/browser/test_vectors.py
	@$(TRY) tests.safety.tally vectors

torture-patterns: env-dev
	@$(TRY) tests.safety.tally begin patterns
	@BRIEFING_PATTERN_SIZE=$(PATTERN_SIZE) $(TRY) pytest $(PYTESTOPTS) tests/safety/test_patterns.py
	@$(TRY) tests.safety.tally patterns

torture-growth: env-dev
	@$(TRY) tests.safety.tally begin growth
	@BRIEFING_GROWTH_SIZE=$(GROWTH_SIZE) $(TRY) pytest $(PYTESTOPTS) tests/safety/test_growth.py
	@$(TRY) tests.safety.tally growth

torture-fuzzing: env-dev
	@$(INSTALL) --require-hashes --target "$(VENV)/fuzz" --upgrade -r requirements/fuzz.txt
	@$(TRY) tests.safety.tally begin fuzzing
	@set -e; for target in ingest frontmatter times wikilinks; do \
		PYTHONPATH="$(VENV)/fuzz" $(TRY) tests.safety.fuzz $$target $(FUZZ) "$(VENV)/found/$$target"; done
	@$(TRY) tests.safety.tally fuzzing

lint: env-dev ## ruff, mypy and the floors of the house
	@"$(PYTHON)" -m ruff check .
	@"$(PYTHON)" -m mypy
	@"$(PYTHON)" -c 'import sys; from importlinter import cli; sys.exit(cli.lint_imports())'

format: env-dev ## lay out the code and mend what ruff can mend
	@"$(PYTHON)" -m ruff format .
	@"$(PYTHON)" -m ruff check --fix .

reference: env-dev ## write docs/commands.md, docs/front-matter.md and docs/schema anew, from the code
	@PYTHONPATH=. "$(PYTHON)" tools/reference.py
	@$(BRIEFING) schema docs/schema

words: env-dev ## bring the translators' files (generator/views/locale) up to the English catalogue
	@PYTHONPATH=. "$(PYTHON)" tools/words.py

pictures: env-dev ## draw the pictures of the README anew, from the shipped briefing (needs Chromium)
	@PYTHONPATH=. "$(PYTHON)" tools/pictures.py

figures: env-dev ## measure what the README says of names, events, disputes, dates and pages, on the news of tests/exam
	@for half in developed second; do echo "$$half half of the exam:"; \
		PYTHONPATH=. "$(PYTHON)" tests/exam/score_exam.py --half $$half | sed -n '/^total/,$$p'; done
	@for what in times pages pairs; do echo "$$what:"; PYTHONPATH=. "$(PYTHON)" tests/exam/score_$$what.py; done

# The paths of this tree are kept from the trial: what is not in the wheel must be missed.
package: env-base ## build wheel and source archive into dist/, and try the wheel in an empty environment
	@rm -rf dist
	@"$(PYTHON)" -m hatchling build -d dist
	@set -e; folder=$$(mktemp -d); trap 'rm -rf "$$folder"' EXIT; wheel=$$(ls "$(CURDIR)"/dist/*.whl); \
	echo "Installing $$(basename "$$wheel") into an empty environment ..."; \
	"$(PYTHON)" -m venv "$$folder/env"; \
	"$$folder/env/bin/python" -m pip install --quiet --disable-pip-version-check "$$wheel[convert]"; \
	cd "$$folder"; unset PYTHONPATH; env/bin/briefing init new; \
	$(MAKE) --no-print-directory -C new html MAKEFLAGS=; $(MAKE) --no-print-directory -C new publish MAKEFLAGS=

lock: $(PYTHON) ## write the hashed versions anew (LOCKOPTS=--upgrade: all to their newest)
	@[ -x "$(VENV)/uv/bin/uv" ] || "$(PYTHON)" -m venv "$(VENV)/uv"
	@"$(VENV)/uv/bin/python" -m pip install -q --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@set -e; compile() { out=$$1; shift; "$(VENV)/uv/bin/uv" pip compile --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --no-annotate --quiet $(LOCKOPTS) \
		"$$@" -o "requirements/$$out.txt" > /dev/null; echo "requirements/$$out.txt"; }; \
	compile dev pyproject.toml --group build --extra dev; \
	compile convert pyproject.toml --group build --extra convert -c requirements/dev.txt; \
	compile base pyproject.toml --group build -c requirements/dev.txt; \
	compile readers --group readers -c requirements/dev.txt

# ---- the environment: made once, and again when a lock or pyproject.toml is newer than its stamp ----

env: $(VENV)/.html-stamp
env-base: $(VENV)/.base-stamp
env-dev: $(VENV)/.dev-stamp
# Apart from the rest, in a folder of their own: one of their parts is compiled, against ICU.
env-readers: $(VENV)/.readers-stamp ## datasette and followthemoney, which open the exports in tests (needs g++, libicu-dev)

# All versions are exact, hashed and complete (so --no-deps: what a package says it needs is not asked again, and an extra
# that lxml has no more is not warned of); the package itself needs no look-up, since its build backend is locked too.
INSTALL = "$(PYTHON)" -m pip install --quiet --disable-pip-version-check
define install
	@echo "Installing $(1) into $(VENV) ..."
	@$(INSTALL) --no-deps --require-hashes -r requirements/$(1).txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
endef

$(VENV)/.base-stamp: requirements/base.txt pyproject.toml | $(PYTHON)
	$(call install,base)
	@touch $@

$(VENV)/.html-stamp: requirements/convert.txt pyproject.toml | $(PYTHON)
	$(call install,convert)
	@touch "$(VENV)/.base-stamp" $@

$(VENV)/.dev-stamp: requirements/dev.txt pyproject.toml | $(PYTHON)
	$(call install,dev)
	@touch "$(VENV)/.base-stamp" "$(VENV)/.html-stamp" $@

$(VENV)/.readers-stamp: requirements/readers.txt | $(PYTHON)
	@echo "Installing readers into $(VENV)/readers ..."
	@$(INSTALL) --no-deps --require-hashes --target "$(VENV)/readers" --upgrade -r requirements/readers.txt
	@touch $@

$(PYTHON):
	@set -e; found=; bare=; for candidate in $(or $(PY),$(SUPPORTED)); do \
		"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		if "$$candidate" -c 'import ensurepip, venv' 2>/dev/null; then found=$$candidate; break; fi; \
		bare=$$candidate; done; \
	if [ -n "$$found" ]; then \
		echo "Making $(VENV) with $$found ..."; "$$found" -m venv --clear "$(VENV)"; \
	elif [ -n "$$bare" ]; then \
		echo "$$bare cannot make an environment; on Debian and Ubuntu: sudo apt install python3-venv" >&2; exit 1; \
	else \
		echo "There is no Python 3.11 or newer among: $(or $(PY),$(SUPPORTED)); install one, or name yours:" \
			"make PY=/path/to/python3" >&2; exit 1; fi
