MVN = ./mvnw -B -ntp $(if $(OTEL),-Dotel)
JAVA = $$(.mvn/jdk)/bin/java
SERVER_TESTS = org.genaisummarizer.server
CLIENT = src/server/src/test/java/org/genaisummarizer/server/client/Summarize.java
SERVER = src/server/target/quarkus-app/quarkus-run.jar

IMAGE = genai-summarizer
ENGINE = $(shell command -v docker || command -v podman || echo docker)

.PHONY: run summarize eval bench-long test test-otel native native-test bench chaos soak fuzz lint format clean
.PHONY: image load package-azure test-infra package-aws deploy-aws bench-lambda bench-azure node-tools

run: ; @$(MVN) -q -DskipTests -pl src/server -am package && exec $(JAVA) -jar $(SERVER)
summarize: ; @$(JAVA) $(CLIENT) '$(FILE)' $(if $(OPTIONS),'$(OPTIONS)')
test: ; $(MVN) verify
test-otel: ; $(MVN) -Dotel -Dtest='org.genaisummarizer.otel.*Test' -Dit.test=OtelIT -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -pl src/server,src/aws-lambda -am verify
native: ; $(MVN) -Dnative -DskipITs -pl src/server -am package
native-test: ; $(MVN) -Dnative -pl src/server,src/aws-lambda -am verify
bench: ; $(MVN) -Dnative -Dtool=$(SERVER_TESTS).bench.Bench -DskipITs -pl src/server -am integration-test
chaos: ; $(MVN) $(if $(NATIVE),-Dnative) -Dtool=$(SERVER_TESTS).chaos.ChaosRun -DskipITs -pl src/server -am integration-test
soak: ; $(MVN) $(if $(NATIVE),-Dnative) -Dtool=$(SERVER_TESTS).chaos.Soak -Dtool.argument=$(or $(MINUTES),5) -DskipITs -pl src/server -am integration-test
fuzz: ; $(MVN) -q -Pfuzz -Dfuzz.target=org.genaisummarizer.$(TARGET) -Dfuzz.runs=$(or $(RUNS),1000000) -pl src/core -am process-test-classes
lint: ; infra/lint && $(MVN) -Dotel spotless:check test-compile
test-infra: ; $(MVN) -q -DskipTests -DskipITs -pl src/server -am package && infra/test/run
load: ; infra/load/run
package-azure: ; $(MVN) -q -DskipTests -DskipITs -pl src/azure-functions -am package && infra/azure/package
image: ; $(ENGINE) build -f infra/container/Containerfile --build-arg REVISION=$$(git rev-parse HEAD) -t $(IMAGE) .
package-aws: ; $(MVN) -Dnative -DskipITs -pl src/aws-lambda -am package && infra/aws/package
deploy-aws: package-aws ; infra/aws/deploy $(PARAMETERS)
bench-lambda: ; $(MVN) -q -DskipTests -DskipITs -pl src/aws-lambda -am package && $(MVN) -Dnative -Dtool=org.genaisummarizer.lambda.bench.LambdaBench -DskipITs -pl src/aws-lambda -am integration-test
bench-azure: ; $(MVN) $(if $(NATIVE),-Dnative) -Dtool=$(SERVER_TESTS).functions.InvocationBench -DskipITs -pl src/server -am integration-test
node-tools: ; src/aws-lambda/src/test/node/install && src/server/src/test/node/install
format: ; $(MVN) -q -Dotel spotless:apply
clean: ; $(MVN) -q clean
eval: ; @$(MVN) -q -Peval -Deval.data=$(abspath $(DATA)) -pl src/core -am process-test-classes
bench-long: ; @$(MVN) -q -Peval -Deval.data=$(abspath $(DATA)) -Deval.main=org.genaisummarizer.provider.extractive.LongDocumentsBench -pl src/core -am process-test-classes
