package dev.parley.spend;

import java.time.ZoneId;
import java.util.List;

public record UsageReport(UsageQuery query, ZoneId zone, String currency, List<UsageLine> items, UsageLine total) {}
