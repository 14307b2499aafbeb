# Sourced by the other scripts here: the names of the test domain, and where its parts lie under $tree.
realm=AD.EXAMPLE.TEST domain=ADTEST base=DC=ad,DC=example,DC=test host=dc1.ad.example.test
admin_password='Passw0rd!Test' reader_password='Passw0rd!Reader'
: "${tree:?}"
conf=$tree/etc/smb.conf
sam=$tree/private/sam.ldb

# Changes the stopped domain controller, straight in its database.
offline() { # ldbadd|ldbmodify [OPTION...] FILE
    "$@" --configfile="$conf" -H "$sam" --option="dsdb:schema update allowed=true" -o nosync:1 >"$tree/offline.log" 2>&1 ||
        { cat "$tree/offline.log" >&2; exit 1; }
}
