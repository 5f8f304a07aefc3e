package io.genga.media.subtitle;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.media.subtitle.StyledText.Run;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CueTimelineTest {

    private static Cue cue(long start, long end, String text) {
        return new Cue(
                start, end, text.isEmpty() ? StyledText.BLANK : new StyledText(List.of(new Run(text, Set.of()))));
    }

    private static List<String> words(List<Cue> cues) {
        return cues.stream()
                .map(cue -> cue.start() + "-" + cue.end() + " " + cue.text().plain())
                .toList();
    }

    @Test
    void cues_are_divided_where_others_begin_or_end() {
        assertThat(words(CueTimeline.withoutOverlaps(List.of(cue(0, 10, "a"), cue(4, 6, "b"), cue(5, 20, "c")))))
                .containsExactly("0-4 a", "4-5 a\nb", "5-6 a\nb\nc", "6-10 a\nc", "10-20 c");
    }

    @Test
    void what_is_never_shown_is_left_out_and_what_goes_on_stays_one() {
        assertThat(words(CueTimeline.withoutOverlaps(
                        List.of(cue(0, 5, "a"), cue(3, 3, "b"), cue(2, 4, ""), cue(5, 9, "a")))))
                .containsExactly("0-9 a");
    }

    @Test
    void gaps_are_blank_and_none_is_longer_than_allowed() {
        assertThat(words(CueTimeline.withoutGaps(List.of(cue(25, 30, "a"), cue(30, 31, "b"), cue(35, 36, "c")), 10)))
                .containsExactly("0-10 ", "10-20 ", "20-25 ", "25-30 a", "30-31 b", "31-35 ", "35-36 c");
    }
}
