package io.calque.directory.samba;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Changes of every kind to what lies below one unit; what there is to be changed it looks up each time. */
final class RandomChange {
    /** What the directory refuses because of the state that it happens to be in: a membership that is there already, a circle, a name that is taken. */
    private static final Set<ResultCode> HARMLESS = Set.of(
            ResultCode.ENTRY_ALREADY_EXISTS,
            ResultCode.ATTRIBUTE_OR_VALUE_EXISTS,
            ResultCode.NO_SUCH_ATTRIBUTE,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.NOT_ALLOWED_ON_NONLEAF,
            ResultCode.AFFECTS_MULTIPLE_DSAS,
            ResultCode.OTHER);

    private static final int PRIMARY_OF_ALL = 513;

    private final Administrator admin;
    private final String unit;
    private final Random random;

    RandomChange(Administrator admin, String unit, Random random) {
        this.admin = admin;
        this.unit = unit;
        this.random = random;
    }

    private interface Change {
        void make() throws LDAPException;
    }

    /** Makes one change; returns what it was. */
    String make() throws LDAPException {
        int kind = random.nextInt(24);
        String name = "k" + kind;
        try {
            change(kind).make();
        } catch (LDAPException e) {
            if (!HARMLESS.contains(e.getResultCode())) {
                throw e;
            }
            return name + " refused";
        }
        return name;
    }

    private Change change(int kind) {
        return switch (kind) {
            case 0, 1 -> () -> addPerson();
            case 2 -> () -> admin.delete(person());
            case 3, 4 -> () -> admin.set(person(), "department", any(List.of("A", "B", "C")));
            case 5 -> () -> admin.set(person(), "department");
            case 6 -> () -> admin.set(person(), "userAccountControl", random.nextInt(3) == 0 ? "546" : "544");
            case 7 -> () -> admin.rename(person(), "CN=" + fresh("p"), null);
            case 8 -> () -> moved(person());
            case 9, 10 -> () -> admin.join(group(), person());
            case 11 -> () -> left(group());
            case 12 -> () -> admin.join(group(), group());
            case 13 -> () -> swapUnits();
            case 14 -> () -> admin.rename(below("organizationalUnit"), "OU=" + fresh("u"), null);
            case 15 -> () -> moved(below("organizationalUnit"));
            case 16 -> () -> admin.rename(group(), "CN=" + fresh("g"), null);
            case 17 -> () -> moved(group());
            case 18 -> () -> primary();
            case 19 -> () -> usersOfDomain();
            case 20 -> () -> admin.set(person(), "manager", person());
            case 21 -> () -> admin.addUnit("OU=" + fresh("u") + "," + anyUnit());
            case 22 -> () -> admin.set(below("organizationalUnit"), "description", fresh("d"));
            case 23 -> () -> again();
            default -> throw new IllegalArgumentException("no kind " + kind);
        };
    }

    private String fresh(String prefix) {
        return prefix + random.nextInt(1_000_000);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private List<String> all(String objectClass) throws LDAPException {
        List<String> found = new ArrayList<>();
        Filter filter = Filter.createEqualityFilter("objectClass", objectClass);
        for (SearchResultEntry entry : requireNonNull(
                admin.connection().search(unit, SearchScope.SUB, filter, "1.1").getSearchEntries())) {
            found.add(entry.getDN());
        }
        found.sort(Comparator.naturalOrder());
        return found;
    }

    private String below(String objectClass) throws LDAPException {
        List<String> found = all(objectClass);
        found.remove(unit);
        return any(found);
    }

    private String anyUnit() throws LDAPException {
        return any(all("organizationalUnit"));
    }

    private String person() throws LDAPException {
        return below("user");
    }

    private String group() throws LDAPException {
        return below("group");
    }

    private void addPerson() throws LDAPException {
        String name = fresh("p");
        String parent = anyUnit();
        admin.addPerson(name, parent);
        admin.set("CN=" + name + "," + parent, "department", any(List.of("A", "B", "C")));
    }

    private void moved(String dn) throws LDAPException {
        admin.rename(dn, first(dn), anyUnit());
    }

    private void left(String group) throws LDAPException {
        String[] members =
                requireNonNull(admin.connection().getEntry(group, "member")).getAttributeValues("member");
        if (members != null) {
            admin.leave(group, any(List.of(members)));
        }
    }

    /** Two units get each other's name, so that all below them do. */
    private void swapUnits() throws LDAPException {
        String one = below("organizationalUnit");
        String other = below("organizationalUnit");
        if (!one.endsWith(other) && !other.endsWith(one) && parent(one).equals(parent(other))) {
            admin.rename(one, "OU=between", null);
            admin.rename(other, first(one), null);
            admin.rename("OU=between," + parent(one), first(other), null);
        }
    }

    private static String first(String dn) {
        return dn.substring(0, dn.indexOf(','));
    }

    private static String parent(String dn) {
        return dn.substring(dn.indexOf(',') + 1);
    }

    /** Somebody gets another primary group, and is then no member of it in the ordinary way. */
    private void primary() throws LDAPException {
        String who = person();
        if (random.nextInt(3) == 0) {
            admin.set(who, "primaryGroupID", Integer.toString(PRIMARY_OF_ALL));
            return;
        }
        String group = group();
        try {
            admin.join(group, who);
        } catch (LDAPException e) {
            // A member already.
        }
        admin.set(who, "primaryGroupID", Integer.toString(admin.rid(group)));
    }

    /** The primary group of nearly everybody becomes, or is no more, a member of another. */
    private void usersOfDomain() throws LDAPException {
        String all = "CN=Domain Users,CN=Users," + DomainController.DOMAIN;
        String group = group();
        try {
            admin.join(group, all);
        } catch (LDAPException e) {
            admin.leave(group, all);
        }
    }

    /** A group goes, and another comes under its name. */
    private void again() throws LDAPException {
        String group = group();
        String sam = requireNonNull(requireNonNull(admin.connection().getEntry(group, "sAMAccountName"))
                .getAttributeValue("sAMAccountName"));
        admin.delete(group);
        admin.addGroup(sam, anyUnit());
    }
}
