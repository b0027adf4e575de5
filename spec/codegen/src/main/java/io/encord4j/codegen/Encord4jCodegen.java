package io.encord4j.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenType;
import org.openapitools.codegen.SupportingFile;
import org.openapitools.codegen.languages.AbstractJavaCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.ModelsMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * The generator {@code encord4j-java}: records with Moshi adapters, and Retrofit interfaces.
 *
 * <p>OpenAPI Generator parses the description, runs the templates and writes the files. Its own translation of schemas
 * is not used: it guesses where it should refuse. {@link ModelReader} and {@link OperationReader} translate instead.
 *
 * <p>Options: {@code basePackage}, the package above {@code model}, {@code json} and {@code api};
 * {@code modelNamePrefix}, the beginning of all record names; {@code retrofit}, whether to generate the interfaces;
 * {@code tolerant}, whether answers are read as far as they can be read.
 */
public final class Encord4jCodegen extends AbstractJavaCodegen {
    /** The option that names the package above all generated ones. */
    public static final String BASE_PACKAGE = "basePackage";

    /** The option that says whether to generate the Retrofit interfaces; true if not given. */
    public static final String RETROFIT = "retrofit";

    /** The option that says whether answers are read as far as they can be read; false if not given. */
    public static final String TOLERANT = "tolerant";

    private static final String MODEL_TEMPLATE = "model.mustache";
    private static final String ADAPTER_TEMPLATE = "adapter.mustache";

    private Packages packages = new Packages("io.encord4j.wire");
    private boolean retrofit = true;
    private boolean tolerant;
    private List<Model> models = List.of();
    private List<OperationModel> operations = List.of();
    private Map<String, ApiModel> apis = Map.of();

    /** Makes the generator; OpenAPI Generator calls this through the service loader. */
    public Encord4jCodegen() {
        setTemplateDir("encord4j-java");
        embeddedTemplateDir = templateDir;
        modelNamePrefix = "Wire";
        modelTemplateFiles.clear();
        modelTemplateFiles.put(MODEL_TEMPLATE, ".java");
        modelTemplateFiles.put(ADAPTER_TEMPLATE, "JsonAdapter.java");
        modelTestTemplateFiles.clear();
        modelDocTemplateFiles.clear();
        apiTemplateFiles.clear();
        apiTestTemplateFiles.clear();
        apiDocTemplateFiles.clear();
        supportingFiles.clear();
        cliOptions.clear();
        addOption(BASE_PACKAGE, "the package above all generated ones", packages.base());
        addSwitch(RETROFIT, "whether to generate the Retrofit interfaces", retrofit);
        addSwitch(TOLERANT, "whether answers are read as far as they can be read", tolerant);
    }

    @Override
    public CodegenType getTag() {
        return CodegenType.CLIENT;
    }

    @Override
    public String getName() {
        return "encord4j-java";
    }

    @Override
    public String getHelp() {
        return "Generates records with Moshi adapters that need no reflection, and Retrofit interfaces.";
    }

    /** Never: it merges and renames inline schemas. */
    @Override
    public boolean getUseInlineModelResolver() {
        return false;
    }

    /** Never: it rewrites the description before anything could be refused. */
    @Override
    public boolean getUseOpenapiNormalizer() {
        return false;
    }

    @Override
    public void processOpts() {
        Object basePackage = additionalProperties.get(BASE_PACKAGE);
        if (basePackage != null) {
            packages = new Packages(basePackage.toString());
        }
        additionalProperties.put("modelPackage", packages.model());
        additionalProperties.put("apiPackage", packages.api());
        additionalProperties.put("jsonPackage", packages.json());
        super.processOpts();
        if (additionalProperties.containsKey(RETROFIT)) {
            retrofit = convertPropertyToBooleanAndWriteBack(RETROFIT);
        }
        if (additionalProperties.containsKey(TOLERANT)) {
            tolerant = convertPropertyToBooleanAndWriteBack(TOLERANT);
        }
        addSupportingFiles();
    }

    private void addSupportingFiles() {
        addSupportingFile("json/WireAdapters", packages.json(), "WireAdapters");
        addSupportingFile("api/WireOperation", packages.api(), "WireOperation");
        if (retrofit) {
            apiTemplateFiles.put("api.mustache", ".java");
        }
    }

    private void addSupportingFile(String template, String javaPackage, String className) {
        supportingFiles.add(new SupportingFile(
                template + ".mustache", sourceFolder + "/" + javaPackage.replace('.', '/'), className + ".java"));
    }

