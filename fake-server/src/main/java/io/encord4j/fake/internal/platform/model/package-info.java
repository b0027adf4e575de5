/**
 * The state of a platform as immutable values: who and what there is, at one moment of one world. Nothing here decides
 * whether something may happen (that is the package above), and nothing knows HTTP or JSON.
 */
@NullMarked
package io.encord4j.fake.internal.platform.model;

import org.jspecify.annotations.NullMarked;
