/*
 * calque.exe: starts Calque on Windows. It hands its command line to Java exactly as it came, so nothing in a name, a path or an
 * argument is read twice, as a batch file reads it. It needs no PowerShell, works from a UNC folder and from an installation that
 * may not be written, and ends with Java's exit status, after Ctrl+C too.
 * docs/windows.md says what it does; docs/decisions/0080-calque-exe-is-a-small-c-program.md says why it is not a library's.
 */
#define WIN32_LEAN_AND_MEAN
#define _WIN32_WINNT 0x0601
#include <windows.h>
#include <shellapi.h>
#include <stdarg.h>
#include <stdio.h>
#include <wchar.h>

enum { LONGEST_PATH = 32768, LONGEST_COMMAND = 32768, FAILED = 1 };

static wchar_t root[LONGEST_PATH];
static wchar_t java_home[LONGEST_PATH];
static wchar_t command[LONGEST_COMMAND];

static void say(const wchar_t *text) {
    HANDLE err = GetStdHandle(STD_ERROR_HANDLE);
    DWORD mode, written;
    if (GetConsoleMode(err, &mode)) {
        WriteConsoleW(err, text, (DWORD) wcslen(text), &written, NULL);
        return;
    }
    char bytes[4096];
    int size = WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
    if (size > 1) WriteFile(err, bytes, (DWORD) size - 1, &written, NULL);
}

static BOOL is_file(const wchar_t *path) {
    DWORD kind = GetFileAttributesW(path);
    return kind != INVALID_FILE_ATTRIBUTES && !(kind & FILE_ATTRIBUTE_DIRECTORY);
}

/* Writes a path into a buffer; FALSE where it does not fit. */
static BOOL path(wchar_t *to, const wchar_t *form, ...) {
    va_list parts;
    va_start(parts, form);
    int size = _vsnwprintf(to, LONGEST_PATH, form, parts);
    va_end(parts);
    return size > 0 && size < LONGEST_PATH;
}

static BOOL append(const wchar_t *form, ...) {
    size_t used = wcslen(command);
    va_list parts;
    va_start(parts, form);
    int size = _vsnwprintf(command + used, LONGEST_COMMAND - used, form, parts);
    va_end(parts);
    return size >= 0 && (size_t) size < LONGEST_COMMAND - used;
}

static BOOL variable(const wchar_t *name, wchar_t *value) {
    DWORD size = GetEnvironmentVariableW(name, value, LONGEST_PATH);
    return size > 0 && size < LONGEST_PATH;
}

