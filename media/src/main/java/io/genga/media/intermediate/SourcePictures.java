package io.genga.media.intermediate;

import io.genga.contracts.plan.FieldOrder;
import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedIntermediate;
import io.genga.contracts.plan.Rational;
import io.genga.media.ffmpeg.VideoDecoder;
import io.genga.media.ffmpeg.VideoDecoder.PacketSource;
import io.genga.media.ffmpeg.VideoDecoder.Strictness;
import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * The pictures of a source as its plan has them: deinterlaced, or without the damaged ones, where it says so; otherwise
 * the source's own. The same source and plan give the same pictures. Not thread-safe.
 */
public final class SourcePictures implements AutoCloseable {

    private final PictureSource decoded;

    /** Of a plan; null where there is none. */
    private final Rational timeBase;

    /** Null where pictures are taken as they are. */
    private final FieldOrder order;

    /** Null until the first picture tells what it will get, and where there is no order. */
    private Deinterlacer deinterlacer;

    private boolean ended;

    private SourcePictures(PictureSource decoded, Rational timeBase, FieldOrder order) {
        this.decoded = decoded;
        this.timeBase = timeBase;
        this.order = order;
    }

    /**
     * @param stream of the source; must stay valid as long as this
     * @throws io.genga.media.ffmpeg.FfmpegException where there is no such decoder, or it refuses the stream
     */
    public static SourcePictures open(AVStream stream, Plan plan) {
        FieldOrder order = plan.source()
                .optionalIntermediate()
                .map(PlannedIntermediate::deinterlaced)
                .orElse(null);
        PictureSource decoded = PictureSource.of(stream.codecpar(), plan);
        return new SourcePictures(decoded, plan.source().timeBase(), order);
    }

    /**
     * The pictures as they are decoded, of a film without a plan.
     *
     * @param stream must stay valid as long as this
     * @throws io.genga.media.ffmpeg.FfmpegException where there is no such decoder, or it refuses the stream
     */
    public static SourcePictures unchanged(AVStream stream, Strictness strictness) {
        PictureSource decoded = new PictureSource.Whole(VideoDecoder.open(stream.codecpar(), strictness));
        return new SourcePictures(decoded, null, null);
    }

    /**
     * @param packets of the stream, from its first one on; asked as needed
     * @return the next picture in the order of presentation, with a time stamp in the stream's time base, valid until the next call;
     *     {@code null} after the last
     * @throws io.genga.media.ffmpeg.FfmpegException where a packet cannot be decoded and the source is not salvaged
     * @throws io.genga.media.ffmpeg.DamagedPictureException where a picture was decoded in part and the source is not salvaged;
     *     the one after it may be asked for
     */
    public AVFrame next(PacketSource packets) {
        return order == null ? decoded.next(packets) : nextDeinterlaced(packets);
    }

    private AVFrame nextDeinterlaced(PacketSource packets) {
        while (true) {
            Optional<AVFrame> whole = deinterlacer == null ? Optional.empty() : deinterlacer.next();
            if (whole.isPresent()) {
                return whole.get();
            }
            if (ended) {
                return null;
            }
            feed(decoded.next(packets));
        }
    }

    private void feed(AVFrame woven) {
        ended = woven == null;
        if (ended && deinterlacer != null) {
            deinterlacer.finish();
        }
        if (!ended) {
            deinterlacer = deinterlacer == null ? new Deinterlacer(woven, timeBase, order) : deinterlacer;
            deinterlacer.add(woven);
        }
    }

    @Override
    public void close() {
        if (deinterlacer != null) {
            deinterlacer.close();
        }
        decoded.close();
    }
}
