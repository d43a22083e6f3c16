/**
 * FAQ files as shops have them: CSV, spreadsheets' text, JSON and JSON Lines of many systems, in any encoding. Columns and fields are known
 * by their names in many languages; HTML becomes Markdown. It reads and stores nothing. Front door: {@link FaqFile}.
 */
@NullMarked
package dev.parley.faq.file;

import org.jspecify.annotations.NullMarked;
