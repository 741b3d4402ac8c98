# Sourced by the commands beside this file: finds the built service ($jar) and a Java 25 ($java), or ends with 2.
# $here is the folder of the command.
for jar in "$here/../target/quarkus-app/quarkus-run.jar" "$here/../quarkus-app/quarkus-run.jar"; do
  [ ! -f "$jar" ] || break
done
if [ ! -f "$jar" ]; then
  echo "无法校验 / cannot check: the service is not built yet (deploy/serve or ./mvnw -DskipTests package)" >&2
  exit 2
fi

# An installation beside its sources finds a JDK 25 by itself; elsewhere JAVA_HOME names a Java 25 runtime.
if [ -f "$here/../.mvn/jdk.sh" ]; then
  (. "$here/../.mvn/jdk.sh") || exit 2
  . "$here/../.mvn/jdk.sh"
fi
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
if ! command -v "$java" >/dev/null; then
  echo "无法校验 / cannot check: no $java, set JAVA_HOME to a Java 25 runtime" >&2
  exit 2
fi
