package io.calque.bench;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.CliXmlReader;
import io.calque.remoting.clixml.CliXmlWriter;
import io.calque.remoting.clixml.Limits;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.clixml.Property;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** CLIXML in MB/s, beside plain StAX over the same bytes: the best of several rounds. */
public final class CliXmlBench {
    private static final int ROUNDS = 12;
    private static final int PROPERTIES = 40;

    private CliXmlBench() {}

    /** Arguments: how many users. */
    public static void main(String[] arguments) throws XMLStreamException {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 4_000;
        List<CliXml> users = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            users.add(user(i));
        }
        CliXml all = CliXml.list(users);
        byte[] xml = CliXmlWriter.write(all).getBytes(StandardCharsets.UTF_8);
        double stax = 0;
        double decode = 0;
        double encode = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            plain(xml);
            long plain = System.nanoTime();
            CliXmlReader.read(xml, Limits.MESSAGE);
            long read = System.nanoTime();
            byte[] written = CliXmlWriter.write(all).getBytes(StandardCharsets.UTF_8);
            long wrote = System.nanoTime();
            stax = Math.max(stax, xml.length * 1e3 / (plain - start));
            decode = Math.max(decode, xml.length * 1e3 / (read - plain));
            encode = Math.max(encode, written.length * 1e3 / (wrote - read));
        }
        System.out.printf(
                Locale.ROOT,
                "%d users, %.1f MB of CLIXML: decode %.0f MB/s, encode %.0f MB/s, plain StAX %.0f MB/s%n",
                people,
                xml.length / 1e6,
                decode,
                encode,
                stax);
        System.out.printf(Locale.ROOT, "small messages: decode %.0f a second%n", small());
    }

    private static Obj user(int i) {
        List<Property> properties = new ArrayList<>();
        properties.add(Property.of("SipAddress", "sip:person" + i + "@contoso.com"));
        properties.add(Property.of("DisplayName", "Zoë Person " + i));
        properties.add(Property.of("Enabled", i % 2 == 0));
        for (int p = properties.size(); p < PROPERTIES; p++) {
            properties.add(Property.of("Property" + p, "value " + p + " of person " + i));
        }
        List<String> types = List.of("Microsoft.Rtc.Management.ADConnect.Schema.OCSADUser", "System.Object");
        return new Obj(0, types, "CN=Person " + i, null, properties, List.of());
    }

    private static double small() {
        byte[] xml = "<Obj RefId=\"0\"><MS><S N=\"a\">b</S></MS></Obj>".getBytes(StandardCharsets.UTF_8);
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < 5_000; i++) {
                CliXmlReader.read(xml, Limits.MESSAGE);
            }
            best = Math.max(best, 5_000 * 1e9 / (System.nanoTime() - start));
        }
        return best;
    }

    private static int plain(byte[] xml) throws XMLStreamException {
        XMLStreamReader reader =
                XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
        int length = 0;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.CHARACTERS) {
                length += reader.getText().length();
            }
        }
        return length;
    }
}
