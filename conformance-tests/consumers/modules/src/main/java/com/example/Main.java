package com.example;

import io.encord4j.ClientOptions;
import io.encord4j.ConnectionException;
import io.encord4j.EncordUserClient;
import io.encord4j.RetryPolicy;

/** Calls a port where nobody listens: each part of the client is loaded, and says what is wrong. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        ClientOptions options = ClientOptions.builder()
                .domain("http://127.0.0.1:9")
                .retryPolicy(RetryPolicy.builder().maxAttempts(1).build())
                .build();
        try (EncordUserClient user =
                EncordUserClient.builder().bearerToken("token").options(options).build()) {
            user.getDatasets();
            throw new IllegalStateException("Somebody listens on port 9.");
        } catch (ConnectionException e) {
            System.out.println(e.getMessage());
        }
    }
}
