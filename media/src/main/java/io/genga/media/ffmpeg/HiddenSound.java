package io.genga.media.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_INTRA_ONLY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_LOSSLESS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_LOSSY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import org.bytedeco.ffmpeg.avcodec.AVCodecDescriptor;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Packets of sound that an edit list hides, and that nothing needs: neither ears, nor the decoder for what is heard behind them. */
public final class HiddenSound {

    private HiddenSound() {}

    /** Whether of a codec such as PCM, ALAC or FLAC, whose packets stand each on their own and overlap no other. */
    public static boolean standsAlone(AVCodecParameters stream) {
        AVCodecDescriptor codec = avcodec_descriptor_get(stream.codec_id());
        int lossless = AV_CODEC_PROP_INTRA_ONLY | AV_CODEC_PROP_LOSSLESS;
        return stream.codec_type() == AVMEDIA_TYPE_AUDIO
                && codec != null
                && (codec.props() & (lossless | AV_CODEC_PROP_LOSSY)) == lossless;
    }

    /** Of a stream that {@link #standsAlone}. */
    public static boolean isHidden(AVPacket packet) {
        return (packet.flags() & AV_PKT_FLAG_DISCARD) != 0;
    }
}
