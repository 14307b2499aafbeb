#!/usr/bin/env bash
# Reads the test reports: one line for each reason why tests were skipped, then "N passed, N failed, N skipped".
# Fails when no test ran, so that no check passes on nothing.
set -euo pipefail
status=$1 seconds=$2
cd "$(dirname "$0")/.."
reports=$(find . -path '*/target/surefire-reports/TEST-*.xml' | sort)
if [ -z "$reports" ]; then
    echo "check: no test ran" >&2
    exit 1
fi
sum() { # of one attribute of the <testsuite> elements
    # shellcheck disable=SC2086
    sed -n 's/.*<testsuite [^>]*[[:space:]]'"$1"'="\([0-9]*\)".*/\1/p' $reports | awk '{n += $1} END {print n + 0}'
}
tests=$(sum tests) failures=$(sum failures) errors=$(sum errors) skipped=$(sum skipped)
# shellcheck disable=SC2086
sed -n 's/.*<skipped message="\([^"]*\)".*/\1/p' $reports | sed 's/^Assumption failed: //; s/&apos;/'"'"'/g; s/&quot;/"/g; s/&#10;.*//; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' \
    | sort | uniq -c | while read -r n reason; do echo "skipped $n: $reason"; done
failed=$((failures + errors))
echo "in $((seconds / 60)) min $((seconds % 60)) s"
echo "$((tests - failed - skipped)) passed, $failed failed, $skipped skipped"
[ "$((tests - skipped))" -gt 0 ] || { echo "check: every test was skipped" >&2; exit 1; }
[ "$failed" = 0 ] && [ "$status" = 0 ]
