#!/usr/bin/env bash
# The shape of the tree: direction of includes, which third party is known where, what stands at the top.
set -u
cd "$(dirname "$0")/../.." || exit 1
passed=0 failed=0

check() {  # what must be empty, the offending lines
  if [ -z "$2" ]; then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'FAIL %s\n%s\n' "$1" "$2"; fi
}
sources() { git ls-files -- "$@" 2>/dev/null | grep -E '\.(cpp|hpp|h|c)$' || find "$@" -name '*.[ch]pp' -o -name '*.h'; }
includes() { sources "$1" | xargs -r grep -nE "^#include [<\"]($2)" /dev/null; }

# schema <- graph <- {ingest, query}
check "schema includes nothing above it" "$(includes schema 'graph/|ingest/|query/')"
check "graph includes only schema" "$(includes graph 'ingest/|query/')"
check "ingest includes graph and schema" "$(includes ingest 'query/')"
check "query and ingest meet only in the facade" "$(includes query 'ingest/' | grep -v '^query/facade/')"
check "the command line uses only the facade's public headers" "$(includes query/cli '(schema|graph|ingest)/|query/(language|flow|temporal|export|facade|format|engine|value)')"

# Each engine is known to one small folder.
check "RocksDB is known to graph/store alone" "$(includes '*' 'rocksdb/' | grep -vE '^graph/store/rocks_[a-z_]+\.(cpp|hpp)|^tests/')"
check "Cap'n Proto is known to schema/codec alone" "$(includes '*' 'capnp/|kj/|schema/records.capnp.h' | grep -vE '^schema/codec/|^tests/')"
check "Boost.Graph is known to graph/algorithms alone" "$(includes '*' 'boost/' | grep -vE '^graph/algorithms/|^graph/indices/binomial\.cpp|^tests/')"
check "Boost.Math is known to graph/indices/binomial alone" "$(includes '*' 'boost/math/' | grep -vE '^graph/indices/binomial\.cpp|^tests/')"
check "ICU is known to names, temporal zones and letter case alone" "$(includes '*' 'unicode/' | grep -vE '^graph/names/|^query/temporal/|^query/language/text\.cpp|^tests/')"
check "no spdlog or fmt in headers" "$(git ls-files '*.hpp' '*.h' | grep -v '^tests/' | xargs -r grep -nE '^#include <(spdlog|fmt)/' /dev/null)"
check "no third party in installed headers" "$(git ls-files 'query/include/*' | xargs -r grep -nE '^#include [<"](rocksdb|capnp|kj|spdlog|fmt|boost|unicode)/' /dev/null)"
check "libxml2 is known to ingest/html alone" "$(includes '*' 'libxml/' | grep -vE '^ingest/html/html_events\.cpp')"
check "expat is known to ingest/sources/xml alone" "$(includes '*' 'expat' | grep -vE '^ingest/sources/xml/|^tests/')"
check "spdlog's global registry is not used" "$(git ls-files 'schema/*' 'graph/*' 'ingest/*' 'query/*' | xargs -r grep -nE 'spdlog::(get|default_logger|info|warn|error|set_default_logger|register_logger)\(' /dev/null)"

check "the top holds what was agreed" "$(git ls-files | cut -d/ -f1 | sort -u | grep -vxE 'CMakeLists\.txt|README\.md|LICENSE|\..*|graph|schema|ingest|query|tests|datasets')"
check "every folder has a README" "$(for folder in schema graph ingest query tests datasets; do [ -f $folder/README.md ] || echo "$folder/README.md is missing"; done)"
check "no file is past 800 lines" "$(git ls-files | grep -E '\.(cpp|hpp|h|capnp|py|sh|cmake|txt)$' | while read -r file; do lines=$(wc -l <"$file"); [ "$lines" -gt 800 ] && echo "$file ($lines lines)"; done)"
check "no unfinished work is marked" "$(git ls-files -- '*.cpp' '*.hpp' '*.h' '*.sh' '*.py' | grep -v '^tests/structure/' | xargs -r grep -nE '\b(TODO|FIXME|XXX)\b' /dev/null)"
check "shell scripts have no syntax error" "$(git ls-files '*.sh' | while read -r file; do bash -n "$file" 2>&1; done)"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
