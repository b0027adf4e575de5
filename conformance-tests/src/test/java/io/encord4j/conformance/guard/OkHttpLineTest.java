package io.encord4j.conformance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import okhttp3.OkHttp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The suite runs on the OkHttp that the build asked for")
final class OkHttpLineTest {

    @Test
    void theMajorVersionIsTheOneAskedFor() {
        assertThat(OkHttp.VERSION).startsWith(System.getProperty("okhttp.line", "5") + ".");
    }
}
