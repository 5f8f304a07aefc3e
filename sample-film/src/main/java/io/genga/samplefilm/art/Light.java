package io.genga.samplefilm.art;

import java.awt.Color;

/** The colours that a time of day gives to a landscape. */
public enum Light {
    MORNING(0x6fb7ea, 0xe6f4fb, 0xffffff, 0xdbe8f4, 0x9cc9b4, 0x74b56b, 0x4f9a54, 0x3b7d45),
    EVENING(0x3a3f7d, 0xf7a56b, 0xf7c9a8, 0xc98a93, 0x7c6f9c, 0x5d5f86, 0x464a6c, 0x363856);

    final Color skyAbove;
    final Color skyBelow;
    final Color cloud;
    final Color cloudShade;
    final Color farHills;
    final Color nearHills;
    final Color meadow;
    final Color grass;

    Light(int skyAbove, int skyBelow, int cloud, int cloudShade, int farHills, int nearHills, int meadow, int grass) {
        this.skyAbove = new Color(skyAbove);
        this.skyBelow = new Color(skyBelow);
        this.cloud = new Color(cloud);
        this.cloudShade = new Color(cloudShade);
        this.farHills = new Color(farHills);
        this.nearHills = new Color(nearHills);
        this.meadow = new Color(meadow);
        this.grass = new Color(grass);
    }
}
