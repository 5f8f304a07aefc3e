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
        int first = PacketIndex.firstEntry(packets);
        long entry = packets.get(first).pts();
        int last = lastLeading(packets, first);
        if (last == first) {
            return packets;
        }
        Set<Long> decoded = decode(file, source, first, last);
        return packets.stream()
                .map(packet -> packet.shown() && packet.pts() < entry && !decoded.contains(packet.pts())
                        ? hidden(packet)
                        : packet)
                .toList();
    }

    private static int lastLeading(List<IndexedPacket> packets, int first) {
        int last = first;
        for (int i = first + 1; i < packets.size(); i++) {
            if (packets.get(i).pts() < packets.get(first).pts()) {
                last = i;
            }
        }
        return last;
    }

    /** The time stamps of the whole pictures that come out of the packets from {@code first} to {@code last}. */
    private static Set<Long> decode(Path file, SourceDescription source, int first, int last) {
        try (InputFile input = InputFile.open(file);
                VideoDecoder decoder = VideoDecoder.open(
                        input.stream(source.videoStream()).codecpar(), Strictness.AS_FAR_AS_PICTURES_ARE_WHOLE)) {
            input.readOnly(source.videoStream());
            int[] position = {0};
            Set<Long> decoded = new HashSet<>();
            VideoDecoder.PacketSource leading = packet -> {
                while (position[0] < first && input.read(packet)) {
                    position[0]++;
                }
                return position[0]++ <= last && input.read(packet);
            };
            while (addNext(decoder, leading, decoded)) {
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
        return new IndexedPacket(packet.pts(), packet.key(), packet.entry(), false, packet.bytes());
    }
}
