package io.genga.standalone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.genga.contracts.event.PipelineTimings;
import io.genga.contracts.event.StageUse;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.Sha256;
import io.genga.standalone.exit.CommandException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFileTest {

    private static final Sha256 WEIGHTS = Sha256.of("weights".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    @Test
    void a_report_has_the_fields_that_scripts_read() throws IOException {
        Path file = folder.resolve("report.json");

        ReportFile.write(report(null), file);

        JsonNode json = new ObjectMapper().readTree(file.toFile());
        assertThat(json.at("/frames").asInt()).isEqualTo(181);
        assertThat(json.at("/chunks/total").asInt()).isEqualTo(4);
        assertThat(json.at("/chunks/resumed").asInt()).isEqualTo(1);
        assertThat(json.at("/model/name").asText()).isEqualTo("nearest-x2");
        assertThat(json.at("/model/sha256").asText()).isEqualTo(WEIGHTS.value());
        assertThat(json.at("/model/scale").asInt()).isEqualTo(2);
        assertThat(json.at("/model/licence").asText()).isEqualTo("MIT");
        assertThat(json.at("/timings/infer").asLong()).isEqualTo(1234);
        assertThat(json.at("/wallSeconds").asDouble()).isEqualTo(9.5);
        assertThat(json.has("firstChunkSeconds")).isTrue();
        assertThat(json.get("firstChunkSeconds").isNull()).isTrue();
    }

    @Test
    void a_report_that_cannot_be_written_is_told_with_its_place() {
        Path nowhere = folder.resolve("nowhere/report.json");

        assertThatThrownBy(() -> ReportFile.write(report(1.5), nowhere))
                .isInstanceOf(CommandException.class)
                .hasMessageContaining(nowhere.toString());
    }

    @Test
    void the_longest_stage_comes_first_in_the_table() {
        String table = TimingsTable.of(new TreeMap<>(Map.of("decode", 500L, "infer", 61_000L)), null);

        assertThat(table.lines()).hasSize(2);
        assertThat(table.lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("infer", "61.00 s"));
    }

    @Test
    void the_table_says_what_a_stage_did_while_others_worked() {
        PipelineTimings pipeline = PipelineTimings.of(80_000, Map.of("infer", new StageUse(60_000, 4_000, 16_000)));

        String table = TimingsTable.of(new TreeMap<>(Map.of("infer", 60_000L, "store", 20L)), pipeline);

        assertThat(table.lines())
                .satisfiesExactly(
                        infer -> assertThat(infer)
                                .endsWith("60.00 s  busy  75 %, waited   5 % for input,  20 % for room"),
                        store -> assertThat(store).endsWith("0.02 s"));
    }

    private static UpscaleReport report(Double firstChunkSeconds) {
        return new UpscaleReport(
                "0.1",
                "/in.mp4",
                "/out.mkv",
                JobId.random(),
                new UpscaleReport.Model("nearest-x2", WEIGHTS, 2, "MIT"),
                181,
                new UpscaleReport.Chunks(4, 1),
                List.of(),
                List.of(),
                new TreeMap<>(Map.of("infer", 1234L)),
                null,
                9.5,
                4.5,
                firstChunkSeconds,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }
}
