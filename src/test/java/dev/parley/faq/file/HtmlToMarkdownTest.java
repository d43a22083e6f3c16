package dev.parley.faq.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlToMarkdownTest {
    @Test
    void article_keepsItsShape() {
        String html = """
                <h2>Returns</h2>
                <p>You have <strong>30 days</strong>.<br>Then <em>ask</em> <a href="https://shop.example/help?a=1&amp;b=2">us</a>.</p>
                <ul><li>unworn</li><li><p>in its box</p><ol><li>lid</li><li>paper</li></ol></li></ul>
                <blockquote><p>Keep the receipt.</p></blockquote>
                <pre><code>RMA-*1*</code></pre>
                <p>Bye&nbsp;&amp; thanks</p>""";

        assertThat(HtmlToMarkdown.of(html)).isEqualTo("""
                ## Returns

                You have **30 days**.
                Then *ask* [us](https://shop.example/help?a=1&b=2).

                - unworn
                - in its box
                  1. lid
                  2. paper

                > Keep the receipt.

                ```
                RMA-*1*
                ```

                Bye & thanks""");
    }

    @Test
    void table_isOneOfMarkdowns() {
        assertThat(HtmlToMarkdown.of(
                "<table><tr><th>Size</th><th>EU</th></tr><tr><td><p>S</p></td><td>36</td></tr></table>")
                .replaceAll(" +", " ")).isEqualTo("| Size | EU |\n| --- | --- |\n| S | 36 |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>a</p><script>alert(1)</script>", "<p onclick=\"alert(1)\">a</p>",
            "<style>p{}</style><p>a</p>",
            "<p>a</p><iframe src=\"https://evil.example\"></iframe>", "<p>a</p><img src=x onerror=alert(1)>",
            "<p>a<form action=//evil.example><input value=x></form></p>",
            "<p>a</p><svg><script>alert(1)</script></svg>",
            "<a href=\"javascript:alert(1)\">a</a>", "<a href=\"java\nscript:alert(1)\">a</a>",
            "<a href=\"data:text/html,x\">a</a>", "<a href=\"//evil.example\">a</a>", "<p>a<!-- hidden words --></p>",
            "<a href=\"https://x.example\n)[b](javascript:alert(1)\">a</a>", "<p>a</p><template><p>b</p></template>"})
    void whatATextCannotSay_goes(String html) {
        assertThat(HtmlToMarkdown.of(html)).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<p>2 * 3 * 4</p>|2 \\* 3 \\* 4", "<p># no title</p>|\\# no title",
            "<p>[x](javascript:alert(1))</p>|\\[x\\](javascript:alert(1))", "<p>1. first</p>|\\1. first",
            "<p>a &lt;b&gt; c</p>|a <b> c", "<b></b><p>x</p>|x", "<a href='https://x.example'></a><p>x</p>|x",
            "<img alt='A jacket' src='x.png'><p>x</p>|A jacket  x", "plain < text|plain < text", "**bold**|**bold**"})
    void text_staysText(String html, String markdown) {
        assertThat(HtmlToMarkdown.of(html).replace('\n', ' ')).isEqualTo(markdown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "<ul><li>", "<blockquote>", "<div>", "<a href='https://x.example'>",
            "<table><tr><td>", "<"})
    void hostileNesting_takesLittleTime(String tag) {
        String html = tag.repeat(190_000 / tag.length()) + "x";

        String markdown = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> HtmlToMarkdown.of(html));

        assertThat(markdown.length()).isLessThan(10_000_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"4&#44;90&nbsp;&euro; &ndash; ok|4,90 € – ok",
            "AT&amp;T &amp;amp; Co|AT&T & Co",
            "&lt;p&gt;A &lt;b&gt;word&lt;/b&gt;&lt;/p&gt;|A **word**", "&amp;lt;p&amp;gt;A&amp;lt;/p&amp;gt;|A",
            "<![CDATA[<p>A</p>]]>|A",
            "<p><strong>Note: </strong>sale items <em> only</em>.</p>|**Note:** sale items  *only*.", "<b> </b>x|x",
            "Quote <order number> and a < b|Quote <order number> and a < b",
            "<p>Quote <order number></p>|Quote <order number>",
            "**Closed**<br>on <u>Sundays</u>|**Closed**/on Sundays", "- one<br/>/- <b>two</b>|- one/- **two**",
            "Say `<b>&amp;</b>` in code|Say `<b>&amp;</b>` in code", "?a=1&copy=2&amp;b=3|?a=1&copy=2&b=3",
            "One//Two <b>three</b>//Four|One//Two **three**//Four", "<o:p>Word</o:p>|Word", "a<!-- hidden -->b|ab",
            "<font color=red>A</font>|A", "&unknown; &|&unknown; &", "<p>Fish &chips; <3</p>|Fish &chips; <3"})
    void htmlOfEveryKind_becomesMarkdown(String html, String markdown) {
        assertThat(HtmlToMarkdown.of(html.replace("//", "\n\n").replace(">/-", ">\n-")).replace("\n", "/"))
                .isEqualTo(markdown);
    }

    @Test
    void title_hasNoMarks() {
        assertThat(HtmlToMarkdown.plain("How <b>long</b>?")).isEqualTo("How long?");
        assertThat(HtmlToMarkdown.plain("Tom &amp; Ada < 6?")).isEqualTo("Tom & Ada < 6?");
        assertThat(HtmlToMarkdown.plain("Where is my <order number>?")).isEqualTo("Where is my <order number>?");
        assertThat(HtmlToMarkdown.plain("Fish &amp;amp; <i>chips</i>")).isEqualTo("Fish &amp; chips");
    }
}
