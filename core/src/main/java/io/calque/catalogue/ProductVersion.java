package io.calque.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The versions of the product, oldest first. Only {@link #SFB_SE} is still supported by its maker; the others still run. */
public enum ProductVersion {
    LYNC_2010("lync-2010", "Lync Server 2010", "Lync"),
    LYNC_2013("lync-2013", "Lync Server 2013", "Lync"),
    SFB_2015("sfb-2015", "Skype for Business Server 2015", "SkypeForBusiness"),
    SFB_2019("sfb-2019", "Skype for Business Server 2019", "SkypeForBusiness"),
    SFB_SE("sfb-se", "Skype for Business Server Subscription Edition", "SkypeForBusiness");

    private final String id;
    private final String title;
    private final String module;

    ProductVersion(String id, String title, String module) {
        this.id = id;
        this.title = title;
        this.module = module;
    }

    /** The id that files and JSON use: {@code sfb-se}. */
    public String id() {
        return id;
    }

    /** The product's full name. */
    public String title() {
        return title;
    }

    /** The PowerShell module that holds its cmdlets. */
    public String module() {
        return module;
    }

    /** The version with an id, in any case. */
    public static Optional<ProductVersion> of(String id) {
        return Arrays.stream(values()).filter(v -> v.id.equalsIgnoreCase(id)).findFirst();
    }

    /** All ids, oldest first. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(ProductVersion::id).toList();
    }
}
