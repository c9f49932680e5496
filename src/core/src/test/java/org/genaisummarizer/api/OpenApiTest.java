package org.genaisummarizer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.genaisummarizer.model.CacheStatus;
import org.genaisummarizer.model.Cost;
import org.genaisummarizer.model.IdempotencyKey;
import org.genaisummarizer.model.Length;
import org.genaisummarizer.model.Style;
import org.genaisummarizer.model.SummaryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the document and the code together: what one of them forgets fails here. */
class OpenApiTest {

    /** How the description of a response names each problem that it may be. */
    private static final Pattern NAMED = Pattern.compile("`([a-z-]+)`:");

    private static final YamlNode DOCUMENT = YamlNode.parse(OpenApi.answer("GET").body());
    private static final YamlNode SCHEMAS = DOCUMENT.at("components", "schemas");
    private static final YamlNode BODY = SCHEMAS.at("SummaryRequest");

    /** A value of each member, as JSON. */
    private static final Map<String, String> VALUES =
            Map.of(
                    "text", "\"a\"",
                    "style", "\"bullets\"",
                    "length", "\"short\"",
                    "max_words", "40",
                    "language", "\"de\"",
                    "focus", "\"costs\"",
                    "model", "\"openai/gpt\"",
                    "metadata", "{}");

    @Test
    void itIsYamlThatMayBeKeptForAWhile() {
        HttpAnswer answer = OpenApi.answer("GET");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/yaml");
        assertThat(answer.header("Cache-Control")).contains("max-age=3600");
        assertThat(DOCUMENT.at("openapi").text()).isEqualTo("3.0.3");
    }

    @Test
    void anotherMethodThanGetIsRefused() {
        HttpAnswer answer = OpenApi.answer("POST");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void theTypesOfProblemsAreThoseThatCanBeMade() throws Exception {
        Set<String> made =
                EveryProblem.list().stream()
                        .map(problem -> "urn:genai-summarizer:problem:" + problem.slug())
                        .collect(Collectors.toSet());

        assertThat(SCHEMAS.at("ProblemType", "enum").texts())
                .containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void eachStatusNamesTheProblemsThatHaveIt() throws Exception {
        Set<String> made =
                EveryProblem.list().stream()
                        .map(problem -> problem.status() + " " + problem.slug())
                        .collect(Collectors.toSet());

        assertThat(namedProblems()).containsExactlyInAnyOrderElementsOf(made);
    }

    /** Status and slug, wherever an operation has a response of that status. */
    private static Set<String> namedProblems() {
        Set<String> named = new TreeSet<>();
        for (YamlNode responses : operations().map(each -> each.at("responses")).toList()) {
            for (String status : responses.names()) {
                String description = responses.at(status, "description").text();
                NAMED.matcher(description)
                        .results()
                        .forEach(found -> named.add(status + " " + found.group(1)));
            }
        }
        return named;
    }

    private static Stream<YamlNode> operations() {
        return DOCUMENT.at("paths").children().flatMap(YamlNode::children);
    }

    @Test
    void theMembersOfABodyAreThoseThatAreRead() throws ProblemException {
        Set<String> members = options();
        members.add("text");
        members.add("metadata");

        assertThat(BODY.at("properties").names()).containsExactlyInAnyOrderElementsOf(members);
        assertThat(BODY.at("additionalProperties").text()).isEqualTo("false");
        JsonBody.read(
                members.stream()
                        .map(member -> "\"" + member + "\":" + VALUES.get(member))
                        .collect(Collectors.joining(",", "{", "}")));
    }

    @Test
    void theParametersOfAQueryAreTheOptions() throws ProblemException {
        Set<String> options = options();

        assertThat(parameters("/v1/summaries", "post")).isEqualTo(options);
        assertThat(parameters("/v1/summaries:estimate", "post")).isEqualTo(options);
        Query.parse(String.join("=1&", options), Set.of());
        options.add("text");
        assertThat(parameters("/summarize", "get")).isEqualTo(options);
    }

    private static Set<String> parameters(String path, String method) {
        return DOCUMENT.at("paths", path, method, "parameters")
                .items()
                .filter(parameter -> parameter.at("in").text().equals("query"))
                .map(parameter -> parameter.at("name").text())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As the wire has them, but for the metadata, which no query has. */
    private static Set<String> options() {
        return Arrays.stream(Fields.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("metadata"))
                .map(name -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theChoicesAreThoseOfTheModel() {
        assertThat(SCHEMAS.at("Style", "enum").texts()).isEqualTo(wire(Style.values()));
        assertThat(SCHEMAS.at("Length", "enum").texts()).isEqualTo(wire(Length.values()));
        assertThat(SCHEMAS.at("Summary", "properties", "cache", "enum").texts())
                .isEqualTo(wire(CacheStatus.values()));
        assertThat(SCHEMAS.at("Currency", "enum").texts()).containsExactly(Cost.CURRENCY);
    }

    private static List<String> wire(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    @Test
    void theLimitsAndDefaultsAreThoseOfTheModel() {
        assertThat(SCHEMAS.at("MaxWords", "minimum").value()).isEqualTo(SummaryOptions.MIN_WORDS);
        assertThat(SCHEMAS.at("MaxWords", "maximum").value()).isEqualTo(SummaryOptions.MOST_WORDS);
        assertThat(SCHEMAS.at("Focus", "maxLength").value())
                .isEqualTo(SummaryOptions.MOST_FOCUS_CHARS);
        assertThat(wire(SummaryOptions.DEFAULT.style()))
                .containsExactly(SCHEMAS.at("Style", "default").text());
        assertThat(Length.valueOf(SCHEMAS.at("Length", "default").text().toUpperCase(Locale.ROOT)))
                .extracting(Length::words)
                .isEqualTo(SummaryOptions.DEFAULT.maxWords());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, IdempotencyKey.MOST_CHARS, IdempotencyKey.MOST_CHARS + 1})
    void anIdempotencyKeyIsAsLongAsTheModelHasIt(int chars) {
        String key = "k".repeat(chars);
        String pattern =
                DOCUMENT.at("components", "parameters", "IdempotencyKey", "schema", "pattern")
                        .text();

        if (key.matches(pattern)) {
            assertThat(new IdempotencyKey(key).value()).isEqualTo(key);
        } else {
            assertThatThrownBy(() -> new IdempotencyKey(key))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
