package io.encord4j.fake.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
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
 * @see FakeEncordExtension
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(FakeEncordExtension.class)
public @interface EncordTest {}
