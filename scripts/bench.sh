#!/usr/bin/env bash
# Measures Sohieu beside Hugo and Pagefind; the arguments are those of bench/run.py.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/build-binary.sh
scripts/python-environment.sh .bench/python bench/requirements.txt
exec .bench/python/bin/python -B bench/run.py "$@"
