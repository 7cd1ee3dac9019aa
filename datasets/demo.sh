#!/usr/bin/env bash
# From a bare clone to the headline answer: installs what is missing, builds, loads the shipped data, asks.
#   bash datasets/demo.sh [STORE]     the store goes to build/demo unless another place is named
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../tests/prepare.sh"
cd "$root"

prepare_packages
prepare_build talentflow

store=${1:-build/demo}
program=build/talentflow

title() { printf '\n=== %s\n' "$*"; }
ask() { printf '\n> %s\n\n' "$1"; "$program" query "$store" "$1"; }

title "Loading the shipped data into $store"
cat <<TEXT
datasets/curated: 968 claims of 372 pages about AI researchers' moves, China and overseas, 2018-2026 (its README says
how it was made and how it is biased). datasets/observed: published counts of scholars who moved between China and the
US, in two data sets.
TEXT
"$program" ingest "$store" datasets/curated datasets/observed

title "The headline question"
ask "net researcher flow between China and overseas labs"
ask "net researcher flow between China and overseas labs BY YEAR"

title "The moves behind it, and the evidence behind the one that most pages tell"
ask "FLOW OF Researcher BETWEEN COUNTRY 'China' AND OVERSEAS:Lab BY TOTAL SHOW MOVES 12"
ask "WHY (:Person {name: 'Shunyu Yao'})-[:JOINED]->(:Org {name: 'Tencent'})"

title "Which single claim does the sign hang on?"
ask "WHY FLOW OF Researcher BETWEEN COUNTRY 'China' AND OVERSEAS:Lab DURING date('2026-01-01') TO date('2026-07-01') SHOW INFLUENCE 3"

title "Two published counts of the same moves, with opposite signs"
ask "FLOW BETWEEN COUNTRY 'China' AND COUNTRY 'US' BY TOTAL
YIELD net COMPARE COUNTING OBSERVED 'scopus-2024' AS scopus, COUNTING OBSERVED 'openalex-2023' AS openalex"

title "How many sources does a story have? Count publishers at the root, not pages"
cat <<TEXT
A market brief says that "the single source for the departure" of Junyang Lin limits confidence. The claims show
otherwise: the departure has several independent publishers; it is the founding and the money that rest on one.
TEXT
ask "MATCH (p:Person {name: 'Junyang Lin'})-[e:LEFT|FOUNDED]->(o)
RETURN type(e) AS said, o.name AS what, sources(e) AS pages, origins(e) AS publishers_at_the_root, belief(e) AS belief
ORDER BY publishers_at_the_root DESC"

title "Pages of prose: every claim keeps its sentence"
cat <<TEXT
datasets/pages holds a signal brief and a narrative comparison in our own words. A name is linked to somebody only for
what else the page says, by a claim with its reason that can be taken back; what is not clear waits for review
(talentflow review) and counts in no flow until somebody decides.
TEXT
"$program" ingest "$store" datasets/pages
ask "MATCH (a)-[e:JOINED|LEFT|FOUNDED|RAISED|INVESTED_IN|APPROACHED]->(b) UNWIND claims(e) AS c WITH a, e, b, c WHERE c.source STARTS WITH 'page/' RETURN a.name AS who, type(e) AS said, b.name AS whom, c.locator AS sentence"

title "The graph as GraphML, for Gephi, networkx, igraph and others"
"$program" export "$store" --format graphml -o "$store.graphml"
printf '%s (%s bytes)\n' "$store.graphml" "$(wc -c <"$store.graphml")"

title "From an ORCID dump, an OpenAlex snapshot and a folder of news (made-up samples of them), in three commands"
own=$store.own
rm -rf "$own"
run() { printf '\n$ talentflow %s\n' "$*"; "$program" "$@"; }
run ingest "$own" tests/samples/labs.csv tests/samples/ORCID_2025_10_summaries.tar.gz tests/samples/openalex-snapshot
run ingest "$own" tests/samples/news
run query "$own" "net researcher flow between China and overseas labs BY YEAR"

title "Going on"
cat <<TEXT
  $program repl $store                     ask more; .help shows how, .schema what is in it
  $program query $store "WHY FLOW OUT OF ORG 'Qwen' BY TOTAL"
  $program ingest $store FILE ...          add claim tables or pages of your own
  README.md                                    what it does, and the language
TEXT
