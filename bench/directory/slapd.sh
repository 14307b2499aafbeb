#!/bin/sh
# slapd.sh FOLDER COUNT: an OpenLDAP server on loopback with COUNT people in the shape of Active Directory, TLS on port 10636.
# A made FOLDER is used again. Stop it with: kill $(cat FOLDER/slapd.pid). Needs the Debian packages slapd, ldap-utils and openssl.
set -eu
folder=$1 count=$2
here=$(cd "$(dirname "$0")" && pwd)
base=DC=ad,DC=example,DC=test
mkdir -p "$folder/db" "$folder/tls"
cd "$folder"

if [ ! -s tls/cert.pem ]; then
    openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=Calque bench" -addext "subjectAltName=IP:127.0.0.1,DNS:localhost" \
        -keyout tls/key.pem -out tls/cert.pem 2>/dev/null
fi
cp "$here/adlike.schema" .
root_dse() {
    cat <<TEXT
dn:
defaultNamingContext: $base
dsServiceName: CN=Bench,$base
highestCommittedUSN: $1
TEXT
}
[ -s rootdse.ldif ] || root_dse "$count" >rootdse.ldif
cat >slapd.conf <<TEXT
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
include $folder/adlike.schema
modulepath /usr/lib/ldap
moduleload back_mdb
pidfile $folder/slapd.pid
rootDSE $folder/rootdse.ldif
TLSCertificateFile $folder/tls/cert.pem
TLSCertificateKeyFile $folder/tls/key.pem
sizelimit unlimited
database mdb
suffix "$base"
rootdn "CN=admin,$base"
rootpw bench
directory $folder/db
maxsize 8589934592
dbnosync
index objectClass,objectCategory,sAMAccountName,objectGUID eq
index uSNChanged eq
TEXT
if [ ! -s loaded ]; then
    python3 "$here/../../scripts/samba/people.py" "$count" slapd $base >people.ldif
    slapadd -q -f slapd.conf -l people.ldif
    rm people.ldif
    echo "$count" >loaded
fi
slapd -f slapd.conf -h "ldap://127.0.0.1:10389 ldaps://127.0.0.1:10636"
until ldapsearch -x -LLL -H ldap://127.0.0.1:10389 -s base -b '' 1.1 >/dev/null 2>&1; do sleep 0.2; done
