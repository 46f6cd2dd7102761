@echo off
rem Starts the sps command. Builds it first if it is missing.
setlocal
set "SPS_JAR=%~dp0sps-rules-examples\workbench\target\sps.jar"
set "SPS_JAVA=java"

if defined JAVA_HOME goto home
where java >nul 2>nul
if not errorlevel 1 goto build
echo sps: Java 17 or newer is needed. Install it, or set JAVA_HOME to where it is.>&2
exit /b 3

:home
set "SPS_JAVA=%JAVA_HOME%\bin\java"

:build
if exist "%SPS_JAR%" goto run
echo Building sps (first use; takes a minute)...>&2
call "%~dp0mvnw.cmd" -f "%~dp0pom.xml" -q -B -DskipTests -Dspotless.check.skip -pl sps-rules-examples/workbench -am package >&2
if not errorlevel 1 goto run
echo sps: the build failed.>&2
exit /b 3

:run
"%SPS_JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -jar "%SPS_JAR%" %*
exit /b %errorlevel%
