/**
 * Makes the text that a model is asked with: the rules, the shop, the FAQ entries that were found, what was said before, and the open
 * question, within the model's window. It is pure: it reads nothing, sends nothing, and gives the same prompt for the same input, so that
 * prompts can be compared as whole texts and a model server can cache their beginning. Rules,
 * shop and entries are the system message, the visitor's words stand in the user's role. It refuses to place a word that a visitor or an
 * FAQ wrote outside marks that say it is data, see {@link dev.parley.prompt.Fence}. Front doors: {@link PromptAssembler},
 * {@link RewritePrompt}, {@link CopilotPrompts}, and {@link StructuredEnd} for what the model may say instead of an answer.
 */
@NullMarked
package dev.parley.prompt;

import org.jspecify.annotations.NullMarked;
