package org.genaisummarizer.server;

import static io.restassured.RestAssured.given;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import com.atlassian.oai.validator.restassured.RestAssuredResponse;
import io.restassured.filter.Filter;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.net.URI;

/** Holds what is sent and answered to the OpenAPI document that the running server gives out. */
final class ServedContract {

    /** Where nothing is, as under every path that the document does not have. */
    private static final String NOWHERE = "/v1/summaries/unknown";

    private final OpenApiInteractionValidator validator;

    ServedContract(String yaml) {
        this.validator =
                OpenApiInteractionValidator.createForInlineApiSpecification(yaml)
                        .withLevelResolver(
                                LevelResolver.create()
                                        .withLevel(
                                                "validation.request.parameter.query.unexpected",
                                                ValidationReport.Level.ERROR)
                                        .build())
                        .build();
    }

    static String document() {
        return given().get(OpenApiRoute.PATH).then().statusCode(200).extract().asString();
    }

    /** For requests that are as the document has them. */
    Filter exchange() {
        return new OpenApiValidationFilter(validator);
    }

    /** For requests that break the contract, whose answers do not. */
    Filter answer() {
        return (request, expected, context) -> {
            Response response = context.next(request, expected);
            ValidationReport report =
                    validator.validateResponse(
                            documentedPath(request, response),
                            documentedMethod(request, response),
                            RestAssuredResponse.of(response));
            if (report.hasErrors()) {
                throw new AssertionError(SimpleValidationReportFormat.getInstance().apply(report));
            }
            return response;
        };
    }

    private static String documentedPath(
            FilterableRequestSpecification request, Response response) {
        return response.statusCode() == 404 ? NOWHERE : URI.create(request.getURI()).getRawPath();
    }

    /** That a method is not allowed is told among the answers to the one that is. */
    private static Request.Method documentedMethod(
            FilterableRequestSpecification request, Response response) {
        return Request.Method.valueOf(
                response.statusCode() == 405 ? response.header("Allow") : request.getMethod());
    }
}
