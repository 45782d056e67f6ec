#!/usr/bin/env bash
# Remakes what is recorded of played games, after a change that alters results: the example campaign in saves/.
# Say in CHANGELOG.md that results changed, and why.
set -euo pipefail
cd "$(dirname "$0")/.."
lanc=.venv/bin/lanc
rm -f saves/from-peze-to-shkoder.lanc
"$lanc" play albania-1942 --watch --plain --seed 1944 --save saves/from-peze-to-shkoder.lanc > /dev/null
"$lanc" verify saves/from-peze-to-shkoder.lanc
