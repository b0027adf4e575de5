/**
 * The endpoints under {@code /_fake/}, by which a test in any language looks at worlds and turns them, and their JSON form.
 * The service's own operations do not live here.
 */
@NullMarked
package io.encord4j.fake.internal.control;

import org.jspecify.annotations.NullMarked;
