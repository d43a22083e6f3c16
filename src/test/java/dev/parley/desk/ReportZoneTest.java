package dev.parley.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL's zone names with a fixed offset use POSIX signs, which are inverted. */
class ReportZoneTest {
    @ParameterizedTest
    @CsvSource({"UTC+02:00,UTC-02:00", "+05:30,UTC-05:30", "GMT-3,UTC+03:00", "UTC,UTC+00:00", "Z,UTC+00:00",
            "Europe/Berlin,Europe/Berlin", "America/St_Johns,America/St_Johns"})
    void zone_isNamedAsPostgresMeansIt(String zone, String sql) {
        assertThat(ReportRepository.sqlName(ZoneId.of(zone))).isEqualTo(sql);
    }
}
