package dev.parley.faq.file;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

/** Detects and normalizes HTML in a text, including entities alone and escaped tags. */
final class Markup {
    private static final String BLOCKS = "p|div|section|article|header|footer|figure|figcaption|main|aside|table|thead|tbody|tfoot|tr|td|th"
            + "|caption|colgroup|col|dl|dt|dd|address|details|summary|ul|ol|li|h[1-6]|hr|blockquote|pre|center|html|body|head|title|nav|fieldset|legend"
            + "|script|style|iframe|object|embed|svg|math|noscript|template|form|input|button|select|option|textarea|video|audio|source|track|canvas|link|meta";
    private static final String INLINE = "a|b|i|u|s|q|br|em|tt|abbr|acronym|bdi|bdo|big|cite|code|data|del|dfn|font|img|ins|kbd|label|map|area|mark"
            + "|nobr|picture|ruby|rb|rp|rt|samp|small|span|strike|strong|sub|sup|time|var|wbr|[a-z]+:[a-z-]+";
    private static final Pattern BLOCK = Pattern.compile("(?i)</?(?:" + BLOCKS + ")(?=[\\s/>])[^<>]*>");
    private static final Pattern TAG = Pattern
            .compile("(?i)</?(?:" + BLOCKS + "|" + INLINE + ")(?=[\\s/>])[^<>]*>|<!--");
    /** Looks like a tag but is not: {@code <order number>}, {@code a < b}. */
    private static final Pattern NO_TAG = Pattern
            .compile("(?i)<(?!/?(?:" + BLOCKS + "|" + INLINE + ")(?=[\\s/>])|!--|!doctype)");
    private static final Pattern ESCAPED_TAG = Pattern
            .compile("(?i)&lt;(?:/(?:" + BLOCKS + "|" + INLINE + ")|br\\s*/?)\\s*&gt;");
    private static final Pattern ENTITY = Pattern
            .compile("&(?:#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");
    private static final Pattern NO_ENTITY = Pattern
            .compile("&(?!(?:#\\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)");
    private static final Pattern CODE = Pattern.compile("```.*?```|`[^`\\n]*`", Pattern.DOTALL);
    private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL);
    private static final Pattern BREAK_AND_LINE = Pattern.compile("(?i)(<br\\s*/?>)[ \\t]*\\r?\\n");
    /** Some systems escape a text that was already escaped. */
    private static final int TIMES = 3;

    private Markup() {}

    /** Unescapes tags that were escaped. */
    static String revealed(String text) {
        String html = CDATA.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
        for (int i = 0; i < TIMES && !TAG.matcher(html).find(); i++) {
            String once = html.replace("&amp;lt;", "&lt;").replace("&amp;gt;", "&gt;");
            if (!ESCAPED_TAG.matcher(once).find()) {
                return html;
            }
            html = Parser.unescapeEntities(once, false);
        }
        return html;
    }

    static boolean hasTags(String text) {
        return TAG.matcher(text).find() && TAG.matcher(withoutCode(text)).find();
    }

    static boolean hasBlocks(String html) {
        return BLOCK.matcher(withoutCode(html)).find();
    }

    private static String withoutCode(String text) {
        return CODE.matcher(text).replaceAll("");
    }

    /** Escapes what an HTML parser would swallow although it is no tag. A final {@code <br>} is one break. */
    static String defused(String html) {
        String whole = NO_ENTITY.matcher(html).replaceAll("&amp;");
        return BREAK_AND_LINE.matcher(NO_TAG.matcher(whole).replaceAll("&lt;")).replaceAll("$1");
    }

    /** Decodes entities outside code. */
    static String unescaped(String text) {
        if (!ENTITY.matcher(text).find()) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            out.append(characters(text.substring(from, code.start()))).append(code.group());
            from = code.end();
        }
        return out.append(characters(text.substring(from))).toString();
    }

    private static String characters(String text) {
        String plain = text;
        for (int i = 0; i < TIMES && ENTITY.matcher(plain).find(); i++) {
            plain = ENTITY.matcher(plain)
                    .replaceAll(found -> Matcher.quoteReplacement(Parser.unescapeEntities(found.group(), true)));
        }
        return plain.replace('\u00a0', ' ');
    }
}
