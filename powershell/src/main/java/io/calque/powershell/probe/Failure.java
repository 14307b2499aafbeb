package io.calque.powershell.probe;

import io.calque.powershell.auth.AuthException;
import io.calque.powershell.http.HttpException;
import io.calque.powershell.http.HttpsUrl;
import io.calque.powershell.psrp.TransportException;
import io.calque.powershell.session.SessionFailed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which layer kept a session from opening: every layer outside it worked. */
final class Failure {
    private Failure() {}

    static List<ProbeStep> steps(SessionFailed failure, Watch watch, HttpsUrl url) {
        Layer broken = layer(failure, watch);
        List<ProbeStep> steps = new ArrayList<>();
        for (Layer layer : List.of(Layer.PORT, Layer.TLS, Layer.LOGIN, Layer.SHELL)) {
            if (layer.compareTo(broken) < 0) {
                steps.add(ProbeStep.good(layer, layer == Layer.PORT ? url.port() + " answers" : "works"));
            }
        }
        steps.add(ProbeStep.bad(broken, message(failure)));
        return steps;
    }

    private static Layer layer(SessionFailed failure, Watch watch) {
        HttpException http = find(HttpException.class, failure);
        if (http != null) {
            return switch (http.reason()) {
                case NAME, CONNECT -> Layer.PORT;
                case TLS, CERTIFICATE, HOST_NAME -> Layer.TLS;
                case TIMEOUT, CUT, TOO_LARGE, MALFORMED -> watch.wasLetIn() ? Layer.SHELL : Layer.LOGIN;
            };
        }
        if (find(AuthException.class, failure) != null) {
            return Layer.LOGIN;
        }
        TransportException.Refused refused = find(TransportException.Refused.class, failure);
        if (refused != null && refused.status() == 401) {
            return Layer.LOGIN;
        }
        return watch.wasLetIn() || refused != null || !watch.wasAnswered() ? Layer.SHELL : Layer.LOGIN;
    }

    private static String message(SessionFailed failure) {
        Throwable deepest = failure.getCause();
        String message = deepest == null ? failure.getMessage() : deepest.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
