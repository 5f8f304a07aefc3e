package io.genga.media.plan;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.genga.frames.FrameFormat;
import io.genga.media.ffmpeg.FfmpegException;
import io.genga.media.input.InputFile;
import io.genga.media.intermediate.SalvagedPictures;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.probe.SourceDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * What decoding makes of a damaged film.
 *
 * @param pts of the pictures that are whole, ascending
 * @param lost time stamps of packets that gave no whole picture, ascending
 */
record SalvagedFilm(long[] pts, List<Long> lost) {

    /** @throws RefusedMediaException where nothing can be decoded */
    static SalvagedFilm of(Path file, SourceDescription source, String displayName) {
        FrameFormat format = new FrameFormat(source.layout(), source.width(), source.height());
        try (InputFile input = InputFile.openDamaged(file);
                SalvagedPictures pictures =
                        new SalvagedPictures(input.stream(source.videoStream()).codecpar(), format)) {
            input.readOnly(source.videoStream());
            TreeSet<Long> found = new TreeSet<>();
            LongStream.Builder whole = LongStream.builder();
            for (AVFrame picture = next(pictures, input, found);
                    picture != null;
                    picture = next(pictures, input, found)) {
                whole.add(picture.pts());
            }
            long[] pts = AscendingTimes.longest(whole.build().toArray());
            if (pts.length == 0) {
                throw undecodable(displayName, null);
            }
            LongStream.of(pts).forEach(found::remove);
            return new SalvagedFilm(pts, new ArrayList<>(found));
        } catch (FfmpegException e) {
            throw undecodable(displayName, e);
        }
    }

    private static AVFrame next(SalvagedPictures pictures, InputFile input, TreeSet<Long> found) {
        return pictures.next(packet -> read(input, packet, found));
    }

    private static boolean read(InputFile input, AVPacket packet, TreeSet<Long> found) {
        boolean more = input.read(packet);
        if (more && packet.pts() != AV_NOPTS_VALUE && packet.pts() >= 0) {
            found.add(packet.pts());
        }
        return more;
    }

    private static RefusedMediaException undecodable(String displayName, FfmpegException cause) {
        return new RefusedMediaException(
                displayName, "has no picture left that can be decoded", "look for another copy of it", cause);
    }
}
