package org.genaisummarizer.azurefunctions;

import com.microsoft.azure.functions.OutputBinding;

/** Takes what a function puts out. */
final class Output implements OutputBinding<String> {

    private String value;

    @Override
    public String getValue() {
        return value;
    }

    @Override
    public void setValue(String value) {
        this.value = value;
    }
}
