package io.calque.directory.samba;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SubtreeDeleteRequestControl;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Somebody who changes the directory. */
record Administrator(LDAPConnection connection) implements AutoCloseable {
    String dn(String sam) throws LDAPException {
        SearchResultEntry entry = connection.searchForEntry(
                DomainController.DOMAIN, SearchScope.SUB, Filter.createEqualityFilter("sAMAccountName", sam), "1.1");
        return requireNonNull(entry).getDN();
    }

    int rid(String dn) throws LDAPException {
        byte[] sid = requireNonNull(
                requireNonNull(connection.getEntry(dn, "objectSid")).getAttributeValueBytes("objectSid"));
        return ByteBuffer.wrap(sid).order(ByteOrder.LITTLE_ENDIAN).getInt(sid.length - 4);
    }

    void join(String group, String member) throws LDAPException {
        connection.modify(group, new Modification(ModificationType.ADD, "member", member));
    }

    void leave(String group, String member) throws LDAPException {
        connection.modify(group, new Modification(ModificationType.DELETE, "member", member));
    }

    void set(String dn, String attribute, String... values) throws LDAPException {
        connection.modify(dn, new Modification(ModificationType.REPLACE, attribute, values));
    }

    void rename(String dn, String rdn, @Nullable String parent) throws LDAPException {
        connection.modifyDN(dn, rdn, true, parent);
    }

    void addPerson(String name, String unit) throws LDAPException {
        String dn = "CN=" + name + "," + unit;
        add(dn, "user", name);
        set(dn, "userAccountControl", "544");
    }

    void addUnit(String dn) throws LDAPException {
        connection.add(new Entry(dn, new Attribute("objectClass", "organizationalUnit")));
    }

    void addGroup(String name, String unit) throws LDAPException {
        add("CN=" + name + "," + unit, "group", name);
    }

    private void add(String dn, String objectClass, String sam) throws LDAPException {
        connection.add(new Entry(dn, new Attribute("objectClass", objectClass), new Attribute("sAMAccountName", sam)));
    }

    void delete(String dn) throws LDAPException {
        connection.delete(dn);
    }

    void deleteAll(String dn) throws LDAPException {
        if (connection.getEntry(dn, "1.1") != null) {
            // People first: a group can't go while it is somebody's primary one.
            Filter people = Filter.createEqualityFilter("objectClass", "user");
            for (SearchResultEntry person : requireNonNull(
                    connection.search(dn, SearchScope.SUB, people, "1.1").getSearchEntries())) {
                connection.delete(person.getDN());
            }
            connection.delete(new DeleteRequest(dn, new Control[] {new SubtreeDeleteRequestControl()}));
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
