package io.calque.remoting.psrp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NetGuidTest {

    /** The vector of MS-DTYP: the textual groups 00112233-4455-6677 stand turned round in memory. */
    @Test
    void the_first_three_groups_are_little_endian() {
        ByteBuffer bytes = ByteBuffer.allocate(NetGuid.LENGTH);
        NetGuid.write(UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"), bytes);

        assertThat(HexFormat.of().formatHex(bytes.array())).isEqualTo("33221100554477668899aabbccddeeff");
    }

    @Property(tries = 200)
    void a_guid_comes_back_as_itself(@ForAll long high, @ForAll long low) {
        ByteBuffer bytes = ByteBuffer.allocate(NetGuid.LENGTH);
        NetGuid.write(new UUID(high, low), bytes);

        assertThat(NetGuid.read(bytes.flip())).isEqualTo(new UUID(high, low));
    }
}
