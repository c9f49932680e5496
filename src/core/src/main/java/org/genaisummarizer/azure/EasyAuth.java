package org.genaisummarizer.azure;

import java.util.Optional;
import org.genaisummarizer.api.HttpCall;
import org.genaisummarizer.model.Caller;

/**
 * Whom App Service's authentication has let in. The platform takes these headers off every request
 * from outside and sets its own, but only while its authentication is turned on.
 *
 * @param isOn whether it is
 */
public record EasyAuth(boolean isOn) {

    /** The platform's own variable. */
    public static final String VARIABLE = "WEBSITE_AUTH_ENABLED";

    private static final String PRINCIPAL = "X-MS-CLIENT-PRINCIPAL-ID";
    private static final String PROVIDER = "X-MS-CLIENT-PRINCIPAL-IDP";
    private static final int LONGEST = 256;

    /**
     * @param variable the value of {@link #VARIABLE}, which the platform writes {@code True}
     */
    public static EasyAuth of(Optional<String> variable) {
        return new EasyAuth(
                variable.map(String::strip)
                        .filter(value -> value.equalsIgnoreCase("true") || value.equals("1"))
                        .isPresent());
    }

    /**
     * A principal is a tenant of its own; two providers may use the same name for different people.
     */
    public Optional<Caller> caller(HttpCall.Fields fields) {
        if (!isOn) {
            return Optional.empty();
        }
        return field(fields, PRINCIPAL)
                .map(
                        principal ->
                                field(fields, PROVIDER)
                                        .map(provider -> provider + ":" + principal)
                                        .orElse(principal))
                .map(name -> new Caller(name, name));
    }

    private static Optional<String> field(HttpCall.Fields fields, String name) {
        return fields.first(name)
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= LONGEST);
    }
}
