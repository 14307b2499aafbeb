package io.calque.powershell.probe;

import io.calque.powershell.http.HttpException;
import io.calque.powershell.http.Request;
import io.calque.powershell.http.Response;
import io.calque.powershell.http.Tap;

/** Remembers how far requests got: any answer proves the layers below HTTP, any answer but 401 the login. */
final class Watch implements Tap {
    private volatile boolean answered;
    private volatile boolean letIn;

    @Override
    public void answered(Request request, Response response) {
        answered = true;
        letIn |= response.status() != 401;
    }

    @Override
    public void failed(Request request, HttpException failure) {
        // the session tells the failure itself
    }

    boolean wasAnswered() {
        return answered;
    }

    boolean wasLetIn() {
        return letIn;
    }
}
