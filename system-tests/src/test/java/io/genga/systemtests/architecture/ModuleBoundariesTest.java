package io.genga.systemtests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders between modules, as ARCHITECTURE.md draws them. */
@AnalyzeClasses(packages = "io.genga", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleBoundariesTest {

    private static final String INGEST = "io.genga.ingest..";
    private static final String EXTRACTOR = "io.genga.extractor..";
    private static final String WORKER = "io.genga.worker..";
    private static final String ASSEMBLER = "io.genga.assembler..";

    @ArchTest
    static final ArchRule contracts_depend_on_nothing_of_ours = noClasses()
            .that()
            .resideInAPackage("io.genga.contracts..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.genga..").and(resideOutsideOfPackages("io.genga.contracts..")))
            .because("every service speaks the contracts: move what they need into contracts, or keep it out of them");

    @ArchTest
    static final ArchRule ingest_stands_alone = standsAlone(INGEST, EXTRACTOR, WORKER, ASSEMBLER);

    @ArchTest
    static final ArchRule extractor_stands_alone = standsAlone(EXTRACTOR, INGEST, WORKER, ASSEMBLER);

    @ArchTest
    static final ArchRule worker_stands_alone = standsAlone(WORKER, INGEST, EXTRACTOR, ASSEMBLER);

    @ArchTest
    static final ArchRule assembler_stands_alone = standsAlone(ASSEMBLER, INGEST, EXTRACTOR, WORKER);

    @ArchTest
    static final ArchRule the_store_is_reached_through_its_port = vendorStaysIn("io.minio..", "io.genga.objectstore..");

    @ArchTest
    static final ArchRule kafka_clients_stay_in_messaging = noClasses()
            .that(resideInAnyPackage("io.genga..")
                    .and(resideOutsideOfPackages(
                            "io.genga.messaging..",
                            "io.genga.assembler.decide..",
                            "io.genga.embedded..",
                            "io.genga.runtime.kafka..",
                            "io.genga.testsupport..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because(
                    "Kafka's clients are used through messaging: extend its publisher, work queue or follower instead");

    @ArchTest
    static final ArchRule streams_stay_in_decide =
            vendorStaysIn("org.apache.kafka.streams..", "io.genga.assembler.decide..");

    @ArchTest
    static final ArchRule ffmpeg_stays_in_media = vendorStaysIn(
            "org.bytedeco..",
            "io.genga.media..",
            "io.genga.samplefilm.recording..",
            "io.genga.samplefilm.still..",
            "io.genga.testsupport.film..");

    @ArchTest
    static final ArchRule onnx_runtime_stays_in_inference =
            vendorStaysIn("ai.onnxruntime..", "io.genga.upscaling.inference..");

    @ArchTest
    static final ArchRule onnx_files_are_written_by_upscaling = vendorStaysIn(
            "ai.onnx.proto..",
            "io.genga.upscaling.onnx..",
            "io.genga.upscaling.imports..",
            "io.genga.testsupport.network..");

    @ArchTest
    static final ArchRule the_insides_of_media_stay_inside = noClasses()
            .that()
            .resideOutsideOfPackage("io.genga.media..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.genga.media.ffmpeg..",
                    "io.genga.media.input..",
                    "io.genga.media.output..",
                    "io.genga.media.nut..")
            .because("these packages show FFmpeg's own types: use probe, plan, cut, decode, encode, stitch or verify");

    @ArchTest
    static final ArchRule the_embedded_parts_know_nothing_of_the_platform = noClasses()
            .that()
            .resideInAPackage("io.genga.embedded..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.genga..").and(resideOutsideOfPackages("io.genga.embedded..")))
            .because("they stand in for any Kafka and any S3 store: configure them from outside");

    @ArchTest
    static final ArchRule only_standalone_embeds = classes()
            .that()
            .resideInAPackage("io.genga.embedded..")
            .should()
            .onlyBeAccessed()
            .byAnyPackage("io.genga.embedded..", "io.genga.standalone..", "io.genga.testsupport..")
            .because("a service runs against whatever Kafka and store it is configured with");

    @ArchTest
    static final ArchRule packages_have_no_cycles = slices().matching("io.genga.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because(
                    "packages that need each other cannot be understood apart: move the shared part to one of its own");

    private static ArchRule standsAlone(String service, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(service)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because(
                        "services meet on Kafka and in the store only: put what both need into service-runtime or contracts");
    }

    private static ArchRule vendorStaysIn(String vendor, String... homes) {
        return noClasses()
                .that(resideInAnyPackage("io.genga..").and(resideOutsideOfPackages(homes)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor)
                .because("a vendor's types stay behind one module, so that it can be replaced: use " + homes[0]);
    }
}
