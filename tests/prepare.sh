#!/usr/bin/env bash
# Installs what is missing and builds. Sourced by tests/run.sh and datasets/demo.sh; leaves the program at
# build/talentflow. Quick when there is nothing to do.
#   prepare_packages          Debian packages of tests/packages.txt, as root or through sudo
#   prepare_build TARGET..    configures build/ and builds the targets

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }

prepare_packages() {
  local missing=() package
  command -v dpkg-query >/dev/null || { say "This is no Debian system: install the packages of tests/packages.txt by their names there."; return 0; }
  while read -r package; do
    case "$package" in ''|'#'*) continue ;; esac
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done < "$root/tests/packages.txt"
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { say "Missing packages: ${missing[*]}"; say "Install them as root, or install sudo, and run this again."; return 1; }
    as_root=(sudo)
  fi
  say "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  local log
  log=$(mktemp)
  if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    say "The packages could not be installed; the lines above say why."
    return 1
  fi
  rm -f "$log"
}

prepare_build() {
  local log
  log=$(mktemp)
  if [ ! -f "$root/build/build.ninja" ]; then
    say "Configuring build/"
    cmake -S "$root" -B "$root/build" -G Ninja >"$log" 2>&1 || { cat "$log" >&2; return 1; }
  fi
  if ! ninja -C "$root/build" -n "$@" 2>/dev/null | grep -q 'no work to do'; then
    say "Building $* (a full build takes a few minutes on two cores)"
  fi
  if [ -t 2 ]; then
    ninja -C "$root/build" "$@" >&2 || return 1
  else
    ninja -C "$root/build" "$@" >"$log" 2>&1 || { grep -avE '^\[[0-9]+/[0-9]+\]' "$log" | head -n 100 >&2; return 1; }
  fi
  rm -f "$log"
}
