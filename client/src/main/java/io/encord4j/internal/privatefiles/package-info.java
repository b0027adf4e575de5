/**
 * Reading and checking of descriptions of private files. They are passed on as they are; nothing here changes an entry or makes a request.
 */
@NullMarked
package io.encord4j.internal.privatefiles;

import org.jspecify.annotations.NullMarked;
