package org.genaisummarizer.lambda.bench;

import java.util.List;

/**
 * A function to be measured.
 *
 * @param command that starts it
 */
record Contender(String name, List<String> command) {}
