package io.calque.remoting.outofproc;

import io.calque.remoting.psrp.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of ours that speaks on its standard streams. */
final class ChildProcess implements Channel {
    private static final int LAST_WORDS = 2_000;

    private final Process process;
    private final StringBuilder errors = new StringBuilder();
    private final Thread listener;

    private ChildProcess(Process process) {
        this.process = process;
        this.listener =
                Thread.ofPlatform().daemon().name("stderr of " + process.pid()).unstarted(this::listen);
    }

    static ChildProcess start(List<String> command) {
        try {
            ChildProcess child = new ChildProcess(new ProcessBuilder(command).start());
            child.listener.start();
            return child;
        } catch (IOException e) {
            throw new TransportException.NotSent(command.getFirst() + " can't be started: " + e.getMessage(), e);
        }
    }

    private void listen() {
        byte[] buffer = new byte[1_024];
        try (InputStream in = process.getErrorStream()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                synchronized (errors) {
                    errors.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    errors.delete(0, Math.max(0, errors.length() - LAST_WORDS));
                }
            }
        } catch (IOException e) {
            // The process is ending; what it said so far is kept.
        }
    }

    @Override
    public InputStream input() {
        return process.getInputStream();
    }

    @Override
    public OutputStream output() {
        return process.getOutputStream();
    }

    @Override
    public String farewell() {
        boolean ended = hasEnded(1_000);
        if (ended) {
            hearLastWords();
        }
        String end = ended ? "the process ended with status " + process.exitValue() : "the process closed its output";
        synchronized (errors) {
            return errors.isEmpty() ? end : end + ": " + errors.toString().strip();
        }
    }

    /** What an ended process said is still on its way for a moment. */
    private void hearLastWords() {
        try {
            listener.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It no longer reads; it is ended below.
        }
        if (!hasEnded(2_000)) {
            process.destroy();
            if (!hasEnded(2_000)) {
                process.destroyForcibly();
            }
        }
    }

    private boolean hasEnded(long millis) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
