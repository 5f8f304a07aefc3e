package io.genga.standalone.models;

import io.genga.upscaling.catalogue.NetworkManifest;
import io.genga.upscaling.published.PublishedCheckpoint;
import io.genga.upscaling.published.PublishedNetwork;

/** A network that can be asked for by name, now or after it was pulled. */
public sealed interface KnownModel {

    String name();

    int scale();

    String licence();

    /** Where it is, in a few words. */
    String state();

    /** Comes with genga. */
    record BuiltIn(NetworkManifest manifest) implements Ready {

        @Override
        public String state() {
            return "ready, built in";
        }
    }

    /** Lies in the data directory. */
    record Here(NetworkManifest manifest) implements Ready {

        @Override
        public String state() {
            return "ready, from " + manifest.source().orElse("an import");
        }
    }

    /** Can be fetched. */
    record ToBePulled(PublishedNetwork network) implements KnownModel {

        @Override
        public String name() {
            return network.name();
        }

        @Override
        public int scale() {
            return network.scale();
        }

        @Override
        public String licence() {
            return network.licence();
        }

        @Override
        public String state() {
            return "to be fetched: genga models pull " + name();
        }
    }

    /**
     * Has to be made of a checkpoint.
     *
     * @param isFetched whether the checkpoint lies in the data directory
     */
    record ToBeConverted(PublishedCheckpoint checkpoint, boolean isFetched) implements KnownModel {

        @Override
        public String name() {
            return checkpoint.name();
        }

        @Override
        public int scale() {
            return checkpoint.scale();
        }

        @Override
        public String licence() {
            return checkpoint.licence();
        }

        @Override
        public String state() {
            return isFetched
                    ? "fetched as a checkpoint, to be converted: genga models show " + name()
                    : "to be fetched as a checkpoint, then converted: genga models pull " + name();
        }
    }

    /** Can be used at once. */
    sealed interface Ready extends KnownModel {

        NetworkManifest manifest();

        @Override
        default String name() {
            return manifest().name();
        }

        @Override
        default int scale() {
            return manifest().scale();
        }

        @Override
        default String licence() {
            return manifest().licence();
        }
    }
}
