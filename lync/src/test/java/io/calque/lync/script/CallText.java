package io.calque.lync.script;

import io.calque.lync.cmdlet.Cmdlet;

/** Lets tests of other packages see a cmdlet as scripts write it. */
public final class CallText {
    private CallText() {}

    /** The text of a call. */
    public static String of(Cmdlet cmdlet) {
        return CmdletText.of(cmdlet).toString();
    }
}
