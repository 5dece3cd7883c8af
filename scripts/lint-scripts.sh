#!/usr/bin/env bash
# Checks the JavaScript of the site: one dialect (ES2018, no modules), nothing undefined or unused. Rules: .eslintrc.json.
set -euo pipefail
cd "$(dirname "$0")/.."

# Debian keeps the parts of eslint where only Debian's own node looks by itself.
export NODE_PATH=/usr/share/nodejs:/usr/lib/nodejs
eslint --ext .js --format unix site-templates/assets site-templates/preview
