/**
 * Texts as directions: those that mean the same point the same way. It owns the sentence models in this process with their tokenizer, and
 * asks the operator's embedding model instead where there is one, within each shop's border and budget. It knows neither entries nor
 * conversations, and stores nothing. Front door: {@link dev.parley.embedding.Embeddings}.
 */
@NullMarked
package dev.parley.embedding;

import org.jspecify.annotations.NullMarked;