    @Override
    public void preprocessOpenAPI(OpenAPI openApi) {
        if (openApi.getOpenapi() == null || !openApi.getOpenapi().startsWith("3.0.")) {
            throw new UnsupportedConstructException("#/openapi", "the description is written in OpenAPI 3.0");
        }
        Schemas schemas = new Schemas(openApi);
        TypeReader types = new TypeReader(schemas, packages.model(), modelNamePrefix);
        Set<String> answers = tolerant ? AnswerSchemas.names(openApi, schemas) : Set.of();
        models = new ModelReader(schemas, types, packages, answers).readAll();
        operations = new OperationReader(openApi, schemas, types).readAll();
        apis = operations.stream()
                .collect(Collectors.groupingBy(OperationModel::tag, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        tag -> new ApiModel(
                                packages, tag.getKey(), tagDescription(openApi, tag.getKey()), tag.getValue())));
    }

    private static @Nullable String tagDescription(OpenAPI openApi, String name) {
        List<Tag> tags = openApi.getTags() == null ? List.of() : openApi.getTags();
        return tags.stream()
                .filter(tag -> name.equals(tag.getName()))
                .map(Tag::getDescription)
                .findFirst()
                .orElse(null);
    }

    /** Only the name: the models come from {@link ModelReader}. */
    @Override
    @SuppressWarnings("rawtypes")
    public CodegenModel fromModel(String name, Schema schema) {
        CodegenModel model = new CodegenModel();
        model.name = name;
        model.classname = toModelName(name);
        return model;
    }

    /** All that {@link ModelReader} found, in place of what OpenAPI Generator takes for models. */
    @Override
    public Map<String, ModelsMap> postProcessAllModels(Map<String, ModelsMap> guessed) {
        Map<String, ModelsMap> result = new TreeMap<>();
        for (Model model : models) {
            ModelsMap map = new ModelsMap();
            map.setModels(List.of());
            map.putAll(additionalProperties);
            map.put("packageName", packages.model());
            map.put("adapterPackage", packages.json());
            if (model instanceof RecordModel record) {
                map.put("record", record);
            } else if (model instanceof EnumModel openEnum) {
                map.put("openEnum", openEnum);
            } else if (model instanceof UnionModel union) {
                map.put("union", union);
            }
            result.put(model.className(), map);
        }
        return result;
    }

    @Override
    public String toModelName(String name) {
        return name.startsWith(modelNamePrefix) ? name : modelNamePrefix + name;
    }

    @Override
    public String modelFilename(String templateName, String modelName) {
        String javaPackage = templateName.equals(ADAPTER_TEMPLATE) ? packages.json() : packages.model();
        return outputFolder
                + File.separator
                + sourceFolder
                + File.separator
                + javaPackage.replace('.', File.separatorChar)
                + File.separator
                + modelName
                + modelTemplateFiles.get(templateName);
    }

    /** Only the names: the operations come from {@link OperationReader}. */
    @Override
    public CodegenOperation fromOperation(String path, String httpMethod, Operation operation, List<Server> servers) {
        CodegenOperation result = new CodegenOperation();
        result.path = path;
        result.httpMethod = httpMethod;
        result.operationId = operation.getOperationId();
        result.nickname = operation.getOperationId();
        return result;
    }

    @Override
    public String sanitizeTag(String tag) {
        return tag;
    }

    @Override
    public String toApiName(String tag) {
        return tag + "Api";
    }

    @Override
    public OperationsMap postProcessOperationsWithModels(OperationsMap map, List<ModelMap> allModels) {
        String className = map.getOperations().getClassname();
        map.put("api", apis.get(className.substring(0, className.length() - "Api".length())));
        return map;
    }

    @Override
    public Map<String, Object> postProcessSupportingFileData(Map<String, Object> bundle) {
        RuntimeSources.copy(Path.of(outputFolder, sourceFolder), packages, retrofit, tolerant);
        bundle.put("generated", models);
        bundle.put("operations", operations);
        bundle.put("operationImports", operationImports());
        return bundle;
    }

    /** Nothing: the build's log needs no closing words. */
    @Override
    public void postProcess() {}

    private List<String> operationImports() {
        Stream<String> fixed = Stream.of(
                "java.lang.reflect.Type",
                "java.util.Collections",
                "java.util.LinkedHashMap",
                "java.util.LinkedHashSet",
                "java.util.List",
                "java.util.Map",
                "java.util.Optional",
                "java.util.Set",
                MapType.NULLABLE);
        List<WireType> used =
                operations.stream().flatMap(OperationModel::shapeTypes).toList();
        Stream<String> types = used.stream().anyMatch(type -> type.reflected().startsWith("Types."))
                ? Stream.of("com.squareup.moshi.Types")
                : Stream.of();
        return Packages.imports(
                packages.api(),
                Stream.of(fixed, types, used.stream().flatMap(WireType::imports))
                        .flatMap(part -> part));
    }
}
