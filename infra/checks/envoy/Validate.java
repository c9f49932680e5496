import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Message;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.bootstrap.v3.Bootstrap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a configuration of Envoy, as JSON, by Envoy's own protocol buffers: unknown fields and types are errors. */
public class Validate {

    private static final Pattern TYPE = Pattern.compile("type\\.googleapis\\.com/([\\w.]+)");

    public static void main(String[] arguments) throws Exception {
        String json = Files.readString(Path.of(arguments[0]));
        TypeRegistry.Builder types = TypeRegistry.newBuilder();
        Set<String> seen = new HashSet<>();
        Matcher named = TYPE.matcher(json);
        while (named.find()) {
            if (seen.add(named.group(1))) {
                types.add(descriptor(named.group(1)));
            }
        }
        JsonFormat.parser().usingTypeRegistry(types.build()).merge(json, Bootstrap.newBuilder());
    }

    /** A type of Envoy's is the Java class of its name. */
    private static Descriptor descriptor(String type) throws Exception {
        Class<?> message = Class.forName("io.envoyproxy." + type);
        return ((Message) message.getMethod("getDefaultInstance").invoke(null)).getDescriptorForType();
    }
}
