/** Batches of files that are cut short at any moment, and gone on with: each file becomes one row, and never two. */
@org.jspecify.annotations.NullMarked
package io.encord4j.conformance.ingestion;
