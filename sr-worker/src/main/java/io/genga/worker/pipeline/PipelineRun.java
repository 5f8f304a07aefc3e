package io.genga.worker.pipeline;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.genga.contracts.event.PipelineTimings;
import io.genga.contracts.event.StageUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One run of a pipeline: its threads, and what lies between them. */
final class PipelineRun {

    private final FramePipeline pipeline;
    /** The n-th lies behind the n-th stage. */
    private final List<BoundedHandOver> handOvers;

    private final Map<String, StageWatch> watches = new TreeMap<>();
    private final FirstFailure failure = new FirstFailure();

    PipelineRun(FramePipeline pipeline) {
        this.pipeline = pipeline;
        this.handOvers = Stream.generate(() -> new BoundedHandOver(pipeline.bound()))
                .limit(pipeline.steps().size() + 1L)
                .toList();
        pipeline.stages().forEach(stage -> watches.put(stage.name(), new StageWatch()));
    }

    PipelineResult run() {
        long start = System.nanoTime();
        List<CompletableFuture<Void>> threads = new ArrayList<>();
        boolean complete = false;
        try {
            startAllButLast(threads);
            complete = pipeline.sink().run(handOvers.get(handOvers.size() - 1), watch(pipeline.sink()));
        } catch (RuntimeException | Error e) {
            failure.add(e);
        }
        if (!complete) {
            stop();
        }
        threads.forEach(CompletableFuture::join);
        failure.rethrow();
        return new PipelineResult(complete, timings(System.nanoTime() - start));
    }

    private void startAllButLast(List<CompletableFuture<Void>> threads) {
        Stage.Source source = pipeline.source();
        threads.add(start(source, () -> source.run(handOvers.get(0), watch(source))));
        for (int i = 0; i < pipeline.steps().size(); i++) {
            Stage.Between step = pipeline.steps().get(i);
            BoundedHandOver before = handOvers.get(i);
            BoundedHandOver after = handOvers.get(i + 1);
            threads.add(start(step, () -> step.run(before, after, watch(step))));
        }
    }

    private CompletableFuture<Void> start(Stage stage, Runnable work) {
        String name = Thread.currentThread().getName() + "-" + stage.name();
        return CompletableFuture.runAsync(() -> guarded(work), task -> new Thread(task, name).start());
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure.add(e);
            stop();
        }
    }

    private void stop() {
        handOvers.forEach(BoundedHandOver::stop);
    }

    private StageWatch watch(Stage stage) {
        return watches.get(stage.name());
    }

    private PipelineTimings timings(long nanos) {
        Map<String, StageUse> stages = new TreeMap<>();
        watches.forEach((stage, watch) -> stages.put(stage, watch.use()));
        return PipelineTimings.of(NANOSECONDS.toMillis(nanos), stages);
    }
}
