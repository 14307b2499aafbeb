package io.calque.remoting.clixml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A file as {@code Get-CsUser -ResultSize Unlimited | Export-Clixml users.xml} leaves it, and a program that reads one: arguments are the
 * file's name; it prints how many users it holds and how many of those are enabled.
 */
public final class ExportOfUsers {
    private static final int PROPERTIES = 40;

    private ExportOfUsers() {}

    /** Reads the file. */
    public static void main(String[] arguments) throws IOException {
        AtomicInteger users = new AtomicInteger();
        AtomicInteger enabled = new AtomicInteger();
        CliXmlFile.read(Path.of(arguments[0]), value -> {
            users.incrementAndGet();
            if (value instanceof Obj user
                    && user.property("Enabled").flatMap(CliXml::asBool).orElse(false)) {
                enabled.incrementAndGet();
            }
        });
        System.out.println(users + " users, " + enabled + " enabled");
    }

    /**
     * Writes a file of that many users with a byte-order mark.
     *
     * @param encoding UTF-16LE as Windows PowerShell writes, or UTF-8
     */
    public static void write(Path file, int users, Charset encoding) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, encoding)) {
            out.write("\ufeff<Objs Version=\"1.1.0.1\" xmlns=\"" + CliXmlWriter.NAMESPACE + "\">\n");
            for (int i = 0; i < users; i++) {
                String xml = CliXmlWriter.write(user(i));
                // Export-Clixml counts objects and type lists through the whole file.
                out.write(xml.replace("RefId=\"0\"", "RefId=\"" + 3 * i + "\"")
                        .replace("RefId=\"1\"", "RefId=\"" + (3 * i + 1) + "\"")
                        .replace("RefId=\"2\"", "RefId=\"" + (3 * i + 2) + "\""));
                out.write('\n');
            }
            out.write("</Objs>");
        }
    }

    static Obj user(int i) {
        List<Property> properties = new ArrayList<>();
        properties.add(Property.of("SipAddress", "sip:person" + i + "@contoso.com"));
        properties.add(Property.of("DisplayName", "Zoë Person " + i));
        properties.add(Property.of("Enabled", i % 2 == 0));
        properties.add(new Property("ConferencingPolicy", policy(i)));
        properties.add(
                new Property("ProxyAddresses", CliXml.list(List.of(CliXml.of("sip:person" + i + "@contoso.com")))));
        for (int p = properties.size(); p < PROPERTIES; p++) {
            properties.add(Property.of("Property" + p, "value " + p + " of person " + i));
        }
        List<String> types = List.of(
                "Microsoft.Rtc.Management.ADConnect.Schema.OCSADUser",
                "Microsoft.Rtc.Management.ADConnect.Schema.ADUser",
                "System.Object");
        return new Obj(0, types, "CN=Person " + i, null, properties, List.of());
    }

    private static Obj policy(int i) {
        return new Obj(
                0, List.of("UserPolicyDefinition", "System.Object"), "Tag:Policy" + i % 5, null, List.of(), List.of());
    }
}
