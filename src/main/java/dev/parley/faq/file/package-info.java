/**
 * Parses FAQ files: CSV, spreadsheet text, JSON and JSON Lines from many systems, in any encoding. Columns and fields
 * are recognized by their names in many languages; HTML becomes Markdown. It does no I/O. Front door: {@link FaqFile}.
 */
@NullMarked
package dev.parley.faq.file;

import org.jspecify.annotations.NullMarked;
