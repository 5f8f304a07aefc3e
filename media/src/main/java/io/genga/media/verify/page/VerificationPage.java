package io.genga.media.verify.page;

import io.genga.media.timeline.DrawingTimeline;
import io.genga.media.timeline.TimelineFigure;
import io.genga.media.verify.Check;
import io.genga.media.verify.ComparisonReport;
import io.genga.media.verify.Likeness;
import java.util.Locale;

/** A report as one HTML file, without scripts, and without anything that lies elsewhere. */
public final class VerificationPage {

    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private VerificationPage() {}

    /** @return to be kept as UTF-8 */
    public static String of(ComparisonReport report) {
        return of(report, "", "");
    }

    /**
     * @param computed by genga, of the film that was compared
     * @return to be kept as UTF-8
     */
    public static String of(ComparisonReport report, DrawingTimeline computed) {
        return of(report, Html.style(TimelineFigure.class, TimelineFigure.STYLE), ComputedSection.of(computed));
    }

    private static String of(ComparisonReport report, String furtherStyle, String furtherSection) {
        return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n"
                + "<title>" + verdict(report) + "</title>\n<style>\n"
                + Html.style(VerificationPage.class, "verification.css") + furtherStyle + "</style>\n</head>\n<body>\n"
                + header(report)
                + checks(report)
                + likeness(report.likeness())
                + TimelineSection.of(report.timeline())
                + furtherSection
                + StripSection.of(report.strips())
                + "</body>\n</html>\n";
    }

    private static String verdict(ComparisonReport report) {
        long failed = report.checks().stream().filter(check -> !check.passed()).count();
        return failed == 0
                ? "No fault was found"
                : failed + " of " + report.checks().size() + " checks failed";
    }

    private static String header(ComparisonReport report) {
        return "<header class=\"" + (report.passed() ? "good" : "bad") + "\">\n<h1>" + verdict(report) + "</h1>\n"
                + report.firstFault()
                        .map(fault -> "<p class=\"reason\">" + Html.text(fault.sentence()) + "</p>\n")
                        .orElse("")
                + "<dl><dt>source</dt><dd>" + Html.text(report.source()) + "</dd><dt>result</dt><dd>"
                + Html.text(report.result()) + "</dd><dt>frames</dt><dd>" + report.frames() + "</dd></dl>\n</header>\n";
    }

    private static String checks(ComparisonReport report) {
        StringBuilder html = new StringBuilder("<section>\n<h2>Checks</h2>\n<ul class=\"checks\">\n");
        for (Check check : report.checks()) {
            html.append("<li class=\"")
                    .append(check.passed() ? "good" : "bad")
                    .append("\"><b>")
                    .append(check.passed() ? "✓" : "✗")
                    .append(' ')
                    .append(Html.text(check.name()))
                    .append("</b> <span>")
                    .append(Html.text(check.finding()))
                    .append("</span></li>\n");
        }
        return html.append("</ul>\n</section>\n").toString();
    }

    private static String likeness(Likeness likeness) {
        StringBuilder html = new StringBuilder("<section>\n<h2>Likeness</h2>\n<dl>\n");
        if (likeness.deltaE() != null) {
            html.append(String.format(
                    Locale.ROOT,
                    "<dt>ΔE</dt><dd>%.2f on the mean, %.2f at most (%s)"
                            + " <small>CIEDE2000 of areas of one colour, in every fifth frame;"
                            + " about 1 is what people can just see</small></dd>%n",
                    likeness.deltaE(),
                    likeness.worstDeltaE(),
                    FilmTime.precise(likeness.worstDeltaESeconds())));
        }
        String decibels =
                likeness.decibels() == null ? "equal" : String.format(Locale.ROOT, "%.1f dB", likeness.decibels());
        html.append("<dt>luma</dt><dd>")
                .append(decibels)
                .append(" <small>PSNR, both made as small as 64 by 36 blocks</small></dd>\n");
        return html.append("</dl>\n</section>\n").toString();
    }
}
