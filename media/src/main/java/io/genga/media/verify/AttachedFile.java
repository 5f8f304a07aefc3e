package io.genga.media.verify;

import io.genga.contracts.id.Sha256;
import io.genga.media.probe.StreamKind;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;

/** A font, the cover or the like. */
record AttachedFile(StreamKind kind, Sha256 content) {

    static AttachedFile ofAttachment(AVStream stream) {
        AVCodecParameters parameters = stream.codecpar();
        return new AttachedFile(StreamKind.ATTACHMENT, digest(parameters.extradata(), parameters.extradata_size()));
    }

    static AttachedFile ofCoverArt(AVStream stream) {
        AVPacket picture = stream.attached_pic();
        return new AttachedFile(StreamKind.COVER_ART, digest(picture.data(), picture.size()));
    }

    private static Sha256 digest(BytePointer content, int size) {
        byte[] bytes = new byte[size];
        if (size > 0) {
            content.get(bytes);
        }
        return Sha256.of(bytes);
    }
}
