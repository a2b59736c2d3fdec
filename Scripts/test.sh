#!/usr/bin/env bash
# All tests; those that failed are named once more at the end. The server library of the tests starts a throwaway PostgreSQL.
set -uo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
PATUH_PYTHON="$PWD/.venv/bin/python" swift test --disable-xctest "$@" 2>&1 | tee "$log"
status=$?
[ $status -eq 0 ] || grep -A 3 "^✘" "$log"
exit $status
