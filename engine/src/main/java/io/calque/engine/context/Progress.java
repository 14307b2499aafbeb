package io.calque.engine.context;

/** Receives how long pieces of work get on, on the thread that does them; must not block. */
public interface Progress {
    /** Shows nothing. */
    Progress NONE = new Progress() {
        @Override
        public Work begin(String what) {
            return (_, _) -> {};
        }

        @Override
        public void remark(String sentence) {}
    };

    /**
     * Begins a piece of work.
     *
     * @param what its name, as in "reading people"
     */
    Work begin(String what);

    /** A remark on work that is done, such as what a reading of the directory cost. */
    void remark(String sentence);

    /** A piece of work under way. */
    @FunctionalInterface
    interface Work extends AutoCloseable {
        /**
         * So many items are done. Called for each of many items, so it must be cheap.
         *
         * @param total how many there are; 0 when that is unknown
         */
        void at(long done, long total);

        /** The same for work that comes in large pieces. */
        default void piece(long done, long total) {
            at(done, total);
        }

        /** Ends the work. */
        @Override
        default void close() {}
    }
}
