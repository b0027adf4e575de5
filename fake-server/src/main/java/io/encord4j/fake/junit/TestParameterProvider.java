package io.encord4j.fake.junit;

/**
 * Gives tests more than the fake has by itself. Implementations are found by {@link java.util.ServiceLoader};
 * {@code encord4j-test} has one for clients.
 */
public interface TestParameterProvider {

    /**
     * Tells whether tests may have a parameter of a type.
     *
     * @param type the declared type
     * @return whether {@link #provide} makes one
     */
    boolean provides(Class<?> type);

    /**
     * Makes a value, once for each test that asks for it. If it is {@link AutoCloseable} it is closed with the test.
     *
     * @param type a type that this provides
     * @param test the test that asks
     * @return the value
     */
    Object provide(Class<?> type, EncordTestContext test);
}
