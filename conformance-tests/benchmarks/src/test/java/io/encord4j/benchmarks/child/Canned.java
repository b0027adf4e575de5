package io.encord4j.benchmarks.child;

import io.encord4j.ClientOptions;
import io.encord4j.EncordDatasetClient;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** A client whose answers come from memory instead of a network, so that reading them is all that takes time. */
final class Canned {

    private Canned() {}

    static EncordDatasetClient client(Supplier<ResponseBody> answer) {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(200)
                        .message("OK")
                        .body(answer.get())
                        .build())
                .build();
        return EncordDatasetClient.builder()
                .resourceId("6b40a5d3-5f22-4a4b-8c26-b4a0d8d9ee0e")
                .apiKey("an-api-key")
                .options(ClientOptions.builder().httpClient(http).build())
                .build();
    }
}
