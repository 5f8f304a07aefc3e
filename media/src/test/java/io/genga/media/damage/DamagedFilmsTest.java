package io.genga.media.damage;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.contracts.request.OutputContainer;
import io.genga.contracts.request.SourceSelection;
import io.genga.contracts.request.X264Settings;
import io.genga.media.decode.MediaCorruptException;
import io.genga.media.encode.IncapableEncoderException;
import io.genga.media.fixture.Examination;
import io.genga.media.fixture.Remastering;
import io.genga.media.probe.RefusedMediaException;
import io.genga.media.stitch.UncopyableStreamException;
import io.genga.media.verify.VerificationFailedException;
import io.genga.testsupport.film.Companion;
import io.genga.testsupport.film.FilmRecipe;
import io.genga.testsupport.film.GroupOfPictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Films that were cut short, or whose bits were flipped: each is refused, or found corrupt while it is worked on, or comes out whole; or,
 * where it is salvaged, with all pictures that are left. The process lives on, and nothing hangs.
 */
class DamagedFilmsTest {

    private static final boolean FULL = "full".equals(System.getProperty("genga.tests"));
    private static final int COPIES_OF_EACH_KIND = FULL ? 19 : 3;
    private static final SourceSelection SALVAGE = new SourceSelection(null, Set.of(), null, true);

    @TempDir
    Path folder;

    static Stream<FilmRecipe> films() {
        FilmRecipe picture = FilmRecipe.testPicture(96, 64, 24, 48)
                .grouped(GroupOfPictures.CLOSED)
                .with(new Companion.Sound(440));
        FilmRecipe hevc = picture.encoded("-c:v", "libx265", "-x265-params", "log-level=0:keyint=12");
        FilmRecipe mpeg2 = picture.encoded("-c:v", "mpeg2video", "-g", "12", "-bf", "2");
        return Stream.of(
                picture,
                picture.muxed("-movflags", "+faststart"),
                picture.in("mkv"),
                hevc.in("mkv"),
                picture.in("ts"),
                mpeg2.muxed("-c:a", "mp2").in("mpg"));
    }

    @ParameterizedTest
    @MethodSource("films")
    @Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void no_damage_gets_out_of_hand(FilmRecipe recipe) throws IOException {
        byte[] film = Files.readAllBytes(recipe.make());
        Map<String, byte[]> copies = new TreeMap<>();
        Random random = new Random(17);
        for (int i = 0; i < COPIES_OF_EACH_KIND; i++) {
            copies.put("cut short " + i, Damage.truncated(film, (i + 1.0) / (COPIES_OF_EACH_KIND + 1)));
            copies.put("bits flipped " + i, Damage.flippedBits(film, 1 + i * 4, random));
            copies.put("a block zeroed " + i, Damage.zeroedBlock(film, random));
            copies.put("a large number " + i, Damage.hugeNumber(film, random));
        }
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, byte[]> copy : copies.entrySet()) {
            Path file = folder.resolve("film." + recipe.extension());
            Files.write(file, copy.getValue());
            for (SourceSelection selection : List.of(SourceSelection.EVERYTHING, SALVAGE)) {
                String problem = problemWith(file, selection);
                if (problem != null) {
                    wrong.add(copy.getKey() + ", " + selection + ": " + problem);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What is wrong with how the film was dealt with; null where nothing is. */
    private String problemWith(Path film, SourceSelection selection) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        try {
            Remastering remastering = Remastering.plan(
                    film,
                    new X264Settings(30, "ultrafast"),
                    null,
                    OutputContainer.MATROSKA,
                    selection,
                    Duration.ofMillis(500),
                    work);
            return Examination.fault(remastering.plan(), film, remastering.film())
                    .filter(DamagedFilmsTest::isUnclear)
                    .orElse(null);
        } catch (RefusedMediaException
                | IncapableEncoderException
                | MediaCorruptException
                | UncopyableStreamException
                | VerificationFailedException e) {
            return isUnclear(e.getMessage()) ? e.getMessage() : null;
        } catch (RuntimeException e) {
            return e + " at " + e.getStackTrace()[0];
        }
    }

    private static boolean isUnclear(String sentence) {
        return sentence.contains("\n") || sentence.length() > 400;
    }
}
