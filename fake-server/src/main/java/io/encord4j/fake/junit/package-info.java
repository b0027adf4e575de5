/**
 * The extension for JUnit 5.12 and later, including 6: one server for the JVM, a world for each test. Without this package, the fake needs no JUnit.
 */
@NullMarked
package io.encord4j.fake.junit;

import org.jspecify.annotations.NullMarked;
