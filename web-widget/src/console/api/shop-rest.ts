/** Made by `npm run types` from src/docs/openapi.yaml. */
export interface components {
    schemas: {
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
        /**
         * @example {
         *       "name": "order_status",
         *       "description": "Looks up an order by its number.",
         *       "parameters": {
         *         "type": "object",
         *         "properties": {
         *           "order": {
         *             "type": "string"
         *           }
         *         },
         *         "required": [
         *           "order"
         *         ]
         *       },
         *       "url": "https://hooks.shop.example/orders",
         *       "method": "GET",
         *       "timeout_ms": 5000,
         *       "requires": "verified",
         *       "confirm": "never",
         *       "customer_field": "customer",
         *       "tell": {
         *         "status": "/status"
         *       },
         *       "card": {
         *         "type": "order",
         *         "fields": {
         *           "total": "/total"
         *         }
         *       },
         *       "enabled": true,
         *       "auth_header": "Authorization",
         *       "auth_value": "Bearer …"
         *     }
         */
        readonly ActionRequest: {
            readonly name?: string;
            readonly description?: string;
            /** @description A JSON Schema of the arguments that the model gives. */
            readonly parameters?: {
                readonly [key: string]: unknown;
            };
            readonly url?: string;
            readonly method?: string;
            readonly auth_header?: string;
            readonly auth_value?: string;
            /** Format: int32 */
            readonly timeout_ms?: number;
            readonly requires?: string;
            readonly confirm?: string;
            readonly confirm_text?: string;
            readonly customer_field?: string;
            readonly tell?: {
                readonly [key: string]: string;
            };
            readonly card?: components["schemas"]["Card"];
            readonly enabled?: boolean;
            readonly idempotent?: boolean;
        };
        /**
         * @example {
         *       "name": "order_status",
         *       "description": "Looks up an order by its number.",
         *       "parameters": {
         *         "type": "object",
         *         "properties": {
         *           "order": {
         *             "type": "string"
         *           }
         *         },
         *         "required": [
         *           "order"
         *         ]
         *       },
         *       "url": "https://hooks.shop.example/orders",
         *       "method": "GET",
         *       "timeout_ms": 5000,
         *       "requires": "verified",
         *       "confirm": "never",
         *       "customer_field": "customer",
         *       "tell": {
         *         "status": "/status"
         *       },
         *       "card": {
         *         "type": "order",
         *         "fields": {
         *           "total": "/total"
         *         }
         *       },
         *       "enabled": true,
         *       "idempotent": false,
         *       "id": "018f3b5e-7c1a-7000-8000-000000000010",
         *       "auth_set": true
         *     }
         */
        readonly ActionResponse: {
            /** @enum {string} */
            readonly method: "GET" | "POST";
            readonly tell: {
                readonly [key: string]: string;
            };
            readonly description: string;
            readonly customer_field: string;
            readonly confirm_text?: string;
            readonly url: string;
            readonly enabled: boolean;
            /** @enum {string} */
            readonly confirm: "never" | "visitor";
            readonly idempotent: boolean;
            readonly auth_header?: string;
            /** Format: int32 */
            readonly timeout_ms: number;
            readonly name: string;
            /** @description A JSON Schema of the arguments that the model gives. */
            readonly parameters: {
                readonly [key: string]: unknown;
            };
            readonly card?: components["schemas"]["Card"];
            /** @enum {string} */
            readonly requires: "verified" | "anonymous";
            readonly id: components["schemas"]["UUID"];
            readonly auth_set: boolean;
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000001",
         *       "question_seq": 1,
         *       "state": "with_bot",
         *       "seq": 2,
         *       "author": "bot",
         *       "name": "Juniper",
         *       "text": "You have 30 days [1].",
         *       "sources": [
         *         {
         *           "id": "018f3b5e-7c1a-7000-8000-000000000004",
         *           "question": "How long can I return shoes?",
         *           "url": "https://shop.example/returns",
         *           "score": 0.91
         *         }
         *       ],
         *       "finish": "stop",
         *       "at": "2026-11-23T10:00:02Z"
         *     }
         */
        readonly AnswerResponse: {
            readonly id: components["schemas"]["UUID"];
            /** Format: int64 */
            readonly question_seq: number;
            /** @enum {string} */
            readonly state: "with_bot" | "waiting" | "with_agent" | "closed";
            /** Format: int64 */
            readonly seq?: number;
            readonly author?: string;
            readonly name?: string;
            readonly text?: string;
            readonly sources?: readonly components["schemas"]["Source"][];
            readonly finish?: string;
            /** @description What an action has shown, such as an order. */
            readonly cards?: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly at?: components["schemas"]["Instant"];
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000006",
         *       "name": "Shop system",
         *       "scopes": [
         *         "conversations",
         *         "faq"
         *       ],
         *       "hint": "pk_4fZb…",
         *       "created_at": "2026-11-23T10:00:00Z"
         *     }
         */
        readonly ApiKeyDetails: {
            readonly id: components["schemas"]["UUID"];
            readonly name: string;
            readonly scopes: readonly string[];
            readonly hint?: string;
            readonly created_at: components["schemas"]["Instant"];
            readonly expires_at?: components["schemas"]["Instant"];
            readonly last_used_at?: components["schemas"]["Instant"];
            readonly replaced_by?: components["schemas"]["UUID"];
            /** Format: int32 */
            readonly requests_per_minute?: number;
        };
        readonly Attachment: {
            readonly id: components["schemas"]["UUID"];
            readonly name: string;
            readonly type: string;
            /** Format: int32 */
            readonly size: number;
        };
        /**
         * @example {
         *       "file": "(the recording)",
         *       "model": "whisper-1",
         *       "language": "en",
         *       "prompt": "Karst 38, Fjord",
         *       "response_format": "json"
         *     }
         */
        readonly AudioBody: {
            /**
             * Format: binary
             * @description flac, m4a, mp3, mp4, mpeg, mpga, ogg, wav or webm, recognised by content; at most 25 MiB, at least 0.1 s.
             */
            readonly file: string;
            /** @description Ignored: the shop's own speech models are used. */
            readonly model?: string;
            /** @description Spoken language (ISO 639-1), such as `de`, if known. */
            readonly language?: string;
            /** @description Names and words that may occur in it. The last 224 tokens are used. */
            readonly prompt?: string;
            /** @enum {string} */
            readonly response_format?: "json" | "text" | "srt" | "vtt" | "verbose_json";
            /** Format: double */
            readonly temperature?: number;
            /** @description word, segment; only with verbose_json. */
            readonly "timestamp_granularities[]"?: readonly string[];
        };
        readonly Card: {
            readonly type?: string;
            readonly fields?: {
                readonly [key: string]: string;
            };
        };
        readonly Closest: {
            readonly id: components["schemas"]["UUID"];
            readonly question: string;
            /** Format: double */
            readonly score: number;
        };
        /**
         * @example {
         *       "visitor": "customer-4711",
         *       "locale": "en",
         *       "attributes": {
         *         "tier": "gold"
         *       }
         *     }
         */
        readonly ConversationRequest: {
            readonly visitor?: string;
            readonly locale?: string;
            readonly page?: string;
            /** @description A JSON object of the shop's own. */
            readonly attributes?: {
                readonly [key: string]: unknown;
            };
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000003",
         *       "visitor": "018f3b5e-7c1a-7000-8000-000000000005",
         *       "state": "with_bot",
         *       "epoch": 1,
         *       "last_seq": 2,
         *       "locale": "en",
         *       "attributes": {
         *         "tier": "gold"
         *       },
         *       "created_at": "2026-11-23T10:00:00Z",
         *       "last_activity_at": "2026-11-23T10:00:02Z"
         *     }
         */
        readonly ConversationResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly visitor: components["schemas"]["UUID"];
            /** @enum {string} */
            readonly state: "with_bot" | "waiting" | "with_agent" | "closed";
            /** Format: int32 */
            readonly epoch: number;
            /** Format: int64 */
            readonly last_seq: number;
            readonly locale?: string;
            readonly page?: string;
            /** @description A JSON object of the shop's own. */
            readonly attributes: {
                readonly [key: string]: unknown;
            };
            readonly created_at: components["schemas"]["Instant"];
            readonly last_activity_at: components["schemas"]["Instant"];
            readonly handoff?: components["schemas"]["HandoffResponse"];
        };
        /**
         * @example {
         *       "id": "4b0c1f6e-0d7a-4c52-9a53-5b8d8a0f3c11",
         *       "event": "message.created",
         *       "conversation": "018f3b5e-7c1a-7000-8000-000000000003",
         *       "state": "delivered",
         *       "created_at": "2026-11-23T10:00:00Z",
         *       "attempt_count": 1,
         *       "attempts": [
         *         {
         *           "at": "2026-11-23T10:00:00Z",
         *           "duration_ms": 41,
         *           "status": 200,
         *           "response": "ok"
         *         }
         *       ],
         *       "body": "{\"type\":\"message.created\",…}"
         *     }
         */
        readonly DeliveryResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly event: string;
            readonly conversation?: components["schemas"]["UUID"];
            /** @enum {string} */
            readonly state: "pending" | "delivered" | "failed";
            readonly created_at: components["schemas"]["Instant"];
            readonly next_attempt_at?: components["schemas"]["Instant"];
            /** Format: int32 */
            readonly attempt_count: number;
            readonly attempts: readonly components["schemas"]["Tried"][];
            readonly body: string;
        };
        /**
         * @example {
         *       "receipt": "018f3b5e-7c1a-7000-8000-000000000007",
         *       "erased_at": "2026-11-23T10:00:00Z",
         *       "conversations": 1,
         *       "messages": 2,
         *       "answers": 1,
         *       "recordings": 1
         *     }
         */
        readonly Erased: {
            readonly receipt: components["schemas"]["UUID"];
            readonly erased_at: components["schemas"]["Instant"];
            /** Format: int64 */
            readonly conversations: number;
            /** Format: int64 */
            readonly messages: number;
            /** Format: int64 */
            readonly answers: number;
            /** Format: int64 */
            readonly recordings: number;
        };
        readonly Facet: {
            readonly name: string;
            /** Format: int64 */
            readonly count: number;
        };
        readonly Failure: {
            readonly code?: string;
            readonly at?: components["schemas"]["Instant"];
            readonly said?: string;
        };
        readonly Failure1: {
            readonly code: string;
            readonly detail: string;
            readonly retryable: boolean;
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000004",
         *       "question": "How long can I return shoes?",
         *       "variants": [
         *         "What is the return period for shoes?"
         *       ],
         *       "answer": "You have **30 days**.",
         *       "locale": "en",
         *       "products": [],
         *       "tags": [
         *         "returns"
         *       ],
         *       "url": "https://shop.example/returns",
         *       "status": "published",
         *       "created_at": "2026-11-20T09:00:00Z",
         *       "updated_at": "2026-11-20T09:00:00Z"
         *     }
         */
        readonly FaqEntryResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly question: string;
            readonly variants: readonly string[];
            readonly answer: string;
            readonly locale: string;
            readonly products: readonly string[];
            readonly tags: readonly string[];
            readonly url?: string;
            /** @enum {string} */
            readonly status: "draft" | "published";
            readonly valid_from?: components["schemas"]["Instant"];
            readonly valid_until?: components["schemas"]["Instant"];
            readonly created_at: components["schemas"]["Instant"];
            readonly updated_at: components["schemas"]["Instant"];
        };
        /**
         * @example {
         *       "entries": 12,
         *       "drafts": 1,
         *       "tags": [
         *         {
         *           "name": "shipping",
         *           "count": 5
         *         }
         *       ],
         *       "locales": [
         *         {
         *           "name": "en",
         *           "count": 12
         *         }
         *       ]
         *     }
         */
        readonly FaqFacets: {
            /** Format: int64 */
            readonly entries: number;
            /** Format: int64 */
            readonly drafts: number;
            readonly tags: readonly components["schemas"]["Facet"][];
            readonly locales: readonly components["schemas"]["Facet"][];
        };
        /**
         * @example {
         *       "question": "How long can I return shoes?",
         *       "variants": [
         *         "What is the return period for shoes?"
         *       ],
         *       "answer": "You have **30 days**.",
         *       "locale": "en",
         *       "tags": [
         *         "returns"
         *       ],
         *       "url": "https://shop.example/returns",
         *       "status": "published"
         *     }
         */
        readonly FaqFields: {
            readonly id?: string;
            readonly question?: string;
            readonly variants?: readonly string[];
            readonly answer?: string;
            readonly locale?: string;
            readonly products?: readonly string[];
            readonly tags?: readonly string[];
            readonly url?: string;
            readonly status?: string;
            readonly valid_from?: string;
            readonly valid_until?: string;
        };
        /**
         * @example {
         *       "imported": 1,
         *       "updated": 0,
         *       "drafts": 0,
         *       "rejected": 1,
         *       "errors": [
         *         {
         *           "row": 2,
         *           "code": "question_empty",
         *           "detail": "The field `question` is empty."
         *         }
         *       ],
         *       "ignored": [],
         *       "pending": 0,
         *       "ready_in_s": 0
         *     }
         */
        readonly FaqImportResponse: {
            /** Format: int32 */
            readonly imported: number;
            /** Format: int32 */
            readonly updated: number;
            /** Format: int32 */
            readonly drafts: number;
            /** Format: int32 */
            readonly rejected: number;
            readonly errors: readonly components["schemas"]["RowError"][];
            readonly ignored: readonly string[];
            /** Format: int32 */
            readonly pending: number;
            /** Format: int32 */
            readonly ready_in_s: number;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "id": "018f3b5e-7c1a-7000-8000-000000000004",
         *           "question": "How long can I return shoes?",
         *           "answer": "You have **30 days**.",
         *           "score": 0.91,
         *           "verdict": "answer",
         *           "url": "https://shop.example/returns"
         *         }
         *       ],
         *       "floor": {
         *         "cosine": 0.75,
         *         "confidence": 0.82
         *       }
         *     }
         */
        readonly FaqSearchResponse: {
            readonly items: readonly components["schemas"]["Item"][];
            readonly floor?: components["schemas"]["ScoreFloor"];
        };
        /**
         * @example {
         *       "entries": 2000,
         *       "searchable": 500,
         *       "pending": 1500,
         *       "ready_in_s": 45,
         *       "languages": {
         *         "en": 1900,
         *         "ru": 100
         *       },
         *       "floors": {
         *         "en": {
         *           "cosine": 0.7432,
         *           "confidence": 0.8417
         *         },
         *         "ru": {
         *           "words": 0.5
         *         }
         *       }
         *     }
         */
        readonly FaqStatus: {
            /** Format: int32 */
            readonly entries: number;
            /** Format: int32 */
            readonly searchable: number;
            /** Format: int32 */
            readonly pending: number;
            /** Format: int32 */
            readonly ready_in_s: number;
            readonly languages: {
                readonly [key: string]: number;
            };
            readonly floors: {
                readonly [key: string]: components["schemas"]["Floor"];
            };
        };
        readonly Fault: {
            readonly code: string;
            readonly detail: string;
            readonly field?: string;
        };
        readonly Floor: {
            /** Format: double */
            readonly cosine?: number;
            /** Format: double */
            readonly confidence?: number;
            /** Format: double */
            readonly words?: number;
        };
        /**
         * @example {
         *       "reason": "wants a refund"
         *     }
         */
        readonly HandoffRequest: {
            readonly reason?: string;
        };
        readonly HandoffResponse: {
            readonly reason: string;
            readonly summary?: string;
            /** @enum {string} */
            readonly by: "visitor" | "bot" | "rule" | "shop";
        };
        /**
         * @example {
         *       "recording": "018f3b5e-7c1a-7000-8000-000000000012",
         *       "text": "How long do I have to return shoes?",
         *       "language": "en",
         *       "seconds": 6.4,
         *       "available": true
         *     }
         */
        readonly HeardRecording: {
            readonly recording: components["schemas"]["UUID"];
            readonly text: string | null;
            readonly language: string | null;
            /** Format: double */
            readonly seconds: number;
            readonly available: boolean;
            readonly failure?: components["schemas"]["Failure1"];
        };
        /**
         * @example {
         *       "mode": "optional",
         *       "user_hash": true,
         *       "keys": [],
         *       "secrets": [
         *         {
         *           "id": "018f3b5e-7c1a-7000-8000-000000000009",
         *           "for_jwt": true,
         *           "created_at": "2026-11-23T10:00:00Z"
         *         }
         *       ]
         *     }
         */
        readonly IdentityBody: {
            readonly mode?: components["schemas"]["IdentityMode"];
            readonly user_hash?: boolean;
            readonly audience?: string;
            readonly issuer?: string;
            readonly keys?: readonly components["schemas"]["PublicKeySettings"][];
            readonly jwks?: components["schemas"]["JwksSettings"];
            readonly secrets?: readonly components["schemas"]["SecretItem"][];
        };
        /** @enum {string} */
        readonly IdentityMode: "off" | "optional" | "required";
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        readonly Instant: string;
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000006",
         *       "name": "Shop system",
         *       "scopes": [
         *         "conversations",
         *         "faq"
         *       ],
         *       "hint": "pk_4fZb…",
         *       "created_at": "2026-11-23T10:00:00Z",
         *       "key": "pk_4fZbXq2vS9b1m7c0R3tYw8uKfJhLpDnG5aEiOoVxZzQ"
         *     }
         */
        readonly Issued: {
            readonly created_at: components["schemas"]["Instant"];
            readonly last_used_at?: components["schemas"]["Instant"];
            readonly replaced_by?: components["schemas"]["UUID"];
            readonly hint?: string;
            readonly name: string;
            readonly id: components["schemas"]["UUID"];
            readonly scopes: readonly string[];
            /** Format: int32 */
            readonly requests_per_minute?: number;
            readonly expires_at?: components["schemas"]["Instant"];
            readonly key: string;
        };
        readonly Item: {
            readonly id: components["schemas"]["UUID"];
            readonly question: string;
            readonly answer: string;
            /** Format: double */
            readonly score: number;
            /** @enum {string} */
            readonly verdict: "answer" | "weak";
            readonly url?: string;
        };
        readonly Item1: {
            readonly name?: string;
            readonly kind?: string;
            readonly base_url?: string;
            readonly deployment?: string;
            readonly api_version?: string;
            readonly key?: string;
            readonly key_set?: boolean;
            readonly model?: string;
            readonly region?: string;
            /** Format: int32 */
            readonly window?: number;
            readonly price?: string;
            readonly parameters?: components["schemas"]["Parameters"];
            readonly timeouts?: components["schemas"]["Timeouts"];
            readonly state?: components["schemas"]["LaneStatus"];
        };
        readonly JwksSettings: {
            readonly url?: string;
            readonly alg?: string;
        };
        readonly LaneStatus: {
            readonly breaker?: string;
            readonly resting_for?: string;
            readonly alarms?: readonly string[];
            /** Format: int64 */
            readonly days_left?: number;
            readonly last_error?: components["schemas"]["Failure"];
            readonly failing?: boolean;
            readonly wants?: readonly components["schemas"]["Want"][];
        };
        /**
         * @example {
         *       "lanes": [
         *         {
         *           "name": "main",
         *           "kind": "openai",
         *           "base_url": "https://api.openai.com/v1",
         *           "model": "gpt-4o-mini",
         *           "key_set": true,
         *           "region": "eu"
         *         }
         *       ],
         *       "stay_in": "eu",
         *       "speech": [
         *         {
         *           "name": "ear",
         *           "kind": "openai",
         *           "base_url": "https://api.openai.com/v1",
         *           "key_set": true,
         *           "model": "whisper-1",
         *           "region": "eu"
         *         }
         *       ],
         *       "operator": [
         *         {
         *           "model": "gpt-3.5-turbo"
         *         }
         *       ]
         *     }
         */
        readonly LanesBody: {
            readonly lanes?: readonly components["schemas"]["Item1"][];
            readonly stay_in?: string;
            readonly moderation?: components["schemas"]["ModerationSettings"];
            readonly speech?: readonly components["schemas"]["Item1"][];
            readonly operator?: readonly components["schemas"]["Shared"][];
        };
        readonly Line: {
            readonly day?: components["schemas"]["LocalDate"];
            readonly model?: string;
            readonly kind?: string;
            /** Format: int64 */
            readonly calls: number;
            /** Format: int64 */
            readonly estimated_calls: number;
            /** Format: int64 */
            readonly input_tokens: number;
            /** Format: int64 */
            readonly cached_tokens: number;
            /** Format: int64 */
            readonly output_tokens: number;
            readonly cost: string;
            readonly saved: string;
            /** Format: double */
            readonly audio_seconds: number;
        };
        /**
         * Format: date
         * @example 2022-03-10
         */
        readonly LocalDate: string;
        readonly Message: {
            readonly role?: string;
            /** @description A text, or its parts; of these the texts are read. */
            readonly content?: string | readonly {
                readonly [key: string]: unknown;
            }[];
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000001",
         *       "text": "How long do I have to return shoes?",
         *       "page": "https://shop.example/shoes/trailwind-2"
         *     }
         */
        readonly MessageRequest: {
            readonly id?: string;
            readonly text?: string;
            readonly page?: string;
            readonly recording?: string;
        };
        /**
         * @example {
         *       "seq": 1,
         *       "author": "visitor",
         *       "text": "How long do I have?",
         *       "at": "2026-11-23T10:00:00Z",
         *       "client_id": "018f3b5e-7c1a-7000-8000-000000000001",
         *       "sources": []
         *     }
         */
        readonly MessageResponse: {
            /** Format: int64 */
            readonly seq: number;
            /** @enum {string} */
            readonly author: "visitor" | "bot" | "agent" | "system";
            readonly name?: string;
            readonly text: string;
            readonly at: components["schemas"]["Instant"];
            readonly client_id?: components["schemas"]["UUID"];
            readonly sources: readonly components["schemas"]["Source"][];
            readonly finish?: string;
            /** @description What an action has shown, such as an order. */
            readonly cards?: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly attachments?: readonly components["schemas"]["Attachment"][];
            readonly recording?: components["schemas"]["Recording"];
        };
        readonly ModerationSettings: {
            readonly in?: boolean;
            readonly out?: boolean;
            readonly pass_when_down?: boolean;
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000004",
         *       "question": "How long can I return shoes?",
         *       "locale": "en",
         *       "wordings": 1,
         *       "asked_in_vain": 4
         *     }
         */
        readonly NeedyEntry: {
            readonly id: components["schemas"]["UUID"];
            readonly question: string;
            readonly locale: string;
            /** Format: int32 */
            readonly wordings: number;
            /** Format: int32 */
            readonly asked_in_vain: number;
        };
        /** @example {} */
        readonly NewSecret: {
            readonly secret?: string;
        };
        /** @description A refusal in the shape that OpenAI's clients read. */
        readonly OpenAiError: {
            readonly error: components["schemas"]["OpenAiErrorBody"];
        };
        readonly OpenAiErrorBody: {
            /** @description For people: what is wrong and what to do. */
            readonly message: string;
            /** @description The kind of refusal, as OpenAI names it. */
            readonly type: string;
            /** @description The field that is wrong, where it is one. */
            readonly param: string | null;
            /** @description For programs; stable. */
            readonly code: string;
        };
        /**
         * @example {
         *       "model": "parley",
         *       "messages": [
         *         {
         *           "role": "user",
         *           "content": "How long do I have to return shoes?"
         *         }
         *       ]
         *     }
         */
        readonly OpenAiRequest: {
            readonly model?: string;
            readonly messages?: readonly components["schemas"]["Message"][];
            readonly stream?: boolean;
            readonly stream_options?: components["schemas"]["StreamOptions"];
            /** Format: int32 */
            readonly n?: number;
            readonly response_format?: components["schemas"]["ResponseFormat"];
            /** @description Your own id of the customer. */
            readonly user?: string;
            /** @description `conversation` to go on in, or `chat_id`, the client's own. */
            readonly metadata?: {
                readonly [key: string]: unknown;
            };
            /** @description The client's own chat. */
            readonly chat_id?: string;
            /** @description Identifies the chat if nothing else does. */
            readonly prompt_cache_key?: string;
            /** @description Tells the chats of one person from another's. */
            readonly safety_identifier?: string;
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000012",
         *       "at": "2026-11-23T10:00:00Z",
         *       "action": "shop.create",
         *       "slug": "shoes",
         *       "shop_id": "018f3b5e-7c1a-7000-8000-000000000010",
         *       "address": "203.0.113.7"
         *     }
         */
        readonly OperatorEntry: {
            readonly id: components["schemas"]["UUID"];
            readonly at: components["schemas"]["Instant"];
            readonly action: string;
            readonly slug: string;
            readonly shop_id?: components["schemas"]["UUID"];
            readonly address?: string;
        };
        readonly Other: {
            readonly id: components["schemas"]["UUID"];
            readonly question: string;
        };
        readonly PageActionRecord: {
            readonly items: readonly components["schemas"]["ActionRecord"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageActionResponse: {
            readonly items: readonly components["schemas"]["ActionResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageApiKeyDetails: {
            readonly items: readonly components["schemas"]["ApiKeyDetails"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageConversationResponse: {
            readonly items: readonly components["schemas"]["ConversationResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageDeliveryResponse: {
            readonly items: readonly components["schemas"]["DeliveryResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageFaqEntryResponse: {
            readonly items: readonly components["schemas"]["FaqEntryResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageMessageResponse: {
            readonly items: readonly components["schemas"]["MessageResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageNeedyEntry: {
            readonly items: readonly components["schemas"]["NeedyEntry"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageOperatorEntry: {
            readonly items: readonly components["schemas"]["OperatorEntry"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageQuestionResponse: {
            readonly items: readonly components["schemas"]["QuestionResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageShopRemoval: {
            readonly items: readonly components["schemas"]["ShopRemoval"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageShopResponse: {
            readonly items: readonly components["schemas"]["ShopResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly PageWebhookResponse: {
            readonly items: readonly components["schemas"]["WebhookResponse"][];
            /** @description Where the next page begins; null at the end. */
            readonly next_cursor: string | null;
        };
        readonly Parameters: {
            readonly max_tokens?: string;
            /** Format: double */
            readonly temperature?: number;
            readonly stream?: boolean;
            readonly stream_options?: boolean;
            readonly store_false?: boolean;
            readonly safety_identifier?: boolean;
        };
        readonly Paused: {
            readonly at: components["schemas"]["Instant"];
            readonly reason: string;
        };
        readonly Person: {
            readonly id: components["schemas"]["UUID"];
            readonly external_id?: string;
            readonly name?: string;
            readonly email?: string;
            readonly locale?: string;
            /** @description A JSON object of the shop's own. */
            readonly attributes: {
                readonly [key: string]: unknown;
            };
            readonly created_at: components["schemas"]["Instant"];
            readonly last_seen_at: components["schemas"]["Instant"];
        };
        /**
         * @example {
         *       "keep_hours": 48,
         *       "cutoff": "2026-11-21T10:00:00Z",
         *       "conversations": 12,
         *       "messages": 80,
         *       "answers": 40,
         *       "visitors": 9
         *     }
         */
        readonly Preview: {
            /** Format: double */
            readonly keep_hours: number;
            readonly cutoff: components["schemas"]["Instant"];
            /** Format: int64 */
            readonly conversations: number;
            /** Format: int64 */
            readonly messages: number;
            /** Format: int64 */
            readonly answers: number;
            /** Format: int64 */
            readonly visitors: number;
        };
        /**
         * @example {
         *       "keep_hours": 48
         *     }
         */
        readonly PreviewRequest: {
            /** Format: int32 */
            readonly keep_hours?: number;
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
        readonly Proposal: {
            readonly text: string;
            readonly source: string;
            /** Format: int32 */
            readonly asked?: number;
            readonly now: string;
            readonly taken_by?: components["schemas"]["Other"];
            readonly after?: string;
            /** Format: int32 */
            readonly also_found: number;
        };
        readonly PublicKeySettings: {
            readonly kid?: string;
            readonly alg?: string;
            readonly public_key?: string;
        };
        readonly Purged: {
            readonly started_at: components["schemas"]["Instant"];
            readonly cutoff: components["schemas"]["Instant"];
            /** Format: int64 */
            readonly conversations: number;
            /** Format: int64 */
            readonly messages: number;
            /** Format: int64 */
            readonly answers: number;
            /** Format: int64 */
            readonly visitors: number;
            /** Format: int64 */
            readonly recordings: number;
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-00000000000a",
         *       "question": "Can I pay in gold?",
         *       "count": 3,
         *       "last_asked_at": "2026-11-23T10:00:00Z",
         *       "conversation": "018f3b5e-7c1a-7000-8000-000000000003",
         *       "seq": 3,
         *       "locale": "en",
         *       "closest": {
         *         "id": "018f3b5e-7c1a-7000-8000-000000000004",
         *         "question": "How can I pay?",
         *         "score": 0.5
         *       }
         *     }
         */
        readonly QuestionResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly question: string;
            /** Format: int32 */
            readonly count: number;
            readonly last_asked_at: components["schemas"]["Instant"];
            readonly conversation: components["schemas"]["UUID"];
            /** Format: int64 */
            readonly seq: number;
            readonly locale?: string;
            readonly closest?: components["schemas"]["Closest"];
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
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000012",
         *       "file": "(the recording)",
         *       "language": "en",
         *       "peaks": "0379862"
         *     }
         */
        readonly RecordingForm: {
            /** @description A UUID made by the client. Repeating it returns the same recording. */
            readonly id?: string;
            /**
             * Format: binary
             * @description The recording, recognised by content; at most 25 MiB, at least 0.1 s. Optional when the same `id` is retried.
             */
            readonly file?: string;
            /** @description Spoken language, such as `de-CH`, if known. */
            readonly language?: string;
            /** @description Loudness over time: 1 to 100 digits. */
            readonly peaks?: string;
        };
        readonly ResponseFormat: {
            readonly type?: string;
        };
        /**
         * @example {
         *       "keep_hours": 720,
         *       "own": false,
         *       "cutoff": "2026-10-24T10:00:00Z"
         *     }
         */
        readonly RetentionResponse: {
            /** Format: double */
            readonly keep_hours: number;
            readonly own: boolean;
            readonly cutoff: components["schemas"]["Instant"];
            readonly last_purge?: components["schemas"]["Purged"];
        };
        /**
         * @example {
         *       "overlap_seconds": 3600
         *     }
         */
        readonly Rotation: {
            /** Format: int64 */
            readonly overlap_seconds?: number;
        };
        readonly RowError: {
            /** Format: int32 */
            readonly row: number;
            readonly code: string;
            readonly detail: string;
        };
        readonly Said: {
            /** Format: int64 */
            readonly seq: number;
            readonly author: string;
            readonly name?: string;
            readonly text: string;
            readonly at: components["schemas"]["Instant"];
            readonly page?: string;
            readonly rating?: string;
            readonly rating_comment?: string;
            /** @description Names, types and sizes of the files that came with it. */
            readonly attachments: readonly {
                readonly [key: string]: unknown;
            }[];
            /** @description What an action has shown, such as an order. */
            readonly cards: readonly {
                readonly [key: string]: unknown;
            }[];
            /** @description What was spoken: id, seconds, language, until when it is kept. */
            readonly recording?: {
                readonly [key: string]: unknown;
            };
            readonly heard?: string;
            /** @description What agents have read instead, by language. */
            readonly translations?: {
                readonly [key: string]: unknown;
            };
        };
        readonly ScoreFloor: {
            /** Format: double */
            readonly cosine: number;
            /** Format: double */
            readonly confidence: number;
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000009",
         *       "for_jwt": true,
         *       "created_at": "2026-11-23T10:00:00Z",
         *       "secret": "…"
         *     }
         */
        readonly SecretItem: {
            readonly id?: components["schemas"]["UUID"];
            readonly secret?: string;
            readonly for_jwt?: boolean;
            readonly created_at?: components["schemas"]["Instant"];
        };
        readonly SegmentItem: {
            /** Format: int32 */
            readonly id: number;
            /** Format: int64 */
            readonly seek: number;
            /** Format: double */
            readonly start: number;
            /** Format: double */
            readonly end: number;
            readonly text: string;
            readonly tokens: readonly number[];
            /** Format: double */
            readonly temperature?: number;
            /** Format: double */
            readonly avg_logprob?: number;
            /** Format: double */
            readonly compression_ratio?: number;
            /** Format: double */
            readonly no_speech_prob?: number;
        };
        readonly Settings: {
            readonly shop: string;
            readonly bot_name: string;
            readonly greeting: string;
            readonly starters: readonly string[];
            readonly accent: string;
            readonly locale: string;
            readonly assistant_notice: string;
            readonly mode: string;
            /** Format: int32 */
            readonly max_message_chars: number;
            readonly voice?: components["schemas"]["VoiceLimit"];
        };
        readonly Shared: {
            readonly model?: string;
            readonly state?: components["schemas"]["LaneStatus"];
        };
        readonly ShopLimits: {
            /** Format: int32 */
            readonly messages_per_minute?: number;
            /** Format: int32 */
            readonly faq_entries?: number;
            /** Format: int32 */
            readonly agents?: number;
            /** Format: int32 */
            readonly api_keys?: number;
        };
        /**
         * @example {
         *       "shop": {
         *         "id": "018f3b5e-7c1a-7000-8000-000000000010",
         *         "slug": "shoes",
         *         "name": "Alder & Pine",
         *         "origins": [
         *           "https://shop.example"
         *         ],
         *         "suspended": false,
         *         "limits": {
         *           "messages_per_minute": 600
         *         },
         *         "created_at": "2026-11-23T10:00:00Z",
         *         "deleted": false
         *       },
         *       "api_key": "pk_4fZbXq2vS9b1m7c0R3tYw8uKfJhLpDnG5aEiOoVxZzQ",
         *       "admin_link": "https://chat.example/console#password=Xq2vS9b1m7c0R3tYw8uKfJhLpDnG5aEiOoVxZzQ4fZb",
         *       "admin_email": "ada@shop.example",
         *       "admin_link_expires_at": "2026-11-26T10:00:00Z"
         *     }
         */
        readonly ShopMadeResponse: {
            readonly shop: components["schemas"]["ShopResponse"];
            readonly api_key: string;
            readonly admin_link: string;
            readonly admin_email: string;
            readonly admin_link_expires_at: components["schemas"]["Instant"];
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000011",
         *       "slug": "shoes",
         *       "deleted_at": "2026-11-23T10:00:00Z",
         *       "purge_at": "2026-11-30T10:00:00Z",
         *       "deleted": {
         *         "conversations": 1204,
         *         "messages": 9711,
         *         "faq_entries": 212,
         *         "agents": 4,
         *         "api_keys": 2
         *       },
         *       "started_at": "2026-11-30T10:00:21Z",
         *       "purged_at": "2026-11-30T10:00:24Z",
         *       "remaining": 0
         *     }
         */
        readonly ShopRemoval: {
            readonly id: components["schemas"]["UUID"];
            readonly slug: string;
            readonly deleted_at: components["schemas"]["Instant"];
            readonly purge_at: components["schemas"]["Instant"];
            readonly restored_at?: components["schemas"]["Instant"];
            readonly started_at?: components["schemas"]["Instant"];
            readonly purged_at?: components["schemas"]["Instant"];
            readonly deleted: {
                readonly [key: string]: number;
            };
            /** Format: int64 */
            readonly remaining?: number;
        };
        /**
         * @example {
         *       "slug": "shoes",
         *       "name": "Alder & Pine",
         *       "origins": [
         *         "https://shop.example"
         *       ],
         *       "limits": {
         *         "messages_per_minute": 600,
         *         "faq_entries": 5000,
         *         "agents": 20,
         *         "api_keys": 10
         *       },
         *       "admin_email": "ada@shop.example"
         *     }
         */
        readonly ShopRequest: {
            readonly slug?: string;
            readonly name?: string;
            readonly origins?: readonly string[];
            readonly suspended?: boolean;
            readonly limits?: {
                readonly [key: string]: number;
            };
            readonly admin_email?: string;
            readonly deleted?: boolean;
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000010",
         *       "slug": "shoes",
         *       "name": "Alder & Pine",
         *       "origins": [
         *         "https://shop.example"
         *       ],
         *       "suspended": true,
         *       "limits": {
         *         "messages_per_minute": 600
         *       },
         *       "created_at": "2026-11-23T10:00:00Z",
         *       "deleted": false,
         *       "suspended_at": "2026-11-23T10:00:00Z"
         *     }
         */
        readonly ShopResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly slug: string;
            readonly name: string;
            readonly origins: readonly string[];
            readonly suspended: boolean;
            readonly suspended_at?: components["schemas"]["Instant"];
            readonly limits: components["schemas"]["ShopLimits"];
            readonly created_at: components["schemas"]["Instant"];
            readonly deleted: boolean;
            readonly deleted_at?: components["schemas"]["Instant"];
            readonly purge_at?: components["schemas"]["Instant"];
        };
        readonly Source: {
            readonly id: components["schemas"]["UUID"];
            readonly question: string;
            readonly url: string | null;
            /** Format: double */
            readonly score: number;
        };
        readonly StreamOptions: {
            readonly include_usage?: boolean;
        };
        readonly Timeouts: {
            /** Format: int32 */
            readonly connect_ms?: number;
            /** Format: int32 */
            readonly first_token_ms?: number;
            /** Format: int32 */
            readonly between_tokens_ms?: number;
            /** Format: int32 */
            readonly total_ms?: number;
        };
        readonly Told: {
            readonly id: components["schemas"]["UUID"];
            readonly state: string;
            readonly locale?: string;
            readonly page?: string;
            /** @description A JSON object of the shop's own. */
            readonly attributes: {
                readonly [key: string]: unknown;
            };
            readonly labels: readonly string[];
            readonly handoff_reason?: string;
            readonly handoff_summary?: string;
            readonly handoff_by?: string;
            readonly created_at: components["schemas"]["Instant"];
            readonly last_activity_at: components["schemas"]["Instant"];
            readonly messages: readonly components["schemas"]["Said"][];
        };
        /**
         * @example {
         *       "text": "Where is my parcel?",
         *       "original": "Wo ist mein Paket?",
         *       "usage": {
         *         "type": "duration",
         *         "seconds": 6
         *       }
         *     }
         */
        readonly TranscriptionResponse: {
            readonly task?: string;
            readonly language?: string;
            /** Format: double */
            readonly duration?: number;
            readonly text: string;
            readonly original?: string;
            readonly segments?: readonly components["schemas"]["SegmentItem"][];
            readonly words?: readonly components["schemas"]["WordItem"][];
            readonly usage: components["schemas"]["Usage"];
        };
        readonly Translation: {
            readonly language: string;
            readonly text: string;
        };
        readonly Tried: {
            readonly at: components["schemas"]["Instant"];
            /** Format: int64 */
            readonly duration_ms: number;
            /** Format: int32 */
            readonly status?: number;
            readonly error?: string;
            readonly response?: string;
        };
        /** Format: uuid */
        readonly UUID: string;
        readonly Unsent: {
            readonly id: components["schemas"]["UUID"];
            /** Format: double */
            readonly seconds: number;
            readonly heard?: string;
            readonly language?: string;
        };
        readonly Usage: {
            readonly type: string;
            /** Format: int64 */
            readonly seconds: number;
        };
        /**
         * @example {
         *       "from": "2026-11-01",
         *       "to": "2026-11-30",
         *       "zone": "UTC",
         *       "currency": "USD",
         *       "group_by": [],
         *       "items": [],
         *       "total": {
         *         "calls": 0,
         *         "estimated_calls": 0,
         *         "input_tokens": 0,
         *         "cached_tokens": 0,
         *         "output_tokens": 0,
         *         "cost": "0",
         *         "saved": "0",
         *         "audio_seconds": 0
         *       }
         *     }
         */
        readonly UsageResponse: {
            readonly from: components["schemas"]["LocalDate"];
            readonly to: components["schemas"]["LocalDate"];
            readonly zone: string;
            readonly currency: string;
            readonly group_by: readonly string[];
            readonly items: readonly components["schemas"]["Line"][];
            readonly total: components["schemas"]["Line"];
        };
        /**
         * @example {
         *       "exported_at": "2026-11-23T10:00:00Z",
         *       "visitor": {
         *         "id": "018f3b5e-7c1a-7000-8000-000000000005",
         *         "external_id": "customer-4711",
         *         "created_at": "2026-11-23T09:00:00Z",
         *         "last_seen_at": "2026-11-23T10:00:00Z",
         *         "attributes": {}
         *       },
         *       "conversations": [],
         *       "actions": [],
         *       "unsent_recordings": []
         *     }
         */
        readonly VisitorDataResponse: {
            readonly exported_at: components["schemas"]["Instant"];
            readonly visitor: components["schemas"]["Person"];
            readonly conversations: readonly components["schemas"]["Told"][];
            readonly actions: readonly components["schemas"]["ActionRecord"][];
            readonly unsent_recordings: readonly components["schemas"]["Unsent"][];
        };
        /**
         * @example {
         *       "tenant": "demo",
         *       "locale": "en"
         *     }
         */
        readonly VisitorSessionRequest: {
            readonly tenant?: string;
            readonly token?: string;
            readonly user_jwt?: string;
            readonly user_id?: string;
            readonly user_hash?: string;
            readonly locale?: string;
        };
        /**
         * @example {
         *       "token": "eyJ…",
         *       "visitor": "018f3b5e-7c1a-7000-8000-000000000005",
         *       "expires_at": "2026-12-23T10:00:00Z",
         *       "locale": "en",
         *       "settings": {
         *         "shop": "Alder & Pine",
         *         "bot_name": "Juniper",
         *         "greeting": "Hello!",
         *         "starters": [],
         *         "accent": "#2f6f5e",
         *         "locale": "en",
         *         "assistant_notice": "You are talking to an AI assistant.",
         *         "mode": "model",
         *         "max_message_chars": 10000
         *       }
         *     }
         */
        readonly VisitorSessionResponse: {
            readonly token: string;
            readonly visitor: components["schemas"]["UUID"];
            readonly expires_at: components["schemas"]["Instant"];
            readonly locale: string;
            readonly conversation?: components["schemas"]["UUID"];
            readonly settings: components["schemas"]["Settings"];
        };
        readonly VoiceLimit: {
            /** Format: int32 */
            readonly max_seconds: number;
            /** Format: int32 */
            readonly keep_hours: number;
        };
        readonly Want: {
            readonly code?: string;
            readonly text?: string;
        };
        /**
         * @example {
         *       "url": "https://hooks.shop.example/parley",
         *       "events": [
         *         "message.created"
         *       ]
         *     }
         */
        readonly WebhookRequest: {
            readonly url?: string;
            readonly events?: readonly string[];
        };
        /**
         * @example {
         *       "id": "018f3b5e-7c1a-7000-8000-000000000008",
         *       "url": "https://hooks.shop.example/parley",
         *       "events": [
         *         "message.created"
         *       ],
         *       "created_at": "2026-11-23T10:00:00Z",
         *       "failures": 0,
         *       "paused": {
         *         "at": "2026-11-23T10:00:00Z",
         *         "reason": "by_hand"
         *       }
         *     }
         */
        readonly WebhookResponse: {
            readonly id: components["schemas"]["UUID"];
            readonly url: string;
            readonly events: readonly string[];
            readonly secret?: string;
            readonly created_at: components["schemas"]["Instant"];
            readonly former_secret_until?: components["schemas"]["Instant"];
            readonly paused?: components["schemas"]["Paused"];
            /** Format: int32 */
            readonly failures: number;
            readonly failing_since?: components["schemas"]["Instant"];
        };
        /**
         * @example {
         *       "name": "Shop system",
         *       "scopes": [
         *         "conversations",
         *         "faq"
         *       ]
         *     }
         */
        readonly Wish: {
            readonly name?: string;
            readonly scopes?: readonly string[];
            readonly expires_at?: string;
            /** Format: int32 */
            readonly requests_per_minute?: number;
        };
        readonly WordItem: {
            readonly word: string;
            /** Format: double */
            readonly start: number;
            /** Format: double */
            readonly end: number;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "text": "until when can my boots go back",
         *           "source": "visitors",
         *           "asked": 3,
         *           "now": "not_found",
         *           "after": "found",
         *           "also_found": 1
         *         },
         *         {
         *           "text": "send shoes to another address",
         *           "source": "model",
         *           "now": "taken",
         *           "taken_by": {
         *             "id": "018f3b5e-7c1a-7000-8000-000000000005",
         *             "question": "Can I change the delivery address?"
         *           },
         *           "after": "found",
         *           "also_found": 0
         *         }
         *       ],
         *       "asked_in_vain": 2,
         *       "model": "gpt-4o-mini",
         *       "cost": "0.000210000"
         *     }
         */
        readonly Wordings: {
            readonly items: readonly components["schemas"]["Proposal"][];
            /** Format: int32 */
            readonly asked_in_vain: number;
            readonly model?: string;
            readonly cost?: string;
            readonly trouble?: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type ActionRecord = components['schemas']['ActionRecord'];
export type ActionRequest = components['schemas']['ActionRequest'];
export type ActionResponse = components['schemas']['ActionResponse'];
export type AnswerResponse = components['schemas']['AnswerResponse'];
export type ApiKeyDetails = components['schemas']['ApiKeyDetails'];
export type Attachment = components['schemas']['Attachment'];
export type AudioBody = components['schemas']['AudioBody'];
export type Card = components['schemas']['Card'];
export type Closest = components['schemas']['Closest'];
export type ConversationRequest = components['schemas']['ConversationRequest'];
export type ConversationResponse = components['schemas']['ConversationResponse'];
export type DeliveryResponse = components['schemas']['DeliveryResponse'];
export type Erased = components['schemas']['Erased'];
export type Facet = components['schemas']['Facet'];
export type Failure = components['schemas']['Failure'];
export type Failure1 = components['schemas']['Failure1'];
export type FaqEntryResponse = components['schemas']['FaqEntryResponse'];
export type FaqFacets = components['schemas']['FaqFacets'];
export type FaqFields = components['schemas']['FaqFields'];
export type FaqImportResponse = components['schemas']['FaqImportResponse'];
export type FaqSearchResponse = components['schemas']['FaqSearchResponse'];
export type FaqStatus = components['schemas']['FaqStatus'];
export type Fault = components['schemas']['Fault'];
export type Floor = components['schemas']['Floor'];
export type HandoffRequest = components['schemas']['HandoffRequest'];
export type HandoffResponse = components['schemas']['HandoffResponse'];
export type HeardRecording = components['schemas']['HeardRecording'];
export type IdentityBody = components['schemas']['IdentityBody'];
export type IdentityMode = components['schemas']['IdentityMode'];
export type Instant = components['schemas']['Instant'];
export type Issued = components['schemas']['Issued'];
export type Item = components['schemas']['Item'];
export type Item1 = components['schemas']['Item1'];
export type JwksSettings = components['schemas']['JwksSettings'];
export type LaneStatus = components['schemas']['LaneStatus'];
export type LanesBody = components['schemas']['LanesBody'];
export type Line = components['schemas']['Line'];
export type LocalDate = components['schemas']['LocalDate'];
export type Message = components['schemas']['Message'];
export type MessageRequest = components['schemas']['MessageRequest'];
export type MessageResponse = components['schemas']['MessageResponse'];
export type ModerationSettings = components['schemas']['ModerationSettings'];
export type NeedyEntry = components['schemas']['NeedyEntry'];
export type NewSecret = components['schemas']['NewSecret'];
export type OpenAiError = components['schemas']['OpenAiError'];
export type OpenAiErrorBody = components['schemas']['OpenAiErrorBody'];
export type OpenAiRequest = components['schemas']['OpenAiRequest'];
export type OperatorEntry = components['schemas']['OperatorEntry'];
export type Other = components['schemas']['Other'];
export type PageActionRecord = components['schemas']['PageActionRecord'];
export type PageActionResponse = components['schemas']['PageActionResponse'];
export type PageApiKeyDetails = components['schemas']['PageApiKeyDetails'];
export type PageConversationResponse = components['schemas']['PageConversationResponse'];
export type PageDeliveryResponse = components['schemas']['PageDeliveryResponse'];
export type PageFaqEntryResponse = components['schemas']['PageFaqEntryResponse'];
export type PageMessageResponse = components['schemas']['PageMessageResponse'];
export type PageNeedyEntry = components['schemas']['PageNeedyEntry'];
export type PageOperatorEntry = components['schemas']['PageOperatorEntry'];
export type PageQuestionResponse = components['schemas']['PageQuestionResponse'];
export type PageShopRemoval = components['schemas']['PageShopRemoval'];
export type PageShopResponse = components['schemas']['PageShopResponse'];
export type PageWebhookResponse = components['schemas']['PageWebhookResponse'];
export type Parameters = components['schemas']['Parameters'];
export type Paused = components['schemas']['Paused'];
export type Person = components['schemas']['Person'];
export type Preview = components['schemas']['Preview'];
export type PreviewRequest = components['schemas']['PreviewRequest'];
export type Problem = components['schemas']['Problem'];
export type Proposal = components['schemas']['Proposal'];
export type PublicKeySettings = components['schemas']['PublicKeySettings'];
export type Purged = components['schemas']['Purged'];
export type QuestionResponse = components['schemas']['QuestionResponse'];
export type Recording = components['schemas']['Recording'];
export type RecordingForm = components['schemas']['RecordingForm'];
export type ResponseFormat = components['schemas']['ResponseFormat'];
export type RetentionResponse = components['schemas']['RetentionResponse'];
export type Rotation = components['schemas']['Rotation'];
export type RowError = components['schemas']['RowError'];
export type Said = components['schemas']['Said'];
export type ScoreFloor = components['schemas']['ScoreFloor'];
export type SecretItem = components['schemas']['SecretItem'];
export type SegmentItem = components['schemas']['SegmentItem'];
export type Settings = components['schemas']['Settings'];
export type Shared = components['schemas']['Shared'];
export type ShopLimits = components['schemas']['ShopLimits'];
export type ShopMadeResponse = components['schemas']['ShopMadeResponse'];
export type ShopRemoval = components['schemas']['ShopRemoval'];
export type ShopRequest = components['schemas']['ShopRequest'];
export type ShopResponse = components['schemas']['ShopResponse'];
export type Source = components['schemas']['Source'];
export type StreamOptions = components['schemas']['StreamOptions'];
export type Timeouts = components['schemas']['Timeouts'];
export type Told = components['schemas']['Told'];
export type TranscriptionResponse = components['schemas']['TranscriptionResponse'];
export type Translation = components['schemas']['Translation'];
export type Tried = components['schemas']['Tried'];
export type Uuid = components['schemas']['UUID'];
export type Unsent = components['schemas']['Unsent'];
export type Usage = components['schemas']['Usage'];
export type UsageResponse = components['schemas']['UsageResponse'];
export type VisitorDataResponse = components['schemas']['VisitorDataResponse'];
export type VisitorSessionRequest = components['schemas']['VisitorSessionRequest'];
export type VisitorSessionResponse = components['schemas']['VisitorSessionResponse'];
export type VoiceLimit = components['schemas']['VoiceLimit'];
export type Want = components['schemas']['Want'];
export type WebhookRequest = components['schemas']['WebhookRequest'];
export type WebhookResponse = components['schemas']['WebhookResponse'];
export type Wish = components['schemas']['Wish'];
export type WordItem = components['schemas']['WordItem'];
export type Wordings = components['schemas']['Wordings'];
export type $defs = Record<string, never>;
