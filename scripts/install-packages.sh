#!/usr/bin/env bash
# Installs the Debian packages that are missing for the purposes named as arguments (build, dist, test, python),
# and says which and why. Does nothing, and asks for nothing, when all of them are there.
set -euo pipefail
. "$(dirname "$0")/say.sh"

# purpose, package, a command that shows it is there already (or -), why (Vietnamese, English)
packages() {
    cat <<'TABLE'
build|make|make|chạy các lệnh make|runs the make commands
build|git|git|tải thư viện Swift theo phiên bản|fetches the Swift libraries
build|ca-certificates|-|tải thư viện qua HTTPS|fetches them over HTTPS
build|g++|g++|phần thư viện C mà Swift cần khi liên kết|the C libraries that Swift links with
build|pkg-config|pkg-config|tìm thư viện Markdown|finds the Markdown library
build|libcmark-gfm-dev|-|đọc và dựng Markdown|reads and renders Markdown
build|libcmark-gfm-extensions-dev|-|bảng, chú thích, danh sách việc trong Markdown|tables, footnotes, task lists in Markdown
build|libarchive-dev|-|nén trang web thành một tệp zip|packs the site into one zip file
build|libxml2-dev|-|đọc trang web đã lưu để nhập|reads saved web pages to import
build|libssl-dev|-|tính mã kiểm tra SHA-256 của từng tệp|takes the SHA-256 digest of every file
build|zlib1g-dev|-|nén tệp của chỉ mục tìm kiếm|deflates the files of the search index
dist|xz-utils|xz|nén bản phát hành|packs a release
dist|binutils|strip|bỏ phần gỡ lỗi khỏi chương trình|takes debugging data out of the program
dist|python3|python3|viết trang hướng dẫn man|writes the manual page
dist|debootstrap|debootstrap|hệ thống trống để thử gói|a bare system to try the package in
test|pandoc|pandoc|đọc tệp Word để nhập|reads Word files to import
test|strace|strace|ngắt chương trình ở giữa để thử|kills the program half-way, as a test
test|unzip|unzip|giải nén tệp zip để kiểm tra|unpacks zip files to check them
test|chromium|chromium|mở trang trong trình duyệt thật|opens the pages in a real browser
test|fonts-noto-core|-|phông có đủ dấu tiếng Việt|fonts with all Vietnamese marks
test|poppler-utils|pdftotext|đọc bản in PDF|reads the printed PDF
test|default-jre-headless|java|chạy bộ kiểm tra HTML|runs the HTML checker
test|patch|patch|áp bản vá mà check --fix in ra|applies the patch that check --fix prints
test|postgresql|-|thử bản xuất cho cơ sở dữ liệu trên máy chủ thật|tries the export for databases on a real server
test|valgrind|valgrind|đếm số lệnh máy của một lần chạy|counts the instructions of a run
test|python3-venv|-|môi trường Python riêng cho kiểm thử|a Python environment for the tests
test|eslint|eslint|kiểm tra mã JavaScript|checks the JavaScript
python|python3-venv|-|môi trường Python riêng để đo|a Python environment for the measurements
TABLE
}

# is_there PACKAGE COMMAND
is_there() {
    command -v -- "$2" >/dev/null || [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

if ! command -v apt-get >/dev/null; then
    say "Máy này không dùng apt: hãy tự cài các gói tương đương với danh sách trong scripts/install-packages.sh." \
        "This machine has no apt: install what corresponds to the list in scripts/install-packages.sh yourself."
    exit 0
fi

missing=()
for purpose in "$@"; do
    while IFS='|' read -r row package program vietnamese english; do
        if [ "$row" = "$purpose" ] && ! is_there "$package" "$program"; then
            [ ${#missing[@]} -gt 0 ] || say "Cài các gói Debian còn thiếu:" "Installing the Debian packages that are missing:"
            printf '    %-30s %s · %s\n' "$package" "$vietnamese" "$english"
            missing+=("$package")
        fi
    done < <(packages)
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || refuse \
        "Cần quyền root để cài; hãy chạy bằng root: apt-get install ${missing[*]}" \
        "Installing needs root; run this as root: apt-get install ${missing[*]}"
    as_root=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
