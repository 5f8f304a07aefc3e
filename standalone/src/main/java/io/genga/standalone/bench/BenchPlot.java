package io.genga.standalone.bench;

import io.genga.contracts.request.DrawingReuse;
import io.genga.media.verify.page.Html;
import java.util.Locale;

/** What was measured, as bars in SVG: how much of the processor's time each setting takes, and how much of that the network does. */
public final class BenchPlot {

    private static final int ROW = 44;
    private static final int TOP = 64;
    private static final int LEFT = 90;
    private static final int BAR = 22;

    /** Of the bar of {@code off}, in SVG's units. */
    private static final int WIDTH = 480;

    private BenchPlot() {}

    /** @param film its name, for people */
    public static String of(BenchResult result, String film) {
        int height = TOP + ROW * result.settings().size() + 40;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<rect width=\"720\" height=\"%d\" fill=\"#fff\"/>%n"
                        + "<text x=\"16\" y=\"24\" font-size=\"16\">%s on %s</text>%n"
                        + "<text x=\"16\" y=\"44\" fill=\"#666\">%s; processor time of inference, of that without reuse; %s"
                        + "</text>%n",
                height,
                height,
                Html.text(result.plan().network().reference().name()),
                Html.text(film),
                Html.text(result.device()),
                runs(result.runs().size())));
        int y = TOP;
        for (DrawingReuse reuse : result.settings()) {
            svg.append(bar(result, reuse, y));
            y += ROW;
        }
        return svg.append(legend(y)).append("</svg>\n").toString();
    }

    private static String runs(int count) {
        return count == 1 ? "one run" : "median and range of " + count + " runs";
    }

    private static String bar(BenchResult result, DrawingReuse reuse, int y) {
        Ratio share = result.processorOfOff(reuse);
        double network = share.median() * result.networkShareOfProcessor(reuse).median();
        return String.format(
                Locale.ROOT,
                "<text x=\"16\" y=\"%d\">%s</text>%n"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#a8c4ea\"/>%n"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#2458a6\"/>%n"
                        + "<path d=\"M%.1f %dH%.1f\" stroke=\"#111\" stroke-width=\"2\"/>%n"
                        + "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
                y + 16,
                reuse,
                LEFT,
                y,
                WIDTH * share.median(),
                BAR,
                LEFT,
                y,
                WIDTH * Math.min(network, share.median()),
                BAR,
                LEFT + WIDTH * share.least(),
                y + BAR / 2,
                LEFT + WIDTH * share.most(),
                LEFT + WIDTH * share.most() + 10,
                y + 16,
                share.text(2));
    }

    private static String legend(int y) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"#2458a6\"/><text x=\"%d\" y=\"%d\">the network alone, on tiles"
                        + " of these sizes</text>%n"
                        + "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"12\" fill=\"#a8c4ea\"/><text x=\"%d\" y=\"%d\">all else: finding"
                        + " changes, tensors, copies</text>%n",
                LEFT,
                y + 8,
                LEFT + 18,
                y + 19,
                LEFT + 300,
                y + 8,
                LEFT + 318,
                y + 19);
    }
}
