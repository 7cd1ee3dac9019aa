#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test. Ends with "N passed, N failed".
#   tests/run.sh            all
#   tests/run.sh WORD ..    only the suites whose name contains one of the words
# What needs ../shared (real inputs, conformance scenarios) is skipped without it, and says so.
set -uo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"
cd "$root" || exit 1

prepare_packages || exit 1
prepare_build all talentflow_headers_alone || exit 1

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

# A suite is a name and a command that prints "N passed, N failed" or doctest's own summary.
suites=()
for program in build/tests/unit/*/talentflow_*_tests; do
  [ -x "$program" ] && suites+=("unit/$(basename "$(dirname "$program")")|$program --no-intro")
done
for script in tests/*/run.sh tests/*/run.py; do
  [ -f "$script" ] || continue
  case "$script" in
    *.py) suites+=("$(basename "$(dirname "$script")")|python3 $script") ;;
    *) suites+=("$(basename "$(dirname "$script")")|bash $script") ;;
  esac
done

wanted() {
  [ "$#" -eq 1 ] && return 0
  local name=$1 word; shift
  for word in "$@"; do case "$name" in *"$word"*) return 0 ;; esac; done
  return 1
}

run_suite() {  # name, command, log file
  local start=$SECONDS
  bash -c "$2" >"$3" 2>&1 </dev/null
  local status=$?
  echo "status=$status seconds=$((SECONDS - start))" >>"$3"
}
export -f run_suite

jobs=()
for suite in "${suites[@]}"; do
  name=${suite%%|*}
  wanted "$name" "$@" || continue
  jobs+=("$name" "${suite#*|}" "$logs/${name//\//_}.log")
done
printf '%s\0' "${jobs[@]}" | xargs -0 -n 3 -P 2 bash -c 'run_suite "$0" "$1" "$2"'

passed=0 failed=0
for ((i = 0; i < ${#jobs[@]}; i += 3)); do
  name=${jobs[i]} log=${jobs[i + 2]}
  status=$(sed -n 's/^status=\([0-9]*\) .*/\1/p' "$log" | tail -n 1)
  seconds=$(sed -n 's/.*seconds=\([0-9]*\)$/\1/p' "$log" | tail -n 1)
  counts=$(sed -nE 's/^\[doctest\] test cases: *[0-9]+ *\| *([0-9]+) passed *\| *([0-9]+) failed.*/\1 \2/p; s/^([0-9]+) passed, ([0-9]+) failed.*/\1 \2/p' "$log" | tail -n 1)
  read -r suite_passed suite_failed <<<"${counts:-0 1}"
  [ "$status" != 0 ] && [ "$suite_failed" -eq 0 ] && suite_failed=1
  passed=$((passed + suite_passed)) failed=$((failed + suite_failed))
  skipped=$(grep -iE '^(skipped|SKIP)' "$log" | head -n 3)
  printf '%-24s %5d passed, %d failed  (%s s)\n' "$name" "$suite_passed" "$suite_failed" "$seconds"
  [ -n "$skipped" ] && printf '    %s\n' "$skipped"
  if [ "$suite_failed" -ne 0 ]; then
    echo "---- $name"
    grep -vE '^status=' "$log" | tail -n 60
    echo "----"
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
