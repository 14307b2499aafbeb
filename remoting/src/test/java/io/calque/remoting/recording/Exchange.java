package io.calque.remoting.recording;

import java.util.Map;
import java.util.Optional;

/**
 * One request and what came back.
 *
 * @param request the SOAP text that the client sent
 * @param response the SOAP text that the server sent; empty for none
 * @param more the other keys of the recording, such as {@code transport_error}
 */
public record Exchange(String request, String response, Map<String, Object> more) {

    /** The HTTP status of a failure that was recorded; empty when it went well. */
    public Optional<Integer> failure() {
        return more.get("transport_error") instanceof Map<?, ?> error && error.get("code") instanceof Integer code
                ? Optional.of(code)
                : Optional.empty();
    }

    /** The address of the resource, by which PowerShell and other shells differ. */
    public boolean isPowerShell() {
        return request.contains("http://schemas.microsoft.com/powershell/");
    }
}
