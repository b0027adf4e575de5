/**
 * A client for Encord datasets.
 *
 * <p>Start with {@link io.encord4j.EncordUserClient}, which authenticates with the SSH key of a person, or, with the API key of a dataset, with {@link
 * io.encord4j.EncordDatasetClient#builder()}. The package {@link io.encord4j} shows what else there is.
 *
 * <p>Named modules need {@code requires io.encord4j.client;} and nothing else.
 */
// Retrofit, Moshi, Okio and OkHttp 4 are automatic modules with stable names.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.encord4j.client {
    requires transitive okhttp3;
    requires static transitive org.jspecify;
    requires com.squareup.moshi;
    requires kotlin.stdlib;
    requires okio;
    requires org.bouncycastle.provider;
    requires retrofit2;

    exports io.encord4j;
}
