@echo off
rem Starts Calque on Windows, from any folder: finds a JDK 25, builds what is missing or stale (in a checkout), then hands over to Java.
setlocal EnableExtensions DisableDelayedExpansion
set "CALQUE_ROOT=%~dp0"
if "%CALQUE_ROOT:~-1%"=="\" set "CALQUE_ROOT=%CALQUE_ROOT:~0,-1%"
set "CALQUE_LIB=%CALQUE_ROOT%\lib"
if exist "%CALQUE_ROOT%\pom.xml" set "CALQUE_LIB=%CALQUE_ROOT%\target\dist\lib"

rem A quote in a pattern would end the quoting of the whole line, so findstr gets a dot for it, and paths stand in quotes or outside
rem of parentheses. scripts\jdk.ps1 prints the folder of a JDK 25, fetching one where the user says so. It is asked only when JAVA_HOME is none,
rem and in a checkout, where it also says whether a source is newer than the last build.
set "CALQUE_JDK="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\javac.exe" if exist "%JAVA_HOME%\release" (
    findstr /b /r "JAVA_VERSION=.25" "%JAVA_HOME%\release" >nul 2>nul && set "CALQUE_JDK=%JAVA_HOME%"
)
if not defined CALQUE_JDK (
    for /f "usebackq delims=" %%J in (`powershell -NoProfile -ExecutionPolicy Bypass -File "%CALQUE_ROOT%\scripts\jdk.ps1" find`) do set "CALQUE_JDK=%%J"
)
if not defined CALQUE_JDK exit /b 1
if exist "%CALQUE_ROOT%\pom.xml" (
    powershell -NoProfile -ExecutionPolicy Bypass -File "%CALQUE_ROOT%\scripts\jdk.ps1" stale "%CALQUE_ROOT%"
    if errorlevel 1 "%CALQUE_JDK%\bin\java.exe" -Xlog:disable -XX:TieredStopAtLevel=1 "%CALQUE_ROOT%\scripts\Dist.java" "%CALQUE_ROOT%" || exit /b 1
)

rem Commands that may read a million people get every core; the others get the fastest start.
set "CALQUE_MODE=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
for %%V in (plan apply undo drift audit grant script explain check demo serve) do if /i "%~1"=="%%V" set "CALQUE_MODE=-XX:+UseParallelGC -XX:NewRatio=1 -XX:MaxRAMPercentage=50"
if /i "%~1"=="directory" set "CALQUE_MODE=-XX:+UseSerialGC"

rem The ahead-of-time cache fits one JVM and one folder, so it is made here and never shipped. Without it all works, only slower.
set "CALQUE_CACHE="
if exist "%CALQUE_LIB%\calque.aot" set "CALQUE_CACHE=-XX:AOTCache="%CALQUE_LIB%\calque.aot""
if exist "%CALQUE_LIB%\calque.aot.jdk" goto start
echo calque: preparing fast starts, once>&2
"%CALQUE_JDK%\bin\java.exe" -Xlog:disable -XX:+UseSerialGC "-XX:AOTCacheOutput=%CALQUE_LIB%\calque.aot" "-Dcalque.training=%TEMP%\calque-training" -jar "%CALQUE_LIB%\calque.jar" >nul 2>nul
>"%CALQUE_LIB%\calque.aot.jdk" echo "%CALQUE_JDK%"
:start
"%CALQUE_JDK%\bin\java.exe" -Xlog:disable %CALQUE_MODE% %CALQUE_CACHE% %CALQUE_JAVA_OPTS% -jar "%CALQUE_LIB%\calque.jar" %*
exit /b %errorlevel%
