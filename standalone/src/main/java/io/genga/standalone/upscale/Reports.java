package io.genga.standalone.upscale;

import io.genga.contracts.event.JobStatus;
import io.genga.contracts.request.NetworkReference;
import io.genga.standalone.job.ChunkHistory;
import io.genga.standalone.order.UpscaleOrder;
import io.genga.standalone.report.UpscaleReport;
import io.genga.standalone.version.GengaVersion;
import java.nio.file.Path;
import java.time.Instant;

/** Puts together what is reported of a finished film. */
final class Reports {

    private Reports() {}

    /** @param verification null where there is none */
    static UpscaleReport of(
            UpscaleOrder order, JobStatus status, ChunkHistory chunks, ProcessTimes times, Path verification) {
        NetworkReference network = order.request().network();
        return new UpscaleReport(
                GengaVersion.current(),
                order.source().toString(),
                order.output().toString(),
                status.job(),
                new UpscaleReport.Model(network.name(), network.sha256(), order.scale(), order.licence()),
                status.framesTotal(),
                new UpscaleReport.Chunks(chunks.total(), chunks.before(times.started())),
                status.losses(),
                status.notes(),
                status.timings().millis(),
                status.reuse(),
                times.secondsUntil(Instant.now()),
                times.startupSeconds(),
                chunks.firstFrom(times.started()).map(times::secondsUntil).orElse(null),
                verification == null ? null : verification.toString(),
                status.pipeline(),
                order.request().profile(),
                status.warmUpFrames(),
                order.request().picture());
    }
}
