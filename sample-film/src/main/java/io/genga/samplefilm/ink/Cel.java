package io.genga.samplefilm.ink;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * A sheet to ink and paint on, {@value #WIDTH} by {@value #HEIGHT} units whatever its size in pixels. Not thread-safe.
 */
public final class Cel {

    public static final int WIDTH = 1024;
    public static final int HEIGHT = 576;

    public static final Color LINE = new Color(0x2b1d2e);

    private final Graphics2D graphics;

    private Cel(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    /** The whole of {@code picture}, which it draws into. */
    public static Cel on(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.scale((double) picture.getWidth() / WIDTH, (double) picture.getHeight() / HEIGHT);
        return new Cel(graphics);
    }

    /** The whole of {@code picture}, however large, one pixel a unit. */
    public static Cel inUnits(BufferedImage picture) {
        return new Cel(picture.createGraphics());
    }

    /** The same sheet, with its origin moved to {@code x}, {@code y} and its units enlarged by {@code scale}. */
    public Cel at(double x, double y, double scale) {
        Graphics2D moved = (Graphics2D) graphics.create();
        moved.translate(x, y);
        moved.scale(scale, scale);
        return new Cel(moved);
    }

    /** The same sheet; what is drawn through it covers what is below by {@code opacity}, 0 to 1. */
    public Cel faded(double opacity) {
        Graphics2D faded = (Graphics2D) graphics.create();
        faded.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        return new Cel(faded);
    }

    public void paint(Shape shape, Paint paint) {
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    /** @param width in units */
    public void line(Shape shape, double width, Paint paint) {
        graphics.setPaint(paint);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** Paints a shape flat and inks its outline. */
    public void ink(Shape shape, Paint paint, double width) {
        paint(shape, paint);
        line(shape, width, LINE);
    }

    /** A finished picture from the origin on, its size in units. */
    public void lay(BufferedImage picture, int width, int height) {
        graphics.drawImage(picture, 0, 0, width, height, null);
    }

    public static Shape oval(double centreX, double centreY, double radiusX, double radiusY) {
        return new Ellipse2D.Double(centreX - radiusX, centreY - radiusY, 2 * radiusX, 2 * radiusY);
    }

    public static Shape box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }
}
