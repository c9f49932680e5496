package org.genaisummarizer.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.genaisummarizer.model.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    redis://localhost                   | redis://localhost
                    ' rediss://:pw@host:6380/2 '        | rediss://:pw@host:6380/2
                    redis://user:pw@[::1]:1             | redis://user:pw@[::1]:1
                    redis://host?db=1                   | redis://host?db=1
                    redis://a:1,b:2, c                  | redis://a:1 redis://b:2 redis://c
                    rediss://u:pw@a:1,b:2/0             | rediss://u:pw@a:1/0 rediss://u:pw@b:2/0
                    redis://a:1, redis://:pw@b:2        | redis://a:1 redis://:pw@b:2
                    redis://u:a%2Cb@a,b                 | redis://u:a%2Cb@a redis://u:a%2Cb@b
                    redis://u:a+b=@a                    | redis://u:a%2Bb=@a
                    """)
    void eachFormIsTaken(String written, String meant) {
        assertThat(RedisUrls.parse(written).connectionStrings())
                .isEqualTo(List.of(meant.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost:6379",
                "http://secret@host",
                "redis://",
                "redis://a,",
                "redis://a,,b",
                "redis://:sec^ret@a",
                "redis://a,rediss://secret@b",
                "redis://host/secret",
                "redis://host/0/secret",
                "redis://host/12345",
                "redis:secret",
            })
    void whatIsNoneIsRefusedAndNotQuoted(String written) {
        assertThatThrownBy(() -> RedisUrls.parse(written))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("sec");
    }

    @Test
    void aLoginOfItsOwnNeedsNoEncoding() {
        RedisUrls urls = RedisUrls.parse("rediss://a:1,b:2/3");

        assertThat(urls.as(Optional.of("app"), new Secret("p@ss:w/rd+ %,")).connectionStrings())
                .containsExactly(
                        "rediss://app:p%40ss%3Aw%2Frd%2B%20%25%2C@a:1/3",
                        "rediss://app:p%40ss%3Aw%2Frd%2B%20%25%2C@b:2/3");
        assertThat(urls.as(Optional.empty(), new Secret("pw")).connectionStrings())
                .contains("rediss://:pw@a:1/3");
    }

    @Test
    void itPrintsNothingOfThem() {
        assertThat(RedisServers.at("redis://user:password@host").toString())
                .doesNotContain("user:", "password@", "host:");
    }
}
