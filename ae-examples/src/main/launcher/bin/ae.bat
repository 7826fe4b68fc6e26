@echo off
rem Starts ae on the module path. JAVA_HOME picks the JDK (17 or later), AE_OPTS adds JVM flags.
setlocal
for %%i in ("%~dp0..") do set "AE_HOME=%%~fi"
set "AE_JAVA=java"
if defined JAVA_HOME set "AE_JAVA=%JAVA_HOME%\bin\java"
rem JDK 17 ignores the flags it does not know, so this line serves 17 and 25.
"%AE_JAVA%" -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED,com.sun.jna,org.bytedeco.javacpp,org.bytedeco.dnnl,org.bytedeco.opencl --sun-misc-unsafe-memory-access=allow "-Dae.home=%AE_HOME%" %AE_OPTS% -p "%AE_HOME%\mods" -cp "%AE_HOME%\lib\*" --add-modules io.ae.cpu -m io.ae.examples/io.ae.examples.cli.Main %*
exit /b %ERRORLEVEL%
