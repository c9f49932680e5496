package org.genaisummarizer.lambda.sqs;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.ServiceMetadata;
import software.amazon.awssdk.regions.ServiceMetadataProvider;
import software.amazon.awssdk.regions.servicemetadata.SqsServiceMetadata;

/**
 * In a native image, stands in for the SDK's table of the endpoints of all of AWS' services: only
 * one of the three hundred is called here, and the others took eight megabytes.
 */
@Substitute
@TargetClass(className = "software.amazon.awssdk.regions.GeneratedServiceMetadataProvider")
final class OneServiceMetadata implements ServiceMetadataProvider {

    @Substitute
    OneServiceMetadata() {}

    @Substitute
    @Override
    public @Nullable ServiceMetadata serviceMetadata(String endpointPrefix) {
        return endpointPrefix.equals("sqs") ? new SqsServiceMetadata() : null;
    }
}
