package org.genaisummarizer.model;

/**
 * A model at a provider, written {@code provider/model}. The model's own name may hold slashes
 * ({@code vllm/org/model}).
 */
public record ModelRef(String provider, String model) {

    public ModelRef {
        if (provider.isBlank() || model.isBlank() || provider.indexOf('/') >= 0) {
            throw new IllegalArgumentException("model must be written provider/model");
        }
    }

    /**
     * @throws IllegalArgumentException if the text is not of the form {@code provider/model}
     */
    public static ModelRef parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("model must be written provider/model");
        }
        return new ModelRef(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return provider + '/' + model;
    }
}
