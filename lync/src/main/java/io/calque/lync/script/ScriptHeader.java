package io.calque.lync.script;

import io.calque.catalogue.ProductVersion;

/**
 * What a script tells about the plan that it came from.
 *
 * @param product the product version that the plan was made for; names the module to load
 * @param fingerprint of the plan
 * @param steps how many steps follow
 */
public record ScriptHeader(ProductVersion product, String fingerprint, long steps) {}
