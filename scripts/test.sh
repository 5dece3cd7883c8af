#!/usr/bin/env bash
# Every test, cheapest first: layout of the code, Swift, then the built site by its files and in a browser.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

say "Kiểm tra cách trình bày mã nguồn" "Layout of the code"
swift format lint --strict --recursive --parallel Sources Tests Package.swift

say "Kiểm tra mã JavaScript" "The JavaScript"
scripts/lint-scripts.sh

say "Kiểm thử Swift" "Swift tests"
swift build --build-tests
swift test --skip-build --disable-xctest --skip PreviewTests 2>&1
# These wait for what the system tells them, and would wait for the threads that the others keep busy.
swift test --skip-build --disable-xctest --filter PreviewTests 2>&1

say "Dựng chương trình để kiểm thử" "Building the program to test"
scripts/build-binary.sh

say "Tấn công: ngắt giữa chừng, dựng chồng nhau, đĩa đầy" "Attacks: kills, overlapping builds, full disks"
scripts/python-environment.sh .venv scripts/requirements.txt
.venv/bin/python -B -m pytest --config-file Tests/Attack/pytest.ini Tests/Attack

say "Xuất cho cơ sở dữ liệu" "Exports for databases"
.venv/bin/python -B -m pytest --config-file Tests/Databases/pytest.ini Tests/Databases

say "Kiểm thử site đã dựng, trong trình duyệt" "The built site, in a browser"
.venv/bin/python -B -m pytest --config-file Tests/Browser/pytest.ini Tests/Browser

say "Gấp đôi nội dung, gấp đôi thời gian" "Twice the content, twice the time"
.venv/bin/python -B -m pytest --config-file Tests/Doubling/pytest.ini Tests/Doubling

say "Kiểm thử việc nhập tệp Word và trang web đã lưu" "Importing Word files and saved web pages"
.venv/bin/python -B -m pytest --config-file Tests/Import/pytest.ini Tests/Import
