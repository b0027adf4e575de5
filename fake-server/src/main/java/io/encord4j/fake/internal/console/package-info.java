/**
 * The server as a program: options, environment variables, messages and exit codes.
 * Whatever the server can do, it can do embedded as well; nothing is decided here.
 */
@NullMarked
package io.encord4j.fake.internal.console;

import org.jspecify.annotations.NullMarked;
