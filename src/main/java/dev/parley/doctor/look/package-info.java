/**
 * Looks at the installation: database, disk, mail server, models, public address. Returns what it saw, failures
 * included, and judges nothing. No secret leaves this package.
 */
@NullMarked
package dev.parley.doctor.look;

import org.jspecify.annotations.NullMarked;
