package io.calque.engine.context;

/** Whether somebody wants the program to end: Ctrl+C, or another signal that ends a process. */
public interface Cancellation {
    /** Nobody ever does. */
    Cancellation NONE = () -> new Watch() {
        @Override
        public boolean requested() {
            return false;
        }

        @Override
        public void close() {}
    };

    /** Watches from now on until it is closed. Without a watch the program ends at once, as any other. */
    Watch watch();

    /** A watch: while it is open, the work under way decides when it ends. */
    interface Watch extends AutoCloseable {
        /** Whether the program shall end. Any thread may ask. */
        boolean requested();

        @Override
        void close();
    }
}
