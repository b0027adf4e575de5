/**
 * The stand-in for the cloud storage behind signed URLs: bytes that stream to memory or disk, and the URLs themselves.
 * What an upload means for a dataset is decided by the platform, not here.
 */
@NullMarked
package io.encord4j.fake.internal.storage;

import org.jspecify.annotations.NullMarked;
