package dev.parley.platform.database;

import java.util.List;

/** Which of its tables' rows end by themselves, as the owner of the tables knows; {@link ExpiredRows} removes them. */
public interface ExpiringTables {
    List<Expiry> expiries();
}
