package io.encord4j.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.model.Linearizability.Call;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The checker of concurrent histories tells possible from impossible ones")
final class LinearizabilityTest {

    private record Access(boolean write, String value) {

        static Access write(String value) {
            return new Access(true, value);
        }

        static Access read(String value) {
            return new Access(false, value);
        }
    }

    private final Linearizability<String, Access> register = new Linearizability<>(
            (state, access) -> access.write() || access.value().equals(state) ? List.of(access.value()) : List.of());

    @Test
    void overlappingWritesMayTakeEffectInEitherOrder() {
        List<Call<Access>> history = List.of(
                new Call<>(0, 10, Access.write("a")),
                new Call<>(1, 9, Access.write("b")),
                new Call<>(11, 12, Access.read("a")));
        assertThat(register.explains("", history)).isTrue();
    }

    @Test
    void aReadAfterAWriteMustNotSeeTheValueBefore() {
        List<Call<Access>> history = List.of(new Call<>(0, 1, Access.write("a")), new Call<>(2, 3, Access.read("")));
        assertThat(register.explains("", history)).isFalse();
    }

    @Test
    void valuesMustNotFlickerBack() {
        List<Call<Access>> history = List.of(
                new Call<>(0, 9, Access.write("a")),
                new Call<>(1, 2, Access.read("a")),
                new Call<>(3, 4, Access.read("")));
        assertThat(register.explains("", history)).isFalse();
    }

    @Test
    void aLostUpdateIsImpossible() {
        List<Call<Access>> history = List.of(
                new Call<>(0, 1, Access.write("a")),
                new Call<>(2, 3, Access.write("b")),
                new Call<>(4, 5, Access.read("a")));
        assertThat(register.explains("", history)).isFalse();
    }
}
