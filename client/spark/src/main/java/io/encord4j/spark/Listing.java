package io.encord4j.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.sources.Filter;

/**
 * What Spark reads: something that the service lists. It travels to the executors.
 *
 * @param <R> what is listed
 */
interface Listing<R> extends Serializable {

    /** Names it in plans. */
    String name();

    /** All columns. */
    List<Column<R>> columns();

    /** The windows of time into which it is divided. */
    List<Windows.Window> windows();

    /** Takes what the service understands of a filter; tells whether that was anything. Spark filters all rows again. */
    boolean accept(Filter filter);

    /** Whether the filters let nothing through, so that nobody need be asked. */
    boolean isEmpty();

    /**
     * Asks the service, and goes on asking while the stream is read. The stream holds a page at most.
     *
     * @param window what to list; more may come, of which the rest is left out
     * @param columns the names of those that are wanted
     */
    Stream<R> open(Windows.Window window, Set<String> columns);
}
