package io.genga.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    private final StringWriter text = new StringWriter();

    @Test
    void a_terminal_rewrites_one_line_and_then_leaves_it() {
        try (ProgressDisplay display = new ProgressDisplay(new PrintWriter(text), true)) {
            display.show("first", 0);
            display.show("second", 1);
        }

        assertThat(text).hasToString("\r\u001b[Kfirst\r\u001b[Ksecond" + System.lineSeparator());
    }

    @Test
    void a_file_gets_a_line_every_two_seconds() {
        try (ProgressDisplay display = new ProgressDisplay(new PrintWriter(text), false)) {
            display.show("at once", 0);
            display.show("too early", Duration.ofMillis(1999).toNanos());
            display.show("due", Duration.ofSeconds(2).toNanos());
        }

        assertThat(text.toString().lines()).containsExactly("at once", "due");
    }
}
