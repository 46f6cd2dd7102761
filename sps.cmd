@echo off
rem Starts the sps command, what stands beside an EHR (sps serve, replay, export), or what evaluates many cases (sps cohort).
rem Builds it first if it is not there, or if its sources are not those from which it was built.
setlocal
set "SPS_HOME=%~dp0."
set "SPS_WORKBENCH=%~dp0sps-rules-examples\workbench\target"
set "SPS_MODULES=sps-rules-examples/workbench"
set "SPS_TARGET=%SPS_WORKBENCH%"
set "SPS_JAR=%SPS_TARGET%\sps.jar"
set "SPS_OPTIONS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto"
set "SPS_JAVA=java"

if /i "%~1"=="serve" goto service
if /i "%~1"=="replay" goto service
if /i "%~1"=="export" goto service
if /i "%~1"=="cohort" goto cohort
goto java

:service
rem The service has libraries and pages of its own, which would slow down every other command. The command is built with
rem it, because it knows from which sources both were built.
set "SPS_MODULES=sps-rules-examples/workbench,sps-rules-examples/playground"
set "SPS_TARGET=%~dp0sps-rules-examples\playground\target"
set "SPS_JAR=%SPS_TARGET%\sps-service.jar"
set "SPS_OPTIONS=-Xshare:auto"
goto java

:cohort
set "SPS_MODULES=sps-rules-examples/workbench,sps-rules-examples/cohort"
set "SPS_TARGET=%~dp0sps-rules-examples\cohort\target"
set "SPS_JAR=%SPS_TARGET%\sps-cohort.jar"
set "SPS_OPTIONS=-Xshare:auto"

:java
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
if not exist "%SPS_WORKBENCH%\sps.jar" goto build
"%SPS_JAVA%" -XX:TieredStopAtLevel=1 -cp "%SPS_WORKBENCH%\sps.jar" org.spsrules.workbench.SourceRecord check "%SPS_HOME%" %*
if not errorlevel 1 goto run

:build
echo Building sps. This takes a minute, and up to three if Maven has to download.>&2
rem Without the record, the jar counts as half built.
if exist "%SPS_TARGET%\sps.code" del "%SPS_TARGET%\sps.code"
if exist "%SPS_JAR%" del "%SPS_JAR%"
if not exist "%SPS_TARGET%" mkdir "%SPS_TARGET%"
rem What changes while Maven runs has not been built.
echo began>"%SPS_TARGET%\sps.began"
call "%~dp0mvnw.cmd" -f "%~dp0pom.xml" -B -Dmaven.test.skip=true -Dspotless.check.skip -pl %SPS_MODULES% -am package 2>&1 | findstr /c:"Building SPS" /c:"[ERROR]" >&2
if not exist "%SPS_JAR%" goto failed
if not "%SPS_TARGET%"=="%SPS_WORKBENCH%" "%SPS_JAVA%" -cp "%SPS_WORKBENCH%\sps.jar" org.spsrules.workbench.SourceRecord built "%SPS_HOME%" "%SPS_TARGET%\sps.began" %*
if exist "%SPS_TARGET%\sps.code" goto run

:failed
echo sps: the build failed, or a source changed while it ran.>&2
exit /b 3

:run
"%SPS_JAVA%" %SPS_OPTIONS% -jar "%SPS_JAR%" %*
exit /b %errorlevel%
