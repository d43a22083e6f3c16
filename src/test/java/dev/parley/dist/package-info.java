/**
 * Makes what is shipped from what the build has packaged: the archive's folder, the JVM's start cache and the container
 * image. Runs in Maven's profile `dist`. Start at {@link dev.parley.dist.DistributionMain}.
 */
package dev.parley.dist;
