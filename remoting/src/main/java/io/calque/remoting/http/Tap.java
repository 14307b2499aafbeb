package io.calque.remoting.http;

/** Watches what goes over a connection, for transcripts. Requests and answers hold credentials: whoever keeps them must redact. */
public interface Tap {
    /** Watches nothing. */
    Tap NONE = new Tap() {
        @Override
        public void answered(Request request, Response response) {
            // nothing is kept
        }

        @Override
        public void failed(Request request, HttpException failure) {
            // nothing is kept
        }
    };

    /** A request was answered. */
    void answered(Request request, Response response);

    /** A request was not answered. */
    void failed(Request request, HttpException failure);
}
