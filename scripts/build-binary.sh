#!/usr/bin/env bash
# Builds the release binary, .build/release/sohieu. Quick when nothing has changed.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

[ -x .build/release/sohieu ] || say "Dựng chương trình sohieu (lần đầu mất vài phút)…" "Building sohieu (a few minutes the first time)…"
swift build -c release --product sohieu
