package io.calque.lync.probe;

import io.calque.remoting.http.HttpException;
import io.calque.remoting.http.Request;
import io.calque.remoting.http.Response;
import io.calque.remoting.http.Tap;

/** Remembers how far requests got: any answer proves the layers below HTTP, any answer but 401 the login. Passes all on. */
final class Watch implements Tap {
    private final Tap next;
    private volatile boolean answered;
    private volatile boolean letIn;

    Watch(Tap next) {
        this.next = next;
    }

    @Override
    public void answered(Request request, Response response) {
        answered = true;
        letIn |= response.status() != 401;
        next.answered(request, response);
    }

    @Override
    public void failed(Request request, HttpException failure) {
        next.failed(request, failure);
    }

    boolean wasAnswered() {
        return answered;
    }

    boolean wasLetIn() {
        return letIn;
    }
}
