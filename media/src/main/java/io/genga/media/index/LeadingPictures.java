package io.genga.media.index;

import io.genga.media.ffmpeg.DamagedPictureException;
import io.genga.media.ffmpeg.VideoDecoder;
import io.genga.media.ffmpeg.VideoDecoder.Strictness;
import io.genga.media.input.InputFile;
import io.genga.media.probe.SourceDescription;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * The pictures that a film shows before its first entry. Some films begin with an open group, as when they were cut out of a longer one:
 * then these depend on pictures that are gone. Only the decoder knows, so it is asked.
 */
final class LeadingPictures {

    private LeadingPictures() {}

    /** @return {@code packets}, those hidden that show no picture */
    static List<IndexedPacket> hideUndecodable(Path file, SourceDescription source, List<IndexedPacket> packets) {
        long entry = packets.get(0).pts();
        int needed = 1 + lastLeading(packets, entry);
        if (needed == 1) {
            return packets;
        }
        Set<Long> decoded = decode(file, source, needed);
        return packets.stream()
                .map(packet -> packet.pts() < entry && !decoded.contains(packet.pts()) ? hidden(packet) : packet)
                .toList();
    }

    private static int lastLeading(List<IndexedPacket> packets, long entry) {
        int last = 0;
        for (int i = 1; i < packets.size(); i++) {
            if (packets.get(i).pts() < entry) {
                last = i;
            }
        }
        return last;
    }

    /** The time stamps of the whole pictures that come out of the first {@code packets}. */
    private static Set<Long> decode(Path file, SourceDescription source, int packets) {
        try (InputFile input = InputFile.open(file);
                VideoDecoder decoder = VideoDecoder.open(
                        input.stream(source.videoStream()).codecpar(), Strictness.AS_FAR_AS_PICTURES_ARE_WHOLE)) {
            input.readOnly(source.videoStream());
            int[] left = {packets};
            Set<Long> decoded = new HashSet<>();
            VideoDecoder.PacketSource first = packet -> left[0]-- > 0 && input.read(packet);
            while (addNext(decoder, first, decoded)) {
                // All are taken.
            }
            return decoded;
        }
    }

    private static boolean addNext(VideoDecoder decoder, VideoDecoder.PacketSource packets, Set<Long> decoded) {
        try {
            AVFrame picture = decoder.next(packets);
            if (picture != null) {
                decoded.add(picture.pts());
            }
            return picture != null;
        } catch (DamagedPictureException e) {
            return true;
        }
    }

    private static IndexedPacket hidden(IndexedPacket packet) {
        return new IndexedPacket(packet.pts(), packet.key(), packet.entry(), false);
    }
}
