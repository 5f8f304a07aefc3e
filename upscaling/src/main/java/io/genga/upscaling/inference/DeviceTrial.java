package io.genga.upscaling.inference;

import io.genga.upscaling.catalogue.CataloguedNetwork;
import io.genga.upscaling.catalogue.NetworkCatalogue;

/** Whether networks can run on a device, found out by running one before there is work. */
public final class DeviceTrial {

    /** Has convolutions, unlike others built in; they need more of CUDA's libraries than the rest. */
    private static final String NETWORK = "genga-cel-x2";

    private DeviceTrial() {}

    /**
     * The processor is always there; trying it would only cost the time to load ONNX Runtime.
     *
     * @throws UnavailableDeviceException where no network can run there
     */
    public static void require(Device device) {
        if (device instanceof Device.Cuda) {
            CataloguedNetwork network = NetworkCatalogue.builtIn().find(NETWORK).orElseThrow();
            InferenceSession.open(network, device).close();
        }
    }
}
