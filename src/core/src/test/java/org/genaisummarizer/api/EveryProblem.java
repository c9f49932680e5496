package org.genaisummarizer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.genaisummarizer.model.Failure;

/**
 * Makes every problem that {@link Problems} can make: one of each kind of failure, and one by each
 * method. They are found by reflection, so that a new one cannot be forgotten.
 */
final class EveryProblem {

    private static final Map<Class<?>, Object> SAMPLES =
            Map.of(
                    int.class,
                    500,
                    long.class,
                    1L,
                    String.class,
                    "why",
                    BigDecimal.class,
                    BigDecimal.ONE,
                    Duration.class,
                    Duration.ofSeconds(1),
                    Optional.class,
                    Optional.empty());

    private EveryProblem() {}

    static List<Problem> list() throws ReflectiveOperationException {
        List<Problem> problems = new ArrayList<>();
        for (Class<?> kind : kinds(Failure.class).toList()) {
            problems.add(Problems.of((Failure) sample(kind)));
        }
        for (Method method : Problems.class.getDeclaredMethods()) {
            List<Class<?>> parameters = List.of(method.getParameterTypes());
            // What is private is reached by way of a failure.
            if (method.getReturnType().equals(Problem.class)
                    && !Modifier.isPrivate(method.getModifiers())
                    && !parameters.equals(List.of(Failure.class))) {
                problems.add((Problem) method.invoke(null, samples(parameters)));
            }
        }
        return problems;
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EveryProblem::kinds)
                : Stream.of(type);
    }

    private static Object sample(Class<?> type) throws ReflectiveOperationException {
        if (type.isRecord()) {
            List<Class<?>> components = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                components.add(component.getType());
            }
            return type.getConstructor(components.toArray(Class<?>[]::new))
                    .newInstance(samples(components));
        }
        assertThat(SAMPLES).as("a sample is needed of each type").containsKey(type);
        return SAMPLES.get(type);
    }

    private static Object[] samples(List<Class<?>> types) throws ReflectiveOperationException {
        Object[] samples = new Object[types.size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = sample(types.get(i));
        }
        return samples;
    }
}
