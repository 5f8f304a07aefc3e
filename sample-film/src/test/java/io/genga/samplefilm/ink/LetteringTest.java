package io.genga.samplefilm.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LetteringTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.,/+";

    @Test
    void every_letter_has_a_shape_of_its_own() {
        Set<List<Integer>> shapes = new HashSet<>();
        ALPHABET.chars().forEach(letter -> shapes.add(pixels(Character.toString(letter))));

        assertThat(shapes).hasSize(ALPHABET.length()).doesNotContain(pixels(" "));
    }

    @Test
    void small_letters_become_capitals_and_unknown_ones_spaces() {
        assertThat(pixels("g")).isEqualTo(pixels("G"));
        assertThat(pixels("原")).isEqualTo(pixels(" "));
    }

    private static List<Integer> pixels(String letter) {
        BufferedImage sheet = new BufferedImage(32, 32, BufferedImage.TYPE_3BYTE_BGR);
        Lettering.write(Cel.inUnits(sheet), letter, 4, 4, 20, Color.WHITE);
        return Arrays.stream(sheet.getRGB(0, 0, 32, 32, null, 0, 32)).boxed().toList();
    }
}
