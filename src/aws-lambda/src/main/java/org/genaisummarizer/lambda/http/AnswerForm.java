package org.genaisummarizer.lambda.http;

/** How a trigger wants its answer. */
enum AnswerForm {

    /** HTTP APIs and function URLs: each header once. */
    PAYLOAD_TWO,

    /** REST APIs, and HTTP APIs with payload 1.0: headers as lists. */
    PAYLOAD_ONE,

    /** Load balancers: each header once, and the status in words. */
    LOAD_BALANCER,

    /** Load balancers with multi-value headers turned on, which take no others then. */
    LOAD_BALANCER_LISTS
}
