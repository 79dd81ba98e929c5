# Sourced by scripts/test and scripts/demo: finds or installs what the project needs, and nothing that is there.
# After it ORACLE_PYTHON is a Python with SQLite 3.51.3 (apsw), when `require_oracle` was called.

say() { printf '%s\n' "$*" >&2; }

# Installs a package with the platform's package manager.
install_package() {
  local as_root=""
  [ "$(id -u)" = 0 ] || as_root=sudo
  if command -v apt-get >/dev/null; then
    $as_root apt-get install -y -q "$1" >&2 || { $as_root apt-get update -q >&2 && $as_root apt-get install -y -q "$1" >&2; }
  elif command -v dnf >/dev/null; then $as_root dnf install -y "$1" >&2
  elif command -v apk >/dev/null; then $as_root apk add "$1" >&2
  elif command -v brew >/dev/null; then brew install "$1" >&2
  else say "cannot install $1: no package manager found"; return 1
  fi
}

# A Swift toolchain of at least 6.2.
require_swift() {
  if command -v swift >/dev/null; then
    local version
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1)
    local major=${version% *} minor=${version#* }
    if [ "${major:-0}" -gt 6 ] || { [ "${major:-0}" -eq 6 ] && [ "${minor:-0}" -ge 2 ]; }; then return 0; fi
    say "Swift ${major:-?}.${minor:-?} is too old: Apus needs 6.2"
  fi
  command -v swiftly >/dev/null || {
    say "Swift is missing: install it with swiftly (https://www.swift.org/install) and run this again"
    return 1
  }
  swiftly install --use latest >&2
}

# python3 with venv, the sqlite3 shell, and a virtual environment with SQLite 3.51.3.
require_oracle() {
  command -v python3 >/dev/null || install_package python3 || return 1
  command -v sqlite3 >/dev/null || install_package sqlite3 || return 1
  local environment="${APUS_ORACLE:-$PWD/.build/oracle}"
  ORACLE_PYTHON="$environment/bin/python"
  if ! [ -x "$ORACLE_PYTHON" ]; then
    python3 -m venv "$environment" >&2 || { install_package python3-venv && python3 -m venv "$environment" >&2; } || return 1
  fi
  if ! "$ORACLE_PYTHON" -c 'import apsw' 2>/dev/null; then
    "$ORACLE_PYTHON" -m pip install -q --disable-pip-version-check apsw==3.51.3.0 >&2 || return 1
  fi
  "$ORACLE_PYTHON" -c 'import apsw, sys; sys.exit(apsw.sqlite_lib_version() != "3.51.3")' || {
    say "the oracle is not SQLite 3.51.3"
    return 1
  }
  export ORACLE_PYTHON
}

# replan PACKAGE SCRATCH: makes the next build of a nested package list the root package's files anew. SwiftPM plans
# again only when the nested package itself changes, and would miss files that are new in the root package.
replan() {
  rm -f "$2"/*.yaml
  touch "$1/Package.swift"
}
