/**
 * The extension for JUnit 5.12 and later, 6 included: a server for the JVM, a world for each test.
 * Nothing outside of this package refers to it, so that JUnit is needed only by those who use it.
 */
@NullMarked
package io.encord4j.fake.junit;

import org.jspecify.annotations.NullMarked;
