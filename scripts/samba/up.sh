#!/bin/sh
# up.sh TREE [ADDRESS [COUNT]]: a running test domain controller; the first time takes about 20 s, later ones come from a cache.
# Needs root and the packages in scripts/integration-packages.txt. Stop it with stop.sh TREE.
set -eu
tree=$1 address=${2:-127.0.10.1} count=${3:-1200}
here=$(cd "$(dirname "$0")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/calque/samba-$count-$(cat "$here"/*.sh "$here"/*.py | cksum | cut -d' ' -f1).tar.gz
if [ ! -d "$tree/private" ]; then
    if [ ! -s "$cache" ]; then
        "$here/provision.sh" "$tree" "$count"
        mkdir -p "$(dirname "$cache")"
        tar -C "$tree" --exclude='*-lock' -Sczf "$cache.$$" . && mv "$cache.$$" "$cache"
    else
        mkdir -p "$tree"
        tar -C "$tree" -xzf "$cache"
    fi
fi
"$here/start.sh" "$tree" "$address"
