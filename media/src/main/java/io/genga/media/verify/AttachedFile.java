package io.genga.media.verify;

import io.genga.contracts.id.Sha256;
import io.genga.media.probe.StreamDescription;
import io.genga.media.probe.StreamKind;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.javacpp.BytePointer;

/** A font, the cover or the like. */
record AttachedFile(StreamKind kind, Sha256 content) {

    private static final int SHOWN_DIGITS = 12;

    /** Empty where {@code description} is of another kind. */
    static Optional<AttachedFile> of(StreamDescription description, AVStream stream) {
        return switch (description.kind()) {
            case ATTACHMENT -> Optional.of(ofAttachment(stream));
            case COVER_ART -> Optional.of(ofCoverArt(stream));
            default -> Optional.empty();
        };
    }

    /** For people: the kind, and how the digest begins. */
    String name() {
        return kind.label() + " with SHA-256 " + content.value().substring(0, SHOWN_DIGITS) + "…";
    }

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
