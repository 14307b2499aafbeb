#!/bin/sh
# start.sh TREE ADDRESS: starts the domain controller in TREE on one loopback address (127.x.y.z) and waits until it answers there.
set -eu
tree=$1 address=$2
here=$(cd "$(dirname "$0")" && pwd)
. "$here/settings.sh"
"$here/configure.sh" "$tree" "$address"
setsid samba -F --no-process-group -s "$conf" >"$tree/log/start.log" 2>&1 </dev/null &
tries=0
until python3 -c "import socket; socket.create_connection(('$address', 636), 1).close(); socket.create_connection(('$address', 88), 1).close()" 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -lt 600 ] || { echo "samba did not answer on $address within two minutes" >&2; tail -20 "$tree/log/start.log" "$tree/log/samba.log" >&2; exit 1; }
    sleep 0.2
done
