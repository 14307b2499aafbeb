package io.calque.diagnostic;

import static io.calque.diagnostic.Severity.ERROR;
import static io.calque.diagnostic.Severity.INFO;
import static io.calque.diagnostic.Severity.WARNING;

/**
 * Every kind of finding. A code never changes its meaning; hundreds group them: 1 input, 2 catalogue, 3 licence, 4 assignment,
 * 5 plan, 6 apply, 7 directory, 8 server, 9 internal. Each has a page, {@code docs/findings/CQxxx.md}.
 */
public enum Code {
    /** A file can't be read at all. */
    UNREADABLE_FILE(101, ERROR, "file can't be read"),
    /** A file is larger than is ever sensible. */
    FILE_TOO_LARGE(102, ERROR, "file too large"),
    /** A text is no YAML, or uses what Calque refuses: cycles, deep nesting, two documents. */
    YAML_SYNTAX(103, ERROR, "not YAML"),
    /** A key stands twice in one map, or a column twice in one header. */
    DUPLICATE_KEY(104, ERROR, "key or column given twice"),
    /** A key that means nothing here. */
    UNKNOWN_KEY(105, ERROR, "unknown key"),
    /** A key that must be there is not. */
    MISSING_KEY(106, ERROR, "missing key"),
    /** A map, list or single value stands where another shape is needed, or a word is none of those known. */
    WRONG_SHAPE(107, ERROR, "wrong shape"),
    /** A CSV file has no header or no usable column. */
    EMPTY_TABLE(108, ERROR, "empty table"),
    /** A row has more or fewer fields than the header. */
    ROW_WIDTH(109, ERROR, "row of another width"),
    /** A CSV file breaks off: an open quote, an endless line, bytes that are no text. */
    TABLE_BROKEN(110, ERROR, "table can't be read to its end"),
    /** A row of people or names in which every identifier is empty. */
    NAMELESS_PERSON(111, ERROR, "row without a name"),
    /** A rule or persona asks for a column or attribute that the source of people does not have. */
    UNKNOWN_ATTRIBUTE(112, ERROR, "unknown column or attribute"),
    /** A file of observed state is not of the shape that it must have. */
    OBSERVED_STATE(113, ERROR, "not an observed state"),
    /** People could not be read, so that nothing is planned for them or, unless asked for, for anybody. */
    FAULTY_PEOPLE(114, ERROR, "people that could not be read"),
    /** What a server held was written down without its users. */
    STATE_WITHOUT_USERS(115, ERROR, "server state without users"),
    /** A file that an answer must not be written to. */
    OUTPUT_REFUSED(116, ERROR, "output file that must not be replaced"),
    /** A file that should come from Export-Clixml is no CLIXML. */
    MALFORMED_CLIXML(150, ERROR, "not a file from Export-Clixml"),
    /** The command line can't be understood. */
    USAGE(190, ERROR, "command line can't be understood"),
    /** A file or folder can't be read or written, for a reason outside its content. */
    FILE_NOT_USABLE(191, ERROR, "file or folder can't be used"),
    /** Nobody has the name that was asked for. */
    UNKNOWN_PERSON(192, ERROR, "nobody of that name"),
    /** The workspace names a source that this version does not read. */
    UNSUPPORTED_SOURCE(193, ERROR, "source that is not read"),
    /** A policy names a setting that the catalogue does not know. */
    UNKNOWN_SETTING(201, ERROR, "unknown setting"),
    /** A policy names a setting that this product version does not have. */
    SETTING_NOT_IN_VERSION(202, ERROR, "setting not in this product version"),
    /** A setting has a value of another type. */
    SETTING_TYPE(203, ERROR, "value of the wrong type"),
    /** A setting has a value that the product refuses. */
    SETTING_OUT_OF_RANGE(204, ERROR, "value out of range"),
    /** A policy has a name that the server would refuse or read as something else. */
    POLICY_NAME(205, ERROR, "name that the server would refuse"),
    /** A policy or persona gives a right that the licences do not cover, and a setting could deny it. */
    UNLICENSED_RIGHT(301, ERROR, "right without a licence"),
    /** A policy or persona gives a right that the licences do not cover, and the product version can't deny it. */
    RIGHT_WITHOUT_SWITCH(302, WARNING, "right without a licence that no setting denies"),
    /** A policy or persona leaves out rights that the licences cover. */
    RIGHT_NOT_GIVEN(303, INFO, "licensed right that is not given"),
    /** Meetings of a policy are too small for a group chat. */
    GROUP_CHAT_BROKEN(304, WARNING, "group chat broken by the size of meetings"),
    /** A policy takes files in group chats away with data collaboration. */
    GROUP_FILES_BROKEN(305, WARNING, "files in group chats broken by data collaboration"),
    /** Data collaboration leaves whiteboards, polls or slides open to people without the licence. */
    DATA_COLLABORATION_OPEN(306, WARNING, "data collaboration opens more than files"),
    /** Global or a site's policy gives Enterprise rights to whoever has no grant. */
    GENEROUS_FALLBACK(307, WARNING, "Enterprise rights for whoever has no grant"),
    /** Enterprise Voice or remote call control without Plus. */
    VOICE_WITHOUT_PLUS(308, ERROR, "telephony without Plus"),
    /** A voice policy lets people without Enterprise Voice name delegates. */
    DELEGATION_WITHOUT_VOICE(309, INFO, "delegation without Enterprise Voice"),
    /** Enterprise or Plus without Standard. */
    LICENCE_WITHOUT_STANDARD(310, ERROR, "licence without Standard"),
    /** A licence rule that the workspace decides itself changes what is found. */
    DECISION_COUNTS(311, INFO, "the workspace's own licence rule counts"),
    /** A word that names no right of this product version. */
    UNKNOWN_RIGHT(379, ERROR, "unknown right"),
    /** A test of the workspace does not hold. */
    TEST_FAILED(380, ERROR, "policy test failed"),
    /** A test of the workspace expects nothing. */
    TEST_WITHOUT_EXPECTATION(381, WARNING, "policy test that can't fail"),
    /** A persona wants a policy that the workspace does not declare. */
    UNKNOWN_POLICY(401, ERROR, "unknown policy"),
    /** A rule or exception names a persona that is not there. */
    UNKNOWN_PERSONA(402, ERROR, "unknown persona"),
    /** A persona wants a policy granted that is no user policy. */
    NOT_GRANTABLE(403, ERROR, "policy that can't be granted"),
    /** Two exceptions name one person. */
    SECOND_EXCEPTION(404, ERROR, "second exception for one person"),
    /** An exception is of nobody, or of a day that is past. */
    IDLE_EXCEPTION(405, WARNING, "exception that does nothing"),
    /** A user policy that no rule or exception leads to. */
    UNUSED_POLICY(411, WARNING, "policy that no rule uses"),
    /** Personas that no rule or exception gives to anybody. */
    UNUSED_PERSONA(412, INFO, "persona that no rule uses"),
    /** A rule that never decides. */
    RULE_NEVER_MATCHES(413, WARNING, "rule that never matches"),
    /** Two user policies in which every setting is the same. */
    EQUAL_POLICIES(414, WARNING, "two policies that are equal"),
    /** A rule, exception or list matches people homed online, whom nothing here concerns. */
    HOMED_ONLINE(415, INFO, "person homed online"),
    /** A person whom no rule matches, where the workspace allows none. */
    UNMATCHED_PERSON(416, ERROR, "person whom no rule matches"),
    /** A value of a column that rules compare is nearly one that a rule names, and none passes it. */
    UNNAMED_VALUE(417, WARNING, "value that no rule names"),
    /** A person of the source is no user of the server. */
    NOT_ON_SERVER(501, INFO, "person is not on the server"),
    /** A person of the source may be any of several users of the server. */
    AMBIGUOUS_PERSON(502, ERROR, "person may be any of several users"),
    /** Two rows of the source mean one user. */
    DUPLICATE_PERSON(503, WARNING, "two rows mean one user"),
    /** A telephone number makes no line. */
    LINE_NUMBER(504, WARNING, "telephone number makes no line"),
    /** A number that a user shall have belongs to somebody else. */
    LINE_TAKEN(505, ERROR, "number belongs to somebody else"),
    /** A site policy is declared for a site that the server does not have. */
    UNKNOWN_SITE(506, ERROR, "unknown site"),
    /** A file is no plan, or not a whole one. */
    PLAN_FILE(507, ERROR, "not a plan"),
    /** A plan does more than the workspace allows. */
    BRAKE(508, ERROR, "brake tripped"),
    /** The server is of another product version than the workspace. */
    OTHER_PRODUCT(509, ERROR, "server of another product version"),
    /** A plan is made from a workspace in which checks find errors. */
    PLAN_NOT_PROVED(511, ERROR, "plan of a workspace with errors"),
    /** A saved plan no longer fits the server. */
    PLAN_STALE(601, ERROR, "plan no longer fits the server"),
    /** A run that is not there, or one of another plan. */
    UNKNOWN_RUN(602, ERROR, "no such run"),
    /** The journal of a run was changed or damaged after it was written. */
    JOURNAL_BROKEN(603, ERROR, "journal broken"),
    /** Another process works on the run. */
    RUN_BUSY(604, ERROR, "run in use"),
    /** A step of a run can't be taken back wholly. */
    UNDO_PARTLY(605, WARNING, "can't be undone wholly"),
    /** Somebody changed after a run what the run had changed. */
    CHANGED_SINCE(606, WARNING, "changed since the run"),
    /** The target can't be used, or stopped answering. */
    TARGET_LOST(607, ERROR, "target does not answer"),
    /** Another command changes the workspace. */
    WORKSPACE_IN_USE(611, ERROR, "workspace in use"),
    /** A command ended without giving up the lock of its workspace. */
    LOCK_LEFT(612, INFO, "lock of a command that was killed"),
    /** A plan is to be applied to a server that can only be read. */
    SERVER_READ_ONLY(613, ERROR, "server that can't be applied to"),
    /** The newest run of the workspace did not come to its end. */
    RUN_UNFINISHED(614, WARNING, "unfinished run"),
    /** A run broke off because it could not be recorded. */
    RUN_BROKEN_OFF(615, ERROR, "run broken off"),
    /** A domain controller's name has no address. */
    CONTROLLER_NAME_UNKNOWN(701, ERROR, "domain controller's name not found"),
    /** Nothing answers on a domain controller's port. */
    CONTROLLER_UNREACHABLE(702, ERROR, "domain controller not reachable"),
    /** A domain controller's certificate or its TLS can't be believed. */
    CONTROLLER_NOT_TRUSTED(703, ERROR, "domain controller not trusted"),
    /** A domain controller refuses the login. */
    DIRECTORY_LOGIN_REFUSED(704, ERROR, "directory refuses the login"),
    /** The place in the directory to read from does not exist, or can't be seen by the reading account. */
    DIRECTORY_BASE_NOT_FOUND(705, ERROR, "base not found in the directory"),
    /** The directory ended a read early because of a limit. */
    DIRECTORY_LIMIT(706, ERROR, "directory's limit reached"),
    /** A domain controller went away during a read. */
    CONTROLLER_LOST(707, ERROR, "domain controller lost during a read"),
    /** A group that rules name is not in the directory. */
    GROUP_NOT_FOUND(708, ERROR, "group not found in the directory"),
    /** A group's name in the rules means several groups of the directory. */
    GROUP_AMBIGUOUS(709, ERROR, "group name means several groups"),
    /** The directory refuses a read for another reason. */
    DIRECTORY_REFUSED(710, ERROR, "directory refuses a read"),
    /** An LDIF record can't be read. */
    LDIF_RECORD(711, ERROR, "LDIF record can't be read"),
    /** The reading account can't see what was deleted, so that it is found out another way. */
    DELETIONS_NOT_SHOWN(712, INFO, "deletions not shown to the reading account"),
    /** The kept copy of the directory can't be used. */
    SNAPSHOT_UNUSABLE(713, WARNING, "kept copy of the directory not usable"),
    /** A person's policy number could not be turned into a name. */
    POLICY_NUMBER_UNKNOWN(714, ERROR, "policy number without a name"),
    /** A value of the user policies attribute does not have the known shape. */
    USER_POLICY_MALFORMED(715, WARNING, "user policy not understood"),
    /** The directory has nobody to read. */
    DIRECTORY_EMPTY(716, ERROR, "nobody found in the directory"),
    /** A password would go over the network readably. */
    PASSWORD_WITHOUT_TLS(717, ERROR, "password without TLS"),
    /** A domain controller did not answer and the next one was taken. */
    CONTROLLER_SKIPPED(718, WARNING, "domain controller skipped"),
    /** A site's number could not be turned into a name. */
    SITE_NUMBER_UNKNOWN(719, ERROR, "site number without a name"),
    /** A file with a password can be read by others. */
    PASSWORD_FILE_OPEN(720, ERROR, "password file open to others"),
    /** A controller, or the name service, took a request and did not answer it in time. */
    CONTROLLER_SILENT(730, ERROR, "domain controller does not answer in time"),
    /** A file with keys or tickets can be read by others, or one that decides where secrets go can be changed by them. */
    SECRET_FILE_OPEN(731, ERROR, "secret's file open to others"),
    /** A workspace says where a password comes from, and the user has not allowed that for its servers. */
    SECRET_NOT_ALLOWED(732, ERROR, "workspace asks for a password of the user's"),
    /** The user's own settings hold no credential that fits. */
    CREDENTIAL_NOT_FOUND(733, ERROR, "credential not found in the user's settings"),
    /** An LDIF file holds only some of the values of an attribute that has many. */
    LDIF_VALUES_MISSING(740, ERROR, "LDIF file holds only some values of an attribute"),
    /** A rule names an organisational unit that does not exist. */
    UNIT_NOT_FOUND(741, ERROR, "organisational unit not found in the directory"),
    /** A great part of the people disappeared at once. */
    MASS_DISAPPEARANCE(742, ERROR, "a great part of the people disappeared at once"),
    /** Accounts are disabled in the directory and still enabled on the server. */
    DISABLED_STILL_ENABLED(743, WARNING, "disabled accounts are still enabled on the server"),
    /** Members of a group lie where this reading does not look. */
    MEMBERS_ELSEWHERE(744, WARNING, "members of a group are not in this domain"),
    /** The server has no such account, or none that is enabled for the service. */
    UNKNOWN_ACCOUNT(801, ERROR, "the server knows no such account"),
    /** A policy was granted that does not exist or is not a user policy. */
    NOT_A_USER_POLICY(802, ERROR, "only a user policy can be granted"),
    /** A line URI that somebody else has already. */
    LINE_REFUSED(803, ERROR, "line URI refused"),
    /** A voice policy without PSTN usages. */
    NO_PSTN_USAGES(804, WARNING, "voice policy without PSTN usages"),
    /** The account behind the session may not run a cmdlet, or the product version lacks it. */
    CMDLET_NOT_ALLOWED(805, ERROR, "cmdlet not there"),
    /** The server said no, in words that Calque does not know. */
    REFUSED_BY_SERVER(806, ERROR, "refused by the server"),
    /** A value that a cmdlet brought back is none that Calque knows. */
    UNREADABLE_RESULT(807, WARNING, "value that Calque does not know"),
    /** The server did not answer, or not to the end. */
    NO_ANSWER(808, ERROR, "no answer from the server"),
    /** A name holds characters with which nothing may be named. */
    BAD_IDENTIFIER(811, ERROR, "unusable name"),
    /** A text is no valid Unicode. */
    UNWRITABLE_TEXT(812, ERROR, "text that no file can hold"),
    /** The name of a server is not known to the network. */
    HOST_UNKNOWN(821, ERROR, "host name not known"),
    /** Nobody answers at a server's port. */
    NOT_LISTENING(822, ERROR, "nobody answers at that port"),
    /** No trusted connection could be made. */
    NOT_TRUSTED(823, ERROR, "no trusted connection"),
    /** The server does not accept the account, or offers no way to log in that Calque may use. */
    LOGIN_FAILED(824, ERROR, "login failed"),
    /** The server opens no PowerShell session. */
    NO_SESSION(825, ERROR, "no PowerShell session"),
    /** Calque itself is at fault. */
    INTERNAL(901, ERROR, "internal error"),
    /** The machine gave Calque too little memory. */
    OUT_OF_MEMORY(902, ERROR, "not enough memory");

    private final int number;
    private final Severity severity;
    private final String title;

    Code(int number, Severity severity, String title) {
        this.number = number;
        this.severity = severity;
        this.title = title;
    }

    /** The id that people and scripts see: {@code CQ101}. */
    public String id() {
        return "CQ" + number;
    }

    /** The severity that findings of this code have unless they say otherwise. */
    public Severity severity() {
        return severity;
    }

    /** What it is about, in a few words. */
    public String title() {
        return title;
    }
}
