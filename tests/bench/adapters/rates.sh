#!/usr/bin/env bash
# The rate of each adapter on a large file, of one core, with and without a store, and the memory it took.
#   bash tests/bench/adapters/rates.sh MEGABYTES [ADAPTER ..]     default: all of make_large.py; files are removed again
#   PROGRAMS=DIR    where talentflow and talentflow_adapter_rate are (default: of the build)
#   MEMORY=128M     budget of the store        STORE=0     without the store only        WHERE=/tmp/tf-large
# MB are of unpacked input; seconds are of the processor (user and system), all threads together, so a busy machine matters
# little. Peak is the largest resident set of the process, the store's budget included.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../../prepare.sh"
cd "$root"
size=$1; shift
where=${WHERE:-/tmp/tf-large}
memory=${MEMORY:-128M}
rate=${PROGRAMS:-build/tests/bench/adapters}/talentflow_adapter_rate
talentflow=${PROGRAMS:-build}/talentflow
mkdir -p "$where"
make=tests/bench/adapters/make_large.py
[ $# -gt 0 ] || set -- $(python3 $make list)

file_of() {  # adapter: a file name that its sniffing expects
  case $1 in
    *-tar|*-gz) echo "$where/$1.tar.gz" ;;
    orcid-xml|signal-brief|narrative-comparison|edgar-form-d|edgar-8k-html|news*|html) echo "$where/$1.tar" ;;
    careers-table|observed-flows) echo "$where/$1.csv" ;;
    openalex-merged) echo "$where/merged_ids.csv" ;;
    edgar-full-text) echo "$where/$1.txt" ;;
    feed) echo "$where/$1.xml" ;;
    graphml) echo "$where/$1.graphml" ;;
    graph-jsonl|claims-jsonl) echo "$where/$1.jsonl" ;;
    personnel-table) echo "$where/$1.md" ;;
    *) echo "$where/$1.json" ;;
  esac
}

for adapter in "$@"; do
  file=$(file_of "$adapter")
  [ -f "$file" ] || python3 $make "$adapter" "$size" "$file"
  read -r _ megabytes _ < <("$rate" "$file" | tee >(sed "s/^/$adapter: /" >&2) || true)
  if [ "${STORE:-1}" = 1 ]; then
    rm -rf "$where/store"
    /usr/bin/time -o "$where/time" -f '%U %S %e %M' "$talentflow" ingest "$where/store" "$file" --memory "$memory" >"$where/out" 2>&1 || tail -n 3 "$where/out"
    tail -n 1 "$where/time" | awk -v name="$adapter" -v mb="$megabytes" -v memory="$memory" \
      '{printf "%s: with store %.1f s of processor (%.1f s wall), %.1f MB/s, peak %d MiB of which the store may take %s\n", name, $1 + $2, $3, mb / ($1 + $2), $4 / 1024, memory}'
    grep -aE 'added|linked|rejected|review' "$where/out" | head -n 2 | sed "s/^/    /"
    rm -rf "$where/store"
  fi
  [ -n "${KEEP:-}" ] || rm -f "$file"
done
