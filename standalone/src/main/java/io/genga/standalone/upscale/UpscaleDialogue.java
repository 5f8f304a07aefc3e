package io.genga.standalone.upscale;

import io.genga.contracts.event.JobStatus;
import io.genga.contracts.event.ReuseFigures;
import io.genga.standalone.order.UpscaleOrder;
import io.genga.standalone.progress.ProgressDisplay;
import io.genga.standalone.progress.ProgressLine;
import io.genga.standalone.report.ReportFile;
import io.genga.standalone.report.TimingsTable;
import io.genga.standalone.report.UpscaleReport;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code genga upscale} says while it works, and when it is done. */
final class UpscaleDialogue {

    private final UpscaleOrder order;
    private final PrintWriter out;

    private UpscaleDialogue(UpscaleOrder order, PrintWriter out) {
        this.order = order;
        this.out = out;
    }

    static UpscaleDialogue onStandardOutput(UpscaleOrder order) {
        return new UpscaleDialogue(order, new PrintWriter(System.out, true, Charset.defaultCharset()));
    }

    void goingOn(JobStatus status) {
        if (status.chunksTotal() == null) {
            out.println("Going on with an unfinished job.");
        } else {
            out.println("Going on with an unfinished job: " + status.chunksDone() + " of " + status.chunksTotal()
                    + " chunks are done.");
        }
    }

    Progress progress() {
        return new Progress(ProgressDisplay.on(out));
    }

    void finished(UpscaleReport report) {
        order.optionalReport().ifPresent(file -> ReportFile.write(report, file));
        out.printf(
                Locale.ROOT,
                "%s: %d frames, %d chunks (%d of them found done), %.1f s with %s%n",
                order.output(),
                report.frames(),
                report.chunks().total(),
                report.chunks().resumed(),
                report.wallSeconds(),
                networks());
        if (report.profile() != null) {
            out.println("Profile: " + report.profile().label() + ".");
        }
        if (report.picture() != null) {
            out.println("Pictures: " + String.join(", ", report.picture().inWords()) + ".");
        }
        if (!report.losses().isEmpty()) {
            out.println("Lost, as was allowed: " + String.join(", ", report.losses()) + ".");
        }
        report.notes().forEach(out::println);
        if (report.reuse() != null) {
            out.println(savings(report.reuse()));
        }
        if (report.warmUpFrames() != null) {
            out.println("The network was run on " + report.warmUpFrames()
                    + " frames more, around chunks, so that it remembers them.");
        }
        if (order.timings()) {
            out.println("Time by stage, summed over all chunks:");
            out.println(TimingsTable.of(report.timings(), report.pipeline()));
        }
    }

    private String networks() {
        return order.networks().stream()
                .map(network -> network.reference().name() + " x" + network.scale())
                .collect(Collectors.joining(", "));
    }

    private String savings(ReuseFigures reuse) {
        String computed = String.format(
                Locale.ROOT,
                "Of its pixels %.0f %% were computed (--reuse %s)",
                100 * reuse.inferencePixelShare(),
                order.request().reuse());
        return reuse.measuredPsnr() == null
                ? computed + "."
                : String.format(
                        Locale.ROOT, "%s; the rest was held, and is within %.1f dB.", computed, reuse.measuredPsnr());
    }

    /** The line that changes. */
    static final class Progress implements AutoCloseable {

        private final ProgressLine line = new ProgressLine();
        private final ProgressDisplay display;

        private Progress(ProgressDisplay display) {
            this.display = display;
        }

        void show(JobStatus status) {
            long now = System.nanoTime();
            display.show(line.of(status, now), now);
        }

        @Override
        public void close() {
            display.close();
        }
    }
}
