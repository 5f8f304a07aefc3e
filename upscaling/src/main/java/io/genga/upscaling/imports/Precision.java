package io.genga.upscaling.imports;

import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.UnusableNetworkException;
import java.util.Locale;

/** In which numbers an imported network is to compute. */
public enum Precision {
    /** As it comes. */
    FP32 {
        @Override
        public String nameOf(String network) {
            return network;
        }

        @Override
        public CataloguedNetwork of(CataloguedNetwork imported) {
            return imported;
        }
    },
    FP16 {
        @Override
        public String nameOf(String network) {
            return network + "-fp16";
        }

        @Override
        public CataloguedNetwork of(CataloguedNetwork imported) {
            return HalfPrecisionImport.of(imported, nameOf(imported.manifest().name()));
        }
    };

    /** What a network of this name is called in this precision. */
    public abstract String nameOf(String network);

    /**
     * The same network in this precision.
     *
     * @param imported in fp32
     * @throws UnusableNetworkException where it cannot be had, or would show in the picture
     */
    public abstract CataloguedNetwork of(CataloguedNetwork imported);

    /** As users and manifests write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
