#!/usr/bin/env bash
# The shipped claim tables are consistent: ids resolve, dates are valid, every claim cites a page that was seen.
# The generator writes the same bytes for the same seed, and its tables load without a reject.
set -u
cd "$(dirname "$0")/../.." || exit 1
passed=0 failed=0
check() { if "${@:2}"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAIL $1"; fi; }

made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
generate() { mkdir -p "$made/$1" && build/datasets/generator/talentflow_generate "$made/$1" 300 "$2" 2>/dev/null; }
same() { generate a 7 && generate b 7 && diff -r "$made/a" "$made/b"; }
differs() { generate c 8 && ! diff -rq "$made/a" "$made/c" >/dev/null; }
loads() { build/talentflow ingest "$made/store" "$made/a" | grep -q ' 0 rejected'; }

check "curated tables are consistent" python3 datasets/curated/check.py
check "one seed, one set of tables" same
check "another seed, other tables" differs
check "generated tables load whole" loads
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