/* A JDK says its version in the first lines of its file "release". */
static BOOL is_jdk_25(const wchar_t *home) {
    static wchar_t file[LONGEST_PATH];
    char text[4096];
    DWORD size = 0;
    if (!path(file, L"%ls\\bin\\java.exe", home) || !is_file(file) || !path(file, L"%ls\\release", home)) return FALSE;
    HANDLE release = CreateFileW(file, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (release == INVALID_HANDLE_VALUE) return FALSE;
    BOOL read = ReadFile(release, text, sizeof text - 1, &size, NULL);
    CloseHandle(release);
    text[read ? size : 0] = 0;
    return strstr(text, "JAVA_VERSION=\"25") != NULL;
}

static BOOL jdk_below(const wchar_t *parent_variable, const wchar_t *below) {
    static wchar_t parent[LONGEST_PATH], pattern[LONGEST_PATH];
    WIN32_FIND_DATAW entry;
    if (!variable(parent_variable, parent) || !path(pattern, L"%ls\\%ls\\*25*", parent, below)) return FALSE;
    HANDLE search = FindFirstFileW(pattern, &entry);
    if (search == INVALID_HANDLE_VALUE) return FALSE;
    BOOL found = FALSE;
    do {
        found = path(java_home, L"%ls\\%ls\\%ls", parent, below, entry.cFileName) && is_jdk_25(java_home);
    } while (!found && FindNextFileW(search, &entry));
    FindClose(search);
    return found;
}

static BOOL find_java(void) {
    return (path(java_home, L"%ls\\runtime", root) && is_jdk_25(java_home))
        || (variable(L"JAVA_HOME", java_home) && is_jdk_25(java_home))
        || jdk_below(L"ProgramFiles", L"Eclipse Adoptium")
        || jdk_below(L"ProgramFiles", L"Java")
        || jdk_below(L"ProgramFiles", L"Microsoft")
        || jdk_below(L"USERPROFILE", L".jdks")
        || jdk_below(L"LOCALAPPDATA", L"calque\\jdk");
}

/* Only Java and its children listen to Ctrl+C; this program waits for them. */
static BOOL WINAPI leave_to_java(DWORD event) {
    return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT;
}

/* Runs a command line to its end. The job ends the child when this process is ended from outside. */
static DWORD run(wchar_t *line, BOOL quiet) {
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION child;
    SECURITY_ATTRIBUTES inherit = {sizeof inherit, NULL, TRUE};
    DWORD status = FAILED;
    if (quiet) {
        HANDLE nothing = CreateFileW(L"NUL", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherit, OPEN_EXISTING, 0, NULL);
        start.dwFlags = STARTF_USESTDHANDLES;
        start.hStdInput = start.hStdOutput = start.hStdError = nothing;
    }
    HANDLE job = CreateJobObjectW(NULL, NULL);
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits);
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, CREATE_SUSPENDED, NULL, NULL, &start, &child)) {
        return FAILED;
    }
    AssignProcessToJobObject(job, child.hProcess);
    ResumeThread(child.hThread);
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &status);
    if (quiet) CloseHandle(start.hStdInput);
    return status;
}

static BOOL fetch_java(void) {
    command[0] = 0;
    if (!append(L"powershell.exe -NoProfile -ExecutionPolicy Bypass -File \"%ls\\scripts\\jdk.ps1\" fetch", root)) return FALSE;
    run(command, FALSE);
    return find_java();
}

