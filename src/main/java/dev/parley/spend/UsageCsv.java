package dev.parley.spend;

import java.math.BigDecimal;
import java.util.Locale;

import dev.parley.spend.UsageQuery.Group;
import org.jspecify.annotations.Nullable;

public final class UsageCsv {
    private static final String HEADER = "day,model,kind,calls,estimated_calls,input_tokens,cached_tokens,output_tokens,cost,saved,currency,audio_seconds";
    private static final String END = "\r\n";

    private UsageCsv() {}

    public static String of(UsageReport report) {
        StringBuilder csv = new StringBuilder(HEADER).append(END);
        for (UsageLine line : report.items()) {
            csv.append(line.day() == null ? "" : line.day()).append(',').append(cell(line.model())).append(',')
                    .append(cell(line.kind())).append(',').append(line.calls()).append(',').append(line.estimated())
                    .append(',').append(line.inputTokens()).append(',').append(line.cachedTokens()).append(',')
                    .append(line.outputTokens()).append(',').append(line.cost()).append(',').append(line.saved())
                    .append(',').append(report.currency()).append(',')
                    .append(BigDecimal.valueOf(line.audioMillis(), 3).stripTrailingZeros().toPlainString()).append(END);
        }
        return csv.toString();
    }

    /** Escapes a model name that a spreadsheet would run as a formula: upstreams choose these names. */
    static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return harmless.matches("[\\w.:/@' -]*") ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    public static String name(UsageReport report) {
        String groups = report.query().groups().stream().map(Group::name).reduce("", (a, b) -> a + "-" + b);
        return "usage-" + report.query().from() + "-" + report.query().to() + groups.toLowerCase(Locale.ROOT) + ".csv";
    }
}
