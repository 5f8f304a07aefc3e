package io.genga.assembler.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.assembler.decide.settings.DecideSettings;
import io.genga.contracts.id.PoolName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecideTopologyTest {

    /** Names of nodes and stores are names of topics on the broker: a change of them loses the state of running jobs. */
    @Test
    void the_topology_is_the_one_that_was_agreed() throws IOException {
        String described = DecideTopology.build(DecideSettings.DEFAULT, List.of(new PoolName("gpu-16g"), PoolName.CPU))
                .describe()
                .toString();

        assertThat(described.strip()).isEqualTo(expected().strip());
    }

    private static String expected() throws IOException {
        try (InputStream text = DecideTopologyTest.class.getResourceAsStream("/expected_topology.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
