/**
 * Files and recordings of messages. A message holds their names, types and sizes; the content is in other tables. Front
 * doors: {@link Attachments}, {@link RecordedSounds}.
 */
@NullMarked
package dev.parley.conversation.attachment;

import org.jspecify.annotations.NullMarked;
