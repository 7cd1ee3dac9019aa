#!/usr/bin/env bash
# Installs the library into a scratch folder, builds the example programs against what was installed, by CMake and by
# pkg-config, and compares what they print with the program's own answer.
set -u
cd "$(dirname "$0")/../.." || exit 1
root=$PWD
passed=0 failed=0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

check() {  # name, status, output
  if [ "$2" -eq 0 ]; then passed=$((passed + 1)); else failed=$((failed + 1)); printf 'FAIL %s\n%s\n' "$1" "$3"; fi
}
step() {  # name, command..
  local name=$1 out status
  shift
  out=$("$@" 2>&1)
  status=$?
  check "$name" "$status" "$out"
  return $status
}

prefix=$scratch/installed
step "build" cmake --build build --target talentflow talentflow_shared talentflow_static
step "install" cmake --install build --prefix "$prefix"
pkgconfig=$(dirname "$(find "$prefix" -name talentflow.pc)")
library=$(dirname "$pkgconfig")

# What stands in the installed headers must compile alone, and know no engine.
headers=$(grep -rlE '#include [<"](rocksdb|capnp|kj|spdlog|fmt|boost|unicode|query|graph|schema|ingest)/' "$prefix/include")
check "installed headers name no engine and no inner header" "$([ -z "$headers" ]; echo $?)" "$headers"
symbols=$(nm -D --defined-only "$library/libtalentflow.so" | awk '$2 ~ /[TBDRVW]/ {print $3}' | grep -v '^talentflow_')
check "the library shows its C interface alone" "$([ -z "$symbols" ]; echo $?)" "$(printf '%s\n' "$symbols" | head)"

step "cmake configures" cmake -S tests/embedding -B "$scratch/cmake" -DCMAKE_PREFIX_PATH="$prefix" \
  && step "cmake builds" cmake --build "$scratch/cmake"
mkdir -p "$scratch/make"
export PKG_CONFIG_PATH=$pkgconfig
step "make builds through pkg-config" make -s -C tests/embedding OUT="$scratch/make/" all

# Both examples, built both ways, give the answer that the program gives.
answer=$(build/talentflow query :memory: --load datasets/curated --format json 'net researcher flow between China and overseas labs' 2>/dev/null \
  | python3 -c '
import json, sys
for row in json.load(sys.stdin)["rows"]:
    print(", ".join("%s = %s" % (name, "" if value is None else value) for name, value in row.items()))')
answered() {  # every line of the answer stands in the output
  [ -n "$answer" ] || return 1
  while IFS= read -r line; do grep -qxF -- "$line" <<<"$1" || return 1; done <<<"$answer"
}
for program in cmake/example_c cmake/example_cpp make/example_c make/example_cpp; do
  out=$(LD_LIBRARY_PATH=$library "$scratch/$program" "$root/datasets/curated" 2>&1)
  status=$?
  check "$program runs" "$status" "$out"
  check "$program answers as the program does" "$(answered "$out"; echo $?)" \
    "expected: $answer"$'\n'"printed: $out"
done
step "the installed program runs" "$prefix/bin/talentflow" --version

# Leaks and wild reads in the examples show through the C interface, where there is valgrind.
if command -v valgrind >/dev/null; then
  out=$(LD_LIBRARY_PATH=$library valgrind --quiet --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
    "$scratch/cmake/example_c" "$root/datasets/curated" 2>&1)
  check "no leak in the C example" "$?" "$(printf '%s\n' "$out" | tail -n 30)"
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
