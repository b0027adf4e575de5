package io.encord4j.fake.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "::1",
                "0:0:0:0:0:0:0:1",
                "[0:0:0:0:0:0:0:1]",
                "[::1]",
                "localhost",
                "LocalHost"
            })
    void takesLoopbackAddressesForThisMachine(String address) {
        assertThat(HostNames.isLoopback(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1",
                "10.0.0.1",
                "0.0.0.0",
                "128.0.0.1",
                "1.127.0.0",
                "2001:db8::1",
                "::",
                "::12",
                "localhost.example",
                "127.0.0.1.example",
                "127.0.0.1@example"
            })
    void takesNoOtherAddressForThisMachine(String address) {
        assertThat(HostNames.isLoopback(address)).isFalse();
    }
}
