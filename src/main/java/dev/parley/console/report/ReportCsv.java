package dev.parley.console.report;

import org.jspecify.annotations.Nullable;

/** A report as CSV (RFC 4180). */
final class ReportCsv {
    private static final String HEADER = "key,name,conversations,settled,deflected,handed_off,first_response_median_s,first_response_p90_s,"
            + "resolution_median_s,resolution_p90_s,rated_up,rated_down,cost,saved,currency";
    private static final String END = "\r\n";

    private ReportCsv() {}

    static String of(ReportResponse report) {
        StringBuilder csv = new StringBuilder(HEADER).append(END);
        for (ReportResponse.Item item : report.items()) {
            csv.append(String.join(",", cell(item.key()), cell(item.name()), Long.toString(item.conversations()),
                    Long.toString(item.settled()), Long.toString(item.deflected()), Long.toString(item.handedOff()),
                    number(item.firstResponseSeconds().median()), number(item.firstResponseSeconds().p90()),
                    number(item.resolutionSeconds().median()), number(item.resolutionSeconds().p90()),
                    Long.toString(item.ratedUp()), Long.toString(item.ratedDown()), cell(item.cost()),
                    cell(item.saved()), cell(report.currency()))).append(END);
        }
        return csv.toString();
    }

    private static String number(@Nullable Double seconds) {
        return seconds == null ? "" : Long.toString(Math.round(seconds));
    }

    /** Escapes labels and names that a spreadsheet would run as a formula. */
    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("[\\w.:/@' -]*") ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
