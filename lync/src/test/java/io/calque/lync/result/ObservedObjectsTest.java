package io.calque.lync.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.calque.catalogue.PolicyType;
import io.calque.catalogue.ProductVersion;
import io.calque.catalogue.Value;
import io.calque.diagnostic.Code;
import io.calque.diagnostic.Finding;
import io.calque.policy.Identity;
import io.calque.policy.Policy;
import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.clixml.Property;
import io.calque.remoting.lab.ScriptLab;
import io.calque.state.Observed;
import io.calque.state.ObservedReader;
import io.calque.state.UserState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservedObjectsTest {
    private static final Obj BARE_USER =
            Obj.bag(Property.of("SipAddress", "sip:ann@contoso.com"), Property.of("EnterpriseVoiceEnabled", true));

    @Test
    void a_user_of_whom_little_is_known_is_still_a_user() {
        ObservedObjects objects = new ObservedObjects();
        objects.add(BARE_USER);

        UserState user = objects.observed(ProductVersion.LYNC_2010).users().getFirst();
        assertThat(user.subject()).isEqualTo("sip:ann@contoso.com");
        assertThat(user.account().enterpriseVoice()).isTrue();
        assertThat(user.account().enabled()).isFalse();
        assertThat(user.conferencing()).isNull();
        assertThat(user.site()).isNull();
    }

    @Test
    void a_policy_is_named_by_a_text_or_by_an_object_with_a_friendly_name() {
        ObservedObjects objects = new ObservedObjects();
        objects.add(Obj.bag(
                Property.of("SipAddress", "sip:a@contoso.com"),
                Property.of("RegistrarPool", "pool01.contoso.com"),
                Property.of("ConferencingPolicy", "tag:Sales"),
                new Property("VoicePolicy", Obj.bag(Property.of("FriendlyName", "Abroad"), Property.of("Id", 7)))));

        UserState user = objects.observed(ProductVersion.LYNC_2010).users().getFirst();
        assertThat(user.conferencing()).isEqualTo(new Identity.Tag("Sales"));
        assertThat(user.voice()).isEqualTo(new Identity.Tag("Abroad"));
    }

    @Test
    void the_site_comes_from_the_pool_or_the_home_server_whatever_came_first() {
        ObservedObjects objects = new ObservedObjects();
        objects.add(Obj.bag(
                Property.of("SipAddress", "sip:a@contoso.com"), Property.of("RegistrarPool", "POOL02.contoso.com")));
        objects.add(Obj.bag(
                Property.of("SipAddress", "sip:b@contoso.com"),
                Property.of("EnterpriseVoiceEnabled", false),
                Property.of("HomeServer", "CN=Lc Services,CN=Microsoft,CN=1:3,CN=Pools,DC=contoso,DC=com")));
        objects.add(Obj.bag(
                Property.of("Identity", "Site:Dublin"),
                Property.of("SiteId", 2),
                new Property("Pools", CliXml.list(List.of(CliXml.of("pool02.contoso.com"))))));
        objects.add(Obj.bag(Property.of("Identity", "Redmond"), Property.of("SiteId", 1)));

        Observed observed = objects.observed(ProductVersion.LYNC_2013);
        assertThat(observed.sites()).containsExactly("Dublin", "Redmond");
        assertThat(observed.users()).extracting(UserState::site).containsExactly("Dublin", "Redmond");
    }

    @Test
    void a_policy_keeps_what_differs_from_the_default_and_tells_what_it_can_not_read() {
        ObservedObjects objects = new ObservedObjects();
        objects.add(Obj.bag(
                Property.of("Identity", "Tag:Sales"),
                Property.of("MaxMeetingSize", 50),
                Property.of("AllowIPAudio", true),
                Property.of("AllowIPVideo", "False"),
                new Property("EnableAppDesktopSharing", Obj.enumeration("Sharing", "None", 2)),
                Property.of("MaxVideoConferenceResolution", "HD4000"),
                new Property("Description", CliXml.nil())));

        Policy policy = objects.observed(ProductVersion.LYNC_2013)
                .policies()
                .find(PolicyType.CONFERENCING, new Identity.Tag("Sales"))
                .orElseThrow();
        assertThat(policy.settings())
                .containsOnlyKeys("AllowIPVideo", "EnableAppDesktopSharing", "MaxMeetingSize")
                .containsEntry("EnableAppDesktopSharing", new Value.Text("None"));
        assertThat(objects.findings()).extracting(Finding::code).containsExactly(Code.UNREADABLE_RESULT);
    }

    @Test
    void objects_of_other_kinds_are_counted_and_left_aside() {
        ObservedObjects objects = new ObservedObjects();
        objects.add(CliXml.of("text"));
        objects.add(CliXml.nil());
        objects.add(Obj.bag(Property.of("Identity", "Global")));
        assertThat(objects.others()).isEqualTo(3);
        assertThat(objects.observed(ProductVersion.SFB_SE).users()).isEmpty();
    }

    @Test
    @Tag("integration")
    @Tag("lab")
    void files_exported_from_a_pool_give_the_state_that_the_pool_itself_tells(@TempDir Path folder) throws IOException {
        ScriptLab lab = ScriptLab.orSkip(folder);
        String pool = lab.pool(300, "lync-2013");
        Path script = Files.writeString(folder.resolve("export.ps1"), """
                Get-CsUser -ResultSize 2147483647 | Export-Clixml users.xml
                Get-CsConferencingPolicy | Export-Clixml conferencing.xml -Encoding Unicode
                Get-CsVoicePolicy | Export-Clixml voice.xml
                Get-CsSite | Export-Clixml sites.xml
                """);
        assertThat(lab.script(pool, script).exit()).isZero();

        ObservedObjects objects =
                ObservedObjects.read(folder, List.of("users.xml", "conferencing.xml", "voice.xml", "sites.xml"));

        Observed told = ObservedReader.read("pool", Files.newInputStream(folder.resolve(pool)));
        Observed read = objects.observed(ProductVersion.LYNC_2013);
        assertThat(objects.findings()).isEmpty();
        assertThat(objects.others()).isZero();
        for (PolicyType type : PolicyType.values()) {
            assertThat(withoutLabels(read, type)).isEqualTo(withoutLabels(told, type));
        }
        List<UserState> enabled =
                told.users().stream().filter(u -> u.ids().sipAddress() != null).toList();
        assertThat(read.users()).hasSameSizeAs(enabled).isNotEmpty();
        for (UserState user : read.users()) {
            UserState same = enabled.stream()
                    .filter(u -> u.subject().equals(user.subject()))
                    .findFirst()
                    .orElseThrow();
            assertThat(user.site()).isEqualTo(same.site());
            assertThat(user.conferencing()).isEqualTo(same.conferencing());
            assertThat(user.voice()).isEqualTo(same.voice());
            assertThat(user.lineUri()).isEqualTo(same.lineUri());
            assertThat(user.account()).isEqualTo(same.account());
            assertThat(user.ids().displayName()).isEqualTo(same.ids().displayName());
        }
    }

    /** A voice policy shows a label, Name, that a state file leaves out when nobody set it. */
    private static Map<Identity, Map<String, Value>> withoutLabels(Observed observed, PolicyType type) {
        Map<Identity, Map<String, Value>> all = new TreeMap<>();
        for (Policy policy : observed.policies().all(type)) {
            Map<String, Value> settings = new TreeMap<>(policy.settings());
            settings.remove("Name");
            all.put(policy.identity(), settings);
        }
        return all;
    }
}
