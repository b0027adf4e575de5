/**
 * Clients for Encord datasets, and the values that they take and return.
 *
 * <p>Start with {@link io.encord4j.EncordUserClient}: it authenticates with the SSH key of a person, creates and lists datasets, and opens an
 * {@link io.encord4j.EncordDatasetClient} for each, which uploads files and reads, changes and deletes rows. With the API key of a dataset,
 * {@link io.encord4j.EncordDatasetClient#builder()} opens that one dataset.
 *
 * <ul>
 *   <li>{@link io.encord4j.ClientOptions} and {@link io.encord4j.RetryPolicy} configure a client, {@link io.encord4j.UploadOptions} an upload.
 *   <li>{@link io.encord4j.PrivateFiles} names files in a bucket of your own, which are registered where they are.
 *   <li>{@link io.encord4j.EncordStorage} holds folders, and items that belong to no dataset.
 *   <li>{@link io.encord4j.Operation} is work that the service finishes later, and {@link io.encord4j.Outcome} how it ended.
 *   <li>{@link io.encord4j.EncordException} is the root of everything that a call throws.
 * </ul>
 *
 * <p>Parameters and results are not null unless they are marked as {@code @Nullable}. Values are immutable and may be shared between threads, as
 * clients may; builders may not.
 */
@NullMarked
package io.encord4j;

import org.jspecify.annotations.NullMarked;
