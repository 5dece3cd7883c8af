#!/usr/bin/env bash
# Builds the release binary and, with it, content/ into public/; says how to look at it.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

scripts/build-binary.sh
.build/release/sohieu build -s content -o public -t site-templates

say "Xem ngay, không cần mạng: mở $PWD/public/index.html bằng trình duyệt." \
    "To look at it without a network: open that file in a browser."
say "Vừa sửa vừa xem: make serve, rồi mở http://127.0.0.1:8000/" \
    "To edit and watch: make serve, then open http://127.0.0.1:8000/"
say "Đưa lên mạng: chép thư mục public/ lên máy chủ tĩnh bất kỳ." \
    "To publish: copy the folder public/ to any static host."
