package io.calque.lync.result;

import io.calque.remoting.clixml.CliXml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sites, and which of them a user belongs to: that of the pool where the user is homed. */
final class Sites {
    /** The third part of a home server's name is the site's number and the pool's: {@code CN=1:1} (facts on msRTCSIP-PrimaryHomeServer). */
    private static final Pattern HOME = Pattern.compile("^CN=[^,]*,CN=[^,]*,CN=(\\d+):\\d+,", Pattern.CASE_INSENSITIVE);

    private final List<String> names = new ArrayList<>();
    private final Map<String, String> byPool = new HashMap<>();
    private final Map<String, String> byNumber = new HashMap<>();

    /** Takes an object of Get-CsSite. */
    void add(Bag site) {
        String name = nameOf(site);
        if (name == null) {
            return;
        }
        names.add(name);
        site.texts("Pools").forEach(pool -> byPool.put(pool.toLowerCase(Locale.ROOT), name));
        site.value("SiteId").flatMap(CliXml::asText).ifPresent(number -> byNumber.put(number, name));
    }

    /** The site's name, with or without the scope that some versions print before it. */
    private static @Nullable String nameOf(Bag site) {
        String identity = site.text("Identity");
        return identity != null && identity.regionMatches(true, 0, "Site:", 0, 5) ? identity.substring(5) : identity;
    }

    /** Where a user is homed, as far as the object tells. */
    record Home(@Nullable String pool, @Nullable String siteNumber) {
        static Home of(Bag user) {
            String server = user.text("HomeServer");
            Matcher matcher = HOME.matcher(server == null ? "" : server);
            return new Home(user.name("RegistrarPool"), matcher.find() ? matcher.group(1) : null);
        }
    }

    /** The site of a home; null where neither pool nor home server tell. To be asked when all sites are known. */
    @Nullable
    String of(Home home) {
        String site = home.pool() == null ? null : byPool.get(home.pool().toLowerCase(Locale.ROOT));
        return site != null || home.siteNumber() == null ? site : byNumber.get(home.siteNumber());
    }

    List<String> names() {
        return names.stream().sorted().distinct().toList();
    }
}
