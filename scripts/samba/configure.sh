#!/bin/sh
# configure.sh TREE ADDRESS: writes the configuration and the certificates of the domain controller in TREE for one loopback address.
# Done at every start, because a tree may have been unpacked from a cache at another place.
set -eu
tree=$1 address=$2
here=$(dirname "$0")
. "$here/settings.sh"
mkdir -p "$tree/etc" "$tree/private/tls" "$tree/run" "$tree/state" "$tree/cache" "$tree/lock" "$tree/log"
cat >"$conf" <<TEXT
[global]
    workgroup = $domain
    realm = $realm
    netbios name = DC1
    server role = active directory domain controller
    server services = ldap, kdc, cldap
    interfaces = $address/8
    bind interfaces only = yes
    private dir = $tree/private
    state directory = $tree/state
    cache directory = $tree/cache
    lock directory = $tree/lock
    pid directory = $tree/run
    ncalrpc dir = $tree/run/ncalrpc
    binddns dir = $tree/bind-dns
    log file = $tree/log/samba.log
    ldap server require strong auth = allow_sasl_over_tls
    tls enabled = yes
    tls keyfile = $tree/private/tls/key.pem
    tls certfile = $tree/private/tls/cert.pem
    tls cafile = $tree/private/tls/ca.pem
TEXT
cd "$tree/private/tls"
if [ ! -s ca.pem ]; then
    openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=Calque test authority" -keyout ca-key.pem -out ca.pem 2>/dev/null
fi
openssl req -newkey rsa:2048 -nodes -subj "/CN=$host" -keyout key.pem -out request.pem 2>/dev/null
printf 'subjectAltName=DNS:%s,IP:%s\n' "$host" "$address" >san.txt
openssl x509 -req -in request.pem -CA ca.pem -CAkey ca-key.pem -CAcreateserial -days 3650 -extfile san.txt -out cert.pem 2>/dev/null
chmod 600 key.pem ca-key.pem
