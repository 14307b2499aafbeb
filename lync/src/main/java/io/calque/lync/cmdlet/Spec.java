package io.calque.lync.cmdlet;

import io.calque.catalogue.SettingType;
import io.calque.catalogue.Value;
import io.calque.lync.cmdlet.CmdletName.Effect;
import java.util.List;
import java.util.stream.Stream;

/**
 * A parameter that Calque may give to a cmdlet.
 *
 * @param name as the product spells it
 * @param kind what it takes
 * @param words for {@link Kind#WORD} the words; otherwise empty
 */
public record Spec(String name, Kind kind, List<String> words) {
    private static final Spec ERROR_ACTION =
            new Spec("ErrorAction", Kind.WORD, List.of("Stop", "Continue", "SilentlyContinue"));
    private static final Spec CONFIRM = of("Confirm", Kind.SWITCH);

    public Spec {
        words = List.copyOf(words);
    }

    static Spec of(String name, Kind kind) {
        return new Spec(name, kind, List.of());
    }

    /** The parameter of a setting. */
    static Spec of(String name, SettingType shape) {
        return switch (shape) {
            case SettingType.Flags() -> of(name, Kind.FLAG);
            case SettingType.Wholes _ -> of(name, Kind.WHOLE);
            case SettingType.Choice(List<String> options) -> new Spec(name, Kind.WORD, options);
            case SettingType.FreeText _ -> of(name, Kind.TEXT);
            case SettingType.FreeTexts() -> of(name, Kind.TEXTS);
        };
    }

    static List<Spec> withCommon(List<Spec> own, Effect effect) {
        Stream<Spec> common = switch (effect) {
            case READS -> Stream.of(ERROR_ACTION);
            case WRITES -> Stream.of(CONFIRM, ERROR_ACTION);
        };
        return Stream.concat(own.stream(), common).toList();
    }

    /** Whether it takes that. */
    boolean takes(Operand operand) {
        return switch (kind) {
            case USER -> operand instanceof UserIdentity;
            case POLICY -> operand instanceof PolicyIdentity;
            case POLICY_NAME, TEXT -> operand instanceof Operand.Nothing || isText(operand);
            case WORD ->
                operand instanceof Operand.Of(Value.Text(String word))
                        ? words.contains(word)
                        : operand instanceof Operand.Nothing;
            case FLAG -> operand instanceof Operand.Nothing || operand instanceof Operand.Of(Value.Flag _);
            case SWITCH -> operand instanceof Operand.Of(Value.Flag _);
            case WHOLE -> operand instanceof Operand.Nothing || operand instanceof Operand.Of(Value.Int _);
            case TEXTS -> operand instanceof Operand.Nothing || operand instanceof Operand.Of(Value.Texts _);
            case FILTER -> operand instanceof Filter;
            case LDAP_FILTER -> operand instanceof LdapFilter;
            case UNIT -> operand instanceof OrganisationalUnit;
        };
    }

    private static boolean isText(Operand operand) {
        return operand instanceof Operand.Of(Value.Text _);
    }
}
