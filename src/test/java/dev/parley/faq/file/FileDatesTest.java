package dev.parley.faq.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import dev.parley.faq.FaqImport.Read;
import dev.parley.faq.FaqImport.RowError;
import dev.parley.faq.ReadFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileDatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2026-12-24|2026-12-24", "2026-12-24T18:00:00+02:00|2026-12-24T18:00:00+02:00",
            "2026-12-24 18:00:00|2026-12-24T18:00Z", "2026/12/24|2026-12-24", "2026.12.24|2026-12-24",
            "2026. 12. 24.|2026-12-24",
            "2026年12月24日|2026-12-24", "2026년 12월 24일|2026-12-24", "24.12.2026|2026-12-24", "24.12.26|2026-12-24",
            "5.3.2026|2026-03-05", "24.12.2026 18:30|2026-12-24T18:30Z", "24/12/2026|2026-12-24",
            "12/24/2026|2026-12-24",
            "12/24/2026 6:30 PM|2026-12-24T18:30Z", "12/24/26 12:05 am|2026-12-24T00:05Z", "24-12-2026|2026-12-24",
            "20261224|2026-12-24", "46380|2026-12-24", "24.12.2026 00:00:00|2026-12-24",
            "2026-12-24 00:00+02:00|2026-12-24T00:00+02:00", "46380,75|2026-12-24T18:00Z",
            "1798135200|2026-12-24T18:00Z",
            "1798135200000|2026-12-24T18:00Z", "24. Dezember 2026|2026-12-24", "Dec 24, 2026|2026-12-24",
            "24 Dec 2026|2026-12-24",
            "24-Dec-2026|2026-12-24", "31-Dec-26|2026-12-31", "30 Nov 26|2026-11-30", "Nov 30, 26|2026-11-30",
            "1. März 27|2027-03-01", "24 décembre 2026|2026-12-24", "24 de diciembre de 2026|2026-12-24",
            "24 декабря 2026|2026-12-24",
            "24 Aralık 2026|2026-12-24", "1st March 2026|2026-03-01", "2026-12-24 18:00 UTC|2026-12-24T18:00Z",
            "2026-12-24 18:00 +0200|2026-12-24T18:00+02:00", "11/11/2026|2026-11-11", "soon|soon",
            "31.02.2026|31.02.2026",
            "99.99.2026|99.99.2026", "Christmas 2026|Christmas 2026"})
    void dateInAnyForm_isIso(String written, String iso) {
        assertThat(FileDates.of(List.of(written), "en").iso(written)).isEqualTo(iso);
    }

    @ParameterizedTest
    @CsvSource({"never", "-", "n/a", "0000-00-00", "''", "unbegrenzt"})
    void neverInWords_isNoDate(String written) {
        assertThat(FileDates.of(List.of(), "en").iso(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"de,2026-04-03", "en-GB,2026-04-03", "en-US,2026-03-04", "fr,2026-04-03"})
    void ambiguousDate_isReadAsTheShopsCountryDoes(String locale, String iso) {
        assertThat(FileDates.of(List.of("03/04/2026"), locale).iso("03/04/2026")).isEqualTo(iso);
    }

    @Test
    void otherDatesOfTheFile_tellTheOrder() {
        assertThat(FileDates.of(List.of("03/04/2026", "25/04/2026"), "en-US").iso("03/04/2026"))
                .isEqualTo("2026-04-03");
        assertThat(FileDates.of(List.of("03/04/2026", "04/25/2026"), "de").iso("03/04/2026")).isEqualTo("2026-03-04");
    }

    @Test
    void dateThatNothingTells_isAskedAbout() {
        Read read = ReadFiles.csv("question,answer,valid until\nOne?,1,03/04/2026\nTwo?,2,never\nThree?,3,nonsense\n");

        assertThat(ReadFiles.questions(read)).containsExactly("Two?");
        assertThat(read.errors()).extracting(RowError::code).containsExactly("ambiguous_date", "bad_valid_until");
        assertThat(read.errors().getFirst().detail()).contains("2026-04-03", "2026-03-04");
    }
}
