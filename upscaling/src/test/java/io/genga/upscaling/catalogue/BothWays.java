package io.genga.upscaling.catalogue;

import io.genga.testsupport.network.BothWaysNetwork;
import java.util.EnumMap;
import java.util.Map;

/** {@link BothWaysNetwork}, as the catalogue has it. */
public final class BothWays {

    private BothWays() {}

    /** @param yaml the manifest */
    public static CataloguedNetwork network(String yaml) {
        return CataloguedNetwork.of(Manifests.parse(yaml), contents(), "both-ways");
    }

    static Map<GraphRole, byte[]> contents() {
        Map<GraphRole, byte[]> contents = new EnumMap<>(GraphRole.class);
        for (GraphRole role : GraphRole.ofBothDirections()) {
            contents.put(role, BothWaysNetwork.onnx().get(role.spelling()));
        }
        return contents;
    }
}
