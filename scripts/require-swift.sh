#!/usr/bin/env bash
# Says in one sentence what to do when Swift is missing or older than the package needs (Package.swift, first line).
set -euo pipefail
. "$(dirname "$0")/say.sh"

needed=6.2
found=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+(\.[0-9]+)+).*/\1/p' | head -n 1 || true)

[ -n "$found" ] || refuse \
    "Chưa có Swift: hãy cài Swift $needed trở lên theo https://www.swift.org/install/linux rồi chạy lại." \
    "Swift is missing: install Swift $needed or newer from https://www.swift.org/install/linux and run this again."

[ "$(printf '%s\n' "$needed" "$found" | sort -V | head -n 1)" = "$needed" ] || refuse \
    "Swift $found quá cũ: hãy cài Swift $needed trở lên theo https://www.swift.org/install/linux rồi chạy lại." \
    "Swift $found is too old: install Swift $needed or newer from https://www.swift.org/install/linux and run this again."
