package io.calque.remoting.psrp;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The messages of the protocol and their numbers (MS-PSRP 2.2.1). */
public enum MessageType {
    SESSION_CAPABILITY(0x0001_0002),
    INIT_RUNSPACEPOOL(0x0001_0004),
    PUBLIC_KEY(0x0001_0005),
    ENCRYPTED_SESSION_KEY(0x0001_0006),
    PUBLIC_KEY_REQUEST(0x0001_0007),
    CONNECT_RUNSPACEPOOL(0x0001_0008),
    SET_MAX_RUNSPACES(0x0002_1002),
    SET_MIN_RUNSPACES(0x0002_1003),
    RUNSPACE_AVAILABILITY(0x0002_1004),
    RUNSPACEPOOL_STATE(0x0002_1005),
    CREATE_PIPELINE(0x0002_1006),
    GET_AVAILABLE_RUNSPACES(0x0002_1007),
    USER_EVENT(0x0002_1008),
    APPLICATION_PRIVATE_DATA(0x0002_1009),
    GET_COMMAND_METADATA(0x0002_100A),
    RUNSPACEPOOL_INIT_DATA(0x0002_100B),
    RESET_RUNSPACE_STATE(0x0002_100C),
    RUNSPACEPOOL_HOST_CALL(0x0002_1100),
    RUNSPACEPOOL_HOST_RESPONSE(0x0002_1101),
    PIPELINE_INPUT(0x0004_1002),
    END_OF_PIPELINE_INPUT(0x0004_1003),
    PIPELINE_OUTPUT(0x0004_1004),
    ERROR_RECORD(0x0004_1005),
    PIPELINE_STATE(0x0004_1006),
    DEBUG_RECORD(0x0004_1007),
    VERBOSE_RECORD(0x0004_1008),
    WARNING_RECORD(0x0004_1009),
    PROGRESS_RECORD(0x0004_1010),
    INFORMATION_RECORD(0x0004_1011),
    PIPELINE_HOST_CALL(0x0004_1100),
    PIPELINE_HOST_RESPONSE(0x0004_1101);

    private static final Map<Integer, MessageType> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(MessageType::code, type -> type));

    private final int code;

    MessageType(int code) {
        this.code = code;
    }

    /** The number on the wire. */
    public int code() {
        return code;
    }

    /** The type with that number; empty for one that this version of the protocol does not know. */
    public static Optional<MessageType> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
