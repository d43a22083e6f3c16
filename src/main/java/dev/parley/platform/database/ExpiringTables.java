package dev.parley.platform.database;

import java.util.List;

/** Declares which rows of a package's tables expire. {@link ExpiredRows} removes them. */
public interface ExpiringTables {
    List<Expiry> expiries();
}
