package dev.parley.spend;

import java.time.ZoneId;
import java.util.List;

/**
 * An answer to a {@link UsageQuery}.
 *
 * @param zone in which its days begin and end
 */
public record UsageReport(UsageQuery query, ZoneId zone, String currency, List<UsageLine> items, UsageLine total) {}
