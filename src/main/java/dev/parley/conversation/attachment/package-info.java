/**
 * Files and recordings that belong to a message. Their content lies in other tables; a message holds their names, types and sizes.
 * Front doors: {@link Attachments}, {@link RecordedSounds}.
 */
@NullMarked
package dev.parley.conversation.attachment;

import org.jspecify.annotations.NullMarked;
