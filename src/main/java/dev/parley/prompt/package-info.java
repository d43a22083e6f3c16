/**
 * Builds prompts: rules, shop, FAQ entries, history and open question, within the model's window. It is pure: equal
 * input gives an equal prompt, so that prompts can be tested as whole texts and cached by model servers. Rules, shop
 * and entries form the system message; the visitor's words have the user's role. Untrusted text always stands inside
 * {@link dev.parley.prompt.Fence}. Front doors: {@link PromptAssembler}, {@link RewritePrompt}, {@link CopilotPrompts},
 * and {@link StructuredEnd} for what a model may say instead of an answer.
 */
@NullMarked
package dev.parley.prompt;

import org.jspecify.annotations.NullMarked;
