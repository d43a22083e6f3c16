/**
 * Visitors' recordings: received once, stored encrypted for as long as the shop says, transcribed once, and attached to
 * a message when sent. It calls models through {@code speech} and leaves messages to {@code conversation}. Front doors:
 * {@link Recordings} from upload to text, {@link SentRecordings} to send, {@link Sound} to play, {@link RecordingPurge}
 * to delete; {@link RecordingStore} stores the audio.
 */
@NullMarked
package dev.parley.voice;

import org.jspecify.annotations.NullMarked;
