/** Made by `npm run types` from src/docs/openapi-console.yaml. */
export interface components {
    schemas: {
        readonly Action: {
            readonly name: string;
            readonly arguments: string;
            readonly outcome: string;
            /** Format: int32 */
            readonly status: number | null;
            /** Format: int64 */
            readonly millis: number;
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000031",
         *       "name": "cancel_order",
         *       "arguments": "{\"number\":\"A-7\"}",
         *       "consent": true,
         *       "state": "ended",
         *       "outcome": "done",
         *       "status": 200,
         *       "asked_at": "2026-11-29T10:00:00Z",
         *       "answered_at": "2026-11-29T10:00:20Z",
         *       "agreed_seq": 3,
         *       "begun_at": "2026-11-29T10:00:20Z",
         *       "tries": 1,
         *       "ended_at": "2026-11-29T10:00:21Z",
         *       "conversation": "018f3b5e-7c1a-7000-8000-000000000003"
         *     }
         */
        readonly ActionRecord: {
            readonly id: components["schemas"]["UUID"];
            readonly name: string;
            readonly arguments: string;
            readonly consent: boolean;
            /** @enum {string} */
            readonly state: "asked" | "declined" | "agreed" | "performing" | "ended";
            readonly outcome?: string;
            /** Format: int32 */
            readonly status?: number;
            readonly asked_at?: components["schemas"]["Instant"];
            readonly answered_at?: components["schemas"]["Instant"];
            /** Format: int64 */
            readonly agreed_seq?: number;
            readonly begun_at?: components["schemas"]["Instant"];
            /** Format: int32 */
            readonly tries: number;
            readonly ended_at?: components["schemas"]["Instant"];
            readonly conversation: components["schemas"]["UUID"];
        };
        readonly AgentRequest: {
            readonly email?: string;
            readonly name?: string;
            readonly role?: string;
            /** Format: int32 */
            readonly capacity?: number;
            readonly skills?: readonly string[];
            readonly disabled?: boolean;
        };
        readonly AgentResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly email: string;
            readonly name: string;
            /** @enum {string} */
            readonly role: "agent" | "supervisor" | "administrator";
            readonly invited: boolean;
            readonly disabled: boolean;
            readonly away: boolean;
            /** Format: int32 */
            readonly capacity?: number;
            readonly skills: readonly string[];
        };
        readonly Assign: {
            readonly agent?: string;
        };
        readonly Attachment: {
            readonly id: components["schemas"]["UUID"];
            readonly name: string;
            readonly type: string;
            /** Format: int32 */
            readonly size: number;
        };
        /** @enum {string} */
        readonly BotHandsOver: "at_once" | "after_asking" | "never";
        readonly BudgetResponse: {
            readonly currency: string;
            readonly zone: string;
            readonly day: components["schemas"]["Spent"];
            readonly month: components["schemas"]["Spent"];
            /** Format: int64 */
            readonly conversation_tokens?: number;
            readonly own: components["schemas"]["OwnBudget"];
        };
        readonly Canned: {
            readonly shortcut: string;
            readonly text: string;
        };
        readonly CannedResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly shortcut: string;
            readonly text: string;
            readonly updated_at: components["schemas"]["Instant"];
            /** @description For `If-Match`. */
            readonly etag: string;
        };
        readonly ChangeRequest: {
            readonly current: string;
            readonly password: string;
        };
        readonly ChangeResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly at: components["schemas"]["Instant"];
            readonly agent?: components["schemas"]["UUID"];
            readonly key?: components["schemas"]["UUID"];
            readonly name: string;
            readonly action: string;
            readonly target?: string;
        };
        readonly ChoiceRequest: {
            readonly token: string;
            readonly password: string;
        };
        readonly CodesResponse: {
            readonly recovery_codes: readonly string[];
        };
        readonly ContextResponse: {
            readonly conversation: components["schemas"]["InboxItemResponse"];
            /** @description A JSON object of the shop's own. */
            readonly attributes: {
                readonly [key: string]: unknown;
            };
            readonly actions: readonly components["schemas"]["ActionRecord"][];
            readonly earlier: readonly components["schemas"]["InboxItemResponse"][];
        };
        /** @enum {string} */
        readonly DayOfWeek: "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY" | "SUNDAY";
        readonly Draft: {
            readonly text: string;
            readonly at?: components["schemas"]["Instant"];
        };
        readonly DraftRequest: {
            readonly text?: string;
        };
        readonly DraftedResponse: {
            readonly text: string;
            readonly sources: readonly components["schemas"]["Source"][];
            readonly model?: string;
            readonly cost?: string;
        };
        readonly Entry: {
            readonly id: components["schemas"]["UUID"];
            readonly question: string;
            /** Format: double */
            readonly score: number;
            readonly verdict: string;
        };
        readonly Evidence: {
            readonly understood?: components["schemas"]["Understood"];
            readonly entries: readonly components["schemas"]["Entry"][];
            readonly prompt?: readonly components["schemas"]["Sent"][];
            readonly model?: string;
            readonly model_request_id?: string;
            readonly model_error?: string;
            /** Format: int32 */
            readonly model_attempts: number;
            /** Format: int32 */
            readonly prompt_tokens: number;
            /** Format: int32 */
            readonly answer_tokens: number;
            readonly tokens_estimated: boolean;
            readonly cost?: string;
            /** Format: int64 */
            readonly first_text_millis?: number;
            /** Format: int64 */
            readonly total_millis?: number;
            readonly actions?: readonly components["schemas"]["Action"][];
            readonly invented?: readonly string[];
        };
        readonly EvidenceResponse: {
            /** Format: int64 */
            readonly seq: number;
            readonly evidence: components["schemas"]["Evidence"];
        };
        readonly Fault: {
            readonly code: string;
            readonly detail: string;
            readonly field?: string;
        };
        readonly ForgottenRequest: {
            readonly email: string;
            readonly tenant?: string;
        };
        readonly Handoff: {
            readonly reason: string;
            readonly summary?: string;
            /** @enum {string} */
            readonly by: "visitor" | "bot" | "rule" | "shop";
        };
        readonly HandoffSettings: {
            readonly assign?: boolean;
            /** Format: int32 */
            readonly capacity?: number;
            /** Format: int32 */
            readonly patience_seconds?: number;
            readonly when_nobody?: components["schemas"]["WhenNobody"];
            readonly mail_to?: string;
            readonly hours?: components["schemas"]["OfficeHours"];
            readonly bot_hands_over?: components["schemas"]["BotHandsOver"];
            /** Format: int32 */
            readonly max_bot_turns?: number;
            /** Format: int32 */
            readonly after_unanswered?: number;
            readonly on_anger?: boolean;
        };
        readonly Held: {
            readonly answer: components["schemas"]["UUID"];
            readonly text: string;
            readonly at: components["schemas"]["Instant"];
        };
        readonly HelpRequest: {
            readonly task?: string;
            readonly text?: string;
            readonly tone?: string;
            readonly language?: string;
        };
        readonly HitResponse: {
            readonly conversation: components["schemas"]["UUID"];
            /** Format: int64 */
            readonly seq: number;
            /** @enum {string} */
            readonly author: "visitor" | "bot" | "agent" | "system";
            readonly name?: string;
            readonly excerpt: string;
            readonly marks: readonly components["schemas"]["Mark"][];
            readonly at: components["schemas"]["Instant"];
            /** @enum {string} */
            readonly state: "with_bot" | "waiting" | "with_agent" | "closed";
        };
        readonly Hold: {
            readonly on: boolean;
        };
        readonly InboxItemResponse: {
            readonly id: components["schemas"]["UUID"];
            /** @enum {string} */
            readonly state: "with_bot" | "waiting" | "with_agent" | "closed";
            readonly agent?: components["schemas"]["UUID"];
            /** Format: int32 */
            readonly epoch: number;
            /** Format: int64 */
            readonly last_seq: number;
            readonly visitor: components["schemas"]["UUID"];
            readonly customer?: string;
            readonly name?: string;
            readonly locale?: string;
            readonly page?: string;
            readonly labels: readonly string[];
            /** @enum {string} */
            readonly priority: "low" | "normal" | "high" | "urgent";
            readonly snoozed_until?: components["schemas"]["Instant"];
            readonly waiting_since?: components["schemas"]["Instant"];
            readonly reason?: string;
            readonly handoff?: components["schemas"]["Handoff"];
            readonly created_at: components["schemas"]["Instant"];
            readonly last_activity_at: components["schemas"]["Instant"];
            /** Format: int32 */
            readonly unread?: number;
            readonly last?: components["schemas"]["LastMessage"];
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        readonly Instant: string;
        readonly InvitedResponse: {
            readonly agent: components["schemas"]["AgentResponse"];
            readonly link?: string;
            readonly expires_at: components["schemas"]["Instant"];
        };
        readonly LabelResponse: {
            readonly name: string;
            readonly color: string;
            /** @description For `If-Match`. */
            readonly etag: string;
        };
        readonly Labels: {
            readonly labels?: readonly string[];
        };
        readonly LastMessage: {
            /** @enum {string} */
            readonly author: "visitor" | "bot" | "agent" | "system";
            readonly name?: string;
            readonly text: string;
            readonly at: components["schemas"]["Instant"];
            readonly spoken?: boolean;
        };
        readonly LineResponse: {
            /** Format: int64 */
            readonly seq: number;
            /** @enum {string} */
            readonly author: "visitor" | "bot" | "agent" | "system";
            readonly name?: string;
            readonly text: string;
            readonly at: components["schemas"]["Instant"];
            readonly client_id?: components["schemas"]["UUID"];
            readonly sources?: readonly components["schemas"]["Source"][];
            readonly finish?: string;
            /** @description What an action has shown, such as an order. */
            readonly cards?: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly attachments?: readonly components["schemas"]["Attachment"][];
            readonly recording?: components["schemas"]["Recording"];
        };
        /**
         * Format: date
         * @example 2022-03-10
         */
        readonly LocalDate: string;
        readonly Mark: {
            /** Format: int32 */
            readonly from: number;
            /** Format: int32 */
            readonly until: number;
        };
        readonly Mended: {
            readonly typed: string;
            readonly meant: string;
        };
        readonly NoteResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly conversation: components["schemas"]["UUID"];
            readonly author: components["schemas"]["UUID"];
            readonly name: string;
            readonly client_id: components["schemas"]["UUID"];
            readonly text: string;
            readonly mentions: readonly string[];
            /** Format: int64 */
            readonly after_seq: number;
            readonly at: components["schemas"]["Instant"];
        };
        readonly OfficeHours: {
            readonly zone?: string;
            readonly shifts?: readonly components["schemas"]["Shift"][];
            readonly holidays?: readonly string[];
        };
        readonly OpenSessionResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly user_agent?: string;
            readonly created_at: components["schemas"]["Instant"];
            readonly last_seen_at: components["schemas"]["Instant"];
            readonly current: boolean;
        };
        readonly OptionsResponse: {
            readonly password: boolean;
            readonly sso?: components["schemas"]["SsoResponse"];
        };
        readonly OrderRequest: {
            readonly views: readonly string[];
        };
        readonly OwnBudget: {
            readonly day?: string;
            readonly month?: string;
            /** Format: int64 */
            readonly conversation_tokens?: number;
            readonly zone?: string;
        };
        readonly PageAgentResponse: {
            readonly items: readonly components["schemas"]["AgentResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageCannedResponse: {
            readonly items: readonly components["schemas"]["CannedResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageChangeResponse: {
            readonly items: readonly components["schemas"]["ChangeResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageHitResponse: {
            readonly items: readonly components["schemas"]["HitResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageInboxItemResponse: {
            readonly items: readonly components["schemas"]["InboxItemResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageLabelResponse: {
            readonly items: readonly components["schemas"]["LabelResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageLineResponse: {
            readonly items: readonly components["schemas"]["LineResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageNoteResponse: {
            readonly items: readonly components["schemas"]["NoteResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageOpenSessionResponse: {
            readonly items: readonly components["schemas"]["OpenSessionResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageViewResponse: {
            readonly items: readonly components["schemas"]["ViewResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly Paint: {
            readonly color?: string;
        };
        readonly Preferences: {
            readonly keys: boolean;
            readonly sound: boolean;
            readonly notifications: boolean;
            readonly reads_in?: string;
            readonly shortcuts: {
                readonly [key: string]: string;
            };
        };
        readonly PreferencesRequest: {
            readonly keys?: boolean;
            readonly sound?: boolean;
            readonly notifications?: boolean;
            readonly reads_in?: string;
            readonly shortcuts?: {
                readonly [key: string]: string;
            };
        };
        /** @description A refusal (RFC 9457). */
        readonly Problem: {
            /** @description Always `about:blank`. */
            readonly type: string;
            /** @description The status in words. */
            readonly title: string;
            /** Format: int32 */
            readonly status: number;
            /** @description For people: what is wrong and what to do. */
            readonly detail: string;
            /** @description For programs; stable. */
            readonly code: string;
            /** @description Finds the request in the log. */
            readonly request_id: string;
            /** @description Whether the same request may succeed later. */
            readonly retryable: boolean;
            /** @description What of the body is wrong, as a JSON pointer; absent where it is no one field. */
            readonly field?: string;
            /** @description All faults, where there are several; the first is the problem itself. */
            readonly errors?: readonly components["schemas"]["Fault"][];
        };
        readonly ProofRequest: {
            readonly password?: string;
            readonly code?: string;
        };
        readonly Read: {
            /** Format: int64 */
            readonly seq?: number;
        };
        readonly Reason: {
            readonly reason: string | null;
            /** Format: int64 */
            readonly count: number;
        };
        readonly Recording: {
            readonly id: components["schemas"]["UUID"];
            /** Format: double */
            readonly seconds: number;
            readonly heard?: string;
            readonly language?: string;
            readonly peaks?: string;
            readonly available: boolean;
            readonly translation?: components["schemas"]["Translation"];
        };
        readonly RehearsedResponse: {
            readonly text: string;
            readonly finish: string;
            readonly sources: readonly components["schemas"]["Source"][];
            readonly evidence: components["schemas"]["Evidence"];
        };
        readonly Release: {
            readonly text?: string;
        };
        readonly ReportItem: {
            readonly key?: string;
            readonly name?: string;
            /** Format: int64 */
            readonly conversations: number;
            /** Format: int64 */
            readonly settled: number;
            /** Format: int64 */
            readonly deflected: number;
            /** Format: int64 */
            readonly handed_off: number;
            readonly first_response_seconds: components["schemas"]["Spread"];
            readonly resolution_seconds: components["schemas"]["Spread"];
            /** Format: int64 */
            readonly rated_up: number;
            /** Format: int64 */
            readonly rated_down: number;
            readonly cost?: string;
            readonly saved?: string;
        };
        readonly ReportResponse: {
            readonly from: components["schemas"]["LocalDate"];
            readonly to: components["schemas"]["LocalDate"];
            readonly zone: string;
            readonly by: string;
            readonly currency: string;
            readonly cost: string;
            readonly saved: string;
            readonly total: components["schemas"]["ReportItem"];
            readonly items: readonly components["schemas"]["ReportItem"][];
            readonly reasons: readonly components["schemas"]["Reason"][];
        };
        readonly Say: {
            readonly id?: string;
            readonly text?: string;
            readonly attachments?: readonly string[];
        };
        readonly Secret: {
            readonly secret: string;
            readonly uri: string;
        };
        readonly Sent: {
            readonly role: string;
            readonly text: string;
        };
        readonly SentenceSettings: {
            readonly locale: string;
            readonly languages: readonly string[];
            readonly keys: readonly string[];
            readonly places: {
                readonly [key: string]: string;
            };
            readonly defaults: {
                readonly [key: string]: {
                    readonly [key: string]: string;
                };
            };
            readonly sentences: {
                readonly [key: string]: {
                    readonly [key: string]: string;
                };
            };
        };
        readonly SentencesRequest: {
            readonly sentences?: {
                readonly [key: string]: {
                    readonly [key: string]: string;
                };
            };
        };
        readonly SessionRequest: {
            readonly email: string;
            readonly password: string;
            readonly tenant?: string;
            readonly code?: string;
        };
        readonly SessionResponse: {
            readonly session: components["schemas"]["UUID"];
            readonly agent: components["schemas"]["AgentResponse"];
            readonly shop: string;
            readonly tenant: string;
            readonly suspended: boolean;
        };
        readonly Shift: {
            readonly day?: components["schemas"]["DayOfWeek"];
            readonly from?: string;
            readonly until?: string;
        };
        readonly Snooze: {
            readonly until?: components["schemas"]["Instant"];
        };
        readonly Source: {
            readonly id: components["schemas"]["UUID"];
            readonly question: string;
            readonly url: string | null;
            /** Format: double */
            readonly score: number;
        };
        readonly Spent: {
            readonly limit?: string;
            readonly spent: string;
        };
        readonly Spread: {
            /** Format: double */
            readonly median: number | null;
            /** Format: double */
            readonly p90: number | null;
        };
        readonly SsoResponse: {
            readonly name: string;
            readonly href: string;
        };
        readonly StateResponse: {
            readonly enabled: boolean;
            readonly enabled_at?: components["schemas"]["Instant"];
            /** Format: int32 */
            readonly recovery_codes_left: number;
        };
        readonly SupervisionResponse: {
            readonly whisper?: string;
            readonly held: boolean;
            readonly waiting: readonly components["schemas"]["Held"][];
        };
        readonly Translation: {
            readonly language: string;
            readonly text: string;
        };
        readonly TranslationRequest: {
            readonly language?: string;
        };
        /** Format: uuid */
        readonly UUID: string;
        readonly Understood: {
            readonly language: string;
            readonly wants: string;
            readonly searched_for?: string;
            readonly by?: string;
            readonly corrections?: readonly components["schemas"]["Mended"][];
        };
        readonly Urgency: {
            readonly priority: string;
        };
        readonly ViewRequest: {
            readonly name: string;
            readonly shared?: boolean;
            readonly view: string;
            readonly label?: string;
            readonly priority?: string;
            readonly agent?: string;
        };
        readonly ViewResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly name: string;
            readonly shared: boolean;
            /** @enum {string} */
            readonly view: "all" | "mine" | "waiting" | "with_bot" | "snoozed" | "closed";
            readonly label?: string;
            /** @enum {string} */
            readonly priority?: "low" | "normal" | "high" | "urgent";
            readonly agent?: components["schemas"]["UUID"];
            /** @description For `If-Match`. */
            readonly etag: string;
        };
        readonly VoiceSettingsRequest: {
            readonly enabled?: boolean;
            /** Format: int32 */
            readonly max_seconds?: number;
            /** Format: int32 */
            readonly keep_hours?: number;
            readonly glossary?: boolean;
        };
        readonly VoiceSettingsResponse: {
            readonly enabled: boolean;
            /** Format: int32 */
            readonly max_seconds: number;
            /** Format: int32 */
            readonly keep_hours: number;
            readonly glossary: boolean;
            readonly available: boolean;
        };
        /** @enum {string} */
        readonly WhenNobody: "wait" | "back_to_bot" | "leave_a_message" | "mail";
        readonly Whisper: {
            readonly text?: string;
        };
        readonly WidgetSettingsRequest: {
            readonly shop: string;
            readonly bot_name: string;
            readonly greeting: string;
            readonly starters: readonly string[];
            readonly accent: string;
            readonly locale: string;
            readonly assistant_notice: string;
            readonly handoff_hint: string;
            readonly tone?: string;
            readonly allowed_origins: readonly string[];
            /** Format: int32 */
            readonly retention_hours?: number;
            readonly sentences?: {
                readonly [key: string]: {
                    readonly [key: string]: string;
                };
            };
        };
        readonly WidgetSettingsResponse: {
            readonly tenant: string;
            readonly shop: string;
            readonly bot_name: string;
            readonly greeting: string;
            readonly starters: readonly string[];
            readonly accent: string;
            readonly locale: string;
            readonly assistant_notice: string;
            readonly handoff_hint: string;
            readonly tone?: string;
            readonly allowed_origins: readonly string[];
            /** Format: int64 */
            readonly retention_hours?: number;
            /** Format: int64 */
            readonly default_retention_hours: number;
            readonly sentences: {
                readonly [key: string]: {
                    readonly [key: string]: string;
                };
            };
        };
        readonly Write: {
            readonly id?: string;
            readonly text?: string;
            readonly mentions?: readonly string[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Action = components['schemas']['Action'];
export type ActionRecord = components['schemas']['ActionRecord'];
export type AgentRequest = components['schemas']['AgentRequest'];
export type AgentResponse = components['schemas']['AgentResponse'];
export type Assign = components['schemas']['Assign'];
export type Attachment = components['schemas']['Attachment'];
export type BotHandsOver = components['schemas']['BotHandsOver'];
export type BudgetResponse = components['schemas']['BudgetResponse'];
export type Canned = components['schemas']['Canned'];
export type CannedResponse = components['schemas']['CannedResponse'];
export type ChangeRequest = components['schemas']['ChangeRequest'];
export type ChangeResponse = components['schemas']['ChangeResponse'];
export type ChoiceRequest = components['schemas']['ChoiceRequest'];
export type CodesResponse = components['schemas']['CodesResponse'];
export type ContextResponse = components['schemas']['ContextResponse'];
export type DayOfWeek = components['schemas']['DayOfWeek'];
export type Draft = components['schemas']['Draft'];
export type DraftRequest = components['schemas']['DraftRequest'];
export type DraftedResponse = components['schemas']['DraftedResponse'];
export type Entry = components['schemas']['Entry'];
export type Evidence = components['schemas']['Evidence'];
export type EvidenceResponse = components['schemas']['EvidenceResponse'];
export type Fault = components['schemas']['Fault'];
export type ForgottenRequest = components['schemas']['ForgottenRequest'];
export type Handoff = components['schemas']['Handoff'];
export type HandoffSettings = components['schemas']['HandoffSettings'];
export type Held = components['schemas']['Held'];
export type HelpRequest = components['schemas']['HelpRequest'];
export type HitResponse = components['schemas']['HitResponse'];
export type Hold = components['schemas']['Hold'];
export type InboxItemResponse = components['schemas']['InboxItemResponse'];
export type Instant = components['schemas']['Instant'];
export type InvitedResponse = components['schemas']['InvitedResponse'];
export type LabelResponse = components['schemas']['LabelResponse'];
export type Labels = components['schemas']['Labels'];
export type LastMessage = components['schemas']['LastMessage'];
export type LineResponse = components['schemas']['LineResponse'];
export type LocalDate = components['schemas']['LocalDate'];
export type Mark = components['schemas']['Mark'];
export type Mended = components['schemas']['Mended'];
export type NoteResponse = components['schemas']['NoteResponse'];
export type OfficeHours = components['schemas']['OfficeHours'];
export type OpenSessionResponse = components['schemas']['OpenSessionResponse'];
export type OptionsResponse = components['schemas']['OptionsResponse'];
export type OrderRequest = components['schemas']['OrderRequest'];
export type OwnBudget = components['schemas']['OwnBudget'];
export type PageAgentResponse = components['schemas']['PageAgentResponse'];
export type PageCannedResponse = components['schemas']['PageCannedResponse'];
export type PageChangeResponse = components['schemas']['PageChangeResponse'];
export type PageHitResponse = components['schemas']['PageHitResponse'];
export type PageInboxItemResponse = components['schemas']['PageInboxItemResponse'];
export type PageLabelResponse = components['schemas']['PageLabelResponse'];
export type PageLineResponse = components['schemas']['PageLineResponse'];
export type PageNoteResponse = components['schemas']['PageNoteResponse'];
export type PageOpenSessionResponse = components['schemas']['PageOpenSessionResponse'];
export type PageViewResponse = components['schemas']['PageViewResponse'];
export type Paint = components['schemas']['Paint'];
export type Preferences = components['schemas']['Preferences'];
export type PreferencesRequest = components['schemas']['PreferencesRequest'];
export type Problem = components['schemas']['Problem'];
export type ProofRequest = components['schemas']['ProofRequest'];
export type Read = components['schemas']['Read'];
export type Reason = components['schemas']['Reason'];
export type Recording = components['schemas']['Recording'];
export type RehearsedResponse = components['schemas']['RehearsedResponse'];
export type Release = components['schemas']['Release'];
export type ReportItem = components['schemas']['ReportItem'];
export type ReportResponse = components['schemas']['ReportResponse'];
export type Say = components['schemas']['Say'];
export type Secret = components['schemas']['Secret'];
export type Sent = components['schemas']['Sent'];
export type SentenceSettings = components['schemas']['SentenceSettings'];
export type SentencesRequest = components['schemas']['SentencesRequest'];
export type SessionRequest = components['schemas']['SessionRequest'];
export type SessionResponse = components['schemas']['SessionResponse'];
export type Shift = components['schemas']['Shift'];
export type Snooze = components['schemas']['Snooze'];
export type Source = components['schemas']['Source'];
export type Spent = components['schemas']['Spent'];
export type Spread = components['schemas']['Spread'];
export type SsoResponse = components['schemas']['SsoResponse'];
export type StateResponse = components['schemas']['StateResponse'];
export type SupervisionResponse = components['schemas']['SupervisionResponse'];
export type Translation = components['schemas']['Translation'];
export type TranslationRequest = components['schemas']['TranslationRequest'];
export type Uuid = components['schemas']['UUID'];
export type Understood = components['schemas']['Understood'];
export type Urgency = components['schemas']['Urgency'];
export type ViewRequest = components['schemas']['ViewRequest'];
export type ViewResponse = components['schemas']['ViewResponse'];
export type VoiceSettingsRequest = components['schemas']['VoiceSettingsRequest'];
export type VoiceSettingsResponse = components['schemas']['VoiceSettingsResponse'];
export type WhenNobody = components['schemas']['WhenNobody'];
export type Whisper = components['schemas']['Whisper'];
export type WidgetSettingsRequest = components['schemas']['WidgetSettingsRequest'];
export type WidgetSettingsResponse = components['schemas']['WidgetSettingsResponse'];
export type Write = components['schemas']['Write'];
export type $defs = Record<string, never>;
