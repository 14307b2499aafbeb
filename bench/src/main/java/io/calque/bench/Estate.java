package io.calque.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.calque.catalogue.ProductVersion;
import io.calque.workspace.Template;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A made estate of any size: a new workspace, its people as CSV, and a pool with the same people, nothing granted or everything. */
record Estate(Path folder, int people) {
    private static final List<String> LICENCES = List.of("Standard", "Standard", "Standard", "Enterprise", "Plus");
    private static final List<String> POLICIES = List.of(
            "STD_CAL_NoConferencing",
            "STD_CAL_NoConferencing",
            "STD_CAL_NoConferencing",
            "ENT_CAL_REC_AudioVideo",
            "STD_CAL_NoConferencing");

    static Estate make(Path folder, int people) throws IOException {
        Estate estate = new Estate(folder, people);
        Files.createDirectories(folder);
        for (var file : Template.files(ProductVersion.SFB_SE).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        estate.writePeople();
        estate.writePool(estate.pool(false), false);
        estate.writePool(estate.pool(true), true);
        return estate;
    }

    Path csv() {
        return folder.resolve("people.csv");
    }

    Path pool(boolean granted) {
        return folder.resolve(granted ? "granted.json" : "plain.json");
    }

    /** The limit: every byte of both files goes through the same parsers, and nothing is kept. */
    void parse(boolean granted) throws IOException {
        long fields = 0;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(csv())) {
            for (CsvRecord csvRecord : csv) {
                fields += csvRecord.getFieldCount();
            }
        }
        try (InputStream in = Files.newInputStream(pool(granted));
                JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), in)) {
            while (json.nextToken() != null) {
                fields += json.getString() == null ? 0 : 1;
            }
        }
        if (fields == 0) {
            throw new IllegalStateException("nothing was parsed");
        }
    }

    private void writePeople() throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(csv())) {
            out.write("SamAccountName,UserPrincipalName,SipAddress,DisplayName,TelephoneNumber,Licence\n");
            for (int i = 0; i < people; i++) {
                out.write("u%07d,u%07d@contoso.com,sip:u%07d@contoso.com,\"Müller, Person %d\",%s,%s%n"
                        .formatted(i, i, i, i, number(i), LICENCES.get(i % LICENCES.size())));
            }
        }
    }

    private void writePool(Path file, boolean granted) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"product\":\"sfb-se\",\"sites\":[\"Redmond\"],\"policies\":{\"conferencing\":{\"Global\":{}");
            if (granted) {
                out.write(Policies.json(folder));
            }
            out.write("},\"voice\":{\"Global\":{}}},\n\"users\":[\n");
            for (int i = 0; i < people; i++) {
                boolean voice = granted && LICENCES.get(i % LICENCES.size()).equals("Plus");
                String policy = granted ? "\"Tag:" + POLICIES.get(i % POLICIES.size()) + "\"" : "null";
                String line = voice ? "\"tel:" + number(i) + "\"" : "null";
                out.write(
                        ("%s{\"SamAccountName\":\"u%07d\",\"Domain\":\"CONTOSO\",\"UserPrincipalName\":\"u%07d@contoso.com\","
                                        + "\"SipAddress\":\"sip:u%07d@contoso.com\",\"DisplayName\":\"Müller, Person %d\","
                                        + "\"DistinguishedName\":\"CN=Person %d,OU=Sales,DC=contoso,DC=com\",\"Site\":\"Redmond\","
                                        + "\"Enabled\":true,\"EnterpriseVoiceEnabled\":%s,\"RemoteCallControlTelephonyEnabled\":false,"
                                        + "\"LineURI\":%s,\"ConferencingPolicy\":%s,\"VoicePolicy\":null}%n")
                                .formatted(i == 0 ? "" : ",", i, i, i, i, i, voice, line, policy));
            }
            out.write("]}\n");
        }
    }

    private static String number(int i) {
        return "+49301%07d".formatted(i);
    }
}
