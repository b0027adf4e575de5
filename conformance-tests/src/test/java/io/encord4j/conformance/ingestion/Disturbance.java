package io.encord4j.conformance.ingestion;

import io.encord4j.fake.FakeWorld;
import io.encord4j.fake.faults.Effect;
import io.encord4j.fake.faults.Fault;
import io.encord4j.fake.faults.FaultBuilder;
import java.util.List;
import java.util.Random;

/** What happens to an attempt. */
enum Disturbance {
    /** Nothing. */
    NONE,
    /** Some call fails before it is carried out, or its answer is lost. */
    FAULT,
    /** From some exchange on nothing reaches the service, and the process is gone. */
    KILL,
    /** The thread is interrupted at some exchange. */
    INTERRUPT;

    /** The calls that uploads make, those that register twice as often as the others. */
    private static final List<String> OPERATIONS = List.of(
            "getPresignedUrls",
            "startUploadJob",
            "startUploadJob",
            "getUploadJob",
            "getSignedVideoUrl",
            "getSignedImageUrls",
            "registerImage",
            "registerVideo",
            "registerVideo",
            "createImageGroup",
            "createImageGroup",
            "getFolderUploadUrls",
            "startFolderUploadJob",
            "startFolderUploadJob",
            "getFolderUploadJob",
            "putObject");

    /** Arms one or two faults that an upload may meet. */
    static void arm(FakeWorld world, Random random) {
        for (int faults = 1 + random.nextInt(2); faults > 0; faults--) {
            FaultBuilder fault = Fault.on(OPERATIONS.get(random.nextInt(OPERATIONS.size())))
                    .fromCall(1 + random.nextInt(3))
                    .times(1 + random.nextInt(5));
            world.arm(
                    switch (random.nextInt(6)) {
                        case 0 -> fault.beforeHandling(new Effect.Reset());
                        case 1 -> fault.beforeHandling(new Effect.Status(500));
                        case 2 -> fault.afterHandling(new Effect.Reset());
                        case 3 -> fault.afterHandling(new Effect.Status(502));
                        case 4 -> fault.afterHandling(new Effect.Malformed());
                        default -> fault.inResponse(3, new Effect.Truncate());
                    });
        }
    }
}
