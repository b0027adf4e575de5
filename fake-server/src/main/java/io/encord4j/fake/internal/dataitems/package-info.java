/**
 * The body of an upload, which RPC and REST have in common, as units for the platform. It knows neither envelopes nor
 * paths.
 */
@NullMarked
package io.encord4j.fake.internal.dataitems;

import org.jspecify.annotations.NullMarked;
