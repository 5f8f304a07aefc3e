package io.genga.standalone.demo;

import io.genga.samplefilm.ink.Cel;
import io.genga.samplefilm.ink.Lettering;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/** Pictures side by side, each pair in a row. Pixels are repeated, not smoothed: nothing flatters either side. */
final class Comparison {

    /** How large a pixel of a detail becomes. */
    private static final int ENLARGEMENT = 4;

    static final int PANEL_WIDTH = ENLARGEMENT * Detail.WIDTH;
    static final int PANEL_HEIGHT = ENLARGEMENT * Detail.HEIGHT;

    private static final int GAP = 4;
    private static final int HEADING = 32;
    private static final Color PAPER = new Color(0x14141c);
    private static final Color INK = new Color(0xf4f4f4);

    private Comparison() {}

    /** What is to be compared: two pictures of the same thing. */
    record Row(BufferedImage before, BufferedImage after) {}

    static BufferedImage draw(List<Row> rows) {
        int height = HEADING + rows.size() * (PANEL_HEIGHT + GAP) - GAP;
        BufferedImage sheet = new BufferedImage(2 * PANEL_WIDTH + GAP, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < rows.size(); i++) {
            int top = HEADING + i * (PANEL_HEIGHT + GAP);
            graphics.drawImage(rows.get(i).before(), 0, top, PANEL_WIDTH, PANEL_HEIGHT, null);
            graphics.drawImage(rows.get(i).after(), PANEL_WIDTH + GAP, top, PANEL_WIDTH, PANEL_HEIGHT, null);
        }
        label(sheet, "before, 512 x 288", 12);
        label(sheet, "after, 1024 x 576", PANEL_WIDTH + GAP + 12);
        return sheet;
    }

    private static void label(BufferedImage sheet, String text, int left) {
        Lettering.write(Cel.inUnits(sheet), text, left, 9, 14, INK);
    }
}
