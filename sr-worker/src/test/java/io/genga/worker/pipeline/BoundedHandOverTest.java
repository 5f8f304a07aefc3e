package io.genga.worker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.plan.ColourTags;
import io.genga.frames.Frame;
import io.genga.frames.FrameFormat;
import io.genga.frames.FramePool;
import io.genga.frames.PixelLayout;
import org.junit.jupiter.api.Test;

class BoundedHandOverTest {

    private static final ColourTags COLOUR = new ColourTags("bt709", "bt709", "bt709", "tv", "left");

    private final FramePool pool = new FramePool();
    private final BoundedHandOver handOver = new BoundedHandOver(2);

    @Test
    void frames_are_taken_in_the_order_in_which_they_were_given() {
        handOver.give(frame(1));
        handOver.give(frame(2));
        handOver.complete();

        assertThat(handOver.take())
                .hasValueSatisfying(frame -> assertThat(frame.pts()).isEqualTo(1));
        assertThat(handOver.take())
                .hasValueSatisfying(frame -> assertThat(frame.pts()).isEqualTo(2));
        assertThat(handOver.take()).isEmpty();
    }

    @Test
    void what_nobody_will_take_is_closed() {
        handOver.give(frame(1));

        handOver.stop();

        assertThat(handOver.give(frame(2))).isFalse();
        assertThat(handOver.take()).isEmpty();
        assertThat(pool.open()).isZero();
    }

    private Frame frame(long pts) {
        return pool.acquire(new FrameFormat(PixelLayout.RGB_8, 1, 1), pts, COLOUR);
    }
}
