/**
 * Makes the text that a model is asked with: the rules, the shop, the FAQ entries that were found, what was said before, and the open
 * question, within the model's window. It is pure: it reads nothing, sends nothing, and gives the same prompt for the same input, so that
 * prompts can be compared as whole texts and a model server can cache their beginning. It refuses to put a word that a visitor or an FAQ
 * wrote into the system role; such text is data between marks, see {@link dev.parley.prompt.Fence}. Front door: {@link PromptAssembler}.
 */
@NullMarked
package dev.parley.prompt;

import org.jspecify.annotations.NullMarked;
