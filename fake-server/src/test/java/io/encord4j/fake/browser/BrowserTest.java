package io.encord4j.fake.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests that have the one {@link Browser} of the JVM for themselves; without a browser they are skipped. */
@ExtendWith(BrowserExtension.class)
@ResourceLock("browser")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface BrowserTest {}
