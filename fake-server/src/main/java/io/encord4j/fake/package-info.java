/** The embedded fake server, as a test uses it. How it works lives in the packages beneath. */
@NullMarked
package io.encord4j.fake;

import org.jspecify.annotations.NullMarked;
