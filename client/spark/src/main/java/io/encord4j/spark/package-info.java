/**
 * Encord datasets as a source and sink of Apache Spark: {@code spark.read().format("encord")}. Users name the format and its options;
 * {@link io.encord4j.spark.EncordSource} lists them. Everything else here is for Spark.
 */
@NullMarked
package io.encord4j.spark;

import org.jspecify.annotations.NullMarked;
