package io.genga.media.intermediate;

import io.genga.contracts.plan.Plan;
import io.genga.contracts.plan.PlannedSource;
import io.genga.frames.FrameFormat;
import io.genga.media.ffmpeg.PixelFormats;
import io.genga.media.ffmpeg.VideoDecoder;
import io.genga.media.ffmpeg.VideoDecoder.PacketSource;
import io.genga.media.ffmpeg.VideoDecoder.Strictness;
import java.util.Iterator;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Where decoded pictures come from, before any filter. */
sealed interface PictureSource extends AutoCloseable {

    /** As {@link SourcePictures#next}. */
    AVFrame next(PacketSource packets);

    @Override
    void close();

    static PictureSource of(AVCodecParameters stream, Plan plan) {
        PlannedSource source = plan.source();
        if (!source.isSalvaged()) {
            return new Whole(VideoDecoder.open(stream, Strictness.AS_FAR_AS_PICTURES_ARE_WHOLE));
        }
        FrameFormat format = new FrameFormat(
                PixelFormats.layoutOf(source.pixelFormat()).orElseThrow(), source.width(), source.height());
        Iterator<Long> planned =
                plan.chunks().stream().flatMap(chunk -> chunk.pts().stream()).iterator();
        return new Salvaged(new SalvagedPictures(stream, format), planned);
    }

    /** Every picture. */
    record Whole(VideoDecoder decoder) implements PictureSource {

        @Override
        public AVFrame next(PacketSource packets) {
            return decoder.next(packets);
        }

        @Override
        public void close() {
            decoder.close();
        }
    }

    /**
     * Those of the plan, since pictures with damaged time stamps may come out of order.
     *
     * @param planned time stamps that are still to come
     */
    record Salvaged(SalvagedPictures pictures, Iterator<Long> planned) implements PictureSource {

        @Override
        public AVFrame next(PacketSource packets) {
            if (!planned.hasNext()) {
                return null;
            }
            long due = planned.next();
            AVFrame picture = pictures.next(packets);
            while (picture != null && picture.pts() != due) {
                picture = pictures.next(packets);
            }
            return picture;
        }

        @Override
        public void close() {
            pictures.close();
        }
    }
}
