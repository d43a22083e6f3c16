package dev.parley.faq.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Converts other systems' HTML to Markdown. Drops scripts, forms, frames, styles and other links. */
public final class HtmlToMarkdown implements NodeVisitor {
    private static final String SILENT = "script,style,iframe,object,embed,svg,math,noscript,template,form,input,button,select,textarea,"
            + "video,audio,canvas,head,link,meta";
    private static final Set<String> BLOCKS = Set.of("p", "div", "section", "article", "header", "footer", "figure",
            "figcaption", "main", "aside", "table", "dl", "dt", "dd", "address", "details", "summary");
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:|tel:)[^\\s<>\"\\\\\\p{Cntrl}]+");
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*\\[\\]]");
    private static final Pattern LINE_MARK = Pattern.compile("^([#>+-]|\\d+[.)])(?=\\s|$)");

    private static final Pattern EMPTY = Pattern.compile("(?<!\\\\)\\[]\\([^()\\s]*\\)");
    /** Longer than any valid answer with its tags; longer texts are left unchanged and refused later. */
    private static final int LONGEST = 200_000;
    /** Deeper than people nest; each level of a hostile file would lengthen every line. */
    private static final int DEEPEST = 5;

    private final StringBuilder out = new StringBuilder();
    private final Deque<Integer> lists = new ArrayDeque<>();
    /** Line breaks pending before the next word: 1 for a new line, 2 for a new paragraph. */
    private int due;
    /** The marker of a list item that has no text yet. */
    private String lead = "";
    private int quotes;
    private int pre;
    private int table;
    private boolean firstRow;

    /** True for Markdown with some tags in it: keep its lines and markers. */
    private final boolean mixed;
    private final Deque<Integer> marks = new ArrayDeque<>();

    private HtmlToMarkdown(boolean mixed) {
        this.mixed = mixed;
    }

    /** Returns text without tags or entities outside code unchanged: it is Markdown or plain text. */
    public static String of(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String html = Shortcodes.removed(Markup.revealed(text));
        if (!Markup.hasTags(html)) {
            return html.equals(text) ? Markup.unescaped(html) : Markup.unescaped(html).strip();
        }
        boolean mixed = !Markup.hasBlocks(html);
        Document page = Jsoup.parseBodyFragment(Markup.defused(html));
        page.select(SILENT).remove();
        HtmlToMarkdown writer = new HtmlToMarkdown(mixed);
        NodeTraversor.traverse(writer, page.body());
        return EMPTY.matcher(writer.out).replaceAll("").replaceAll("[ \t]+\n", "\n").replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    static String plain(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String html = Shortcodes.removed(Markup.revealed(text)).strip();
        return Markup.hasTags(html) ? Jsoup.parseBodyFragment(Markup.defused(html)).text() : Markup.unescaped(html);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            text(text);
        } else if (node instanceof Element element) {
            open(element, element.normalName());
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            close(element, element.normalName());
        }
    }

    private void text(TextNode node) {
        if (pre > 0) {
            out.append(node.getWholeText());
            return;
        }
        if (mixed) {
            write(node.getWholeText().replace('\u00a0', ' '));
            return;
        }
        boolean lineStart = due > 0 || out.isEmpty();
        String text = SPECIAL.matcher(node.text().replace('\u00a0', ' ')).replaceAll("\\\\$0");
        if (lineStart) {
            text = LINE_MARK.matcher(text.stripLeading()).replaceFirst("\\\\$1");
        }
        if (!text.isEmpty()) {
            write(text);
        }
    }

    private void open(Element element, String name) {
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                block();
                write("#".repeat(name.charAt(1) - '0') + " ");
            }
            case "br" -> line();
            case "hr" -> {
                block();
                write("---");
            }
            case "b", "strong", "em", "i", "code" -> {
                write(mark(name));
                marks.push(out.length());
            }
            case "a" -> write(target(element).isEmpty() ? "" : "[");
            case "img" -> write(SPECIAL.matcher(element.attr("alt")).replaceAll("\\\\$0"));
            case "ul", "ol" -> {
                block();
                lists.push(name.equals("ol") ? 1 : 0);
            }
            case "li" -> item();
            case "blockquote" -> {
                block();
                quotes++;
            }
            case "pre" -> {
                block();
                write("```\n");
                pre++;
            }
            case "tr" -> {
                line();
                write("|");
                table++;
            }
            case "td", "th" -> write(" ");
            default -> {
                if (BLOCKS.contains(name)) {
                    firstRow = firstRow || name.equals("table");
                    block();
                }
            }
        }
    }

    private void close(Element element, String name) {
        switch (name) {
            case "b", "strong", "em", "i", "code" -> closeMark(mark(name), marks.pop());
            case "a" -> {
                String target = target(element);
                write(target.isEmpty() ? "" : "](" + target + ")");
            }
            case "ul", "ol" -> {
                lists.pop();
                lead = "";
                block();
            }
            case "blockquote" -> {
                quotes--;
                block();
            }
            case "pre" -> {
                pre--;
                out.append("\n```");
                block();
            }
            case "td", "th" -> write(" |");
            case "tr" -> row(element);
            case "h1", "h2", "h3", "h4", "h5", "h6", "hr" -> block();
            default -> {
                if (BLOCKS.contains(name)) {
                    block();
                }
            }
        }
    }

    private void closeMark(String mark, int from) {
        int last = out.length();
        while (last > from && Character.isWhitespace(out.charAt(last - 1))) {
            last--;
        }
        if (last == from || mark.isEmpty()) {
            out.delete(from - (last == from ? mark.length() : 0), from);
            return;
        }
        int first = from;
        while (Character.isWhitespace(out.charAt(first))) {
            first++;
        }
        out.insert(last, mark);
        if (first > from) {
            String blanks = out.substring(from, first);
            out.delete(from - mark.length(), first).insert(from - mark.length(), blanks + mark);
        }
    }

    /** Markdown tables need a header; uses the first row. */
    private void row(Element row) {
        table--;
        if (firstRow) {
            firstRow = false;
            line();
            write("|" + " --- |".repeat(row.childrenSize()));
        }
        line();
    }

    private void item() {
        line();
        int number = lists.isEmpty() ? 0 : lists.pop();
        lead = indent() + (number == 0 ? "- " : number + ". ");
        lists.push(number == 0 ? 0 : number + 1);
    }

    private String mark(String name) {
        if (pre > 0) {
            return "";
        }
        return switch (name) {
            case "code" -> "`";
            case "b", "strong" -> "**";
            default -> "*";
        };
    }

    private static String target(Element link) {
        String target = link.attr("href").strip();
        return LINK.matcher(target).matches() ? target.replace("(", "%28").replace(")", "%29") : "";
    }

    private String indent() {
        return "  ".repeat(Math.min(lists.size(), DEEPEST));
    }

    /** Starts a paragraph; only a new line within a list, nothing within a table. */
    private void block() {
        if (table == 0 && lists.isEmpty()) {
            due = 2;
        } else {
            line();
        }
    }

    private void line() {
        if (table > 0) {
            out.append(' ');
        } else {
            due = Math.max(due, 1);
        }
    }

    private void write(String text) {
        if (text.isEmpty()) {
            return;
        }
        if (due > 0) {
            out.append(out.isEmpty() ? "" : "\n".repeat(due)).append("> ".repeat(Math.min(quotes, DEEPEST)))
                    .append(lead.isEmpty() ? indent() : lead);
            lead = "";
            due = 0;
        }
        out.append(text);
    }
}
