package org.genaisummarizer.lambda.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.genaisummarizer.model.Caller;

/**
 * Who called, by what the gateway has verified and put into the request's context. A tenant that is
 * not named is the principal's own, so that strangers never share one.
 */
final class Callers {

    private Callers() {}

    /** {@link Caller#ANONYMOUS} where the gateway asks nobody who they are. */
    static Caller of(JsonNode context) {
        JsonNode authorizer = context.path("authorizer");
        return claims(authorizer.path("jwt").path("claims"))
                .or(() -> claims(authorizer.path("claims")))
                .or(() -> custom(authorizer.path("lambda")))
                .or(() -> custom(authorizer))
                .or(() -> iam(authorizer.path("iam")))
                .or(() -> iam(context.path("identity")))
                .orElse(Caller.ANONYMOUS);
    }

    /** Of a token that the gateway or Cognito has verified. */
    private static Optional<Caller> claims(JsonNode claims) {
        return caller(
                text(claims, "tenant").or(() -> text(claims, "custom:tenant")),
                text(claims, "sub").or(() -> text(claims, "client_id")));
    }

    /** What an authorizer function of the operator's own said. */
    private static Optional<Caller> custom(JsonNode context) {
        return caller(
                text(context, "tenant"),
                text(context, "principal").or(() -> text(context, "principalId")));
    }

    private static Optional<Caller> iam(JsonNode identity) {
        return caller(
                text(identity, "accountId"),
                text(identity, "userArn").or(() -> text(identity, "userId")));
    }

    private static Optional<Caller> caller(Optional<String> tenant, Optional<String> principal) {
        if (tenant.isEmpty() && principal.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Caller(
                        tenant.or(() -> principal).orElseThrow(),
                        principal.or(() -> tenant).orElseThrow()));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).textValue()).filter(text -> !text.isBlank());
    }
}
