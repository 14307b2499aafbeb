package io.calque.cli.demo;

import io.calque.people.Identifiers;
import io.calque.policy.Account;
import io.calque.policy.Identity;
import io.calque.state.UserState;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One person of the sample company, as the directory and the server know them: a function of the person's number alone, so that a
 * million of them need not be held and the company is the same on every machine.
 *
 * @param ids the names
 * @param licence the content of the column {@code Licence}, sometimes wrong
 * @param telephone the number in the directory; empty for none
 * @param site the site of the pool
 * @param granted the conferencing policy granted before anything was planned; null for none
 * @param voice whether Enterprise Voice is on, sometimes without a Plus licence
 * @param onServer whether the person is a user of the server at all
 */
record Member(
        Identifiers ids,
        String licence,
        String telephone,
        String site,
        Identity.@Nullable Tag granted,
        boolean voice,
        boolean onServer) {

    private static final String DOMAIN = "CONTOSO";
    private static final String[] UNITS = {"Sales", "Plant", "Research", "Finance", "IT", "Legal"};
    private static final String[] SITES = {"Berlin", "Redmond", "東京"};
    private static final Identity.Tag STANDARD = new Identity.Tag("STD_CAL_NoConferencing");
    private static final Identity.Tag VIDEO = new Identity.Tag("ENT_CAL_REC_AudioVideo");
    private static final Identity.Tag OLD = new Identity.Tag("Everybody 2011");

    /** The person with a number, counted from 0. */
    static Member of(int number) {
        SplittableRandom random = new SplittableRandom(0xCA17_0E00L + number);
        Names.Name name = Names.of(random);
        // Two people of one display name, so that a display name alone is not enough.
        String title = number == 7 || number == 8 ? "Ann O\u2019Neil" : name.text();
        String sam = name.ascii() + number;
        String address = sam + "@contoso.com";
        String unit = UNITS[random.nextInt(UNITS.length)];
        String licence = licence(random);
        boolean plus = licence.endsWith("Plus");
        boolean voice = plus ? random.nextInt(4) != 0 : random.nextInt(70) == 0;
        Identifiers ids = new Identifiers(
                DOMAIN,
                sam,
                address,
                "sip:" + address,
                title,
                "CN=" + escaped(title) + " " + number + ",OU=" + unit + ",DC=contoso,DC=com");
        return new Member(
                ids,
                number == 3 ? "Enterprize" : number == 5 ? "" : licence,
                plus ? String.format("+49 30 %07d", number) : "",
                SITES[random.nextInt(SITES.length)],
                granted(licence, random),
                voice,
                number != 9 && number != 14);
    }

    private static String licence(SplittableRandom random) {
        int share = random.nextInt(1000);
        if (share < 640) {
            return "Standard";
        }
        if (share < 800) {
            return "Enterprise";
        }
        if (share < 850) {
            return "Enterprise Audio";
        }
        if (share < 900) {
            return "Enterprise PSTN";
        }
        if (share < 930) {
            return "Enterprise NoRec";
        }
        return share < 970 ? "Plus" : share < 990 ? "Enterprise Plus" : "Enterprise PSTN Plus";
    }

    /** Half of all have nothing and so get Enterprise from Global; some were done right, some long ago. */
    private static Identity.@Nullable Tag granted(String licence, SplittableRandom random) {
        int share = random.nextInt(100);
        if (share < 50) {
            return null;
        }
        if (share < 60) {
            return OLD;
        }
        if (share < 63) {
            return VIDEO;
        }
        return licence.startsWith("Enterprise") ? VIDEO : STANDARD;
    }

    /** The account on the server. */
    UserState user() {
        String line = voice && !telephone.isEmpty() ? "tel:" + telephone.replace(" ", "") : null;
        return new UserState(ids, site, Account.PLAIN.withEnterpriseVoice(voice), line, granted, null);
    }

    /** A value of a distinguished name (RFC 4514, section 2.4). */
    private static String escaped(String value) {
        return value.replaceAll("([\\\\,+\"<>;=])", "\\\\$1");
    }
}
