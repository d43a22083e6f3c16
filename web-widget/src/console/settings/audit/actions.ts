/** The actions of the audit log, in words. */
export const ACTIONS: readonly (readonly [string, string])[] = [
  ["agent.invite", "Invited an agent"],
  ["agent.change", "Changed an agent"],
  ["agent.disable", "Disabled an agent"],
  ["agent.link", "Made a password link"],
  ["agent.sign_out", "Signed an agent out"],
  ["agent.reset_second_factor", "Reset a second factor"],
  ["second_factor.on", "Set up a second factor"],
  ["second_factor.off", "Removed a second factor"],
  ["canned_answer.add", "Added a canned answer"],
  ["canned_answer.change", "Changed a canned answer"],
  ["canned_answer.remove", "Removed a canned answer"],
  ["label.set", "Set a label"],
  ["label.remove", "Removed a label"],
  ["handoff_settings.change", "Changed hours or handoff"],
  ["widget_settings.change", "Changed the widget"],
  ["sentences.change", "Changed the sentences"],
  ["faq.create", "Wrote a FAQ entry"],
  ["faq.change", "Changed a FAQ entry"],
  ["faq.status", "Published or withdrew a FAQ entry"],
  ["faq.delete", "Deleted a FAQ entry"],
  ["faq.import", "Imported a FAQ file"],
  ["faq.dismiss", "Dismissed an unanswered question"],
  ["lanes.change", "Changed the models"],
  ["budget.change", "Changed the budget"],
  ["identity.change", "Changed how visitors prove who they are"],
  ["identity.add_secret", "Made a secret for visitors' proofs"],
  ["identity.remove_secret", "Removed a secret for visitors' proofs"],
  ["key.make", "Made an API key"],
  ["key.replace", "Replaced an API key"],
  ["key.revoke", "Revoked an API key"],
  ["tool.add", "Added an action of the bot"],
  ["tool.change", "Changed an action of the bot"],
  ["tool.remove", "Deleted an action of the bot"],
  ["webhook.add", "Added a webhook"],
  ["webhook.change", "Changed a webhook"],
  ["webhook.remove", "Deleted a webhook"],
  ["webhook.pause", "Paused a webhook"],
  ["webhook.resume", "Resumed a webhook"],
  ["webhook.rotate_secret", "Made a webhook's new secret"],
  ["webhook.test", "Sent a test to a webhook"],
  ["webhook.redeliver", "Sent an event to a webhook again"],
];

const WORDS = new Map(ACTIONS);

/** One that this page does not know yet is shown as it is. */
export function said(action: string): string {
  return WORDS.get(action) ?? action;
}
