MVN = ./mvnw -B -ntp
JAVA = $$(.mvn/jdk)/bin/java
SERVER = src/server/target/quarkus-app/quarkus-run.jar

.PHONY: run eval test native native-test bench lint format clean

run: ; @$(MVN) -q -DskipTests -pl src/server -am package && exec $(JAVA) -jar $(SERVER)
test: ; $(MVN) verify
native: ; $(MVN) -Dnative -DskipITs -pl src/server -am package
native-test: ; $(MVN) -Dnative -pl src/server -am verify
bench: ; $(MVN) -Dnative -Dbench -DskipITs -pl src/server -am integration-test
lint: ; $(MVN) spotless:check test-compile
format: ; $(MVN) -q spotless:apply
clean: ; $(MVN) -q clean
eval: ; @$(MVN) -q -Peval -Deval.data=$(abspath $(DATA)) -pl src/core -am process-test-classes
