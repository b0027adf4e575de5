/** A client for Encord datasets. */
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
