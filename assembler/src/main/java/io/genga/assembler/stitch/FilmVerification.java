package io.genga.assembler.stitch;

import io.genga.contracts.event.AssemblyRequested;
import io.genga.contracts.event.VerificationReport;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.object.ObjectKeys;
import io.genga.contracts.object.ObjectReference;
import io.genga.contracts.plan.Plan;
import io.genga.media.timeline.DrawingTimeline;
import io.genga.media.verify.Check;
import io.genga.media.verify.ComparisonReport;
import io.genga.media.verify.FilmVerifier;
import io.genga.media.verify.page.VerificationPage;
import io.genga.objectstore.ObjectLocation;
import io.genga.objectstore.ObjectStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The last step before a film is published; its report lies in the outbox, whether the film follows or not, and beside it what was computed.
 */
@ApplicationScoped
public class FilmVerification {

    private final ObjectStore store;
    private final MeterRegistry meters;

    FilmVerification(ObjectStore store, MeterRegistry meters) {
        this.store = store;
        this.meters = meters;
    }

    /**
     * @param computed of the film
     * @param requireGoingOn called after every frame; what it throws ends the work, and no report is written
     * @throws FilmRefusedException where the film must not be published
     */
    VerificationReport verify(
            AssemblyRequested request,
            Plan plan,
            Path source,
            Path film,
            DrawingTimeline computed,
            Runnable requireGoingOn) {
        ComparisonReport found = FilmVerifier.examine(plan, source, film, frames -> requireGoingOn.run());
        found.checks().stream().filter(check -> !check.passed()).forEach(this::count);
        VerificationReport report = publish(request, found, computed);
        Optional<Check> fault = found.firstFault();
        if (fault.isPresent()) {
            throw new FilmRefusedException(fault.get().sentence(), report);
        }
        return report;
    }

    private VerificationReport publish(AssemblyRequested request, ComparisonReport found, DrawingTimeline computed) {
        put(request, ObjectKeys.drawings(request.tenant(), request.job()), ContractJson.write(computed));
        byte[] page = VerificationPage.of(found, computed).getBytes(StandardCharsets.UTF_8);
        return new VerificationReport(
                found.passed(),
                put(request, ObjectKeys.verification(request.tenant(), request.job()), ContractJson.write(found)),
                put(request, ObjectKeys.verificationPage(request.tenant(), request.job()), page));
    }

    private ObjectReference put(AssemblyRequested request, String key, byte[] content) {
        return store.put(new ObjectLocation(request.plan().bucket(), key), content);
    }

    private void count(Check failed) {
        Counter.builder("genga.qc.failures")
                .description("Checks that a film did not pass")
                .tag("check", failed.kind())
                .register(meters)
                .increment();
    }
}
