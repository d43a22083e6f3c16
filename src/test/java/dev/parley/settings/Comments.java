package dev.parley.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;

/** Javadoc of a type and its members as Markdown. */
record Comments(DocTrees trees, TreePath type) {
    private static final Pattern INLINE = Pattern.compile("\\{@(code|link|linkplain)\\s+([^}]+)}");

    /** Without block tags; empty if there is none. */
    String of(Tree member) {
        return markdown(raw(member).split("(?m)^\\s*@", 2)[0]);
    }

    /** What `@param` says; empty if nothing. */
    String ofParameter(Tree method, String name) {
        Matcher tag = Pattern.compile("(?ms)^\\s*@param\\s+" + Pattern.quote(name) + "\\s+(.*?)(?=^\\s*@\\w|\\z)")
                .matcher(raw(method));
        return tag.find() ? markdown(tag.group(1)) : "";
    }

    private String raw(Tree member) {
        String comment = trees.getDocComment(member == type.getLeaf() ? type : new TreePath(type, member));
        return comment == null ? "" : comment;
    }

    private static String markdown(String javadoc) {
        return INLINE.matcher(javadoc).replaceAll(tag -> Matcher.quoteReplacement("`" + tag.group(2).strip() + "`"))
                .replaceAll("\\s+", " ").strip();
    }
}
