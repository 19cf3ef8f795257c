@echo off
rem Starts Lowland on Windows. In a source tree it first builds what is not built or has changed since; in a
rem distribution it only starts. JAVA_HOME is respected; LOWLAND_JAVA_OPTIONS is added to the options of the virtual
rem machine, LOWLAND_CLASSPATH to its class path. LOWLAND_JMOL_JAR names another Jmol for the command jmol than the one
rem that lies in lib.
setlocal
set "HERE=%~dp0"
set "HERE=%HERE:~0,-1%"

if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version >nul 2>nul
if errorlevel 1 (
    echo lowland: no Java found; install a JDK 17 or newer, or set JAVA_HOME>&2
    exit /b 2
)

if not exist "%HERE%\pom.xml" (
    set "HOME_FOLDER=%HERE%\.."
    goto start
)

set "STATE=%HERE%\.lowland"
set "STAMP=%STATE%\built"
rem The folder is named after the version, the first one in pom.xml; a source newer than the stamp asks for a build.
for /f "usebackq delims=" %%V in (`powershell -NoProfile -Command "([xml](Get-Content '%HERE%\pom.xml')).project.version"`) do set "VERSION=%%V"
set "HOME_FOLDER=%HERE%\jmol-scripts\target\lowland-%VERSION%"
if not exist "%STAMP%" goto build
if not exist "%HOME_FOLDER%\lib" goto build
powershell -NoProfile -Command "$t=(Get-Item '%STAMP%').LastWriteTime; $n=Get-ChildItem '%HERE%\pom.xml','%HERE%\*\pom.xml','%HERE%\*\src\main' -Recurse | Where-Object {$_.LastWriteTime -gt $t} | Select-Object -First 1; if ($n) {exit 1}"
if errorlevel 1 goto build
goto start

:build
where mvn >nul 2>nul
if errorlevel 1 (
    echo lowland: Maven is needed for the first build; install Maven 3.8 or newer>&2
    exit /b 2
)
echo lowland: building (minutes at first, when libraries are fetched; seconds later)>&2
if not exist "%STATE%" mkdir "%STATE%"
type nul >"%STATE%\building"
pushd "%HERE%"
call mvn -q -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true -Dlowland.zip.skip=true package 1>&2
if errorlevel 1 (
    popd
    echo lowland: the build failed; the lines above say why>&2
    exit /b 2
)
popd
move /y "%STATE%\building" "%STAMP%" >nul

:start
rem Only jmol may open windows. Some releases of Jmol use an image class that Java keeps to itself. Another Jmol
rem takes the place of ours and stands last: libraries that its manifest brings along must not hide ours.
set "WINDOWS=-Djava.awt.headless=true"
set "JARS=%HOME_FOLDER%\lib\*"
if not "%~1"=="jmol" goto run
set "WINDOWS=--add-exports java.desktop/sun.awt.image=ALL-UNNAMED"
if not defined LOWLAND_JMOL_JAR goto run
if exist "%LOWLAND_JMOL_JAR%" goto other
echo lowland: LOWLAND_JMOL_JAR is %LOWLAND_JMOL_JAR%, but there is no such file; let it name a Jmol.jar, or unset it>&2
exit /b 2

:other
set "JARS="
setlocal EnableDelayedExpansion
for %%J in ("%HOME_FOLDER%\lib\*.jar") do (
    set "NAME=%%~nJ"
    if /i not "!NAME:~0,5!"=="jmol-" set "JARS=!JARS!%%~fJ;"
)
endlocal & set "JARS=%JARS%%LOWLAND_JMOL_JAR%"

:run
"%JAVA%" -XX:+UseSerialGC -XX:-UsePerfData --enable-native-access=ALL-UNNAMED --add-modules jdk.incubator.vector %WINDOWS% -Dorg.slf4j.simpleLogger.defaultLogLevel=error -Dorg.slf4j.simpleLogger.log.org.lowland=info -Dorg.slf4j.simpleLogger.showThreadName=false -Dorg.slf4j.simpleLogger.showLogName=false %LOWLAND_JAVA_OPTIONS% -cp "%JARS%;%LOWLAND_CLASSPATH%" org.lowland.cli.Main %*
exit /b %ERRORLEVEL%
