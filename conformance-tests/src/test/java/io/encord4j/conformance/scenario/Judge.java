package io.encord4j.conformance.scenario;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Opens the stage of a scenario before it, and afterwards closes it and has its exchanges judged. */
final class Judge implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace VERDICTS = Namespace.create(Judge.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        scenario(context).open(verdicts(context));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Scenario scenario = scenario(context);
        scenario.close();
        if (context.getExecutionException().isEmpty()) {
            String name = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName();
            verdicts(context).judge(name, scenario.recorder().exchanges());
        }
    }

    private static Scenario scenario(ExtensionContext context) {
        return (Scenario) context.getRequiredTestInstance();
    }

    private static Verdicts verdicts(ExtensionContext context) {
        String target = scenario(context).target().name();
        return context.getRoot()
                .getStore(VERDICTS)
                .computeIfAbsent(target, ignored -> new Verdicts(target), Verdicts.class);
    }
}
