package io.genga.testsupport.film;

/** How pictures refer to each other, as x264 parameters. */
public enum GroupOfPictures {
    /** An IDR picture every 12 frames; B-pictures that refer to each other. */
    CLOSED("keyint=12:min-keyint=12:scenecut=0:bframes=3:b-pyramid=normal:ref=3"),
    /** One IDR picture at the start, then every 12 frames an I-picture across which B-pictures look back. */
    OPEN("keyint=12:min-keyint=12:scenecut=0:bframes=3:b-pyramid=normal:ref=3:open-gop=1"),
    /** One IDR picture at the start, and nothing but P- and B-pictures after it. */
    LONG("keyint=infinite:scenecut=0:bframes=3:b-pyramid=normal:ref=3"),
    /** One IDR picture at the start, then a moving column of intra blocks. */
    INTRA_REFRESH("keyint=12:scenecut=0:intra-refresh=1:bframes=0:ref=1"),
    /** Every picture is an IDR picture. */
    INTRA_ONLY("keyint=1"),
    /** IDR pictures wherever x264 finds them best. */
    IRREGULAR("keyint=40:min-keyint=3:scenecut=60:bframes=5:b-adapt=2:ref=4");

    private final String x264Parameters;

    GroupOfPictures(String x264Parameters) {
        this.x264Parameters = x264Parameters;
    }

    public String x264Parameters() {
        return x264Parameters;
    }
}
