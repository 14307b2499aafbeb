/* Stands in for java.exe: prints each argument, its folder and the width that it is told, and ends with the status of "status:N". */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <stdio.h>
#include <wchar.h>
static void line(const char *name, const wchar_t *text) {
    char bytes[8192];
    WideCharToMultiByte(CP_UTF8, 0, text, -1, bytes, sizeof bytes, NULL, NULL);
    printf("%s=%s\n", name, bytes);
}
int wmain(int count, wchar_t **words) {
    wchar_t folder[4096], value[256];
    int status = 0;
    for (int i = 1; i < count; i++) {
        line("argument", words[i]);
        if (!wcsncmp(words[i], L"status:", 7)) status = _wtoi(words[i] + 7);
        if (!wcsncmp(words[i], L"-XX:AOTCacheOutput=", 19)) {
            CloseHandle(CreateFileW(words[i] + 19, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL));
        }
    }
    GetCurrentDirectoryW(4096, folder);
    line("folder", folder);
    if (GetEnvironmentVariableW(L"COLUMNS", value, 256)) line("columns", value);
    return status;
}
