package io.encord4j.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DescriptionParsesTest {
    private static final Pattern CHANGELOG_ENTRY = Pattern.compile("^## ([0-9]+\\.[0-9]+\\.[0-9]+)", Pattern.MULTILINE);

    @Test
    void theParserOfTheGeneratorHasNothingToSay() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);

        SwaggerParseResult result = new OpenAPIV3Parser()
                .readLocation(SpecFiles.FOLDER.resolve(SpecFiles.MAIN).toString(), null, options);

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.0.3");
        assertThat(result.getOpenAPI().getPaths())
                .hasSameSizeAs(SpecFiles.read().main().node().path("paths"));
    }

    @Test
    void theBundleHoldsEveryOperationAndWhatItRefersTo() {
        String bundle = DescriptionParsesTest.class
                .getResource("/io/encord4j/spec/encord-openapi.yaml")
                .toString();

        SwaggerParseResult result = new OpenAPIV3Parser().readLocation(bundle, null, new ParseOptions());

        assertThat(result.getMessages()).isEmpty();
        assertThat(result.getOpenAPI().getPaths().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        SpecFiles.read().main().node().path("paths").propertyNames());
    }

    @Test
    void theChangelogBeginsWithTheVersionOfTheDescription() throws Exception {
        Matcher newest = CHANGELOG_ENTRY.matcher(Files.readString(Path.of("CHANGELOG.md")));

        assertThat(newest.find()).isTrue();
        assertThat(newest.group(1))
                .isEqualTo(SpecFiles.read()
                        .main()
                        .node()
                        .path("info")
                        .path("version")
                        .asString());
    }
}
