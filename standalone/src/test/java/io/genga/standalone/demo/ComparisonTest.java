package io.genga.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void each_row_shows_the_picture_before_on_the_left_and_the_one_after_on_the_right() {
        BufferedImage sheet = Comparison.draw(List.of(
                new Comparison.Row(plain(Color.RED, 1), plain(Color.GREEN, 2)),
                new Comparison.Row(plain(Color.BLUE, 1), plain(Color.YELLOW, 2))));

        int left = Comparison.PANEL_WIDTH / 2;
        int right = sheet.getWidth() - left;
        int lower = sheet.getHeight() - Comparison.PANEL_HEIGHT / 2;
        int upper = lower - Comparison.PANEL_HEIGHT;
        assertThat(new Color(sheet.getRGB(left, upper))).isEqualTo(Color.RED);
        assertThat(new Color(sheet.getRGB(right, upper))).isEqualTo(Color.GREEN);
        assertThat(new Color(sheet.getRGB(left, lower))).isEqualTo(Color.BLUE);
        assertThat(new Color(sheet.getRGB(right, lower))).isEqualTo(Color.YELLOW);
    }

    @Test
    void a_detail_is_the_same_part_of_the_film_and_of_its_enlargement() {
        Detail detail = Detail.OF_SAMPLE_FILM.get(0);
        BufferedImage film = new BufferedImage(512, 288, BufferedImage.TYPE_3BYTE_BGR);
        film.setRGB(detail.area().x, detail.area().y, Color.RED.getRGB());
        BufferedImage enlarged = new BufferedImage(1024, 576, BufferedImage.TYPE_3BYTE_BGR);
        enlarged.setRGB(2 * detail.area().x, 2 * detail.area().y, Color.RED.getRGB());

        assertThat(detail.in(film).getWidth()).isEqualTo(Detail.WIDTH);
        assertThat(detail.in(enlarged).getWidth()).isEqualTo(2 * Detail.WIDTH);
        assertThat(new Color(detail.in(film).getRGB(0, 0))).isEqualTo(Color.RED);
        assertThat(new Color(detail.in(enlarged).getRGB(0, 0))).isEqualTo(Color.RED);
    }

    private static BufferedImage plain(Color colour, int scale) {
        BufferedImage picture =
                new BufferedImage(scale * Detail.WIDTH, scale * Detail.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        return picture;
    }
}
