/** The server, its worlds, and what is in them: users, datasets, time, and how work ends. {@link io.encord4j.fake.FakeEncordServer} is where to start. */
@NullMarked
package io.encord4j.fake;

import org.jspecify.annotations.NullMarked;
