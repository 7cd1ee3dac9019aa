#!/usr/bin/env bash
# The shipped claim tables are consistent: ids resolve, dates are valid, every claim cites a page that was seen.
set -u
cd "$(dirname "$0")/../.." || exit 1
if python3 datasets/curated/check.py; then echo "1 passed, 0 failed"; else echo "0 passed, 1 failed"; exit 1; fi
