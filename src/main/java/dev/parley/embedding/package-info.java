/**
 * Texts as vectors: texts with the same meaning are close. It owns the local sentence models and their tokenizer, or
 * calls the operator's embedding model within each shop's region and budget. It knows neither entries nor
 * conversations, and stores nothing. Front door: {@link dev.parley.embedding.Embeddings}.
 */
@NullMarked
package dev.parley.embedding;

import org.jspecify.annotations.NullMarked;
