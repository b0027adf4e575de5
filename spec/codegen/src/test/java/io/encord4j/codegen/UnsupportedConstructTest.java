package io.encord4j.codegen;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedConstructTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{type: object, properties: {a: {type: object, properties: {b: {type: string}}}}} | /properties/a: an inline object with properties needs a schema file of its own",
                "{type: object, properties: {a: {anyOf: [{type: string}, {type: integer}]}}} | /properties/a: anyOf is not supported",
                "{anyOf: [{type: string}, {type: integer}]} | : anyOf is not supported",
                "{type: object, properties: {a: {not: {type: string}}}} | /properties/a: not is not supported",
                "{type: object, discriminator: {propertyName: a}, properties: {a: {type: string}}} | : discriminator is not supported",
                "{oneOf: [{type: string}, {type: string, format: uuid}]} | /oneOf/1: another alternative is a string in JSON too",
                "{oneOf: [{type: integer}, {type: number}]} | /oneOf/1: another alternative is a number in JSON too",
                "{oneOf: [{x-any-value: true}]} | /oneOf/0: an alternative must have one JSON type",
                "{type: object, properties: {a: {oneOf: [{type: string}, {type: integer}]}}} | /properties/a: oneOf needs a schema file of its own",
                "{type: object, properties: {a: {allOf: [{type: string}, {type: string}]}}} | /properties/a: allOf with several parts needs a schema file of its own",
                "{type: object, properties: {a: {type: string, enum: [x, y]}}} | /properties/a: an enum with several values needs a schema file of its own",
                "{type: object, properties: {a: {type: array, items: {type: string, enum: [x]}}}} | /properties/a/items: a constant is only supported as a property",
                "{type: object, properties: {a: {type: object}}} | /properties/a: an object without properties says additionalProperties",
                "{type: object} | : an object without properties says additionalProperties",
                "{type: object, additionalProperties: true, properties: {a: {type: string}}} | : properties together with additionalProperties are not supported",
                "{type: object, properties: {a: {type: string, format: date}}} | /properties/a: the string format date is not supported",
                "{type: object, properties: {a: {type: string, format: binary}}} | /properties/a: format binary is only supported as a whole body",
                "{type: object, properties: {a: {type: integer, format: int128}}} | /properties/a: the integer format int128 is not supported",
                "{type: object, properties: {a: {type: number, format: decimal}}} | /properties/a: the number format decimal is not supported",
                "{type: object, properties: {a_b: {type: string}, aB: {type: string}}} | /properties/aB: in Java it has the same name as the property a_b",
                "{type: object, required: [a], properties: {a: {type: string, nullable: true, x-absent-differs-from-null: true}}} | /properties/a: x-absent-differs-from-null needs a property that is optional and nullable",
                "{type: object, required: [z], properties: {a: {type: string}}} | /required: there is no property z",
                "{type: string, enum: [a b, a-b]} | /enum/1: two values have the name A_B",
                "{type: number, enum: [1.5, 2.5]} | : an enum has the type string or integer",
                "{type: array, items: {$ref: '#/components/schemas/Thing'}} | /items: the schema Thing stands for itself",
                "{allOf: [{$ref: '#/components/schemas/Thing'}, {type: object, properties: {a: {type: string}}}]} | the schema Thing contains itself by allOf",
                "{allOf: [{type: object, properties: {a: {type: string}}}, {type: object, properties: {a: {type: integer}}}]} | /allOf/1/properties/a: the property is described differently",
            })
    void stopsAtASchemaAndNamesThePlace(String schema, String message) throws IOException {
        Path spec = write("paths: {}\ncomponents:\n  schemas:\n    Thing: " + schema + "\n");

        assertThatThrownBy(() -> GeneratorRun.generate(spec, directory.resolve("out"), true))
                .isInstanceOf(UnsupportedConstructException.class)
                .hasMessageStartingWith("#/components/schemas/Thing")
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "tags: [T], x-generation: ['1'] | /#/paths//a/get: x-repeatable is missing",
                "tags: [T], x-repeatable: true | /#/paths//a/get: x-generation is missing",
                "tags: [T, U], x-repeatable: true, x-generation: ['1'] | /#/paths//a/get/tags: an operation has one tag",
                "tags: [T], x-repeatable: true, x-generation: ['1'], x-scope: [a] | /#/paths//a/get/x-scope: a scope is a text",
                "tags: [T], x-repeatable: true, x-generation: ['1'], x-rpc: {} | /#/paths//a/get/x-rpc: it has the texts queryType and queryMethod",
                "tags: [T], x-repeatable: true, x-generation: ['1'], x-rpc: {queryType: a, queryMethod: GET} | /#/paths//a/get: an RPC operation has a JSON body and a JSON answer",
                "tags: [T], x-repeatable: true, x-generation: ['1'], parameters: [{name: c, in: cookie, schema: {type: string}}] | /#/paths//a/get/parameters/c: parameters in cookie are not supported",
                "tags: [T], x-repeatable: true, x-generation: ['1'], parameters: [{name: q, in: query, schema: {type: object, additionalProperties: true}}] | /#/paths//a/get/parameters/q/schema: a parameter is a string",
            })
    void stopsAtAnOperationAndNamesThePlace(String operation, String message) throws IOException {
        Path spec = write("paths:\n  /a:\n    get: {operationId: getA, " + operation
                + ", responses: {'200': {description: ok}}}\n");

        assertThatThrownBy(() -> GeneratorRun.generate(spec, directory.resolve("out"), true))
                .isInstanceOf(UnsupportedConstructException.class)
                .hasMessageStartingWith(message.substring(1));
    }

    @Test
    void stopsAtAnEnvelopeThatContradictsItsOperation() throws IOException {
        Path spec = write("""
                paths:
                  "/public#a.get":
                    post:
                      operationId: getA
                      tags: [T]
                      x-repeatable: true
                      x-generation: ["1"]
                      x-rpc: {queryType: a, queryMethod: GET}
                      requestBody:
                        content:
                          application/json:
                            schema:
                              type: object
                              required: [query_type, query_method, values]
                              properties:
                                query_type: {type: string, enum: [b]}
                                query_method: {type: string, enum: [GET]}
                                values: {type: object, additionalProperties: false}
                      responses:
                        "200":
                          description: ok
                          content:
                            application/json:
                              schema: {type: object, additionalProperties: false}
                """);

        assertThatThrownBy(() -> GeneratorRun.generate(spec, directory.resolve("out"), true))
                .isInstanceOf(UnsupportedConstructException.class)
                .hasMessage("#/paths//public#a.get/post/requestBody/properties/query_type:"
                        + " the RPC envelope needs the constant a here, not b");
    }

    private Path write(String rest) throws IOException {
        return Files.writeString(
                directory.resolve("openapi.yaml"), "openapi: 3.0.3\ninfo: {title: t, version: '1'}\n" + rest);
    }
}
