package org.genaisummarizer.model;

/**
 * The words sent to a model. The instructions are ours and the same for every document of one kind,
 * so that providers can cache them; the document is the caller's, fenced.
 *
 * @param instructions goes where the provider keeps instructions (system)
 * @param document goes where the provider keeps what a user says
 */
public record Prompt(String instructions, String document) {

    public Prompt {
        if (instructions.isBlank() || document.isBlank()) {
            throw new IllegalArgumentException("instructions and document must not be blank");
        }
    }

    @Override
    public String toString() {
        return "Prompt[" + instructions.length() + " + " + document.length() + " chars]";
    }
}