/* The cache fits one JVM and one folder. Where the folder may not be written, starts are slower and nothing else differs. */
static BOOL prepare_cache(void) {
    static wchar_t mark[LONGEST_PATH], cache[LONGEST_PATH], training[LONGEST_PATH + 1], temporary[LONGEST_PATH];
    char made_by[4 * MAX_PATH] = {0}, wanted[4 * MAX_PATH] = {0};
    DWORD size = 0;
    if (!path(mark, L"%ls\\lib\\calque.aot.jdk", root) || !path(cache, L"%ls\\lib\\calque.aot", root)
        || !WideCharToMultiByte(CP_UTF8, 0, java_home, -1, wanted, sizeof wanted - 1, NULL, NULL)) return FALSE;
    HANDLE file = CreateFileW(mark, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file != INVALID_HANDLE_VALUE) {
        ReadFile(file, made_by, sizeof made_by - 1, &size, NULL);
        CloseHandle(file);
        if (strcmp(made_by, wanted) == 0) return is_file(cache);
    }
    file = CreateFileW(mark, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return FALSE;
    WriteFile(file, wanted, (DWORD) strlen(wanted), &size, NULL);
    CloseHandle(file);
    say(L"calque: preparing fast starts, once\r\n");
    DWORD length = GetTempPathW(LONGEST_PATH, temporary);
    if (!length || !path(training, L"%lscalque-training-%lu", temporary, GetCurrentProcessId())) return FALSE;
    command[0] = 0;
    if (append(L"\"%ls\\bin\\java.exe\" -Xlog:disable -XX:+UseSerialGC \"-XX:AOTCacheOutput=%ls\" \"-Dcalque.training=%ls\" -jar \"%ls\\lib\\calque.jar\"",
               java_home, cache, training, root)) {
        run(command, TRUE);
    }
    training[wcslen(training) + 1] = 0; /* a list of paths ends with two zeros */
    SHFILEOPSTRUCTW removal = {.wFunc = FO_DELETE, .pFrom = training, .fFlags = FOF_NO_UI};
    SHFileOperationW(&removal);
    return is_file(cache);
}

/* The same choice as the other launchers make: commands that may read a million people get every core. */
static const wchar_t *mode(void) {
    static const wchar_t *heavy[] = {L"plan", L"apply", L"undo", L"drift", L"audit", L"grant", L"script", L"explain", L"check", L"demo", L"serve"};
    const wchar_t *chosen = L"-XX:+UseSerialGC -XX:TieredStopAtLevel=1";
    int count = 0;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    for (int i = 1; words && i < count; i++) {
        if (words[i][0] == L'-') continue;
        if (_wcsicmp(words[i], L"directory") == 0) chosen = L"-XX:+UseSerialGC";
        for (size_t k = 0; k < sizeof heavy / sizeof *heavy; k++) {
            if (_wcsicmp(words[i], heavy[k]) == 0) chosen = L"-XX:+UseParallelGC -XX:NewRatio=1 -XX:MaxRAMPercentage=50";
        }
        break;
    }
    LocalFree(words);
    return chosen;
}

/* What follows the program's own name, character by character as it was given. */
static const wchar_t *arguments(void) {
    const wchar_t *rest = GetCommandLineW();
    BOOL quoted = FALSE;
    while (*rest && (quoted || (*rest != L' ' && *rest != L'\t'))) {
        if (*rest == L'"') quoted = !quoted;
        rest++;
    }
    return rest;
}

static BOOL is_terminal(DWORD stream) {
    DWORD ignored;
    return GetConsoleMode(GetStdHandle(stream), &ignored);
}

static void tell_width(void) {
    CONSOLE_SCREEN_BUFFER_INFO screen;
    wchar_t columns[16];
    HANDLE out = GetStdHandle(is_terminal(STD_OUTPUT_HANDLE) ? STD_OUTPUT_HANDLE : STD_ERROR_HANDLE);
    if (GetConsoleScreenBufferInfo(out, &screen)) {
        _snwprintf(columns, 16, L"%d", screen.srWindow.Right - screen.srWindow.Left + 1);
        SetEnvironmentVariableW(L"COLUMNS", columns);
    }
}

static BOOL compose(void) {
    static wchar_t more[LONGEST_PATH];
    BOOL in = is_terminal(STD_INPUT_HANDLE), out = is_terminal(STD_OUTPUT_HANDLE), err = is_terminal(STD_ERROR_HANDLE);
    BOOL cached = prepare_cache();
    command[0] = 0;
    return append(L"\"%ls\\bin\\java.exe\" -Xlog:disable %ls", java_home, mode())
        && (!cached || append(L" \"-XX:AOTCache=%ls\\lib\\calque.aot\"", root))
        && append(L" -Dcalque.terminal=%ls%ls%ls", in ? L"in," : L"", out ? L"out," : L"", err ? L"err" : L"")
        && (!out || append(L" -Dstdout.encoding=UTF-8"))
        && (!err || append(L" -Dstderr.encoding=UTF-8"))
        && (!variable(L"CALQUE_JAVA_OPTS", more) || append(L" %ls", more))
        && append(L" -jar \"%ls\\lib\\calque.jar\"%ls", root, arguments());
}

int wmain(void) {
    DWORD length = GetModuleFileNameW(NULL, root, LONGEST_PATH);
    wchar_t *end = wcsrchr(root, L'\\');
    if (length == 0 || length == LONGEST_PATH || end == NULL) return FAILED;
    *end = 0;
    if (!find_java() && !fetch_java()) {
        say(L"calque: no JDK 25 here. Install one (adoptium.net has them) and set JAVA_HOME to its folder.\r\n");
        return FAILED;
    }
    if (!compose()) {
        say(L"calque: the command line is longer than Windows passes on; put the names into a file.\r\n");
        return FAILED;
    }
    SetConsoleCtrlHandler(leave_to_java, TRUE);
    UINT before = GetConsoleOutputCP();
    tell_width();
    SetConsoleOutputCP(CP_UTF8);
    DWORD status = run(command, FALSE);
    if (before) SetConsoleOutputCP(before);
    return (int) status;
}
