#!/usr/bin/env bash
# python-environment.sh FOLDER REQUIREMENTS: a Python environment in FOLDER that holds exactly REQUIREMENTS.
# Made again only when the requirements have changed. Debian's Python is preferred: python3-venv belongs to it.
set -euo pipefail
. "$(dirname "$0")/say.sh"

folder=$1
requirements=$2
if cmp -s "$requirements" "$folder/requirements.txt"; then
    exit 0
fi

python=
for candidate in /usr/bin/python3 python3; do
    if "$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || refuse "Cần Python 3.10 trở lên có mô-đun venv." "Python 3.10 or newer with the venv module is needed."

say "Tạo môi trường Python trong $(basename "$folder")/" "Making a Python environment in $(basename "$folder")/"
rm -rf "$folder"
"$python" -m venv "$folder"
"$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
cp "$requirements" "$folder/requirements.txt"
