#!/usr/bin/env bash
# Every fuzz target over its seeds and some thousand mutations of them.
set -u
cd "$(dirname "$0")/../.." || exit 1
passed=0 failed=0
for seeds in tests/fuzz/*_seeds.txt; do
  name=$(basename "$seeds" _seeds.txt)
  program=build/tests/fuzz/talentflow_${name}_fuzz
  if [ -x "$program" ] && timeout 300 "$program" "$seeds" 2000; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAIL $name"; fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
