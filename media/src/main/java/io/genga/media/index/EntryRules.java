package io.genga.media.index;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_INTRA_ONLY;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/** Which codec has which {@link EntryRule}. */
final class EntryRules {

    private EntryRules() {}

    /** @throws MalformedPacketException where the stream's global header is damaged */
    static EntryRule of(AVCodecParameters parameters) {
        ByteBuffer header = parameters.extradata_size() == 0
                ? ByteBuffer.allocate(0)
                : parameters.extradata().capacity(parameters.extradata_size()).asByteBuffer();
        int codec = parameters.codec_id();
        if (codec == AV_CODEC_ID_H264) {
            return NalEntryRule.of(NalSyntax.H264, header);
        }
        if (codec == AV_CODEC_ID_HEVC) {
            return NalEntryRule.of(NalSyntax.HEVC, header);
        }
        boolean intraOnly = (avcodec_descriptor_get(codec).props() & AV_CODEC_PROP_INTRA_ONLY) != 0;
        return new FlagEntryRule(copy(header), intraOnly);
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
    }
}
