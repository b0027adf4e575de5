package io.encord4j.conformance.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.encord4j.conformance.contract.Contract.Violation;
import io.encord4j.conformance.contract.Exchange.Body;
import io.encord4j.conformance.contract.Exchange.Header;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An exchange that is not as the spec says is caught")
final class ContractTest {

    private final Contract contract = new Contract(SpecOperations.load());

    @Test
    void anUnknownQueryTypeIsNoOperation() {
        assertThat(problems(request(vector("get_dataset", 1), "\"dataset\"", "\"dataset_of_mine\"")))
                .containsExactly("POST /public calls no operation of the spec");
    }

    @Test
    void anUnknownRestPathIsNoOperation() {
        Exchange list = vector("get_datasets", 1);
        assertThat(problems(target(list, "/v2/public/datasets/list/more")))
                .containsExactly("GET /v2/public/datasets/list/more calls no operation of the spec");
    }

    @Test
    void anUndocumentedFieldOfARequest() {
        assertThat(problems(request(vector("create_dataset", 1), "\"legacyCall\"", "\"legacy\": true, \"legacyCall\"")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("legacy");
    }

    @Test
    void aMissingFieldOfARequest() {
        assertThat(problems(request(vector("list_data_rows", 1), "\"data_hashes\": null", "\"data_hashes \": null")))
                .anyMatch(problem -> problem.contains("data_hashes"));
    }

    @Test
    void anUndocumentedFieldOfAnAnswer() {
        assertThat(problems(answer(vector("upload_video", 3), "\"process_hash\"", "\"percent\": 3, \"process_hash\"")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("percent");
    }

    @Test
    void anUndocumentedFieldDeepInAnAnswer() {
        assertThat(problems(answer(vector("list_data_rows", 1), "\"data_hash\"", "\"colour\": \"red\", \"data_hash\"")))
                .isNotEmpty()
                .allMatch(problem -> problem.contains("colour"));
    }

    @Test
    void aFieldOfTheWrongType() {
        assertThat(problems(answer(vector("get_bearer_token", 1), "\"token\": \"", "\"token\": 3, \"ignored\": \"")))
                .anyMatch(problem -> problem.contains("/token"));
    }

    @Test
    void anUndocumentedStatus() {
        assertThat(problems(status(vector("get_datasets", 1), 418))).containsExactly("has the undocumented status 418");
    }

    @Test
    void anUndocumentedToken() {
        assertThat(problems(
                        answer(vector("error_unknown_dataset", 1), "RESOURCE_NOT_FOUND_ERROR", "OUT_OF_COFFEE_ERROR")))
                .contains("has the undocumented token OUT_OF_COFFEE_ERROR");
    }

    @Test
    void anUndocumentedRequestHeader() {
        assertThat(problems(header(vector("get_dataset", 1), "X-Debug", "1")))
                .containsExactly("has the undocumented header X-Debug");
    }

    @Test
    void anUndocumentedAnswerHeader() {
        Exchange list = vector("get_datasets", 1);
        Exchange wrong = new Exchange(
                list.method(),
                list.target(),
                list.requestHeaders(),
                list.requestBody(),
                200,
                List.of(new Header("X-Powered-By", "elephants")),
                list.answerBody());
        assertThat(problems(wrong)).containsExactly("has the undocumented header X-Powered-By");
    }

    @Test
    void aRequestWithoutAuthentication() {
        Exchange list = vector("bearer_get_datasets", 1);
        Exchange wrong = new Exchange(
                list.method(),
                list.target(),
                list.requestHeaders().stream()
                        .filter(header -> !header.name().equals("Authorization"))
                        .toList(),
                list.requestBody(),
                200,
                list.answerHeaders(),
                list.answerBody());
        assertThat(problems(wrong)).containsExactly("is not authenticated");
    }

    @Test
    void anUndocumentedQueryParameterAndAValueOfTheWrongType() {
        Exchange list = vector("get_datasets", 1);
        assertThat(problems(target(list, "/v2/public/datasets/list?sort=title")))
                .containsExactly("has the undocumented query parameter sort");
        assertThat(problems(target(list, "/v2/public/datasets/list?includeOrgAccess=perhaps")))
                .anyMatch(problem -> problem.contains("includeOrgAccess"));
    }

    @Test
    void anAnswerThatIsNotJson() {
        Exchange list = vector("get_datasets", 1);
        Exchange wrong = new Exchange(
                list.method(),
                list.target(),
                list.requestHeaders(),
                list.requestBody(),
                200,
                list.answerHeaders(),
                new Body.Bytes("<html>"));
        assertThat(problems(wrong)).containsExactly("has a body that is not JSON");
    }

    private List<String> problems(Exchange exchange) {
        return contract.judge(exchange).stream().map(Violation::problem).toList();
    }

    private static Exchange vector(String operation, int step) {
        return GoldenVectors.of("2026").stream()
                .filter(vector -> vector.operation().equals(operation) && vector.step() == step)
                .findFirst()
                .orElseThrow()
                .exchange();
    }

    private static Exchange request(Exchange of, String from, String to) {
        return new Exchange(
                of.method(),
                of.target(),
                of.requestHeaders(),
                replaced(of.requestBody(), from, to),
                of.status(),
                of.answerHeaders(),
                of.answerBody());
    }

    private static Exchange answer(Exchange of, String from, String to) {
        return new Exchange(
                of.method(),
                of.target(),
                of.requestHeaders(),
                of.requestBody(),
                of.status(),
                of.answerHeaders(),
                replaced(of.answerBody(), from, to));
    }

    private static Body replaced(Body body, String from, String to) {
        assertThat(body.text()).contains(from);
        return new Body.Bytes(body.text().replace(from, to));
    }

    private static Exchange target(Exchange of, String target) {
        return new Exchange(
                of.method(),
                target,
                of.requestHeaders(),
                of.requestBody(),
                of.status(),
                of.answerHeaders(),
                of.answerBody());
    }

    private static Exchange status(Exchange of, int status) {
        return new Exchange(
                of.method(),
                of.target(),
                of.requestHeaders(),
                of.requestBody(),
                status,
                of.answerHeaders(),
                of.answerBody());
    }

    private static Exchange header(Exchange of, String name, String value) {
        List<Header> headers = new ArrayList<>(of.requestHeaders());
        headers.add(new Header(name, value));
        return new Exchange(
                of.method(), of.target(), headers, of.requestBody(), of.status(), of.answerHeaders(), of.answerBody());
    }
}
