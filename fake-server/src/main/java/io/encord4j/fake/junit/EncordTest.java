package io.encord4j.fake.junit;

import io.encord4j.fake.Choices;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a fake server. For example:
 *
 * <pre>{@code
 * @EncordTest
 * class UploadTest {
 *     @Test
 *     void uploads(FakeEncordServer server, FakeWorld world, FakeUser user) {
 *         // let a client use server.url() with user.sshPrivateKey(), then look at world.journal()
 *     }
 * }
 * }</pre>
 *
 * <p>The annotation of a method counts before that of its class, and that of a class before those of the classes around
 * it.
 *
 * @see FakeEncordExtension
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FakeEncordExtension.class)
public @interface EncordTest {

    /**
     * Says whether an SSH key that nobody has registered becomes a user of the default world, as the runnable jar has it.
     * In tests it does not, since a test with a wrong key would pass.
     *
     * @return whether unknown keys are accepted
     */
    boolean acceptsUnknownSshKeys() default false;

    /**
     * Names a class that changes the choices of the test's world.
     *
     * @return none, or one class with a constructor without parameters
     */
    Class<? extends UnaryOperator<Choices>>[] choices() default {};

    /**
     * Sets how time passes in the test's world.
     *
     * @return text for {@link io.encord4j.fake.ClockSetting#parse}, for example {@code 2026-01-01T00:00:00Z}
     */
    String clock() default "real";

    /**
     * Says whether the journal of the test's world keeps the bodies of requests and answers, without secrets. A failed test
     * then shows them.
     *
     * @return whether bodies are kept
     */
    boolean journalBodies() default false;

    /**
     * Names what is in the test's world at first.
     *
     * @return a class-path resource with the JSON of {@link io.encord4j.fake.FakeWorld#seed(String)}, or nothing
     */
    String seedFile() default "";
}
