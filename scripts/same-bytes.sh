#!/usr/bin/env bash
# Builds the packages again, in a copy of the checkout at another place, and compares them byte by byte with those in FOLDER.
# usage: same-bytes.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
made=$(cd "$1" && pwd -P)
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard | tar --null --files-from=- --ignore-failed-read -cf - 2>/dev/null | tar -xf - -C "$copy"
"$JAVA_HOME/bin/java" -Xlog:disable "$copy/scripts/Dist.java" "$copy"
"$copy/scripts/packages.sh" "$copy/target/packages"
diff <(cd "$made" && sha256sum -- *) <(cd "$copy/target/packages" && sha256sum -- *) || {
    echo "packages: two builds of the same sources differ (above: first <, second >)" >&2
    exit 1
}
echo "packages: two builds, the same bytes"
