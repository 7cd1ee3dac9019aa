#!/usr/bin/env bash
# Measures the work that DESIGN calls for on synthetic careers, and the same on DuckDB and Kuzu where they are at hand.
#   bash tests/bench/measure.sh [PEOPLE] [DIRECTORY]      default: 100000 people in a temporary folder
#   PEERS_HOME=DIR with node_modules of @duckdb/node-api and kuzu, and ../shared/bench: the peers run on the same files
# Wall times of one run: quote ratios, not seconds, and only from a quiet machine.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../prepare.sh"
cd "$root"
prepare_build talentflow talentflow_generate
people=${1:-100000}
directory=${2:-$(mktemp -d)}
mkdir -p "$directory"
[ -f "$directory/claims.csv" ] || build/datasets/generator/talentflow_generate "$directory" "$people"
rm -rf "$directory/store"

rules="COUNTING MIN STAY duration('P0D'), GAP <= duration('P400D')"
flow="FLOW OF Researcher BETWEEN COUNTRY 'CN' AND OVERSEAS BY YEAR $rules"
counts="$flow YIELD bucket, inflow, outflow, net RETURN bucket, inflow, outflow, net"
person="person/$((people * 7 / 9))"

echo "load"
start=$(date +%s.%N)
build/talentflow ingest "$directory/store" "$directory"/entities.csv "$directory"/sources.csv "$directory"/claims.csv
printf '  whole command %.2f s, store %s\n' "$(echo "$(date +%s.%N) $start" | awk '{print $1 - $2}')" "$(du -sh "$directory/store" | cut -f1)"

ask() {  # title, statement: first and second run in one process
  echo "$1"
  printf '.mode csv\n.output /dev/null\n.timer on\n%s;\n%s;\n' "$2" "$2" | build/talentflow repl "$directory/store" 2>&1 | grep '^time:' | sed 's/^/  /' || true
}
ask "net flow by year, counts, rules changed in the query" "$counts"
ask "net flow by year, all columns" "$flow"
ask "MOVED matrix, top 20" "MATCH (a:Org)-[m:MOVED]->(b:Org) RETURN a.id, b.id, count(*) AS n ORDER BY n DESC, a.id, b.id LIMIT 20"
ask "one person's history with evidence" "MATCH (p:Person {id: '$person'})-[e:WORKS_AT]->(o) RETURN o.name, e.start, e.end, belief(e), claims(e)"
ask "colleagues whose time overlapped" "MATCH (p:Person {id: '$person'})-[x:WORKS_AT]->(o)<-[y:WORKS_AT]-(c) WHERE overlaps(x, y) RETURN count(DISTINCT c)"

if [ -n "${PEERS_HOME:-}" ] && [ -f ../shared/bench/peers.mjs ]; then
  node ../shared/bench/peers.mjs "$directory" duckdb | cut -c1-100
  node ../shared/bench/mkmoves.mjs "$directory" && node ../shared/bench/peers.mjs "$directory" kuzu | cut -c1-100
else
  echo "peers skipped: PEERS_HOME or ../shared/bench is absent"
fi
