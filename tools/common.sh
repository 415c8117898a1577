# Sourced by tools/run, tools/test and tools/check: system packages, and quiet builds. Needs $root, the checkout.
# shellcheck shell=bash

# Nothing outside the checkout is written, the compiler's cache included.
export CCACHE_DIR=${CCACHE_DIR:-$root/build/ccache}

# stop STATUS LINE...: the lines on stderr, then the end.
stop() {
  local status=$1
  shift
  printf '%s\n' "$@" >&2
  exit "$status"
}

# usage FILE: the comment that FILE begins with, and the end.
usage() {
  sed -n '2,/^set /{/^set /d;s/^# \?//;p}' "$1"
  exit 0
}

# quietly LOG COMMAND...: the output goes to LOG, and to stderr only when the command fails.
quietly() {
  local log=$1
  shift
  mkdir -p "$(dirname "$log")"
  "$@" >"$log" 2>&1 </dev/null || {
    local status=$?
    tail -n 60 "$log" >&2
    stop "$status" "failed: $* (all of its output: $log)"
  }
}

# packages_for PURPOSE...: the names in tools/packages.txt.
packages_for() {
  local purpose
  for purpose in "$@"; do
    awk -v purpose="$purpose" '$1 == purpose { print $2 }' "$root/tools/packages.txt"
  done
}

# missing_packages NAME...: those that are not installed.
missing_packages() {
  comm -13 <(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null | awk '$1 == "ii" { print $2 }' | sort -u) \
    <(printf '%s\n' "$@" | sort -u)
}

# ensure_packages ASSUME_YES PURPOSE...: names what is missing, asks once on a terminal, installs.
ensure_packages() {
  local assume_yes=$1 wanted missing answer marker as_root=()
  shift
  marker=$* && marker=$root/build/.packages-${marker// /-}
  mapfile -t wanted < <(packages_for "$@")
  # Without dpkg nothing can be asked: the person says so.
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    [ -e "$marker" ] && return
    stop 2 "This system has no apt-get. Install what these Debian packages hold, make the file $marker" \
      "and start again:" "${wanted[@]/#/  }"
  fi
  mapfile -t missing < <(missing_packages "${wanted[@]}")
  [ ${#missing[@]} -eq 0 ] && return
  echo "System packages to install with apt-get: ${missing[*]}" >&2
  if [ "$assume_yes" != yes ] && [ -t 0 ] && [ -t 2 ]; then
    read -r -p "Install them now? [Y/n] " answer
    case $answer in
      "" | [Yy]*) ;;
      *) stop 2 "Nothing was installed." ;;
    esac
  fi
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop 2 "Only root may install packages, and there is no sudo: install them, then start again."
    as_root=(sudo)
  fi
  quietly "$root/build/apt-update.log" "${as_root[@]}" apt-get update
  quietly "$root/build/apt-install.log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "${missing[@]}"
}

# build_preset PRESET [TARGET]: configures when needed and builds, one process at a time; says so only the first time.
build_preset() (
  preset=$1 target=${2:-all}
  folder=$root/build/$preset
  mkdir -p "$folder"
  exec 9>"$folder/.lock"
  flock 9
  if [ ! -e "$folder/build.ninja" ]; then
    echo "Building into build/$preset (a few minutes the first time)" >&2
    cd "$root"
    quietly "$folder/configure.log" cmake --preset "$preset"
  fi
  quietly "$folder/build.log" cmake --build "$folder" --target "$target" 9>&-
)
