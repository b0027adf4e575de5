package io.encord4j.fake.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.encord4j.fake.RefusalKind;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that something is refused. */
final class Refusals {

    private Refusals() {}

    static AbstractStringAssert<?> assertRefused(RefusalKind kind, ThrowingCallable call) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, call);
        assertThat(refused).as("the call is refused").isNotNull();
        assertThat(refused.kind()).isEqualTo(kind);
        return assertThat(refused.reason());
    }
}
