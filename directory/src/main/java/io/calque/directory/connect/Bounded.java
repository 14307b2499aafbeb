package io.calque.directory.connect;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls into the system that nothing interrupts: a name service, a Kerberos distribution centre. They are left alone when their time is over. */
final class Bounded {
    private Bounded() {}

    /**
     * The result of a call.
     *
     * @throws TimeoutException when it is not there in time; the call goes on in a thread of its own, and its result is dropped
     * @throws ExecutionException with what the call threw
     */
    static <T> T call(String what, Duration limit, Callable<T> call) throws TimeoutException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name("directory " + what).start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        }
    }
}
