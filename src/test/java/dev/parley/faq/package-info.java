@NullMarked
package dev.parley.faq;

import org.jspecify.annotations.NullMarked;
