package io.genga.media.input;

import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_get_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_init;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;

import io.genga.media.ffmpeg.FfmpegCall;
import org.bytedeco.ffmpeg.avcodec.AVBSFContext;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** FFmpeg's filter that gives each picture of MPEG-4 a packet of its own. It knows nothing of when they are shown. */
final class UnpackingFilter {

    private UnpackingFilter() {}

    /** @return owned by the caller; {@code stream} is described from now on as what comes out of it */
    static AVBSFContext open(AVStream stream) {
        AVBSFContext filter = new AVBSFContext(null);
        check(av_bsf_alloc(av_bsf_get_by_name("mpeg4_unpack_bframes"), filter));
        try {
            check(avcodec_parameters_copy(filter.par_in(), stream.codecpar()));
            filter.time_base_in(stream.time_base());
            check(av_bsf_init(filter));
            check(avcodec_parameters_copy(stream.codecpar(), filter.par_out()));
            return filter;
        } catch (RuntimeException e) {
            av_bsf_free(filter);
            throw e;
        }
    }

    private static void check(int result) {
        FfmpegCall.check(result, "opening the filter of packed pictures");
    }
}
