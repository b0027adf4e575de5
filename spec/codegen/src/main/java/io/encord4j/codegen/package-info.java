/** The generator: turns the OpenAPI description into records, adapters and Retrofit interfaces. It knows the conventions of the description, and nothing of the service. */
@NullMarked
package io.encord4j.codegen;

import org.jspecify.annotations.NullMarked;
