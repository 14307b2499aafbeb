package io.calque.directory.connect;

/** What has to work, one after the other, before people can be read. */
public enum Step {
    /** The controller's name has an address. */
    NAME("name"),
    /** Something listens on its port. */
    PORT("port"),
    /** The connection is encrypted and the controller is the one that it says it is. */
    TLS("tls"),
    /** The controller accepts the account. */
    LOGIN("login"),
    /** The place to read from exists. */
    BASE("base"),
    /** One page of people arrives. */
    PAGE("page"),
    /** One group's members arrive. */
    GROUP("group");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    /** The name that people and JSON see. */
    public String word() {
        return word;
    }

    /** Hears of the steps that worked, in order. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A step worked.
         *
         * @param detail what was found, in a few words
         */
        void done(Step step, String detail);
    }
}
