package io.genga.standalone.upscale;

import io.genga.contracts.event.JobStatus;
import io.genga.contracts.request.NetworkReference;
import io.genga.standalone.job.ChunkHistory;
import io.genga.standalone.order.OrderedNetwork;
import io.genga.standalone.order.UpscaleOrder;
import io.genga.standalone.report.UpscaleReport;
import io.genga.standalone.version.GengaVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Puts together what is reported of a finished film. */
final class Reports {

    private Reports() {}

    /** @param verification null where there is none */
    static UpscaleReport of(
            UpscaleOrder order, JobStatus status, ChunkHistory chunks, ProcessTimes times, Path verification) {
        List<UpscaleReport.Model> models =
                order.networks().stream().map(Reports::model).toList();
        return new UpscaleReport(
                GengaVersion.current(),
                order.source().toString(),
                order.output().toString(),
                status.job(),
                models.get(models.size() - 1),
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
                order.request().picture(),
                models.subList(0, models.size() - 1));
    }

    private static UpscaleReport.Model model(OrderedNetwork network) {
        NetworkReference reference = network.reference();
        return new UpscaleReport.Model(reference.name(), reference.sha256(), network.scale(), network.licence());
    }
}
