/** The code that the README shows, and the test that runs it. What the README does not show does not belong here. */
@NullMarked
package io.encord4j.conformance.readme;

import org.jspecify.annotations.NullMarked;
