#!/bin/sh
# stop.sh TREE: stops the domain controller in TREE and waits until it is gone.
set -eu
tree=$1
[ -s "$tree/run/samba.pid" ] || exit 0
pid=$(cat "$tree/run/samba.pid")
kill "$pid" 2>/dev/null || exit 0
while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done
