# The two commands: `make site` and `make test`. Everything else is a step of them, or a measurement.

.PHONY: site test bench serve clean

site: ## install what is missing, build Sohieu, build content/ into public/
	@scripts/install-packages.sh build
	@scripts/require-swift.sh
	@scripts/build-site.sh

test: ## every test: layout of the code, Swift, the site in a browser
	@scripts/install-packages.sh build test
	@scripts/require-swift.sh
	@scripts/test.sh

bench: ## Sohieu beside Hugo and Pagefind on the same generated pages (bench/README.md)
	@scripts/install-packages.sh build python
	@scripts/require-swift.sh
	@scripts/bench.sh $(BENCH)

serve: ## preview content/ with live reload
	@scripts/require-swift.sh
	@scripts/build-binary.sh
	@.build/release/sohieu serve

clean: ## forget what was built; keeps content and templates
	rm -rf .build .venv .bench
	find public -mindepth 1 ! -name .gitkeep -delete
