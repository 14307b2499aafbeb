package io.calque.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The peer: DuckDB reads the same two files, joins them, decides by licence, and writes the rows that differ, in order. */
final class DuckDb {
    private static final String USERS =
            "STRUCT(SipAddress VARCHAR, EnterpriseVoiceEnabled BOOLEAN, LineURI VARCHAR, ConferencingPolicy VARCHAR)[]";

    private DuckDb() {}

    static void joinAndWrite(Estate estate, boolean granted) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("create table wish(licence varchar, policy varchar, voice boolean)");
            try (PreparedStatement wish = connection.prepareStatement("insert into wish values (?, ?, ?)")) {
                row(wish, "Standard", "Tag:STD_CAL_NoConferencing", false);
                row(wish, "Enterprise", "Tag:ENT_CAL_REC_AudioVideo", false);
                row(wish, "Plus", "Tag:STD_CAL_NoConferencing", true);
            }
            statement.execute(
                    "create view p as select * from read_csv('" + estate.csv() + "', header=true, all_varchar=true)");
            statement.execute("create view u as select unnest(users, max_depth := 2) from read_json('"
                    + estate.pool(granted) + "', maximum_object_size=2000000000, columns={users: '" + USERS + "'})");
            String changed =
                    "from p join u on lower(p.SipAddress) = lower(u.SipAddress) join wish on wish.licence = p.Licence";
            statement.execute("copy (select * from ("
                    + "select 'grant' as kind, u.SipAddress as subject, u.ConferencingPolicy as before, wish.policy as after "
                    + changed + " where u.ConferencingPolicy is distinct from wish.policy"
                    + " union all select 'enable-voice', u.SipAddress, 'false', 'true' "
                    + changed + " where wish.voice and not u.EnterpriseVoiceEnabled"
                    + " union all select 'set-line', u.SipAddress, u.LineURI, 'tel:' || p.TelephoneNumber "
                    + changed + " where wish.voice and u.LineURI is distinct from 'tel:' || p.TelephoneNumber"
                    + ") order by kind, subject) to '" + estate.folder().resolve("duckdb.jsonl") + "' (format json)");
        }
    }

    private static void row(PreparedStatement statement, String licence, String policy, boolean voice)
            throws SQLException {
        statement.setString(1, licence);
        statement.setString(2, policy);
        statement.setBoolean(3, voice);
        statement.execute();
    }
}
