#!/bin/sh
# provision.sh TREE COUNT: makes a domain controller in the new folder TREE: Lync attributes, COUNT people in nested groups (people.py),
# a reading account svc-calque without rights of its own, and a keytab for it. Nothing outside TREE is touched.
set -eu
tree=$1 count=$2
here=$(cd "$(dirname "$0")" && pwd)
. "$here/settings.sh"
mkdir -p "$tree"
: >"$tree/empty.conf"
samba-tool domain provision -s "$tree/empty.conf" --targetdir="$tree" --realm=$realm --domain=$domain --server-role=dc \
    --host-name=dc1 --host-ip=127.0.0.1 --dns-backend=NONE --adminpass="$admin_password" --function-level=2008_R2 \
    --backend-store=mdb --option="interfaces=lo" --option="bind interfaces only=yes" >"$tree/provision.log" 2>&1 ||
    { cat "$tree/provision.log" >&2; exit 1; }
"$here/configure.sh" "$tree" 127.0.0.1

# The Lync attributes, as the product's schema extension brings them; three steps, because each rests on the one before.
python3 "$here/schema.py" attributes $base >"$tree/1.ldif"
python3 "$here/schema.py" class $base >"$tree/2.ldif"
python3 "$here/schema.py" user $base >"$tree/3.ldif"
offline ldbadd "$tree/1.ldif"
offline ldbadd "$tree/2.ldif"
offline ldbmodify "$tree/3.ldif"

python3 "$here/people.py" "$count" ad $base >"$tree/people.ldif"
offline ldbadd -o batch_mode:1 "$tree/people.ldif"
offline ldbmodify /dev/stdin <<TEXT
dn: CN=Team 2,OU=Calque,$base
changetype: modify
add: member
member: CN=Department 2,OU=Calque,$base
TEXT

# The service names that the name service part of a whole controller would have made.
offline ldbmodify /dev/stdin <<TEXT
dn: CN=DC1,OU=Domain Controllers,$base
changetype: modify
add: servicePrincipalName
servicePrincipalName: ldap/$host
servicePrincipalName: ldap/$host/$domain
TEXT
samba-tool user create svc-calque "$reader_password" --configfile="$conf" -H "$sam" >/dev/null
samba-tool domain exportkeytab "$tree/svc-calque.keytab" --principal=svc-calque@$realm --configfile="$conf" >/dev/null 2>&1
rm -f "$tree"/[123].ldif "$tree/people.ldif"
