package io.calque.remoting.psrp;

import io.calque.remoting.clixml.CliXml;
import io.calque.remoting.clixml.Obj;
import io.calque.remoting.clixml.Primitive;
import io.calque.remoting.clixml.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Calls to the host: nobody sits here, so what asks is refused and what only tells is let pass (MS-PSRP 2.2.3.17, 2.2.3.27, 2.2.6). */
final class HostMethod {
    private static final String[] NAMES = {
        "",
        "GetName",
        "GetVersion",
        "GetInstanceId",
        "GetCurrentCulture",
        "GetCurrentUICulture",
        "SetShouldExit",
        "EnterNestedPrompt",
        "ExitNestedPrompt",
        "NotifyBeginApplication",
        "NotifyEndApplication",
        "ReadLine",
        "ReadLineAsSecureString",
        "Write1",
        "Write2",
        "WriteLine1",
        "WriteLine2",
        "WriteLine3",
        "WriteErrorLine",
        "WriteDebugLine",
        "WriteProgress",
        "WriteVerboseLine",
        "WriteWarningLine",
        "Prompt",
        "PromptForCredential1",
        "PromptForCredential2",
        "PromptForChoice",
        "GetForegroundColor",
        "SetForegroundColor",
        "GetBackgroundColor",
        "SetBackgroundColor",
        "GetCursorPosition",
        "SetCursorPosition",
        "GetWindowPosition",
        "SetWindowPosition",
        "GetCursorSize",
        "SetCursorSize",
        "GetBufferSize",
        "SetBufferSize",
        "GetWindowSize",
        "SetWindowSize",
        "GetWindowTitle",
        "SetWindowTitle",
        "GetMaxWindowSize",
        "GetMaxPhysicalWindowSize",
        "GetKeyAvailable",
        "ReadKey",
        "FlushInputBuffer",
        "SetBufferContents1",
        "SetBufferContents2",
        "GetBufferContents",
        "ScrollBufferContents",
        "PushRunspace",
        "PopRunspace",
        "GetIsRunspacePushed",
        "GetRunspace",
        "PromptForChoiceMultipleSelection"
    };

    private static final Set<Integer> TELLING = Set.of(
            6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 28, 30, 32, 34, 36, 38, 40, 42, 47, 48, 49, 51, 52,
            53);

    private HostMethod() {}

    /** What a call is: its event, and the body of the answer when one is due. */
    record Call(PipelineEvent.HostCall event, Optional<CliXml> answer) {}

    static Call read(CliXml body) {
        long call = ErrorRecord.property(body, "ci").flatMap(CliXml::asLong).orElse(-1L);
        int method = ErrorRecord.property(body, "mi")
                .flatMap(CliXml::asLong)
                .orElse(0L)
                .intValue();
        String name = method > 0 && method < NAMES.length ? NAMES[method] : "method " + method;
        // A call with the number -100 wants no answer, whatever the method.
        if (TELLING.contains(method) || call == -100) {
            return new Call(new PipelineEvent.HostCall(name, false), Optional.empty());
        }
        return new Call(new PipelineEvent.HostCall(name, true), Optional.of(refusal(call, method, name)));
    }

    private static CliXml refusal(long call, int method, String name) {
        return Obj.bag(
                new Property("ci", CliXml.of(call)),
                new Property(
                        "mi",
                        Obj.enumeration("System.Management.Automation.Remoting.RemoteHostMethodId", name, method)),
                new Property("me", error("no one can answer " + name)));
    }

    private static CliXml error(String message) {
        List<String> exceptionTypes = List.of(
                "System.Management.Automation.Host.HostException",
                "System.Management.Automation.RuntimeException",
                "System.SystemException",
                "System.Exception",
                "System.Object");
        CliXml exception =
                new Obj(0, exceptionTypes, message, null, List.of(Property.of("Message", message)), List.of());
        List<Property> record = new ArrayList<>();
        record.add(new Property("Exception", exception));
        record.add(new Property("TargetObject", new Primitive.Nil()));
        record.add(Property.of("FullyQualifiedErrorId", "HostFunctionNotImplemented"));
        record.add(new Property("InvocationInfo", new Primitive.Nil()));
        record.add(Property.of("ErrorCategory_Category", 11));
        record.add(Property.of("ErrorCategory_Activity", ""));
        record.add(Property.of("ErrorCategory_Reason", "HostException"));
        record.add(Property.of("ErrorCategory_TargetName", ""));
        record.add(Property.of("ErrorCategory_TargetType", ""));
        record.add(Property.of("ErrorCategory_Message", "NotImplemented: (:) [], HostException"));
        record.add(new Property("ErrorDetails_Message", new Primitive.Nil()));
        record.add(new Property("ErrorDetails_RecommendedAction", new Primitive.Nil()));
        record.add(Property.of("SerializeExtendedInfo", false));
        return new Obj(
                0,
                List.of("System.Management.Automation.ErrorRecord", "System.Object"),
                message,
                null,
                List.of(),
                record);
    }
}
