package com.example;

import io.encord4j.ClientOptions;
import io.encord4j.EncordUserClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Application {

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }

    /** One client for the whole application: it is thread-safe, and Spring closes it. */
    @Bean
    EncordUserClient encord(
            @Value("${encord.domain:https://api.encord.com}") String domain, @Value("${encord.ssh-key}") String sshKey) {
        return EncordUserClient.builder()
                .sshKey(sshKey)
                .options(ClientOptions.builder().domain(domain).build())
                .build();
    }
}
