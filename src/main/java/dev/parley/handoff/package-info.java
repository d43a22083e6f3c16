/**
 * When a person is needed, and the queue in which visitors wait. It changes the owner, informs the visitor and tracks
 * agents' presence; it writes no other messages. Front doors: {@link Handoffs} to request, {@link Claims} for agents,
 * {@link HandoffSettingsStore} for settings.
 * <p>
 * Who is there, from the heartbeat to the visitor: {@link Presence} stores heartbeats of open consoles;
 * {@link AgentDuties} whether an agent is away or disabled; {@link AgentStatuses} derives one agent's status from both;
 * {@link AbsenceRules} says when a question is taken from an absent agent; {@link TeamAvailability} derives what the
 * team as a whole can offer a visitor now, an {@link Availability}. How much work there is comes from
 * {@link dev.parley.conversation.lookup.Workload}; {@link WaitingVisitors} is the queue.
 */
@NullMarked
package dev.parley.handoff;

import org.jspecify.annotations.NullMarked;
