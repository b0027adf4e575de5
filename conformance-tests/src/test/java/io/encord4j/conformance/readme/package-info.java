/** The code that the README and the Javadoc show, and the tests that run it. What neither shows does not belong here. */
@NullMarked
package io.encord4j.conformance.readme;

import org.jspecify.annotations.NullMarked;
