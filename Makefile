# The two commands: `make site` and `make test`. Everything else is a step of them, or a measurement.

.PHONY: site test attack bench serve dist clean

site: ## install what is missing, build Sohieu, build content/ into public/
	@scripts/install-packages.sh build
	@scripts/require-swift.sh
	@scripts/build-site.sh

test: ## every test: layout of the code, Swift, the site in a browser
	@scripts/install-packages.sh build test
	@scripts/require-swift.sh
	@scripts/test.sh

attack: ## kills, overlapping builds, full disks: a hundred times each, with counts
	@scripts/install-packages.sh build test
	@scripts/require-swift.sh
	@scripts/build-binary.sh
	@scripts/python-environment.sh .venv scripts/requirements.txt
	@.venv/bin/python -B -m pytest --config-file Tests/Attack/pytest.ini Tests/Attack --rounds 100

bench: ## Sohieu beside Hugo and Pagefind on the same generated pages (bench/README.md)
	@scripts/install-packages.sh build python
	@scripts/require-swift.sh
	@scripts/bench.sh $(BENCH)

serve: ## preview content/ with live reload
	@scripts/require-swift.sh
	@scripts/build-binary.sh
	@.build/release/sohieu serve

dist: ## a release in dist/: .tar.xz and .deb for this processor (scripts/try-package.sh tries it in a bare system)
	@scripts/install-packages.sh build dist
	@scripts/require-swift.sh
	@scripts/dist.sh

clean: ## forget what was built; keeps content and templates, and what somebody has put into public/
	[ ! -x .build/release/sohieu ] || .build/release/sohieu clean
	rm -rf .build .venv .bench dist
