/**
 * What visitors record instead of typing it: taken in once, kept sealed for as long as the shop says, heard once however often it is sent,
 * and made part of a message when the visitor sends it. It asks models through {@code speech} and leaves messages to {@code conversation}.
 * Front doors: {@link Recordings} from the recording to its text, {@link SentRecordings} when it is sent, {@link Sound} for who listens,
 * {@link RecordingPurge} for its end; {@link RecordingStore} is where the bytes lie.
 */
@NullMarked
package dev.parley.voice;

import org.jspecify.annotations.NullMarked;
