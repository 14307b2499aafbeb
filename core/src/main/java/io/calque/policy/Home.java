package io.calque.policy;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an account is homed. Only people homed on premises are served, bound by policies and counted for licences here. Source:
 * Microsoft's page on the attributes of hybrid deployments, {@code HostingProvider} and {@code msRTCSIP-DeploymentLocator}.
 */
public enum Home {
    /** On a pool of the company. */
    ON_PREMISES("on premises"),
    /** At another hosting provider, in Teams or Skype for Business Online. */
    ONLINE("online"),
    /** Not enabled for the service at all. */
    NOWHERE("nowhere");

    private static final String ON_PREMISES_PREFIX = "SRV:";

    private final String title;

    Home(String title) {
        this.title = title;
    }

    /**
     * The home that a hosting provider stands for: {@code SRV:} is on premises, any other provider, such as
     * {@code sipfed.online.lync.com}, is online; empty for a blank value, which does not tell.
     */
    public static Optional<Home> of(@Nullable String provider) {
        if (provider == null || provider.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                provider.strip().toUpperCase(Locale.ROOT).startsWith(ON_PREMISES_PREFIX) ? ON_PREMISES : ONLINE);
    }

    /** As people read it: {@code on premises}. */
    public String title() {
        return title;
    }

    /** The word that JSON uses: {@code on-premises}. */
    public String word() {
        return title.replace(' ', '-');
    }
}
