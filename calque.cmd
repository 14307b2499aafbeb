@echo off
rem Starts Calque on Windows where there is no calque.exe: in a checkout, and in a package that was made without it. Finds a JDK 25,
rem builds what is missing or stale (in a checkout), then hands over to Java. docs/windows.md says what a batch file can't do.
setlocal EnableExtensions DisableDelayedExpansion
set "CALQUE_ROOT=%~dp0"
if "%CALQUE_ROOT:~-1%"=="\" set "CALQUE_ROOT=%CALQUE_ROOT:~0,-1%"
set "CALQUE_LIB=%CALQUE_ROOT%\lib"
if exist "%CALQUE_ROOT%\pom.xml" set "CALQUE_LIB=%CALQUE_ROOT%\target\dist\lib"

rem Paths stand in quotes and outside of parentheses and backquotes, where an ampersand or a parenthesis of a folder's name would be
rem read. A quote in a pattern of findstr would end the quoting of the whole line, so it gets a dot for it. PowerShell is started only
rem where no JDK is found, and in a checkout.
set "CALQUE_JDK="
call :jdk "%CALQUE_ROOT%\runtime" java.exe
if not defined CALQUE_JDK if defined JAVA_HOME call :jdk "%JAVA_HOME%" javac.exe
if not defined CALQUE_JDK call :search
if defined CALQUE_JDK goto found
powershell -NoProfile -ExecutionPolicy Bypass -File "%CALQUE_ROOT%\scripts\jdk.ps1" fetch
if errorlevel 1 exit /b 1
call :search
if not defined CALQUE_JDK exit /b 1
:found
if not exist "%CALQUE_ROOT%\pom.xml" goto built
powershell -NoProfile -ExecutionPolicy Bypass -File "%CALQUE_ROOT%\scripts\jdk.ps1" stale "%CALQUE_ROOT%"
if not errorlevel 1 goto built
"%CALQUE_JDK%\bin\java.exe" -Xlog:disable -XX:TieredStopAtLevel=1 "%CALQUE_ROOT%\scripts\Dist.java" "%CALQUE_ROOT%"
if errorlevel 1 exit /b 1
:built

rem Commands that may read a million people get every core; the others get the fastest start.
set "CALQUE_MODE=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
for %%V in (plan apply undo drift audit grant script explain check demo serve) do if /i "%~1"=="%%V" set "CALQUE_MODE=-XX:+UseParallelGC -XX:NewRatio=1 -XX:MaxRAMPercentage=50"
if /i "%~1"=="directory" set "CALQUE_MODE=-XX:+UseSerialGC"

rem The ahead-of-time cache fits one JVM and one folder, so it is made here and never shipped. Without it all works, only slower; where
rem the folder may not be written, there is none.
set "CALQUE_CACHE="
if exist "%CALQUE_LIB%\calque.aot" set CALQUE_CACHE="-XX:AOTCache=%CALQUE_LIB%\calque.aot"
if exist "%CALQUE_LIB%\calque.aot.jdk" goto start
call :mark 2>nul
if not exist "%CALQUE_LIB%\calque.aot.jdk" goto start
echo calque: preparing fast starts, once>&2
"%CALQUE_JDK%\bin\java.exe" -Xlog:disable -XX:+UseSerialGC "-XX:AOTCacheOutput=%CALQUE_LIB%\calque.aot" "-Dcalque.training=%TEMP%\calque-training" -jar "%CALQUE_LIB%\calque.jar" >nul 2>nul
:start
"%CALQUE_JDK%\bin\java.exe" -Xlog:disable %CALQUE_MODE% %CALQUE_CACHE% %CALQUE_JAVA_OPTS% -jar "%CALQUE_LIB%\calque.jar" %*
exit /b %errorlevel%

:search
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*25*" "%ProgramFiles%\Java\*25*" "%ProgramFiles%\Microsoft\*25*" "%USERPROFILE%\.jdks\*25*" "%LOCALAPPDATA%\calque\jdk\*25*") do call :jdk "%%~D" javac.exe
exit /b 0

:jdk
if defined CALQUE_JDK exit /b 0
if not exist "%~1\bin\%~2" exit /b 0
findstr /b /r "JAVA_VERSION=.25" "%~1\release" >nul 2>nul && set "CALQUE_JDK=%~1"
exit /b 0

:mark
>"%CALQUE_LIB%\calque.aot.jdk" echo "%CALQUE_JDK%"
exit /b 0
