package io.encord4j.conformance.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for users of the Python SDK names Java methods that exist, and every Python method of both generations that has to do with datasets. */
class PythonPageTest {

    private static final Path PAGE = Path.of("../docs/from-python.md");
    private static final Pattern JAVA = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");
    private static final Pattern OPERATION = Pattern.compile("\"operation\": ?\"([a-z_0-9]+)\"");

    /** The public methods and properties of {@code EncordClient}, {@code EncordUserClient} and {@code EncordClientDataset} in May 2022. */
    private static final String OF_2022 = """
            EncordClient: initialise initialise_with_config
            EncordUserClient: create_with_ssh_private_key
            user: create_dataset create_private_dataset create_dataset_api_key get_dataset_api_keys get_or_create_dataset_api_key
            user: get_datasets get_dataset_client get_cloud_integrations
            dataset: get_dataset upload_video create_image_group delete_image_group delete_data add_private_data_to_dataset
            dataset: re_encode_data re_encode_data_status run_ocr get_cloud_integrations title description storage_location data_rows
            row: uid title data_type created_at
            """;

    /** Those of {@code EncordUserClient}, {@code Dataset} and {@code DataRow} in March 2026. */
    private static final String OF_2026 = """
            EncordUserClient: create_with_ssh_private_key create_with_bearer_token
            user: get_bearer_token get_dataset create_private_dataset create_dataset get_datasets get_dataset_client
            user: get_cloud_integrations list_groups
            dataset: dataset_hash title description storage_location backing_folder_uuid data_rows list_data_rows refetch_data get_dataset
            dataset: set_access_settings add_users list_groups add_group remove_group upload_video create_image_group create_dicom_series
            dataset: upload_image link_items delete_data add_private_data_to_dataset add_private_data_to_dataset_start
            dataset: add_private_data_to_dataset_get_result update_data_item re_encode_data re_encode_data_status run_ocr
            dataset: get_cloud_integrations
            row: uid title data_type created_at frames_per_second duration client_metadata width height last_edited_at file_link signed_url
            row: file_size file_type storage_location images_data is_optimised_image_group is_image_sequence backing_item_uuid
            row: refetch_data save
            """;

    @ParameterizedTest
    @ValueSource(strings = {OF_2022, OF_2026})
    void everyPythonMethodHasItsLine(String methods) throws IOException {
        String page = Files.readString(PAGE);

        assertThat(methods.lines()
                        .map(line -> line.split(": ", -1))
                        .flatMap(line -> Arrays.stream(line[1].split(" ", -1)).map(method -> line[0] + "." + method)))
                .allMatch(method -> Pattern.compile("`" + Pattern.quote(method) + "\\b")
                        .matcher(page)
                        .find());
    }

    @Test
    void everyJavaNameExists() throws IOException {
        List<MatchResult> names = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line ->
                        JAVA.matcher(line.split("\\| 20\\d\\d \\|", 2)[1]).results())
                .toList();

        assertThat(names)
                .hasSizeGreaterThan(40)
                .allSatisfy(name -> assertThat(Arrays.stream(Class.forName("io.encord4j." + name.group(1))
                                        .getMethods())
                                .map(Method::getName))
                        .as(name.group())
                        .contains(name.group(2)));
    }

    @Test
    void everyRecordedCallHasItsLine() throws IOException {
        String page = Files.readString(PAGE);
        for (String generation : List.of("2022", "2026")) {
            assertThat(OPERATION
                            .matcher(Files.readString(Path.of("../spec/vectors/requests-" + generation + ".jsonl")))
                            .results()
                            .map(operation -> operation.group(1))
                            .filter(name -> !name.matches("(error|bearer|data_row)_.*"))
                            .map(name -> name.replaceFirst("^initialise.*", "initialise")
                                    .replaceFirst("^list_user_groups", "list_groups")
                                    .replaceFirst("^upload_empty_file", "upload_video")
                                    .replaceFirst("^add_private_data.*", "add_private_data_to_dataset"))
                            .distinct())
                    .isNotEmpty()
                    .allMatch(name -> Pattern.compile("\\.(\\w+)")
                            .matcher(page)
                            .results()
                            .anyMatch(method -> name.startsWith(method.group(1))));
        }
    }
}
