package io.calque.powershell.script;

import io.calque.powershell.cmdlet.Cmdlet;

/** Lets tests of other packages see a cmdlet as scripts write it. */
public final class CallText {
    private CallText() {}

    /** The text of a call. */
    public static String of(Cmdlet cmdlet) {
        return CmdletText.of(cmdlet).toString();
    }
}
