package io.calque.cli;

/** The program. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] args) {
        System.out.println("calque 0.1.0");
    }
}
