package io.calque.remoting.psrp;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Content;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.clixml.Primitive.Version;
import io.calque.remoting.clixml.Property;
import java.util.ArrayList;
import java.util.List;

/** The bodies of the messages that a client sends (MS-PSRP 2.2.2). */
final class Bodies {
    /** The newest protocol that Calque speaks. Two peers that both speak 2.4 would send secrets without encryption. */
    static final Version PROTOCOL = Version.of(2, 3);

    private static final String SPACE = "System.Management.Automation.";
    private static final List<String> LIST = List.of(
            "System.Collections.Generic.List`1[[System.Management.Automation.PSObject, System.Management.Automation, "
                    + "Version=1.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35]]",
            "System.Object");
    private static final Obj UNKNOWN_APARTMENT = Obj.enumeration(SPACE + "Runspaces.ApartmentState", "UNKNOWN", 2);
    private static final Obj NOT_MERGED = Obj.enumeration(SPACE + "Runspaces.PipelineResultTypes", "None", 0);

    private Bodies() {}

    static CliXml sessionCapability() {
        return Obj.bag(
                new Property("protocolversion", PROTOCOL),
                new Property("PSVersion", Version.of(2, 0)),
                new Property("SerializationVersion", new Version(1, 1, 0, 1)));
    }

    static CliXml initRunspacePool() {
        return Obj.bag(
                Property.of("MinRunspaces", 1),
                Property.of("MaxRunspaces", 1),
                new Property("PSThreadOptions", Obj.enumeration(SPACE + "Runspaces.PSThreadOptions", "Default", 0)),
                new Property("ApartmentState", UNKNOWN_APARTMENT),
                new Property("HostInfo", noHost()),
                new Property("ApplicationArguments", CliXml.nil()));
    }

    static CliXml publicKey(String base64) {
        return Obj.bag(Property.of("PublicKey", base64));
    }

    static CliXml availableRunspaces(long call) {
        return Obj.bag(new Property("ci", CliXml.of(call)));
    }

    static CliXml createPipeline(List<Command> commands, boolean input, Version server) {
        List<CliXml> list = new ArrayList<>();
        commands.forEach(command -> list.add(command(command, server)));
        return Obj.bag(
                Property.of("NoInput", !input),
                new Property("ApartmentState", UNKNOWN_APARTMENT),
                new Property("RemoteStreamOptions", Obj.enumeration(SPACE + "RemoteStreamOptions", "0", 0)),
                Property.of("AddToHistory", false),
                new Property("HostInfo", noHost()),
                new Property(
                        "PowerShell",
                        Obj.bag(
                                new Property("Cmds", list(list)),
                                Property.of("IsNested", false),
                                new Property("History", CliXml.nil()),
                                Property.of("RedirectShellErrorOutputPipe", false))),
                Property.of("IsNested", false));
    }

    private static CliXml command(Command command, Version server) {
        List<CliXml> arguments = new ArrayList<>();
        for (Parameter parameter : command.parameters()) {
            arguments.add(Obj.bag(Property.of("N", parameter.name()), new Property("V", parameter.value())));
        }
        List<Property> properties = new ArrayList<>();
        properties.add(Property.of("Cmd", command.name()));
        properties.add(new Property("Args", list(arguments)));
        properties.add(Property.of("IsScript", false));
        properties.add(new Property("UseLocalScope", CliXml.nil()));
        List<String> merges = new ArrayList<>(List.of("MergeMyResult", "MergeToResult", "MergePreviousResults"));
        if (server.atLeast(2, 2)) {
            merges.addAll(List.of("MergeError", "MergeWarning", "MergeVerbose", "MergeDebug"));
        }
        if (server.atLeast(2, 3)) {
            merges.add("MergeInformation");
        }
        merges.forEach(merge -> properties.add(new Property(merge, NOT_MERGED)));
        return Obj.bag(properties.toArray(Property[]::new));
    }

    private static Obj list(List<CliXml> items) {
        return new Obj(0, LIST, null, new Content.Items(Content.Items.Shape.LST, items), List.of(), List.of());
    }

    /** Says that there is nobody to ask, so that prompts fail on the server instead of waiting. */
    private static Obj noHost() {
        return Obj.bag(
                Property.of("_isHostNull", true),
                Property.of("_isHostUINull", true),
                Property.of("_isHostRawUINull", true),
                Property.of("_useRunspaceHost", true));
    }
}
