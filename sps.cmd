@echo off
rem Starts the sps command. Builds it first if it is not there, or if its sources are not those from which it was built.
setlocal
set "SPS_HOME=%~dp0."
set "SPS_TARGET=%~dp0sps-rules-examples\workbench\target"
set "SPS_JAR=%SPS_TARGET%\sps.jar"
set "SPS_JAVA=java"

if defined JAVA_HOME goto home
where java >nul 2>nul
if not errorlevel 1 goto check
echo sps: Java 17 or newer is needed. Install it, or set JAVA_HOME to where it is.>&2
exit /b 3

:home
set "SPS_JAVA=%JAVA_HOME%\bin\java"

:check
if not exist "%~dp0pom.xml" if exist "%SPS_JAR%" goto run
if not exist "%SPS_JAR%" goto build
if not exist "%SPS_TARGET%\sps.code" goto build
"%SPS_JAVA%" -XX:TieredStopAtLevel=1 -cp "%SPS_JAR%" org.spsrules.workbench.SourceRecord check "%SPS_HOME%" %*
if not errorlevel 1 goto run

:build
echo Building sps. This takes a minute, and up to three if Maven has to download.>&2
rem Without the record, the jar counts as half built.
if exist "%SPS_TARGET%\sps.code" del "%SPS_TARGET%\sps.code"
call "%~dp0mvnw.cmd" -f "%~dp0pom.xml" -B -DskipTests -Dspotless.check.skip -pl sps-rules-examples/workbench -am package 2>&1 | findstr /c:"Building SPS" /c:"[ERROR]" >&2
if exist "%SPS_TARGET%\sps.code" goto run
echo sps: the build failed, or a source changed while it ran.>&2
exit /b 3

:run
"%SPS_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -jar "%SPS_JAR%" %*
exit /b %errorlevel%
