#!/usr/bin/env bash
# Measures Parley beside the sample on this machine and prints Markdown. Builds what is missing.
# `--help` lists the options.
set -euo pipefail
cd "$(dirname "$0")/../../.."

maven() { ./mvnw -B -ntp -q "$@" >&2; }
[ -f target/quarkus-app/quarkus-run.jar ] || maven package -DskipTests
[ -f target/peer/peer-1.jar ] || maven -f src/test/peer/pom.xml package
maven test-compile dependency:build-classpath -Dquarkus.quinoa=false -Dexec.skip \
  -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test

# mvnw chooses the JDK.
java=$(./mvnw -v 2>/dev/null | sed -n 's/.*runtime: //p')/bin/java
exec "$java" -Xmx1g --enable-native-access=ALL-UNNAMED -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
  -cp "target/test-classes:target/classes:$(cat target/bench.classpath)" dev.parley.bench.Comparison "$@"
